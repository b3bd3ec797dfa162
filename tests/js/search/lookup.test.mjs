// What is read for a query of a large index, and what comes of it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { engineOver, indexes } from "./indexes.mjs";

/** @param {string} query @param {object} [options] */
async function asked(query, options = { limit: 1 }) {
  /** @type {string[]} */
  const seen = [];
  const answer = await engineOver(
    (path) => seen.push(path.slice("data/search/".length, -".json".length)),
    indexes.cut,
  ).search(query, options);
  return { ...answer, seen };
}

/** Query, the first hit and how it is found, and the kinds of files that are read beside the manifest and the hit's page. */
for (const [query, id, how, parts] of /** @type {[string, string | undefined, string | undefined, string[]][]} */ ([
  ["reward hacking", "reward-hacking", "exact", ["labels", "words"]],
  ["reward mo", "reward-model", "prefix", ["labels", "words"]],
  ["re", "refusal", "prefix", ["prefixes"]],
  ["r", "rlhf", "prefix", ["prefixes"]],
  ["hacking reward", "reward-hacking", "words", ["labels", "words"]],
  ["hackin", "reward-hacking", "words", ["labels", "words"]],
  ["rewrad hacking", "reward-hacking", "spelling", ["labels", "words"]],
  ["feedback humna", "rlhf", "spelling", ["labels", "words"]],
  ["rewart", "reward-model", "spelling", ["labels", "words", "endings", "beginnings"]],
  ["xeward hackinf", "reward-hacking", "spelling", ["labels", "words", "endings", "beginnings"]],
  ["reinforcemint learning from human feedback", "rlhf", "spelling", ["labels", "words", "words", "words"]],
  ["facde", "facade", "spelling", ["labels", "words"]],
  ["collapse", "goodharts-law", "description", ["labels", "words", "endings", "beginnings"]],
  ["statistical pressure", "goodharts-law", "description", ["labels", "words", "words"]],
  ["qqqqqqqq", undefined, undefined, ["labels", "words", "endings", "beginnings"]],
  ["xy", undefined, undefined, ["labels"]],
])) {
  test(`“${query}” reads ${parts.join(", ")} and finds ${id ?? "nothing"}`, async () => {
    const { hits, seen } = await asked(query);
    const read = seen.map((path) => path.split("/")[0]).filter((part) => part !== "manifest" && part !== "entries");
    assert.deepEqual([hits[0]?.id, hits[0]?.match.how], [id, how]);
    assert.deepEqual(read, parts);
  });
}

/** Query, the first hit, and its score: what the way is worth, the name's field and the letters that were not typed. */
for (const [query, id, score] of /** @type {[string, string, number][]} */ ([
  ["reward hacking", "reward-hacking", 100 + 2],
  ["reward gaming", "reward-hacking", 100 + 1.6],
  ["gaming-the-reward", "reward-hacking", 100 + 0.4],
  ["reward hack", "reward-hacking", 70 + 2 - 3 * 0.15],
  ["ooms", "out-of-memory", 62 + 2],
  ["hacking reward", "reward-hacking", 60 + 2],
  ["hacking rew", "reward-hacking", 60 + 2 - 3 * 0.15],
  ["hacking rewrad", "reward-hacking", 56 - 8 + 2],
  ["rewrad hackign", "reward-hacking", 56 - 16 + 2],
  ["facde", "facade", 56 - 8 + 2],
  ["xeward hackinf", "reward-hacking", 56 - 16 + 2],
  ["faults attacker", "red-teaming", 38],
])) {
  test(`“${query}” finds ${id} with ${score} points`, async () => {
    for (const index of [indexes.whole, indexes.cut]) {
      const [hit] = (await engineOver(undefined, index).search(query)).hits;
      assert.equal(hit.id, id);
      assert.ok(Math.abs(hit.score - score) < 1e-9, `${hit.score}`);
    }
  });
}

test("a word that is spelled nearly like one of names leads to all of these", async () => {
  const { hits, corrected } = await engineOver().search("rewart");
  assert.deepEqual(
    hits.map(({ id, score }) => [id, Math.round(100 * score) / 100]),
    [
      ["reward-model", 49.1],
      ["reward-hacking", 48.8],
    ],
  );
  assert.equal(corrected, "reward");
});
