import assert from "node:assert/strict";
import test from "node:test";

import { formatView, isFiltered, parseView } from "../../../build_tools/theme/static/assets/concord/graph/data/view.js";
import { facetCounts, namedBy, visible } from "../../../build_tools/theme/static/assets/concord/graph/data/visible.js";

/** a -> b -> c (uses), d -> a (causes); a and b in topic t, c and d in u. */
const GRAPH = {
  format: 1,
  topics: [
    { key: "t", label: "T" },
    { key: "u", label: "U" },
  ],
  kinds: [{ key: "k", label: "K" }],
  statuses: ["draft", "reviewed"],
  relations: ["uses", "causes"].map((key) => ({ key, label: key, inverse: key, symmetric: false, cost: 1 })),
  ids: ["a", "b", "c", "d"],
  labels: ["Apple", "Bread", "Cider", "Dough"],
  topic: [0, 0, 1, 1],
  kind: [0, 0, 0, 0],
  status: [0, 1, 0, 0],
  edges: { source: [0, 1, 3], target: [1, 2, 0], relation: [0, 0, 1] },
};

for (const [search, nodes, edges] of [
  ["", "abcd", [0, 1, 2]],
  ["?topic=t", "ab", [0]],
  ["?topic=t,u", "abcd", [0, 1, 2]],
  ["?topic=gone", "abcd", [0, 1, 2]],
  ["?relation=causes", "abcd", [2]],
  ["?status=reviewed", "b", []],
  ["?kind=k&q=ID", "c", []],
  ["?focus=a", "abd", [0, 2]],
  ["?focus=a&directed=1", "ab", [0]],
  ["?focus=a&hops=2&directed=1", "abc", [0, 1]],
  ["?focus=a&relation=uses", "ab", [0]],
  ["?focus=a&topic=u", "ad", [2]],
  ["?focus=gone", "abcd", [0, 1, 2]],
]) {
  test(`what ${search || "no filter"} shows`, () => {
    const shown = visible(GRAPH, parseView(search));
    assert.equal(shown.nodes.map((node) => GRAPH.ids[node]).join(""), nodes);
    assert.deepEqual(shown.edges, edges);
  });
}

for (const search of [
  "",
  "?topic=t,u&kind=k&relation=uses&status=draft&q=a+b%26c",
  "?focus=a&hops=3&directed=1",
  "?from=a&to=b&view=text",
  "?selected=a&view=text",
  "?focus=a&at=100,200,1.5",
  "?at=-5,70000,0.5",
]) {
  test(`${search || "an empty address"} comes back as it was`, () => {
    assert.equal(formatView(parseView(search)), search);
  });
}

for (const hops of ["0", "6", "-1", "1.5", "x", "", "1e9"]) {
  test(`hops=${hops} counts as one`, () => assert.equal(parseView(`?focus=a&hops=${hops}`).hops, 1));
}

for (const at of ["", "1,2", "1,2,3,4", "1,2,0", "1,2,-1", "x,2,1", "1,2,Infinity", "1,,1", "1e9,2,1"]) {
  test(`at=${at} counts as not stated`, () => assert.equal(parseView(`?at=${at}`).at, null));
}

test("a camera is stated as precisely as a screen can show it", () => {
  const view = { ...parseView(""), at: { x: 100.4, y: 200.6, k: 1.23456 } };
  assert.equal(formatView(view), "?at=100,201,1.23");
});

test("what is told is shown whatever the filters say", () => {
  const shown = visible(GRAPH, parseView("?topic=t"), { nodes: [2], edges: [1] });
  assert.deepEqual(shown, { nodes: [0, 1, 2], edges: [0, 1] });
});

for (const [search, counts] of [
  ["", { topics: [2, 2], kinds: [4], statuses: [3, 1], relations: [2, 1] }],
  ["?topic=t", { topics: [2, 2], kinds: [2], statuses: [1, 1], relations: [1, 0] }],
  ["?status=reviewed", { topics: [1, 0], kinds: [1], statuses: [3, 1], relations: [0, 0] }],
  ["?relation=causes", { topics: [2, 2], kinds: [4], statuses: [3, 1], relations: [2, 1] }],
  ["?q=zzz", { topics: [0, 0], kinds: [0], statuses: [0, 0], relations: [0, 0] }],
]) {
  test(`what each choice stands for: ${search || "no filter"}`, () => {
    assert.deepEqual(facetCounts(GRAPH, parseView(search)), counts);
  });
}

test("an address states each part of a view", () => {
  assert.deepEqual(parseView(""), {
    ...{ topics: [], kinds: [], relations: [], statuses: [], query: "", focus: "", hops: 1, directed: false },
    ...{ from: "", to: "", selected: "", text: false, at: null },
  });
  const search =
    "?topic=a,b&topic=b,,c&kind=k&relation=r&status=s&q=x&focus=f&hops=5&directed=1&from=g&to=h&selected=i&view=text&at=1,2,3";
  assert.deepEqual(parseView(search), {
    ...{ topics: ["a", "b", "c"], kinds: ["k"], relations: ["r"], statuses: ["s"], query: "x", focus: "f", hops: 5 },
    ...{ directed: true, from: "g", to: "h", selected: "i", text: true, at: { x: 1, y: 2, k: 3 } },
  });
  assert.equal(parseView("?directed=true").directed, false);
  assert.equal(parseView("?view=map").text, false);
});

test("a camera may look beyond the map, but not far", () => {
  for (const [at, stands] of /** @type {[string, boolean][]} */ ([
    ["-65535,131070,1000", true],
    ["-65536,0,1", false],
    ["0,131071,1", false],
    ["131071,0,1", false],
    ["0,-65536,1", false],
    ["0,0,1000.1", false],
    ["0,0,0.001", true],
  ])) {
    assert.equal(parseView(`?at=${at}`).at !== null, stands, at);
  }
});

test("hops and direction are stated of a focus alone", () => {
  const view = { ...parseView(""), hops: 3, directed: true };
  assert.equal(formatView(view), "");
  assert.equal(formatView({ ...view, focus: "a" }), "?focus=a&hops=3&directed=1");
});

test("what the filters leave out is told", () => {
  assert.equal(isFiltered(parseView("?focus=a&view=text&selected=b")), false);
  for (const search of ["?q=a", "?topic=a", "?kind=a", "?relation=a", "?status=a"]) {
    assert.equal(isFiltered(parseView(search)), true, search);
  }
});

test("a name is let through by a part of it, in whatever case", () => {
  assert.deepEqual(["Apple", "Pear"].map(namedBy(" PL ")), [true, false]);
  assert.deepEqual(["Apple", "Pear"].map(namedBy("  ")), [true, true]);
});
