import assert from "node:assert/strict";
import test from "node:test";

import { choicesOf, chosenAfter } from "../../../build_tools/theme/static/assets/concord/graph/data/choices.js";
import { linkGroups } from "../../../build_tools/theme/static/assets/concord/graph/data/links.js";

for (const [chosen, key, checked, expected] of [
  [[], "b", false, ["a", "c"]],
  [["a", "c"], "b", true, []],
  [["a"], "b", true, ["a", "b"]],
  [["a"], "a", false, []],
  [["gone"], "a", false, ["b", "c"]],
]) {
  test(`${checked ? "checking" : "unchecking"} ${key} after ${chosen.join() || "all"}`, () => {
    assert.deepEqual(chosenAfter(["a", "b", "c"], chosen, key, checked), expected);
  });
}

test("links are told by what they say, and symmetric ones once", () => {
  const graph = {
    labels: ["A", "C", "B"],
    relations: [
      { label: "uses", inverse: "is used by", symmetric: false },
      { label: "goes with", inverse: "goes with", symmetric: true },
    ],
    edges: { source: [0, 0, 1, 2], target: [1, 2, 0, 0], relation: [0, 0, 0, 1] },
  };
  const steps = [
    { from: 0, to: 1, edge: 0, inverse: false },
    { from: 0, to: 2, edge: 1, inverse: false },
    { from: 0, to: 1, edge: 2, inverse: true },
    { from: 0, to: 2, edge: 3, inverse: true },
  ];
  assert.deepEqual(
    linkGroups(graph, steps).map((group) => [group.label, group.steps.map(({ edge }) => edge)]),
    [
      ["uses", [1, 0]],
      ["is used by", [2]],
      ["goes with", [3]],
    ],
  );
});

test("choices are what some entry or link has, with their places in the vocabulary", () => {
  const graph = /** @type {any} */ ({
    topics: [
      { key: "t", label: "T" },
      { key: "u", label: "U" },
      { key: "v", label: "V" },
    ],
    kinds: [{ key: "k", label: "K" }],
    statuses: ["draft", "reviewed"],
    relations: [
      { key: "uses", label: "uses" },
      { key: "limits", label: "limits" },
    ],
    topic: [2, 0],
    kind: [0, 0],
    status: [1, 1],
    edges: { source: [0], target: [1], relation: [1] },
  });
  assert.deepEqual(choicesOf(graph, "topics"), [
    { key: "t", label: "T", index: 0 },
    { key: "v", label: "V", index: 2 },
  ]);
  assert.deepEqual(choicesOf(graph, "kinds"), [{ key: "k", label: "K", index: 0 }]);
  assert.deepEqual(choicesOf(graph, "statuses"), [{ key: "reviewed", label: "Reviewed", index: 1 }]);
  assert.deepEqual(choicesOf(graph, "relations"), [{ key: "limits", label: "limits", index: 1 }]);
});

test("links stand by relation, those that are stated before the others, and by label", () => {
  const graph = /** @type {any} */ ({
    labels: ["A", "Zebra", "élan", "Bread", "Bread"],
    relations: [
      { label: "uses", inverse: "is used by", symmetric: false },
      { label: "limits", inverse: "is limited by", symmetric: false },
    ],
    edges: { relation: [1, 0, 0, 0, 0, 1] },
  });
  const step = (/** @type {number} */ edge, /** @type {number} */ to, inverse = false) => ({
    from: 0,
    to,
    edge,
    inverse,
  });
  const steps = [step(0, 1), step(1, 1, true), step(2, 4), step(3, 3), step(4, 2), step(5, 2, true)];
  assert.deepEqual(
    linkGroups(graph, steps).map(({ label, relation, inverse, steps: held }) => [
      label,
      relation,
      inverse,
      held.map(({ to }) => to),
    ]),
    [
      ["uses", 0, false, [3, 4, 2]],
      ["is used by", 0, true, [1]],
      ["limits", 1, false, [1]],
      ["is limited by", 1, true, [2]],
    ],
  );
});
