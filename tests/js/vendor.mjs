/**
 * Makes the vendored file of d3 again: `node tests/js/vendor.mjs`, with npm on the path.
 *
 * Installs the packages below into a temporary folder, bundles what the graph imports of them and
 * writes file, licence and hash. The same versions give the same bytes.
 */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

// All that is bundled is named, so that no range decides what it is.
const PACKAGES = {
  "d3-dispatch": "3.0.2",
  "d3-drag": "3.0.1",
  "d3-selection": "3.0.1",
  "d3-zoom": "3.0.1",
  esbuild: "0.28.2",
};
const ENTRY = `
export { select } from "d3-selection";
export { zoom, zoomIdentity } from "d3-zoom";
`;
// The scene animates by itself: what d3-zoom imports for animations, half of it all, is left out.
const LEFT_OUT = `
import { selection } from "d3-selection";
selection.prototype.interrupt = function () { return this; };
export function interrupt() {}
export function interpolateZoom() {}
`;
// TypeScript would find fault with minified code, and we are not the ones to mend it.
const BANNER = `// @ts-nocheck
// d3-zoom ${PACKAGES["d3-zoom"]} without transitions. Copyright 2010-2026 Mike Bostock. ISC: see d3-zoom.LICENSE.`;

const VENDOR = fileURLToPath(new URL("../../build_tools/theme/static/assets/vendor/", import.meta.url));
const FILE = "d3-zoom.js";
const LICENCE = "d3-zoom.LICENSE";
const MANIFEST = join(VENDOR, "manifest.json");

const folder = mkdtempSync(join(tmpdir(), "concord-vendor-"));
try {
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: PACKAGES }));
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent"], { cwd: folder, stdio: "inherit" });
  writeFileSync(join(folder, "entry.js"), ENTRY);
  writeFileSync(join(folder, "left-out.js"), LEFT_OUT);
  const without = ["d3-interpolate", "d3-transition"].map((name) => `--alias:${name}=./left-out.js`);
  const options = [...without, "--bundle", "--minify", "--format=esm", "--target=es2022", "--legal-comments=none"];
  execFileSync(
    join(folder, "node_modules", ".bin", "esbuild"),
    ["entry.js", ...options, `--banner:js=${BANNER}`, `--outfile=${join(VENDOR, FILE)}`, "--log-level=warning"],
    { cwd: folder, stdio: "inherit" },
  );
  // The same for all that is bundled.
  cpSync(join(folder, "node_modules", "d3-zoom", "LICENSE"), join(VENDOR, LICENCE));
} finally {
  rmSync(folder, { recursive: true });
}

const manifest = JSON.parse(readFileSync(MANIFEST, "utf-8"));
const row = manifest.libraries.find((/** @type {{name: string}} */ { name }) => name === "d3-zoom");
row.version = PACKAGES["d3-zoom"];
row.files = {
  [FILE]: createHash("sha256")
    .update(readFileSync(join(VENDOR, FILE)))
    .digest("hex"),
};
writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
