// The mutants of a script, as JSON: `node mutants.mjs` reads it, and tells what could stand in the place of what.
//
// Not changed is what has no say in what the script does: imports, names of properties, messages of
// errors, which mean bugs.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { parse } from "acorn";
import { fullAncestor } from "acorn-walk";

const BOUNDARIES = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" };
const OPPOSITES = { "===": "!==", "!==": "===", "==": "!=", "!=": "==", instanceof: null, in: null };
const ARITHMETIC = { "+": "-", "-": "+", "*": "/", "/": "*", "%": "*", "**": "*", ">>": "<<", "|": "&", "&": "|" };
const ASSIGNED = { "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "??=": "=", "||=": "=" };
const TWINS = {
  ...{ min: "max", max: "min", floor: "ceil", ceil: "floor", round: "floor", sin: "cos", cos: "sin" },
  ...{ some: "every", every: "some", startsWith: "endsWith", endsWith: "startsWith" },
  ...{ indexOf: "lastIndexOf", find: "findLast", shift: "pop", push: "unshift", unshift: "push" },
};

/**
 * @typedef {{ operator: string, start: number, end: number, line: number, replacement: string }} Mutant
 * @param {string} source
 * @returns {Mutant[]} in the order of the text; places are counted in characters
 */
export function mutantsOf(source) {
  const tree = parse(source, { ecmaVersion: "latest", sourceType: "module", locations: true });
  /** @type {Mutant[]} */
  const found = [];
  fullAncestor(tree, (/** @type {any} */ node, _state, /** @type {any[]} */ ancestors) => {
    if (ancestors.some(({ type }) => type === "ImportDeclaration" || type === "ThrowStatement")) return;
    for (const [operator, start, end, replacement] of changesOf(node, ancestors.at(-2), source)) {
      found.push({ operator, start, end, line: node.loc.start.line, replacement });
    }
  });
  // Some nodes are walked twice: as a property and as what it holds.
  const each = new Map(found.map((it) => [`${it.start} ${it.end} ${it.replacement}`, it]));
  return [...each.values()]
    .filter((it) => isScript(source.slice(0, it.start) + it.replacement + source.slice(it.end)))
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map((it) => ({ ...it, start: characters(source, it.start), end: characters(source, it.end) }));
}

/** @param {string} source */
function isScript(source) {
  try {
    parse(source, { ecmaVersion: "latest", sourceType: "module" });
    return true;
  } catch {
    return false;
  }
}

/** Python counts characters, where JavaScript counts halves of some. @param {string} source @param {number} at */
const characters = (source, at) => [...source.slice(0, at)].length;

/**
 * @param {any} node
 * @param {any} parent
 * @param {string} source
 * @returns {Iterable<[operator: string, start: number, end: number, replacement: string]>}
 */
function* changesOf(node, parent, source) {
  const text = (/** @type {any} */ { start, end }) => source.slice(start, end);
  const whole = (/** @type {string} */ operator, /** @type {string} */ to) =>
    /** @type {[string, number, number, string]} */ ([operator, node.start, node.end, to]);
  switch (node.type) {
    case "BinaryExpression":
    case "LogicalExpression":
    case "AssignmentExpression":
      yield* operatorChanges(node, source);
      break;
    case "UnaryExpression":
      if (node.operator === "!") yield whole("condition", text(node.argument));
      if (node.operator === "-") yield whole("arithmetic", text(node.argument));
      break;
    case "UpdateExpression":
      yield whole(
        "arithmetic",
        text(node).replace(/\+\+|--/, (it) => (it === "++" ? "--" : "++")),
      );
      break;
    case "ConditionalExpression":
      yield ["branch", node.consequent.start, node.alternate.end, `${text(node.alternate)} : ${text(node.consequent)}`];
      break;
    case "IfStatement":
    case "WhileStatement":
      yield ["condition", node.test.start, node.test.end, `!(${text(node.test)})`];
      break;
    case "Literal":
      yield* literalChanges(node, parent, whole);
      break;
    case "TemplateElement":
      if (node.value.raw.trim()) yield whole("text", "");
      break;
    case "MemberExpression":
      if (!node.computed && Object.hasOwn(TWINS, node.property.name) && parent?.type === "CallExpression") {
        const { start, end, name } = node.property;
        yield ["call", start, end, TWINS[/** @type {keyof typeof TWINS} */ (name)]];
      }
      break;
    case "ExpressionStatement":
      yield whole("statement", ";");
      break;
    case "ReturnStatement":
      if (node.argument) yield whole("statement", "return;");
      else yield whole("statement", ";");
      break;
    case "ContinueStatement":
    case "BreakStatement":
      yield whole("statement", node.type === "BreakStatement" ? "continue;" : ";");
      break;
    case "SpreadElement":
      if (parent?.type !== "CallExpression")
        yield whole("text", parent?.type === "ObjectExpression" ? "...{}" : "...[]");
      break;
  }
}

/** @param {any} node @param {string} source @returns {Iterable<[string, number, number, string]>} */
function* operatorChanges({ operator, left, right }, source) {
  const at = source.indexOf(operator, left.end);
  const put = (/** @type {string} */ kind, /** @type {string} */ to) =>
    /** @type {[string, number, number, string]} */ ([kind, at, at + operator.length, to]);
  if (operator in BOUNDARIES) {
    yield put("boundary", BOUNDARIES[/** @type {keyof typeof BOUNDARIES} */ (operator)]);
    yield put("condition", operator.startsWith("<") ? ">" : "<");
  } else if (OPPOSITES[/** @type {keyof typeof OPPOSITES} */ (operator)]) {
    yield put("condition", String(OPPOSITES[/** @type {keyof typeof OPPOSITES} */ (operator)]));
  } else if (operator in ARITHMETIC) {
    yield put("arithmetic", ARITHMETIC[/** @type {keyof typeof ARITHMETIC} */ (operator)]);
  } else if (operator in ASSIGNED) {
    yield put("arithmetic", ASSIGNED[/** @type {keyof typeof ASSIGNED} */ (operator)]);
  } else if (operator === "&&" || operator === "||") {
    yield put("condition", operator === "&&" ? "||" : "&&");
    yield ["condition", left.start, right.end, source.slice(left.start, left.end)];
    yield ["condition", left.start, right.end, source.slice(right.start, right.end)];
  } else if (operator === "??") {
    yield ["condition", left.start, right.end, source.slice(left.start, left.end)];
  }
}

/**
 * @param {any} node
 * @param {any} parent
 * @param {(operator: string, to: string) => [string, number, number, string]} whole
 */
function* literalChanges({ value, raw, regex }, parent, whole) {
  if (regex || (parent?.key?.value === value && parent.key.raw === raw && !parent.computed)) return;
  if (typeof value === "number") {
    yield whole("constant", String(value + 1));
    if (value > 0)
      yield whole("constant", value < 1 || !Number.isInteger(value) ? `(${raw} * 0.9)` : String(value - 1));
  } else if (typeof value === "boolean") yield whole("constant", String(!value));
  else if (typeof value === "string") yield whole("text", value ? '""' : '"changed"');
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(JSON.stringify(mutantsOf(readFileSync(process.stdin.fd, "utf-8"))));
}
