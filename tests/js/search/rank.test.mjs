import assert from "node:assert/strict";
import test from "node:test";

import {
  Candidates,
  descriptionScore,
  nameScore,
} from "../../../build_tools/theme/static/assets/concord/search/index/rank.js";

const nameOf = (field = "t", rank = 0) => ({ label: "Name", row: 0, field, rank, key: undefined });
const near = (/** @type {number} */ actual, /** @type {number} */ expected) =>
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

test("what each way to match is worth", () => {
  const worth = { exact: 100, prefix: 70, initials: 62, words: 60, spelling: 56 };
  for (const [how, points] of Object.entries(worth)) near(nameScore(nameOf(), /** @type {any} */ (how), 0), points + 2);
  near(nameScore(nameOf(), "spelling", 0, 1), 56 - 8 + 2);
  near(nameScore(nameOf(), "spelling", 0, 2), 56 - 16 + 2);
});

test("preferred names come before others, and former ids last", () => {
  for (const [field, points] of /** @type {[string, number][]} */ ([
    ["t", 2],
    ["b", 1.8],
    ["a", 1.6],
    ["f", 0.4],
    ["T", 2],
    ["w", 0],
  ])) {
    near(nameScore(nameOf(field), "exact", 0), 100 + points);
  }
});

test("rank counts, and letters that were not typed do up to forty", () => {
  near(nameScore(nameOf("t", 9), "exact", 0), 102 + 5.4);
  near(nameScore(nameOf(), "prefix", 10), 72 - 1.5);
  near(nameScore(nameOf(), "prefix", 40), 72 - 6);
  near(nameScore(nameOf(), "prefix", 41), 72 - 6);
  near(nameScore(nameOf(), "words", -5), 62);
});

test("a description is measured by the best one", () => {
  near(descriptionScore(3, 3, 1), 38);
  near(descriptionScore(1.5, 3, 1), 19);
  near(descriptionScore(3, 3, 0), 19);
  near(descriptionScore(0, 0, 0), 0);
});

test("a row keeps its best reason, and ties are in the order of rows", () => {
  const candidates = new Candidates();
  const add = (/** @type {number} */ row, /** @type {number} */ score, how = /** @type {const} */ ("words")) =>
    candidates.add({ row, how, name: null, score });
  assert.equal(candidates.size, 0);
  add(3, 10);
  add(1, 10);
  add(2, 50);
  add(3, 9);
  candidates.add({ row: 1, how: "exact", name: null, score: 10 });
  assert.equal(candidates.size, 3);
  assert.deepEqual(
    candidates.sorted().map(({ row, score, how }) => [row, score, how]),
    [
      [2, 50, "words"],
      [1, 10, "words"],
      [3, 10, "words"],
    ],
  );
  add(3, 11);
  assert.equal(candidates.sorted()[1].row, 3);
});
