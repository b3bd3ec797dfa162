import assert from "node:assert/strict";
import test from "node:test";

import { rowsDescribed } from "../../../build_tools/theme/static/assets/concord/search/index/description.js";

const ENTRIES = 100;

/**
 * A file of words.
 * @param {Record<string, [count: number, postings: string]>} stems sorted
 */
function fileOf(stems) {
  const held = Object.values(stems);
  return {
    ...{ words: "", names: [], stems: Object.keys(stems).join("\n") },
    counts: held.map(([count]) => count),
    postings: held.map(([, postings]) => postings).join("\n"),
  };
}

/** @param {Record<string, [number, string]>} stems @param {string[]} sought */
const described = (stems, ...sought) =>
  rowsDescribed(
    sought.map((stem) => ({ stem, file: fileOf(stems) })),
    ENTRIES,
  );
/** @param {number} count */
const rarity = (count) => Math.log(1 + (ENTRIES - count + 0.5) / (count + 0.5));
/** @param {number} actual @param {number} expected */
const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

test("a row weighs what its level and the rarity of the stem say", () => {
  const [one, other] = described({ model: [2, "3Z1A"] }, "model");
  assert.deepEqual([one.row, other.row], [3, 4]);
  near(one.weight, rarity(2));
  assert.equal(other.weight, 0);
  assert.deepEqual([one.share, other.share], [1, 1]);
});

test("weights of several stems add up, and a row with one of them has its share", () => {
  const rows = described({ cat: [1, "5Z"], dog: [2, "5Z2Z"] }, "cat", "dog");
  const found = new Map(rows.map((it) => [it.row, it]));
  near(found.get(5)?.weight ?? 0, rarity(1) + rarity(2));
  near(found.get(5)?.share ?? 0, 1);
  near(found.get(7)?.weight ?? 0, rarity(2));
  near(found.get(7)?.share ?? 0, rarity(2) / (rarity(1) + rarity(2)));
});

test("what no text has weighs nothing, but makes the others' shares smaller", () => {
  assert.deepEqual(described({ cat: [1, "5Z"] }, "dog"), []);
  const [row] = described({ cat: [1, "5Z"] }, "cat", "dog");
  near(row.share, rarity(1) / (rarity(1) + rarity(0)));
});

/** Weights of rows by stem, if one is sought: each stem stands in a row of its own. */
function forms(/** @type {string} */ sought, /** @type {string[]} */ ...others) {
  const stems = [...others].sort();
  const held = Object.fromEntries(
    stems.map((stem, at) => [stem, /** @type {[number, string]} */ ([1, `${at.toString(36)}Z`])]),
  );
  return Object.fromEntries(
    described(held, sought).map(({ row, weight }) => [stems[row], Math.round((100 * weight) / rarity(1)) / 100]),
  );
}

test("a near form of a stem counts for a quarter", () => {
  assert.deepEqual(forms("flatter", "flatter", "flatteri"), { flatter: 1, flatteri: 0.25 });
  assert.deepEqual(forms("flatteri", "flatter", "flatteri"), { flatter: 0.25, flatteri: 1 });
  assert.deepEqual(forms("flatteri", "flatter"), { flatter: 0.25 }, "also where the stem itself is nowhere");
});

test("near forms share all but two letters, and five at least", () => {
  assert.deepEqual(forms("abcdefghij", "abcdefgh", "abcdefgx", "abcdefghxy"), { abcdefgh: 0.25, abcdefghxy: 0.25 });
  assert.deepEqual(forms("abcdef", "abcde", "abcdx", "abcdexy"), { abcde: 0.25, abcdexy: 0.25 });
  assert.deepEqual(forms("abcde", "abcde", "abcdef", "abcd"), { abcde: 1, abcdef: 0.25 });
  assert.deepEqual(forms("abcd", "abcd", "abcde"), { abcd: 1 }, "a short stem has none");
});

test("a near form is at most four letters longer than what they share", () => {
  assert.deepEqual(forms("abcde", "abcdefghi", "abcdefghij"), { abcdefghi: 0.25 });
});

test("a row that has several forms counts by the best", () => {
  const [row] = described({ flatter: [1, "0M"], flatteri: [1, "0Z"] }, "flatter");
  near(row.weight, Math.max(rarity(1) * (12 / 25), 0.25 * rarity(1)));
  const [other] = described({ flatter: [1, "0B"], flatteri: [1, "0Z"] }, "flatter");
  near(other.weight, 0.25 * rarity(1));
});
