// What there is in scripts, as JSON: `node modules.mjs FOLDER` tells each module's imports and functions.

import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { pathToFileURL } from "node:url";

import { parse } from "acorn";
import { full } from "acorn-walk";

const TYPE = /\bimport\("(\.[^"]+)"\)/g;

/**
 * @param {string} path of the module, below the folder
 * @param {string} source
 */
export function moduleOf(path, source) {
  /** @type {import("acorn").Comment[]} */
  const comments = [];
  const tree = parse(source, { ecmaVersion: "latest", sourceType: "module", locations: true, onComment: comments });
  const place = (/** @type {string} */ name) => normalize(join(dirname(path), name));
  const found = { imports: new Set(), late: new Set(), types: new Set() };
  const functions = [];
  const classes = [];
  full(tree, (/** @type {any} */ node) => {
    if (node.type === "ImportExpression") found.late.add(place(node.source.value));
    else if (node.source?.value?.startsWith?.(".")) found.imports.add(place(node.source.value));
    if (node.type.endsWith("Function") || node.type.startsWith("Function")) functions.push(sizeOf(node));
    if (node.type.startsWith("Class") && node.body?.type === "ClassBody") classes.push(classOf(node, source));
  });
  for (const { value } of comments) for (const [, name] of value.matchAll(TYPE)) found.types.add(place(name));
  const listed = Object.fromEntries(Object.entries(found).map(([kind, names]) => [kind, [...names].sort()]));
  return { path, lines: source.split("\n").length - 1, ...listed, functions, classes };
}

/** @param {any} node */
function sizeOf({ loc: { start, end } }) {
  return { line: start.line, lines: end.line - start.line + 1 };
}

/** @param {any} node @param {string} source */
function classOf({ id, superClass, body, start, end }, source) {
  return {
    name: id?.name ?? "",
    base: superClass?.name ?? "",
    methods: body.body.map((/** @type {any} */ member) => member.key?.name ?? ""),
    listens: /\b(addEventListener|observe|setTimeout|requestAnimationFrame)\(|\bnew Rest\(/.test(
      source.slice(start, end),
    ),
  };
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , folder] = process.argv;
  const paths = globSync("**/*.js", { cwd: folder }).sort();
  const modules = paths.map((path) => moduleOf(path, readFileSync(join(folder, path), "utf-8")));
  process.stdout.write(JSON.stringify(modules));
}
