import assert from "node:assert/strict";
import test from "node:test";

import { Matcher } from "../../../build_tools/theme/static/assets/concord/concepts/match.js";
import { Model } from "../../../build_tools/theme/static/assets/concord/graph/data/model.js";
import { parseView } from "../../../build_tools/theme/static/assets/concord/graph/data/view.js";
import { Walk } from "../../../build_tools/theme/static/assets/concord/graph/data/walk.js";
import { stepsByNode } from "../../../build_tools/theme/static/assets/concord/concepts/graph.js";
import { GRAPH } from "./small_graph.mjs";

const modelOf = (search = "") => new Model(new Matcher(/** @type {any} */ (GRAPH)), parseView(search));
const sets = (/** @type {number[]} */ nodes, /** @type {number[]} */ edges) => ({
  nodes: new Set(nodes),
  edges: new Set(edges),
});
const NOWHERE = { edge: -1, way: -1, node: -1 };

test("at first a model shows what its view lets through, and no path", () => {
  const model = modelOf("?topic=two&from=a&to=c");
  assert.deepEqual(model.shown, { nodes: [1, 3], edges: [] });
  assert.deepEqual([model.ends, model.ways, model.picking], [{ from: -1, to: -1 }, [], false]);
  assert.deepEqual(
    [0, 1].map((node) => model.shows(node)),
    [false, true],
  );
  assert.equal(model.route(), undefined);
});

test("a path is told, and shown whatever the filters say", () => {
  const model = modelOf();
  model.set(parseView("?topic=two&from=a&to=c"), false);
  assert.deepEqual(model.ends, { from: 0, to: 2 });
  assert.deepEqual(
    model.ways.map(({ cost }) => cost),
    [2, 2],
  );
  assert.deepEqual(model.shown, { nodes: [0, 1, 2, 3], edges: [0, 1, 2] });
  assert.deepEqual(model.route()?.toSorted(), [0, 1, 2]);
  assert.equal(model.picking, true);
  const { ways } = model;
  model.set(parseView("?from=a&to=c&view=text"), false);
  assert.equal(model.ways, ways, "the same ends have the same ways");
  model.set(parseView("?from=b&to=c"), false);
  assert.notEqual(model.ways, ways);
  model.set(parseView("?from=b&to=a"), false);
  assert.deepEqual(
    model.ways.map(({ steps }) => steps.at(-1)?.to),
    [0, 0],
  );
});

for (const [search, pick, picking] of /** @type {[string, boolean, boolean][]} */ ([
  ["", false, false],
  ["", true, true],
  ["?from=a", false, true],
  ["?to=b", false, true],
  ["?from=gone", false, false],
])) {
  test(`${search || "no end"} ${pick ? "asked for" : ""} ${picking ? "picks" : "does not pick"}`, () => {
    const model = modelOf();
    model.set(parseView(search), pick);
    assert.equal(model.picking, picking);
    assert.equal(model.route(), undefined, "one end is no route");
  });
}

test("looking changes nothing of what is shown", () => {
  const model = modelOf("?topic=one");
  const { shown } = model;
  model.look({ selected: "e" });
  assert.equal(model.shown, shown);
  assert.deepEqual([model.view.topics, model.selected], [["one"], 4]);
  assert.equal(modelOf().selected, -1);
});

test("what is lit: a link, a node, a path, the selected entry, or all", () => {
  const model = modelOf();
  assert.equal(model.light(NOWHERE), null);
  assert.deepEqual(model.light({ ...NOWHERE, edge: 0 }), sets([0, 1], [0]));
  assert.deepEqual(model.light({ ...NOWHERE, node: 3, edge: 2 }), sets([0, 2], [2]), "a link before a node");
  assert.deepEqual(model.light({ ...NOWHERE, node: 0 }), sets([0, 1, 2], [0, 2]));
  model.look({ selected: "d" });
  assert.deepEqual(model.light(NOWHERE), sets([3, 4], [3]));
  assert.deepEqual(model.light({ ...NOWHERE, node: 4 }), sets([4, 3], [3]));
});

test("a path lights its ways, or one of them", () => {
  const model = modelOf();
  model.set(parseView("?from=a&to=c&selected=d"), false);
  assert.deepEqual(model.light(NOWHERE), sets([0, 2, 1], [2, 0, 1]));
  const steps = model.ways.map((way) => way.steps.map(({ edge }) => edge));
  assert.deepEqual(steps, [[2], [0, 1]]);
  assert.deepEqual(model.light({ ...NOWHERE, way: 0 }), sets([0, 2], [2]));
  assert.deepEqual(model.light({ ...NOWHERE, way: 1 }), sets([0, 2, 1], [0, 1]));
  assert.deepEqual(model.light({ ...NOWHERE, node: 3 }), sets([3, 4], [3]));
  model.set(parseView("?to=c"), false);
  assert.deepEqual(model.light(NOWHERE), sets([2], []));
});

test("what is not shown is not lit", () => {
  const model = modelOf("?topic=two&selected=a");
  assert.equal(model.light(NOWHERE), null);
  assert.equal(model.light({ ...NOWHERE, edge: 0 }), null);
  assert.deepEqual(model.light({ ...NOWHERE, node: 1 }), sets([1], []));
});

/** @param {number} selected */
function walking(selected = -1, nodes = [0, 1, 2, 3, 4], edges = [0, 1, 2, 3]) {
  const graph = /** @type {any} */ (GRAPH);
  const walk = new Walk(graph, stepsByNode(graph));
  walk.show({ nodes, edges }, selected);
  return walk;
}
/** Goes as the stage does. @param {Walk} walk @param {number} node */
const go = (walk, node) => {
  if (node >= 0) walk.current = node;
  return node;
};

test("keys begin at the selected entry, or at the most important one that is shown", () => {
  assert.equal(walking(3).next(1), 3);
  assert.equal(walking().next(-1), 0);
  assert.equal(walking(0, [3, 1, 2]).next(1), 2);
  assert.equal(walking(-1, []).next(1), -1);
  assert.equal(walking(3).towards(1, 0), 3);
});

test("keys walk the neighbours of where they began, round and round", () => {
  const walk = walking();
  assert.deepEqual(
    [1, 1, 1, 1].map((step) => go(walk, walk.next(/** @type {1} */ (step)))),
    [0, 1, 2, 1],
  );
  assert.equal(go(walk, walk.next(-1)), 2);
  walk.settle();
  assert.equal(go(walk, walk.next(1)), 0, "from now on those of another");
  assert.equal(go(walk, walk.next(1)), 1);
});

test("who has no neighbours stays", () => {
  const walk = walking(1, [1, 2], []);
  go(walk, walk.next(1));
  assert.equal(walk.next(1), 1);
  assert.equal(walk.next(-1), 1);
});

test("links that are not shown are not walked", () => {
  const walk = walking(0, [0, 1, 2], [2]);
  go(walk, walk.next(1));
  assert.equal(go(walk, walk.next(-1)), 2);
  assert.equal(go(walk, walk.next(1)), 2);
});

test("strides go to the nearest in a direction, and neighbours are walked from there", () => {
  const walk = walking(0);
  go(walk, walk.towards(1, 0));
  assert.equal(go(walk, walk.towards(1, 0)), 1);
  assert.equal(go(walk, walk.next(1)), 0);
  go(walk, 2);
  assert.equal(walk.towards(1, 0), 2, "there is nothing further");
});

test("what is no longer shown is left, and so is all when asked", () => {
  const walk = walking(0);
  go(walk, walk.next(1));
  walk.show({ nodes: [0, 1], edges: [] }, -1);
  assert.equal(walk.current, 0);
  walk.show({ nodes: [1, 2], edges: [1] }, -1);
  assert.equal(walk.current, -1);
  assert.equal(go(walk, walk.next(1)), 2);
  walk.leave();
  assert.equal(walk.current, -1);
  assert.deepEqual([walk.shows(1), walk.shows(0)], [true, false]);
});
