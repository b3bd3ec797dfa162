import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { explanations } from "../../../build_tools/theme/static/assets/concord/concepts/explain.js";
import { graphOf, told } from "../explanations.mjs";

const contract = new URL("../../contracts/graph_explanations.json", import.meta.url);
const { relations, cases } = JSON.parse(readFileSync(contract, "utf-8"));

for (const item of cases) {
  test(item.why, () => assert.deepEqual(told(item, relations), item.expected));
}

test("a step says which way its link was stated", () => {
  const graph = graphOf(
    ["a", "b", "c"],
    [
      ["a", "uses", "b"],
      ["c", "uses", "b"],
    ],
    { uses: 1 },
  );
  const [{ steps }] = explanations(graph, 0, 2);
  assert.deepEqual(
    steps.map(({ edge, inverse }) => [edge, inverse]),
    [
      [0, false],
      [1, true],
    ],
  );
});

test("as many as asked for", () => {
  const graph = graphOf(
    ["a", "b", "c"],
    [
      ["a", "uses", "c"],
      ["a", "uses", "b"],
      ["b", "uses", "c"],
    ],
    { uses: 1 },
  );
  assert.deepEqual(
    [0, 1, 2, 3].map((most) => explanations(graph, 0, 2, most).length),
    [0, 1, 2, 2],
  );
});
