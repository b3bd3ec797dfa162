import assert from "node:assert/strict";
import test from "node:test";

import { counted, facetsOf } from "../../../build_tools/theme/static/assets/concord/search/index/facets.js";
import { hitOf } from "../../../build_tools/theme/static/assets/concord/search/index/hits.js";

const index = /** @type {any} */ ({
  page: 2,
  facets: 3,
  topics: [
    { key: "t", label: "T" },
    { key: "u", label: "U" },
  ],
  kinds: [
    { key: "k", label: "K" },
    { key: "l", label: "L" },
  ],
});
const page = {
  ids: "reward-hacking\nrlhf",
  terms: ["Reward hacking", "RLHF"],
  topics: [1, 0],
  kinds: [0, 1],
  definitions: ["Getting a reward of the kind that pays.", "Learning."],
};
const nameOf = (label = "Reward hacking", field = "t") => ({ label, row: 4, field, rank: 0, key: undefined });
const found = (/** @type {object} */ more = {}) =>
  /** @type {any} */ ({ row: 4, how: "exact", name: nameOf(), score: 9, ...more });

test("a hit is what its row says", () => {
  assert.deepEqual(hitOf(index, page, found(), ["reward"]), {
    ...{ id: "reward-hacking", term: "Reward hacking", topic: "u", kind: "k", score: 9 },
    definition: "Getting a reward of the kind that pays.",
    match: { field: "term", how: "exact", label: "Reward hacking" },
    marks: { label: [[0, 6]], definition: [[10, 16]] },
  });
  const other = hitOf(index, page, found({ row: 5 }), []);
  assert.deepEqual([other.id, other.term, other.topic, other.kind], ["rlhf", "RLHF", "t", "l"]);
});

test("a row that its page does not have is empty", () => {
  const short = { ids: "", terms: [], topics: [], kinds: [], definitions: [] };
  const hit = hitOf(index, short, found({ row: 5, name: null, how: "description" }), []);
  assert.deepEqual([hit.id, hit.term, hit.topic, hit.kind, hit.definition], ["", "", "t", "k", ""]);
});

for (const [field, named] of [
  ["t", "term"],
  ["a", "alias"],
  ["b", "abbreviation"],
  ["f", "former-id"],
  ["A", "alias"],
  ["x", "term"],
]) {
  test(`a name with the letter ${field} is told as ${named}`, () => {
    const hit = hitOf(index, page, found({ name: nameOf("Gaming", field) }), []);
    assert.deepEqual([hit.match.field, hit.match.label], [named, "Gaming"]);
  });
}

test("without a name, a hit says where the words stand", () => {
  const without = found({ name: null, how: "description" });
  assert.equal(hitOf(index, page, without, ["reward"]).match.field, "definition");
  assert.equal(hitOf(index, page, without, ["nothing"]).match.field, "text");
  assert.equal(hitOf(index, page, without, ["reward"]).match.label, "Reward hacking");
});

test("short words are marked in names alone", () => {
  const hit = hitOf(
    index,
    { ...page, terms: ["Kind of"], definitions: ["Of the kind."] },
    found({ name: nameOf("Kind of") }),
    ["of", "the"],
  );
  assert.deepEqual(hit.marks, { label: [[5, 7]], definition: [[3, 6]] });
  const unspaced = { ...page, definitions: ["強化する。"] };
  assert.deepEqual(hitOf(index, unspaced, found(), ["強化"]).marks.definition, [[0, 2]]);
});

test("initials are marked as such", () => {
  const hit = hitOf(index, page, found({ how: "initials" }), ["rh"]);
  assert.deepEqual(hit.marks.label, [
    [0, 1],
    [7, 8],
  ]);
});

test("topics and kinds are read by the page, each once", async () => {
  /** @type {string[]} */
  const asked = [];
  const held = /** @type {Record<string, object>} */ ({
    "facets/0": { topics: "010", kinds: "011" },
    "facets/1": { topics: "10", kinds: "00" },
  });
  const files = /** @type {any} */ ({
    get: async (/** @type {string} */ name) => {
      asked.push(name);
      return held[name];
    },
  });
  const rows = [4, 1, 3, 2, 5];
  const facets = await facetsOf(
    files,
    index,
    rows.map((row) => found({ row })),
  );
  assert.deepEqual(asked, ["facets/1", "facets/0"]);
  assert.deepEqual(
    facets.map(({ topic, kind }) => topic + kind),
    ["tk", "ul", "uk", "tl", ""],
  );
});

test("keys are counted", () => {
  assert.deepEqual(counted(["a", "b", "a"]), { a: 2, b: 1 });
  assert.deepEqual(counted([]), {});
});
