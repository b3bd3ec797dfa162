// Which tests load which scripts, as JSON: `node reach.mjs FOLDER` tells, by test, what it imports in the end.

import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

import { moduleOf } from "./modules.mjs";

const [, , root] = process.argv;
/** @type {Map<string, string[]>} */
const known = new Map();

/** @param {string} path below the root */
function importsOf(path) {
  let found = known.get(path);
  if (!found) {
    const { imports, late } = moduleOf(path, readFileSync(join(root, path), "utf-8"));
    found = [...imports, ...late].map(normalize);
    known.set(path, found);
  }
  return found;
}

/** @param {string} test */
function reached(test) {
  const found = new Set([test]);
  for (const path of found) for (const imported of importsOf(path)) found.add(imported);
  return [...found].sort();
}

const tests = globSync("tests/js/*/**/*.test.mjs", { cwd: root }).filter((path) => !path.includes("node_modules"));
process.stdout.write(JSON.stringify(Object.fromEntries(tests.sort().map((path) => [path, reached(path)]))));
