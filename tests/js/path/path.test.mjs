import assert from "node:assert/strict";
import test from "node:test";

import { listed } from "../../../build_tools/theme/static/assets/concord/ui/count.js";
import { headOf, layout, linesOf } from "../../../build_tools/theme/static/assets/concord/path/layout.js";
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

test("boxes in a row stand where their sizes say", () => {
  const made = layout(BOXES, [50, 70], 454);
  assert.deepEqual(made, {
    row: true,
    ...{ width: 424, height: 54 },
    boxes: [
      { width: 100, height: 30, x: 2, y: 12 },
      { width: 60, height: 50, x: 182, y: 2 },
      { width: 80, height: 30, x: 342, y: 12 },
    ],
    arrows: [
      { from: { x: 106, y: 27 }, to: { x: 178, y: 27 }, label: { x: 142, y: 20 } },
      { from: { x: 246, y: 27 }, to: { x: 338, y: 27 }, label: { x: 292, y: 20 } },
    ],
  });
  assert.deepEqual(
    [424, 423].map((room) => layout(BOXES, [50, 70], room).row),
    [true, false],
  );
});

test("boxes in a column stand below each other, with labels beside their arrows", () => {
  assert.deepEqual(layout(BOXES, [50, 70], 100), {
    row: false,
    ...{ width: 134, height: 206 },
    boxes: [
      { width: 100, height: 30, x: 2, y: 2 },
      { width: 60, height: 50, x: 22, y: 78 },
      { width: 80, height: 30, x: 12, y: 174 },
    ],
    arrows: [
      { from: { x: 52, y: 36 }, to: { x: 52, y: 74 }, label: { x: 64, y: 59 } },
      { from: { x: 52, y: 132 }, to: { x: 52, y: 170 }, label: { x: 64, y: 155 } },
    ],
  });
  assert.equal(layout(BOXES, [10, 10], 10).width, 104);
});

test("an arrow's head lies before its point, whichever way it goes", () => {
  const at = (/** @type {[number, number]} */ [x, y]) => ({ x, y });
  assert.equal(headOf(at([0, 5]), at([50, 5])), "M50 5L42 9L42 1Z");
  assert.equal(headOf(at([50, 5]), at([0, 5])), "M0 5L8 1L8 9Z");
  assert.equal(headOf(at([5, 0]), at([5, 50])), "M5 50L9 42L1 42Z");
  assert.equal(headOf(at([5, 50]), at([5, 0])), "M5 0L1 8L9 8Z");
});

test("words that just fit stay in a line", () => {
  const measure = (/** @type {string} */ text) => text.length;
  assert.deepEqual(linesOf("ab cd ef", 5, measure), ["ab cd", "ef"]);
  assert.deepEqual(linesOf("ab cd ef", 8, measure), ["ab cd ef"]);
  assert.deepEqual(linesOf("ab\n cd", 4, measure), ["ab", "cd"]);
});

test("examples are looked for among the twelve most important entries, each in one pair", () => {
  /** @type {[string, string, number][]} */
  const entries = Array.from({ length: 14 }, (_, at) => [`n${at}`, `N${at}`, 0]);
  const far = graphOf(entries, [
    [0, 12],
    [12, 1],
    [13, 2],
  ]);
  assert.deepEqual(examplePairs(far), [[0, 1]]);
  const chain = Array.from({ length: 13 }, (_, at) => /** @type {[number, number]} */ ([at, at + 1]));
  assert.deepEqual(examplePairs(graphOf(entries, chain)), [
    [0, 2],
    [1, 3],
    [4, 6],
  ]);
  assert.deepEqual(examplePairs(graphOf(entries, chain), 1), [[0, 2]]);
  assert.deepEqual(examplePairs(graphOf(entries, [[0, 11]])), [[0, 11]]);
  assert.deepEqual(examplePairs(graphOf(entries, [[0, 12]])), []);
});

test("partners are at most so many, and neighbours come last", () => {
  /** @type {[string, string, number][]} */
  const entries = [
    ["a", "A", 0],
    ["b", "B", 0],
    ["c", "C", 1],
    ["d", "D", 1],
    ["e", "E", 2],
  ];
  const star = graphOf(entries, [
    [0, 2],
    [2, 3],
    [0, 4],
    [4, 1],
  ]);
  assert.deepEqual(partners(star, 0, 9), [1, 3, 2, 4]);
  assert.deepEqual(partners(star, 0), [1, 3, 2]);
  assert.deepEqual(partners(star, 2, 1), [4]);
});

test("spaces around ids are no part of them", () => {
  assert.deepEqual(parseQuestion("?from=%20a%20&to=+b"), { from: "a", to: "b" });
});
