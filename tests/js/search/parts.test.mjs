import assert from "node:assert/strict";
import test from "node:test";

import { namesWithWord, Parts } from "../../../build_tools/theme/static/assets/concord/search/index/parts.js";

const columns = (/** @type {string[]} */ ...labels) => ({
  labels: labels.join("\n"),
  rows: labels.map((_, at) => at),
  fields: "t".repeat(labels.length),
  ranks: "0".repeat(labels.length),
});
const labelsOf = (/** @type {{ label: string }[]} */ names) => names.map(({ label }) => label);

/**
 * Access to an index whose files say where they came from.
 * @param {Record<string, string[] | null>} firsts of each part
 * @param {Record<string, unknown>} held files by name
 */
function partsOver(firsts, held = {}) {
  /** @type {string[]} */
  const asked = [];
  const files = {
    has: (/** @type {string} */ name) => asked.includes(name),
    get: async (/** @type {string} */ name) => {
      asked.push(name);
      return held[name] ?? columns(`in ${name}`);
    },
  };
  const none = { labels: null, prefixes: null, words: null, beginnings: null, endings: null };
  const joined = Object.fromEntries(Object.entries(firsts).map(([part, keys]) => [part, keys && keys.join("\n")]));
  const parts = new Parts(/** @type {any} */ (files), /** @type {any} */ ({ entries: 9, ...none, ...joined }));
  return { parts, asked };
}

/** First keys of so many files. @param {number} count */
const many = (count) => ["", ...Array.from({ length: count - 1 }, (_, at) => `k${String(at).padStart(3, "0")}`)];

test("a small index may be read as a whole, of a large one four files", async () => {
  const small = partsOver({ words: many(24) });
  assert.equal(small.parts.small, true);
  for (let at = 0; at < 10; at += 1) assert.ok(await small.parts.wordFile(`k00${at}`));
  assert.equal(small.asked.length, 10);
  const large = partsOver({ words: many(25) });
  assert.equal(large.parts.small, false);
  for (let at = 0; at < 4; at += 1) assert.ok(await large.parts.wordFile(`k00${at}`));
  assert.equal(await large.parts.wordFile("k009"), null);
  assert.ok(await large.parts.wordFile("k003"), "what is there already is free");
  assert.equal(large.parts.entries, 9);
});

test("an index without words has no file of one", async () => {
  assert.equal(await partsOver({}).parts.wordFile("a"), null);
});

test("names that begin with a key stand together in one file", async () => {
  const { parts, asked } = partsOver(
    { labels: ["", "f"] },
    { "labels/0": columns("ab", "ba", "bb", "bc", "ca"), "labels/1": columns("fa") },
  );
  assert.deepEqual(labelsOf(await parts.namesFrom("b")), ["ba", "bb", "bc"]);
  assert.deepEqual(labelsOf(await parts.namesFrom("ab")), ["ab"]);
  assert.deepEqual(labelsOf(await parts.namesFrom("c")), ["ca"]);
  assert.deepEqual(labelsOf(await parts.namesFrom("bd")), []);
  assert.deepEqual(labelsOf(await parts.namesFrom("fa")), ["fa"]);
  assert.deepEqual(labelsOf(await parts.namesAround("b")), ["ab", "ba", "bb", "bc", "ca"]);
  assert.deepEqual([...new Set(asked)], ["labels/0", "labels/1"]);
});

test("of more names than a file holds, the best are kept by their beginning", async () => {
  const firsts = { labels: ["", "bc", "bd"], prefixes: ["", "bb"] };
  const { parts } = partsOver(firsts, {
    "prefixes/0": { keys: "a\nb", names: [columns("x"), columns("bad", "bed")] },
  });
  assert.deepEqual(labelsOf(await parts.namesFrom("b")), ["bad", "bed"]);
  assert.deepEqual(await parts.namesAround("b"), []);
  const { parts: others } = partsOver(firsts, { "prefixes/0": { keys: "a", names: [columns("x")] } });
  assert.deepEqual(await others.namesFrom("b"), []);
});

test("names with a word, or with one that begins so", () => {
  const file = /** @type {any} */ ({
    words: "card\ncare\ncat",
    names: [columns("A card"), columns("Care", "Day care"), columns("Cat")],
  });
  assert.deepEqual(labelsOf(namesWithWord(file, "care", false)), ["Care", "Day care"]);
  assert.deepEqual(labelsOf(namesWithWord(file, "car", false)), []);
  assert.deepEqual(labelsOf(namesWithWord(file, "car", true)), ["A card", "Care", "Day care"]);
  assert.deepEqual(labelsOf(namesWithWord(file, "ca", true)), ["A card", "Care", "Day care", "Cat"]);
  assert.deepEqual(labelsOf(namesWithWord(file, "a", true)), []);
  assert.deepEqual(labelsOf(namesWithWord(file, "cat", true)), ["Cat"]);
});

test("names with one word are not counted without end", () => {
  const names = () => columns(...Array.from({ length: 1500 }, (_, at) => `n${at}`));
  const file = /** @type {any} */ ({ words: "aa\nab\nac\nad", names: [names(), names(), names(), names()] });
  assert.equal(namesWithWord(file, "a", true).length, 3000);
});

/** @param {AsyncGenerator<{ label: string }[], void, void>} way */
async function all(way) {
  const found = [];
  for await (const names of way) found.push(...labelsOf(names));
  return found;
}

test("names like a key are sought from where it would stand, among those about as long", async () => {
  const endings = ["", "gn004", "gn006 b", "gn007", "gn008", "gn009"];
  const { parts } = partsOver({ endings });
  assert.deepEqual(await all(parts.namesLike("endings", [..."gnitat"], 1)), [
    "in endings/2",
    "in endings/1",
    "in endings/3",
  ]);
  assert.deepEqual(await all(parts.namesLike("endings", [..."gnitatx"], 0)), ["in endings/3"]);
  assert.deepEqual(await all(parts.namesLike("endings", [..."zz"], 2)), ["in endings/5"]);
});

test("a text shorter than the margin is like any", async () => {
  const { parts } = partsOver({ beginnings: ["", "a000", "a001", "a009"] });
  assert.deepEqual(await all(parts.namesLike("beginnings", ["a"], 2)), ["in beginnings/2", "in beginnings/1"]);
});

test("names like a key are sought as far as the fetches go", async () => {
  const beginnings = ["", ...Array.from({ length: 8 }, (_, at) => `ab003 ${at}`)];
  const { parts, asked } = partsOver({ words: many(25), beginnings });
  assert.equal((await all(parts.namesLike("beginnings", [..."ab4"], 0))).length, 4);
  assert.equal(asked.length, 4);
});
