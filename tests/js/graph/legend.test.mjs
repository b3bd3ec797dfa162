import assert from "node:assert/strict";
import test from "node:test";

import { legendOf } from "../../../build_tools/theme/static/assets/concord/graph/drawing/legend.js";
import { escape, shortest } from "../../../build_tools/theme/static/assets/concord/graph/drawing/svg.js";
import { relationStyles } from "../../../build_tools/theme/static/assets/concord/graph/drawing/edgestyles.js";
import { GRAPH } from "./small_graph.mjs";

const palette = /** @type {any} */ ({
  text: "#000000",
  topics: ["#111111", "#222222", "#333333"],
  relations: relationStyles(GRAPH, false),
});
const graph = /** @type {any} */ (GRAPH);

/** @param {number[]} nodes @param {number[][]} strands @param {number} width */
const legend = (nodes, strands, width = 1000) =>
  legendOf(
    graph,
    palette,
    /** @type {any} */ ({ nodes, strands: strands.map((edges) => ({ edges })), viewport: { width, height: 300 } }),
    (text) => text.length * 8,
  );
const told = (/** @type {string} */ svg) => [...svg.matchAll(/y="4.2">([^<]*)</g)].map(([, label]) => label);
const places = (/** @type {string} */ svg) => [...svg.matchAll(/translate\(([^)]*)\)/g)].map(([, place]) => place);

test("topics come before relations, each in the order of their vocabulary, whatever is drawn first", () => {
  const { svg } = legend([3, 1, 0], [[3], [2, 0]]);
  assert.deepEqual(told(svg), ["One &amp; &lt;only&gt;", "Two", "uses", "limits", "goes with"]);
  assert.deepEqual(told(legend([0], []).svg), ["One &amp; &lt;only&gt;"]);
  assert.deepEqual(told(legend([], [[3]]).svg), ["goes with"]);
});

test("a topic has its colour, and a relation the colour, the dash and the arrow of its lines", () => {
  const { svg } = legend([1], [[0, 2, 3]]);
  const [, uses, limits, goes] = svg.split('<g transform="translate(').slice(1);
  assert.ok(svg.includes('<circle cx="22" r="5.5" fill="#222222"/>'));
  assert.ok(uses.includes('stroke-dasharray=""') && uses.includes("H21") && uses.includes("M28 0l-8 -3.5v7Z"));
  assert.ok(limits.includes('stroke-dasharray="9 4"') && limits.includes("H21"));
  assert.ok(goes.includes('stroke-dasharray="6 3"') && goes.includes("H28") && !goes.includes("v7Z"));
});

test("rows hold as many as there is room for, below the drawing", () => {
  const column = 34 + 18 + "One & <only>".length * 8;
  const one = legend([0, 1], [[0]], 18 + 3 * column);
  assert.deepEqual(places(one.svg), ["18 329", `${18 + column} 329`, `${18 + 2 * column} 329`]);
  assert.equal(one.height, 2 * 18 + 22);
  const two = legend([0, 1], [[0]], 18 + 3 * column - 1);
  assert.deepEqual(places(two.svg), ["18 329", `${18 + column} 329`, "18 351"]);
  assert.equal(two.height, 2 * 18 + 2 * 22);
  assert.deepEqual(places(legend([0, 1], [], 20).svg), ["18 329", "18 351"], "one at least");
  assert.ok(one.svg.startsWith(`<path d="M0 300H${18 + 3 * column}" stroke="#000000" opacity=".2"/>`));
});

test("nothing drawn has no legend", () => assert.deepEqual(legend([], [[]]), { svg: "", height: 0 }));

test("numbers are short, and texts are texts", () => {
  assert.deepEqual([1, 1.5, 1.005, 1.006, -0.004, 123.456].map(shortest), ["1", "1.5", "1", "1.01", "0", "123.46"]);
  assert.equal(escape(`a<b> & "c" 'd'`), "a&lt;b&gt; &amp; &quot;c&quot; 'd'");
});
