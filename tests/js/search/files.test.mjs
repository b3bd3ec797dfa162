import assert from "node:assert/strict";
import test from "node:test";

import {
  columnOf,
  countUpTo,
  eachPosting,
  Files,
  filesFor,
  hasKey,
  namesIn,
  SearchUnavailable,
} from "../../../build_tools/theme/static/assets/concord/search/index/files.js";

test("postings are rows and levels", () => {
  /** @type {[number, number][]} */
  const found = [];
  eachPosting("0A1Z10A9Bzz00F", (row, level) => found.push([row, level]));
  const far = 46 + 35 * 36 ** 3 + 35 * 36 ** 2;
  assert.deepEqual(found, [
    [0, 0],
    [1, 1],
    [37, 0],
    [46, 1 / 25],
    [far, 5 / 25],
  ]);
});

test("files for a key and for a beginning", () => {
  const firsts = ["", "ca", "cat", "d"];
  assert.deepEqual(filesFor(firsts, "b", "b"), { first: 0, count: 1 });
  assert.deepEqual(filesFor(firsts, "ca", "ca"), { first: 1, count: 1 });
  assert.deepEqual(filesFor(firsts, "c"), { first: 0, count: 3 });
  assert.deepEqual(filesFor(firsts, "cat"), { first: 2, count: 1 });
  assert.deepEqual(filesFor(firsts, "x"), { first: 3, count: 1 });
  assert.deepEqual(filesFor([], "cat"), { first: 0, count: 0 });
  assert.deepEqual(filesFor(["b"], "a", "a"), { first: 0, count: 1 }, "the first may begin later than its key says");
});

test("sorted keys are counted and sought", () => {
  const keys = ["b", "d", "f"];
  assert.deepEqual(
    ["a", "b", "c", "d", "e", "f", "g"].map((key) => countUpTo(keys, key)),
    [0, 1, 1, 2, 2, 3, 3],
  );
  assert.deepEqual(
    ["a", "b", "c", "f", "g"].map((key) => hasKey(keys, key)),
    [false, true, false, true, false],
  );
  assert.equal(hasKey([], "a"), false);
});

test("names are read from columns, once", () => {
  const columns = { labels: "Reward\nRLHF", rows: [4, 7], fields: "tA", ranks: "09", keys: { 1: "rlfhf" } };
  const names = namesIn(columns);
  assert.deepEqual(names, [
    { label: "Reward", row: 4, field: "t", rank: 0, key: undefined },
    { label: "RLHF", row: 7, field: "A", rank: 9, key: "rlfhf" },
  ]);
  assert.equal(namesIn(columns), names);
  const plain = { labels: "Reward", rows: [4], fields: "t", ranks: "3" };
  assert.deepEqual(namesIn(plain), [{ label: "Reward", row: 4, field: "t", rank: 3, key: undefined }]);
});

test("a column is split once, and an empty one has nothing", () => {
  const file = { words: "a\nb", stems: "" };
  assert.deepEqual(columnOf(file, "words"), ["a", "b"]);
  assert.equal(columnOf(file, "words"), columnOf(file, "words"));
  assert.deepEqual(columnOf(file, "stems"), []);
  assert.deepEqual(columnOf(file, "words"), ["a", "b"], "whatever else was asked for");
});

/** @param {number} failures how many fetches fail */
function filesWith(failures) {
  /** @type {string[]} */
  const asked = [];
  const files = new Files(async (url) => {
    asked.push(url);
    if (asked.length <= failures) throw new Error("offline");
    return { url };
  }, "https://glossary.example/sub/");
  return { files, asked };
}

test("a file is fetched once, until all are forgotten", async () => {
  const { files, asked } = filesWith(0);
  assert.equal(files.has("words/1"), false);
  assert.equal(files.get("words/1"), files.get("words/1"));
  assert.equal(files.has("words/1"), true);
  assert.deepEqual(asked, ["https://glossary.example/sub/data/search/words/1.json"]);
  files.clear();
  assert.equal(files.has("words/1"), false);
});

test("a fetch that fails is tried twice, and then forgotten", async () => {
  const once = filesWith(1);
  assert.deepEqual(await once.files.get("a"), { url: once.asked[0] });
  assert.equal(once.asked.length, 2);
  const twice = filesWith(2);
  await assert.rejects(twice.files.get("a"), (error) => {
    assert.ok(error instanceof SearchUnavailable);
    assert.equal(error.name, "SearchUnavailable");
    assert.equal(error.url, twice.asked[0]);
    assert.equal(/** @type {Error} */ (error.cause).message, "offline");
    return true;
  });
  assert.equal(twice.files.has("a"), false);
  assert.deepEqual(await twice.files.get("a"), { url: twice.asked[0] });
});
