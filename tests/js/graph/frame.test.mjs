import assert from "node:assert/strict";
import test from "node:test";

import { svgOf } from "../../../build_tools/theme/static/assets/concord/graph/drawing/picture.js";
import { arrowhead, curveOf } from "../../../build_tools/theme/static/assets/concord/graph/drawing/curve.js";
import { composeFrame } from "../../../build_tools/theme/static/assets/concord/graph/drawing/frame.js";
import { emphasisOf, partOf, sceneMap } from "../../../build_tools/theme/static/assets/concord/graph/drawing/map.js";
import { relationStyles } from "../../../build_tools/theme/static/assets/concord/graph/drawing/edgestyles.js";

const COUNT = 60;
let seed = 11;
const next = (most) => (seed = (seed * 48271) % 2147483647) % most;
const range = (count, make) => Array.from({ length: count }, (_, at) => make(at));
const graph = {
  topics: [
    { key: "one", label: "One & <only>", light: "#111111", dark: "#eeeeee" },
    { key: "two", label: "Two", light: "#222222", dark: "#dddddd" },
  ],
  kinds: [],
  statuses: [],
  relations: [
    { key: "uses", label: "uses", inverse: "is used by", symmetric: false, cost: 1 },
    { key: "differs", label: "differs from", inverse: "differs from", symmetric: true, cost: 1 },
    { key: "unused", label: "is not used", inverse: "", symmetric: false, cost: 1 },
  ],
  ids: range(COUNT, (at) => `n${at}`),
  labels: range(COUNT, (at) => (at === 0 ? 'A "quoted" <label> & more' : `Label ${at}`)),
  topic: range(COUNT, (at) => at % 2),
  kind: [],
  status: [],
  x: range(COUNT, () => next(65536)),
  y: range(COUNT, () => next(65536)),
  size: range(COUNT, (at) => 255 - 4 * at),
  importance: range(COUNT, (at) => at),
  edges: {
    source: range(120, (at) => at % COUNT),
    target: range(120, (at) => (at * 7 + 1) % COUNT),
    relation: range(120, (at) => at % 2),
  },
  page: 128,
};
const map = sceneMap(graph);
map.size.width = 1000;
map.size.height = 700;
const all = partOf(map, { nodes: graph.ids.keys(), edges: graph.edges.source.keys() });
const measure = (text, size) => text.length * size * 0.55;
const whole = { x: 32768, y: 32768, scale: 0.0098, width: 1000, height: 700 };
const close = { x: graph.x[0], y: graph.y[0], scale: 0.04, width: 1000, height: 700 };
const wish = (zoom, more = {}) => ({ zoom, measure, marked: [], ...more });
const drawn = (frame) => frame.strands.flatMap(({ edges }) => edges);
const palette = {
  ground: "#ffffff",
  text: "#000000",
  ring: "#0000ff",
  topics: graph.topics.map(({ light }) => light),
  relations: relationStyles(graph, false),
  family: '"A font", sans-serif',
};

test("a part keeps what it is of, the most important first", () => {
  const part = partOf(map, { nodes: [9, 3, 5], edges: [4, 2] });
  assert.deepEqual(part.byImportance, [3, 5, 9]);
  assert.deepEqual(part.edges, [2, 4]);
  assert.deepEqual(
    part.regions.map(({ topic, count }) => [topic, count]),
    [[1, 3]],
  );
});

test("an emphasis is of what is shown alone, and about what holds it together", () => {
  const edges = new Set(graph.edges.source.keys().filter((edge) => graph.edges.source[edge] === 20));
  const nodes = new Set([20, ...[...edges].map((edge) => graph.edges.target[edge])]);
  const { byImportance, edges: kept } = emphasisOf(map, all, { nodes, edges });
  assert.equal(byImportance[0], 20);
  assert.deepEqual(new Set(byImportance), nodes);
  assert.deepEqual(new Set(kept), edges);
  const shown = partOf(map, { nodes: [20], edges: [] });
  assert.deepEqual(emphasisOf(map, shown, { nodes, edges }), { byImportance: [20], edges: [], regions: [] });
});

test("everything is in a frame of everything", () => {
  const frame = composeFrame(map, all, whole, wish(1));
  assert.equal(frame.nodes.length, COUNT);
  assert.equal(frame.nodes.at(-1), 0, "the most important is drawn last");
  assert.deepEqual(
    drawn(frame).toSorted((a, b) => a - b),
    [...graph.edges.source.keys()],
  );
  assert.equal(frame.regions.length, 2);
});

test("what is out of sight is not drawn, and links that lead there are fainter", () => {
  const frame = composeFrame(map, all, close, wish(4));
  assert.ok(frame.nodes.includes(0) && frame.nodes.length < COUNT / 2);
  const inSight = (node) =>
    Math.abs(graph.x[node] - close.x) * close.scale <= 500 && Math.abs(graph.y[node] - close.y) * close.scale <= 350;
  const [leading, inside] = frame.strands;
  assert.ok(leading.opacity < inside.opacity);
  for (const edge of graph.edges.source.keys()) {
    const ends = Number(inSight(graph.edges.source[edge])) + Number(inSight(graph.edges.target[edge]));
    assert.equal(inside.edges.includes(edge), ends === 2);
    assert.equal(leading.edges.includes(edge), ends === 1);
  }
});

test("no two texts overlap, and none is cut off that need not be", () => {
  for (const [viewport, zoom] of [
    [whole, 1],
    [close, 4],
  ]) {
    const { labels, regions } = composeFrame(map, all, viewport, wish(zoom));
    const boxes = [...labels, ...regions].map(({ text, x, y, size }) => [
      x,
      y - size / 2,
      x + measure(text, size),
      y + size / 2,
    ]);
    assert.ok(labels.length > 5);
    boxes.forEach((one, at) => {
      for (const other of boxes.slice(at + 1)) {
        assert.ok(one[2] <= other[0] || other[2] <= one[0] || one[3] <= other[1] || other[3] <= one[1]);
      }
    });
  }
});

test("labels come with zoom", () => {
  const few = composeFrame(map, all, { ...whole, scale: 0.003 }, wish(0.3)).labels.length;
  assert.ok(few < composeFrame(map, all, whole, wish(1)).labels.length);
});

test("a marked node has its label however little it matters", () => {
  const node = COUNT - 1;
  const label = graph.labels[node];
  const texts = (marked) =>
    composeFrame(map, all, { ...whole, scale: 0.003 }, wish(0.1, { marked })).labels.map(({ text }) => text);
  assert.ok(!texts([]).includes(label));
  assert.equal(texts([node])[0], label);
});

test("a line ends at the rims of the discs and its head points at the target", () => {
  const frame = composeFrame(map, all, close, wish(4));
  const curve = curveOf(map, frame, 0);
  const screen = (node) => [
    500 + (graph.x[node] - close.x) * close.scale,
    350 + (graph.y[node] - close.y) * close.scale,
  ];
  const [fromX, fromY] = screen(graph.edges.source[0]);
  const [toX, toY] = screen(graph.edges.target[0]);
  assert.ok(Math.hypot(curve[0] - fromX, curve[1] - fromY) > 2);
  assert.ok(Math.hypot(curve[4] - toX, curve[5] - toY) > 2);
  const head = arrowhead(curve, 8);
  assert.deepEqual(head.slice(0, 2), curve.slice(4));
  const [tip, base] = [
    Math.hypot(head[0] - toX, head[1] - toY),
    Math.hypot((head[2] + head[4]) / 2 - toX, (head[3] + head[5]) / 2 - toY),
  ];
  assert.ok(tip < base);
  assert.equal(arrowhead([0, 0, 1, 1, 2, 2], 8), null, "no head is longer than half its line");
});

const showing = { part: all, emphasised: null, selected: -1, zoom: 1, measure };

test("a picture is one closed document with every node, and text is text", () => {
  const svg = svgOf(map, palette, whole, showing);
  assert.equal(svg.match(/<title>/g).length, COUNT);
  assert.ok(svg.includes("A &quot;quoted&quot; &lt;label&gt; &amp; more"));
  assert.ok(svg.includes('font-family="&quot;A font&quot;, sans-serif"'));
  assert.ok(!/NaN|undefined|Infinity|href|<label>/.test(svg));
  const open = [];
  for (const [, end, name, self] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)) {
    if (end) assert.equal(open.pop(), name);
    else if (!self) open.push(name);
  }
  assert.deepEqual(open, []);
});

test("a picture's legend has the relations that are drawn and no other", () => {
  const legend = (part) =>
    svgOf(map, palette, whole, { ...showing, part })
      .split('font-size="12.5"')
      .at(-1);
  assert.ok(legend(all).includes(">uses<") && legend(all).includes(">differs from<"));
  assert.ok(!legend(all).includes("is not used"));
  const half = partOf(map, { nodes: graph.ids.keys(), edges: [0, 2, 4] });
  assert.ok(legend(half).includes(">uses<") && !legend(half).includes("differs from"));
});

test("a picture of an emphasis keeps the rest, faint", () => {
  const emphasised = emphasisOf(map, all, { nodes: new Set([0, 1]), edges: new Set([0]) });
  const svg = svgOf(map, palette, whole, { ...showing, emphasised, selected: 0 });
  assert.equal(svg.match(/<title>/g).length, COUNT + 2);
  assert.ok(svg.includes('<g opacity="0.16">') && svg.includes(`stroke="${palette.ring}"`));
});
