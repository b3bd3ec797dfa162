import assert from "node:assert/strict";
import test from "node:test";

import { marksIn } from "../../../build_tools/theme/static/assets/concord/search/index/marks.js";

/** @param {string} text @param {string[]} words @param {string} [initials] */
const marked = (text, words, initials) => marksIn(text, words, initials).map(([from, to]) => text.slice(from, to));

for (const [text, words, found] of /** @type {[string, string[], string[]][]} */ ([
  ["Reward hacking", ["reward"], ["Reward"]],
  ["Reward hacking", ["rew"], ["Rew"]],
  ["Reward hacking", ["re"], []],
  ["To be or not to be", ["to"], ["To", "to"]],
  ["Rewards", ["reward"], ["Reward"]],
  ["Training a model", ["trained"], ["Training"]],
  ["Trains", ["trained"], ["Trains"]],
  ["Tracing", ["trained"], []],
  ["abcdxyz", ["abcdpqr"], ["abcdxyz"]],
  ["abcdwxyz", ["abcdpqr"], []],
  ["abcdxyz", ["abcdopqr"], []],
  ["Straße", ["stras"], ["Straße"]], // no letter is cut in two
  ["Straße", ["strass"], ["Straß"]],
  ["Façade e\u0301lan", ["facad", "elan"], ["Façad", "e\u0301lan"]],
  ["l'e\u0301\u0301t", ["e"], []],
  ["報酬から学ぶ報酬", ["報酬", "学ぶ"], ["報酬", "学ぶ"]],
  ["報酬報酬", ["報酬"], ["報酬"]],
  ["強化学習法", ["強化学習論"], []], // where no spaces are, words have no endings
])) {
  test(`in “${text}” ${words} marks ${found.join(", ") || "nothing"}`, () => {
    assert.deepEqual(marked(text, words), found);
  });
}

test("marks that touch or overlap are one", () => {
  assert.deepEqual(marksIn("強化学習", ["化学", "強化"]), [[0, 3]]);
  assert.deepEqual(marksIn("強化学習", ["学習", "強化"]), [[0, 4]]);
  assert.deepEqual(marksIn("強化学習", ["強化学", "化"]), [[0, 3]]);
  assert.deepEqual(marksIn("強化と学習", ["学習", "強化"]), [
    [0, 2],
    [3, 5],
  ]);
});

test("initials are the first letters of words", () => {
  assert.deepEqual(marked("Out-of-memory state", ["ooms"], "ooms"), ["O", "o", "m", "s"]);
});

test("what folds to a beginning is marked with the accents that belong to it", () => {
  const text = "Cafe\u0301s";
  assert.deepEqual(marksIn(text, ["cafe"]), [[0, 5]]);
});
