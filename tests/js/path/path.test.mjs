import assert from "node:assert/strict";
import test from "node:test";

import { listed } from "../../../build_tools/theme/static/assets/concord/path/answer.js";
import { layout, linesOf } from "../../../build_tools/theme/static/assets/concord/path/layout.js";
import { examplePairs, partners } from "../../../build_tools/theme/static/assets/concord/path/examples.js";
import { formatQuestion, parseQuestion } from "../../../build_tools/theme/static/assets/concord/path/question.js";

/**
 * A graph of entries, the most important first.
 * @param {[id: string, label: string, topic: number, status?: number][]} entries
 * @param {[number, number][]} links
 */
function graphOf(entries, links = []) {
  return {
    format: 1,
    topics: ["t", "u", "v", "w"].map((key) => ({ key, label: key })),
    kinds: [{ key: "k", label: "K" }],
    statuses: ["draft", "reviewed", "deprecated"],
    relations: [{ key: "uses", label: "uses", inverse: "is used by", symmetric: false, cost: 1 }],
    ids: entries.map(([id]) => id),
    labels: entries.map(([, label]) => label),
    topic: entries.map(([, , topic]) => topic),
    kind: entries.map(() => 0),
    status: entries.map(([, , , status = 0]) => status),
    importance: [...entries.keys()],
    edges: { source: links.map(([it]) => it), target: links.map(([, it]) => it), relation: links.map(() => 0) },
    page: 2,
  };
}

/** A chain of topics t u v w, and an island. */
const CHAIN = graphOf(
  [
    ["a", "A", 0],
    ["b", "B", 1],
    ["gone", "Gone", 1, 2],
    ["c", "C", 2],
    ["d", "D", 3],
    ["island", "Island", 3],
  ],
  [
    [0, 1],
    [3, 1],
    [3, 4],
    [2, 0],
  ],
);

test("examples are pairs of important entries of different topics, not linked directly", () => {
  assert.deepEqual(examplePairs(CHAIN), [
    [0, 3],
    [1, 4],
  ]);
  assert.deepEqual(examplePairs(CHAIN, 1), [[0, 3]]);
  assert.deepEqual(examplePairs(graphOf([])), []);
});

test("where all are neighbours, examples are neighbours", () => {
  assert.deepEqual(
    examplePairs(
      graphOf(
        [
          ["a", "A", 0],
          ["b", "B", 0],
        ],
        [[0, 1]],
      ),
    ),
    [[0, 1]],
  );
});

test("partners can be reached, are of other topics first, and are not retired", () => {
  assert.deepEqual(partners(CHAIN, 0), [3, 4, 1]);
  assert.deepEqual(partners(CHAIN, 5), []);
});

for (const [search, question] of /** @type {[string, { from: string, to: string }][]} */ ([
  ["", { from: "", to: "" }],
  ["?from=a", { from: "a", to: "" }],
  ["?from=a&to=b", { from: "a", to: "b" }],
  ["?to=%C3%A9+x", { from: "", to: "é x" }],
])) {
  test(`an address is its question: ${search || "none"}`, () => {
    assert.deepEqual(parseQuestion(search), question);
    assert.equal(formatQuestion(question), search);
  });
}

test("names in a row", () => {
  assert.deepEqual([[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listed), ["", "a", "a and b", "a, b and c"]);
});

test("words are put in lines", () => {
  const measure = (/** @type {string} */ text) => text.length;
  assert.deepEqual(linesOf("one two three", 7, measure), ["one two", "three"]);
  assert.deepEqual(linesOf("incomprehensibility is", 7, measure), ["incomprehensibility", "is"]);
});

const BOXES = [
  { width: 100, height: 30 },
  { width: 60, height: 50 },
  { width: 80, height: 30 },
];

for (const [room, row] of /** @type {[number, boolean][]} */ ([
  [900, true],
  [320, false],
])) {
  test(`with ${room} pixels boxes and arrows stand in a ${row ? "row" : "column"}, apart and inside`, () => {
    const made = layout(BOXES, [50, 70], room);
    assert.equal(made.row, row);
    assert.ok(made.width <= room);
    const [along, size] = row ? /** @type {const} */ (["x", "width"]) : /** @type {const} */ (["y", "height"]);
    for (const [at, box] of made.boxes.entries()) {
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= made.width && box.y + box.height <= made.height);
      const arrow = made.arrows[at];
      if (!arrow) continue;
      const next = made.boxes[at + 1];
      assert.ok(box[along] + box[size] < arrow.from[along] && arrow.from[along] < arrow.to[along]);
      assert.ok(arrow.to[along] < next[along]);
      if (row) assert.ok(arrow.to.x - arrow.from.x > [50, 70][at], "the label fits over its arrow");
      else assert.ok(arrow.label.x + [50, 70][at] <= made.width);
    }
  });
}
