import assert from "node:assert/strict";
import test from "node:test";

import { arrowhead, curveOf } from "../../../build_tools/theme/static/assets/concord/graph/drawing/curve.js";
import { composeFrame } from "../../../build_tools/theme/static/assets/concord/graph/drawing/frame.js";
import { emphasisOf, partOf, sceneMap } from "../../../build_tools/theme/static/assets/concord/graph/drawing/map.js";
import { nodeNear } from "../../../build_tools/theme/static/assets/concord/graph/drawing/near.js";
import { discRadius } from "../../../build_tools/theme/static/assets/concord/graph/drawing/detail.js";
import { GRAPH, measure } from "./small_graph.mjs";

const near = (/** @type {number} */ actual, /** @type {number} */ expected) =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
const rounded = (/** @type {number[]} */ values) => values.map((value) => Math.round(100 * value) / 100);

test("a map knows its bounds, and the rank and weight of everything", () => {
  const map = sceneMap(/** @type {any} */ (GRAPH));
  assert.deepEqual(map.bounds, { left: 10_000, top: 9_000, right: 50_000, bottom: 42_000 });
  near(map.spacing, Math.sqrt((40_000 * 33_000) / 5));
  assert.deepEqual(map.rank, [0, 2, 1, 4, 3]);
  assert.deepEqual(map.weight, [2, 3, 1, 7]);
  assert.deepEqual(map.size, { width: 0, height: 0 });
});

test("links stand in the order of their weight, and of their number", () => {
  const map = { ...sceneMap(/** @type {any} */ (GRAPH)), weight: [3, 1, 3, 1] };
  assert.deepEqual(partOf(map, { nodes: [], edges: [3, 2, 1, 0] }).edges, [1, 3, 0, 2]);
});

test("a topic of three nodes has a name at their median, the largest first", () => {
  const graph = /** @type {any} */ ({
    ...GRAPH,
    ids: [..."abcdefghij"],
    topic: [0, 0, 0, 1, 1, 1, 1, 2, 2, 0],
    x: [5, 1, 900, 10, 40, 30, 20, 0, 0, 7],
    y: [1, 2, 3, 4, 3, 2, 1, 0, 0, 9],
    importance: [...Array(10).keys()],
  });
  const map = sceneMap(graph);
  const regions = (/** @type {number[]} */ nodes) => partOf(map, { nodes, edges: [] }).regions;
  assert.deepEqual(regions([0, 1, 2, 3, 4, 5, 6, 7, 8]), [
    { topic: 1, label: "Two", x: 30, y: 3, count: 4 },
    { topic: 0, label: "One & <only>", x: 5, y: 2, count: 3 },
  ]);
  assert.deepEqual(
    regions([3, 4, 5, 0, 1, 2]).map(({ topic }) => topic),
    [0, 1],
    "of two as large, the first",
  );
  assert.deepEqual(regions([0, 1]), []);
});

test("what is emphasised begins with what has most links, and else keeps its order", () => {
  const map = sceneMap(/** @type {any} */ (GRAPH));
  const all = partOf(map, { nodes: GRAPH.ids.keys(), edges: GRAPH.edges.source.keys() });
  const some = { nodes: new Set([0, 1, 2, 3]), edges: new Set([1, 2, 9]) };
  assert.deepEqual(emphasisOf(map, all, some), { byImportance: [2, 0, 1, 3], edges: [2, 1], regions: [] });
});

/** Two nodes without extent, 300 pixels from each other. */
const PAIR = /** @type {any} */ ({
  graph: { x: [0, 300], y: [0, 0], size: [0, 255], edges: { source: [0], target: [1] } },
});
const FRAME = { viewport: { x: 0, y: 0, scale: 1, width: 200, height: 100 }, spacing: 60, curved: true };

test("a line is bent to its side, and ends a little before the discs", () => {
  const [fromX, fromY, viaX, viaY, toX, toY] = curveOf(PAIR, FRAME, 0);
  assert.deepEqual([viaX, viaY], [250, 83]);
  const length = Math.hypot(150, 33);
  const [start, end] = [discRadius(0, 60) + 1.5, discRadius(255, 60) + 1.5];
  near(fromX, 100 + (150 / length) * start);
  near(fromY, 50 + (33 / length) * start);
  near(toX, 400 - (150 / length) * end);
  near(toY, 50 + (33 / length) * end);
});

test("a line goes from middle to middle where it is straight, or has no room", () => {
  assert.deepEqual(curveOf(PAIR, { ...FRAME, curved: false }, 0), [100, 50, 100, 50, 400, 50]);
  const close = { ...PAIR, graph: { ...PAIR.graph, x: [0, 13], y: [0, 0] } };
  assert.deepEqual(curveOf(close, FRAME, 0), [100, 50, 106.5, 51.43, 113, 50]);
  const apart = { ...PAIR, graph: { ...PAIR.graph, x: [0, 16], y: [0, 0] } };
  assert.notDeepEqual(curveOf(apart, FRAME, 0).slice(0, 2), [100, 50]);
});

test("an arrowhead points from the control point, and needs room", () => {
  assert.deepEqual(rounded(arrowhead([0, 0, 100, 0, 100, 50], 10) ?? []), [100, 50, 95.8, 40, 104.2, 40]);
  assert.deepEqual(rounded(arrowhead([0, 0, 10, 0, 20, 0], 10) ?? []), [20, 0, 10, 4.2, 10, -4.2]);
  assert.equal(arrowhead([0, 0, 10, 0, 19.9, 0], 10), null);
  assert.ok(!arrowhead([0, 0, 30, 0, 30, 0], 10)?.some(Number.isNaN), "a line of no direction");
});

const VIEW = { x: 30_000, y: 25_000, scale: 0.012, width: 640, height: 480 };

test("a point means the nearest node within reach, or whose disc it is in", () => {
  const map = sceneMap(/** @type {any} */ (GRAPH));
  const nodes = [0, 1, 2, 3, 4];
  const at = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ reach) =>
    nodeNear(map, nodes, VIEW, { x, y, reach });
  assert.equal(at(80, 60, 0), 0);
  assert.equal(at(80, 68, 8), 0);
  assert.equal(at(80, 72.6, 0), 0, "its disc is large");
  assert.equal(at(80, 72.8, 0), -1);
  assert.equal(at(320, 108, 0), 1);
  assert.equal(at(200, 425, 5), 3);
  assert.equal(at(200, 425.5, 5), -1);
  assert.equal(nodeNear(map, [1, 2], VIEW, { x: 80, y: 60, reach: 8 }), -1);
  assert.equal(at(443, 78, 400), 2);
  assert.equal(at(197, 84, 400), 0);
  assert.equal(at(203, 84, 400), 1);
});

/** Nodes in a row, a hundred units from each other, without links. @param {number} count @param {object} [more] */
function row(count, more = {}) {
  const range = (/** @type {(at: number) => unknown} */ make) => Array.from({ length: count }, (_, at) => make(at));
  const graph = {
    ...{ ...GRAPH, ids: range((at) => `n${at}`), labels: range((at) => `n${at}`), topic: range(() => 0) },
    ...{ size: range(() => 0), x: range((at) => 100 * Number(at)), y: range(() => 0), importance: range((at) => at) },
    ...{ edges: { source: [], target: [], relation: [] }, ...more },
  };
  const map = sceneMap(/** @type {any} */ (graph));
  Object.assign(map.size, { width: 1000, height: 600 });
  return { map, part: partOf(map, { nodes: graph.ids.keys(), edges: graph.edges.source.keys() }) };
}
const wish = (more = {}) => ({ zoom: 3, measure, marked: [], ...more });

test("a node shows until it is a brim beyond the edge", () => {
  const { map, part } = row(3, { x: [523, 524, 525], y: [0, 0, 0] });
  const sight = (/** @type {object} */ more) =>
    composeFrame(map, part, { x: 0, y: 0, scale: 1, width: 1000, height: 600, ...more }, wish()).nodes;
  assert.deepEqual(sight({}), [1, 0]);
  assert.deepEqual(sight({ x: 525, y: 324 }), [2, 1, 0]);
  assert.deepEqual(sight({ x: 525, y: 325 }), []);
});

test("links lead out of sight from its very edge", () => {
  const edges = { source: [0, 0, 1, 2], target: [1, 2, 3, 3], relation: [0, 0, 0, 0] };
  const { map, part } = row(4, { x: [0, 500, 501, 900], y: [0, 0, 0, 0], edges });
  const frame = composeFrame(map, part, { x: 0, y: 0, scale: 1, width: 1000, height: 600 }, wish());
  assert.deepEqual(
    frame.strands.map((strand) => strand.edges),
    [[1, 2], [0]],
  );
  near(frame.strands[0].opacity, frame.strands[1].opacity * 0.3);
  const full = composeFrame(map, part, { x: 0, y: 0, scale: 1, width: 1000, height: 600 }, wish({ full: true }));
  assert.deepEqual(
    full.strands.map((strand) => strand.edges),
    [[0, 1, 2]],
  );
  assert.deepEqual([full.thickness, frame.thickness, full.regions], [1.6, 1, []]);
});

test("an emphasis has arrowheads at least, and bent links whatever their number", () => {
  const { map, part } = row(2);
  const far = { x: 0, y: 0, scale: 0.001, width: 1000, height: 600 };
  assert.deepEqual(
    [composeFrame(map, part, far, wish()).arrow, composeFrame(map, part, far, wish({ full: true })).arrow],
    [0, 6],
  );
  const many = { ...part, edges: Array(3000).fill(0) };
  const huge = { ...map, graph: { ...map.graph, edges: { source: [0], target: [1], relation: [0] } } };
  assert.equal(composeFrame(huge, many, far, wish()).curved, false);
  assert.equal(composeFrame(huge, many, far, wish({ full: true })).curved, true);
  assert.equal(composeFrame(huge, many, far, wish()).dashed, false);
});

test("a label stands right of its disc, else left, else below, else where it is cut off", () => {
  const at = (/** @type {object} */ more) => {
    const { map, part } = row(1, { labels: ["A long label"], ...more });
    const { labels } = composeFrame(map, part, { x: 0, y: 0, scale: 1, width: 400, height: 200 }, wish());
    return rounded([labels[0].x, labels[0].y, labels[0].size]);
  };
  const radius = discRadius(
    0,
    sceneMap(
      /** @type {any} */ ({ ...GRAPH, ids: ["n"], x: [0], y: [0], importance: [0], edges: { source: [], target: [] } }),
    ).spacing,
  );
  const width = measure("A long label", 11.5);
  assert.deepEqual(at({}), rounded([200 + radius + 4, 100, 11.5]));
  assert.deepEqual(at({ x: [180] }), rounded([380 - radius - 4 - width, 100, 11.5]));
  assert.deepEqual(at({ x: [140] }), rounded([340 - radius - 4 - width, 100, 11.5]));
  assert.deepEqual(at({ x: [396 - 200 - radius - width] }), rounded([400 - width, 100, 11.5]), "it just fits");
  const long = { labels: ["A label that is much too long for the width of this small picture"] };
  const cut = at({ ...long, x: [-190] });
  assert.equal(cut[0], Math.round(100 * (10 + radius + 4)) / 100);
});

test("a label too wide for either side stands below", () => {
  const { map, part } = row(1, { labels: ["A label of some length here"] });
  const [label] = composeFrame(map, part, { x: 0, y: 0, scale: 1, width: 220, height: 200 }, wish()).labels;
  near(label.x, 110 - measure(label.text, 11.5) / 2);
  near(label.y, 100 + discRadius(0, map.spacing) + 2 + 11.5 * 0.6);
});

test("of a crowd the most important are labelled, and marked ones in any case", () => {
  const { map, part } = row(100, {
    x: Array.from({ length: 100 }, (_, at) => 10 * at),
    y: Array.from({ length: 100 }, (_, at) => 5 * at),
  });
  const labels = (/** @type {object} */ more) =>
    composeFrame(map, part, { x: 500, y: 250, scale: 1, width: 1000, height: 600 }, wish(more)).labels.map(
      ({ text }) => text,
    );
  assert.deepEqual(labels({ zoom: 0.3 }), ["n0", "n2"]);
  assert.deepEqual(labels({ zoom: 0.3, marked: [77] }), ["n77", "n0", "n2"]);
  assert.ok(labels({ zoom: 0.3, full: true }).length > 20);
});

test("names of topics are as large as their topics, and stay inside the view", () => {
  const topics = { topic: [0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] };
  const { map, part } = row(15, {
    ...topics,
    x: Array.from({ length: 15 }, (_, at) => (at < 3 ? -480 : 300)),
    y: Array.from({ length: 15 }, (_, at) => (at < 3 ? 0 : 100)),
  });
  const regions = (/** @type {object} */ more = {}, /** @type {object} */ viewport = {}) =>
    composeFrame(map, part, { x: 0, y: 0, scale: 1, width: 1000, height: 600, ...viewport }, wish({ zoom: 1, ...more }))
      .regions;
  const [two, one] = regions();
  assert.deepEqual([two.text, two.size, two.topic, one.text], ["Two", 24, 1, "One & <only>"]);
  near(one.size, 14 + 10 * Math.sqrt(3 / 12));
  assert.deepEqual([one.x, one.y, two.y], [6, 300, 400]);
  near(two.x, 800 - measure("Two", 24, true) / 2);
  assert.deepEqual(
    [0.5, 0.8, 1.2, 1.4, 2].map((zoom) => Math.round(regions({ zoom })[0].size * 100) / 100),
    [19.2, 19.2, 28.8, 33.6, 33.6],
  );
  near(regions({}, { width: 480, x: 300 })[0]?.size ?? 0, 480 / 30 + 3);
  assert.deepEqual(regions({ zoom: 2.6 }), []);
  assert.equal(regions({}, { x: -180 })[0].x, 1000 - measure("Two", 24, true) - 6);
  assert.deepEqual(
    regions({}, { x: 600 }).map(({ text }) => text),
    ["Two"],
    "a name whose middle is out of sight is not pulled in",
  );
});
