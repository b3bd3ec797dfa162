import assert from "node:assert/strict";
import test from "node:test";

import { explanations } from "../../build_tools/theme/static/assets/concord/graph/explain.js";

/** A graph of one-letter ids from links such as "ab" (specific, cost 1) and "ab~" (related, 2.5). */
function graph(ids, links) {
  const relation = (key, cost) => ({ key, label: key, inverse: key, symmetric: false, cost });
  return {
    format: 1, topics: [], kinds: [], statuses: [], labels: [...ids], topic: [], kind: [], status: [],
    relations: [relation("uses", 1), relation("related", 2.5)],
    ids: [...ids],
    edges: {
      source: links.map((link) => ids.indexOf(link[0])),
      target: links.map((link) => ids.indexOf(link[1])),
      relation: links.map((link) => (link.endsWith("~") ? 1 : 0)),
    },
  };
}

for (const [why, ids, links, ends, expected] of [
  ["a single link", "ab", ["ab"], "ab", ["ab 1"]],
  ["a link walked backwards", "ab", ["ba"], "ab", ["ab 1"]],
  ["two specific links before one related", "abc", ["ac~", "ab", "bc"], "ac", ["abc 2", "ac 2.5"]],
  ["one related link before three specific", "abcd", ["ad~", "ab", "bc", "cd"], "ad", ["ad 2.5", "abcd 3"]],
  ["the cheaper of parallel links", "ab", ["ab~", "ab"], "ab", ["ab 1"]],
  ["answers that share no inner entry", "abcd", ["ab", "bd", "bc", "cd"], "ad", ["abd 2"]],
  ["three of four", "abcdef", ["ab", "bf", "ac", "cf", "ad", "df", "ae", "ef"], "af", ["abf 2", "acf 2", "adf 2"]],
  ["no path", "abc", ["ab"], "ac", []],
  ["an entry with itself", "ab", ["ab"], "aa", []],
  ["an unknown entry", "ab", ["ab"], "az", []],
]) {
  test(why, () => {
    const found = explanations(graph(ids, links), ids.indexOf(ends[0]), ids.indexOf(ends[1]));
    const told = found.map(({ steps, cost }) => `${ids[steps[0].from]}${steps.map((step) => ids[step.to]).join("")} ${cost}`);
    assert.deepEqual(told, expected);
  });
}

test("a step says which way its link was stated", () => {
  const [{ steps }] = explanations(graph("abc", ["ab", "cb"]), 0, 2);
  assert.deepEqual(steps.map(({ edge, inverse }) => [edge, inverse]), [[0, false], [1, true]]);
});
