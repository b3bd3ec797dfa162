import assert from "node:assert/strict";
import test from "node:test";

import { formatView, parseView, visible } from "../../build_tools/theme/static/assets/concord/graph/state.js";

/** a -> b -> c (uses), d -> a (causes); a and b in topic t, c and d in u. */
const GRAPH = {
  format: 1,
  topics: [{ key: "t", label: "T" }, { key: "u", label: "U" }],
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
]) {
  test(`${search || "an empty address"} comes back as it was`, () => {
    assert.equal(formatView(parseView(search)), search);
  });
}

for (const hops of ["0", "6", "-1", "1.5", "x", "", "1e9"]) {
  test(`hops=${hops} counts as one`, () => assert.equal(parseView(`?focus=a&hops=${hops}`).hops, 1));
}
