// The index of a small glossary, as Python writes it, and engines over it.

import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { Engine } from "../../../build_tools/theme/static/assets/concord/search/index/engine.js";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Written by Python, or a while ago: who runs the tests many times names a file. */
function written() {
  if (process.env.SMALL_INDEX) return readFileSync(process.env.SMALL_INDEX, "utf-8");
  const beside = `${root}.venv/bin/python`;
  const python = existsSync(beside) ? beside : "python3";
  return execFileSync(python, ["-m", "tests.js.small_index"], { cwd: root, encoding: "utf-8" });
}

/**
 * By path; `cut` into as many files as the index of a large glossary has.
 * @type {Record<"whole" | "cut", Record<string, unknown>>}
 */
export const indexes = JSON.parse(written());
export const base = "https://glossary.example/sub/";

/** @param {(path: string) => void} [seen] told what is fetched @param {Record<string, unknown>} [index] */
export function engineOver(seen = () => {}, index = indexes.whole) {
  return new Engine({
    base,
    fetchJson: async (url) => {
      const path = url.slice(base.length);
      seen(path);
      if (!(path in index)) throw new Error(`404 ${path}`);
      return structuredClone(index[path]);
    },
  });
}
