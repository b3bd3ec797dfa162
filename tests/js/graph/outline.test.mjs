import assert from "node:assert/strict";
import test from "node:test";

import { parseView } from "../../../build_tools/theme/static/assets/concord/graph/data/view.js";
import { visible } from "../../../build_tools/theme/static/assets/concord/graph/data/visible.js";
import { outline } from "../../../build_tools/theme/static/assets/concord/graph/data/outline.js";

/** c -> b -> a, c -> a; b's topic is the second one, and the third is empty. */
const GRAPH = {
  format: 1,
  topics: ["t", "u", "v"].map((key) => ({ key, label: key })),
  kinds: [{ key: "k", label: "K" }],
  statuses: ["draft"],
  relations: ["uses", "causes"].map((key) => ({ key, label: key, inverse: key, symmetric: false, cost: 1 })),
  ids: ["a", "b", "c"],
  labels: ["zebra", "Bread", "Élan"],
  topic: [0, 1, 0],
  kind: [0, 0, 0],
  status: [0, 0, 0],
  edges: { source: [2, 1, 2], target: [1, 0, 0], relation: [0, 0, 1] },
};

test("entries stand under their topic, by label, with the links that they state", () => {
  assert.deepEqual(outline(GRAPH, visible(GRAPH, parseView(""))), [
    {
      topic: 0,
      entries: [
        { node: 2, edges: [0, 2] },
        { node: 0, edges: [] },
      ],
    },
    { topic: 1, entries: [{ node: 1, edges: [1] }] },
  ]);
});

for (const search of ["", "?topic=t", "?relation=causes", "?focus=b", "?focus=c&directed=1", "?q=nothing"]) {
  test(`what is listed is what is shown: ${search || "no filter"}`, () => {
    const shown = visible(GRAPH, parseView(search));
    const entries = outline(GRAPH, shown).flatMap((chapter) => chapter.entries);
    assert.deepEqual(entries.map(({ node }) => node).sort(), shown.nodes);
    assert.deepEqual(entries.flatMap(({ edges }) => edges).sort(), shown.edges);
  });
}
