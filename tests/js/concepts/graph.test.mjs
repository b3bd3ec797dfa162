import assert from "node:assert/strict";
import test from "node:test";

import { stepsByNode } from "../../../build_tools/theme/static/assets/concord/concepts/graph.js";

test("a link is walked from both of its ends", () => {
  const graph = /** @type {any} */ ({
    ids: ["a", "b", "c"],
    edges: { source: [0, 2], target: [1, 0], relation: [0, 0] },
  });
  assert.deepEqual(stepsByNode(graph), [
    [
      { from: 0, to: 1, edge: 0, inverse: false },
      { from: 0, to: 2, edge: 1, inverse: true },
    ],
    [{ from: 1, to: 0, edge: 0, inverse: true }],
    [{ from: 2, to: 0, edge: 1, inverse: false }],
  ]);
});
