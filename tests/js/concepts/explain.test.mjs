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

test("of many ways the cheapest is found", () => {
  const costs = { near: 1, far: 3, remote: 7, away: 12 };
  const names = Object.keys(costs);
  const ids = Array.from({ length: 40 }, (_, at) => `n${at}`);
  let state = 1;
  const chance = (/** @type {number} */ below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const links = Array.from({ length: 160 }, () => [ids[chance(40)], names[chance(4)], ids[chance(40)]]).filter(
    ([from, , to]) => from !== to,
  );
  const graph = graphOf(ids, links, costs);
  const least = ids.map((one) => ids.map((other) => (one === other ? 0 : Infinity)));
  for (const [from, relation, to] of links) {
    const [one, other] = [ids.indexOf(from), ids.indexOf(to)];
    least[one][other] = least[other][one] = Math.min(least[one][other], costs[relation]);
  }
  for (const by of ids.keys())
    for (const one of ids.keys())
      for (const other of ids.keys())
        least[one][other] = Math.min(least[one][other], least[one][by] + least[by][other]);
  for (const one of ids.keys())
    for (const other of ids.keys()) {
      const [found] = explanations(graph, one, other, 1);
      if (one !== other) assert.equal(found?.cost ?? Infinity, least[one][other], `${one} to ${other}`);
    }
});
