// The search engine over an index that Python makes of a small glossary.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Engine, SearchUnavailable } from "../../../build_tools/theme/static/assets/concord/search/index/engine.js";
import { base, engineOver, indexes } from "./indexes.mjs";

/** @param {string} query @param {object} [options] */
const first = async (query, options) => (await engineOver().search(query, options)).hits[0];

/** Query, the id that must come first, and how and by which label it is found. */
const FOUND = [
  ["Reward hacking", "reward-hacking", "exact", "Reward hacking"],
  ["reward gaming", "reward-hacking", "exact", "Reward gaming"],
  ["gaming-the-reward", "reward-hacking", "exact", "gaming-the-reward"],
  ["rlhf", "rlhf", "exact", "RLHF"],
  ["reinforcement le", "rlhf", "prefix", "Reinforcement learning from human feedback"],
  ["hacking reward", "reward-hacking", "words", "Reward hacking"],
  ["feedback human reinf", "rlhf", "words", "Reinforcement learning from human feedback"],
  ["ooms", "out-of-memory", "initials", "Out-of-memory state"],
  ["finetuning", "fine-tuning", "exact", "Fine-tuning"],
  ["fine tuning", "fine-tuning", "exact", "Fine-tuning"],
  ["facade", "facade", "exact", "Façade"],
  ["goodharts law", "goodharts-law", "exact", "Goodhart’s law"],
  ["rewrad hacking", "reward-hacking", "spelling", "Reward hacking"],
  ["eward hacking", "reward-hacking", "spelling", "Reward hacking"],
  ["xeward hackinf", "reward-hacking", "spelling", "Reward hacking"],
  ["facde", "facade", "spelling", "Façade"],
  ["強化", "rl-ja", "prefix", "強化学習"],
  ["学習", "rl-ja", "words", "強化学習"],
  ["למידה", "machine-learning-he", "prefix", "למידה חישובית"],
  ["statistical regularity collapses under pressure", "goodharts-law", "description", "Goodhart’s law"],
];

for (const [query, id, how, label] of FOUND) {
  test(`“${query}” finds ${id} by ${how}`, async () => {
    const hit = await first(/** @type {string} */ (query));
    assert.equal(hit?.id, id);
    assert.deepEqual([hit?.match.how, hit?.match.label], [how, label]);
  });
}

test("initials that nobody listed find a term", async () => {
  const hit = await first("ooms");
  assert.deepEqual([hit?.id, hit?.match.how], ["out-of-memory", "initials"]);
  assert.deepEqual(
    hit?.marks.label.map(([from, to]) => hit.match.label.slice(from, to)),
    ["O", "o", "m", "s"],
  );
});

test("a repaired query is said, and so is a widened one", async () => {
  const engine = engineOver();
  assert.equal((await engine.search("rewrad hacking")).corrected, "reward hacking");
  const widened = await engine.search("statistical regularity collapses under pressure");
  assert.deepEqual([widened.widened, widened.corrected], [true, null]);
  assert.equal((await engine.search("reward hacking")).widened, false);
});

test("marks say what matched", async () => {
  const hit = await first("hacking rew");
  assert.deepEqual(
    hit?.marks.label.map(([from, to]) => hit.match.label.slice(from, to)),
    ["Rew", "hacking"],
  );
});

test("marks in scripts without spaces are joined", async () => {
  const hit = await first("報酬から");
  assert.deepEqual(hit?.marks.definition, [[0, 4]]);
});

test("facets count and filter", async () => {
  const engine = engineOver();
  const all = await engine.search("re");
  assert.ok((all.topics["alignment"] ?? 0) >= 2);
  const two = await engine.search("re", { limit: 2 });
  assert.deepEqual(two.topics, all.topics, "what is not shown counts too");
  assert.deepEqual(two.kinds, all.kinds);
  const sum = Object.values(all.topics).reduce((one, other) => one + other, 0);
  assert.ok(sum === all.total && sum > 2, `${sum} of ${all.total} are counted`);
  const some = await engine.search("re", { topics: ["safety"] });
  assert.ok(some.hits.every((hit) => hit.topic === "safety"));
  assert.equal((await engine.search("re", { kinds: ["unknown"] })).total, 0);
});

for (const query of ["", "   ", "…", "qqqqqqqqzzzz", "𠮷", "'", "\u0301", "a".repeat(5000)]) {
  test(`a query that finds nothing is answered: ${JSON.stringify(query.slice(0, 12))}`, async () => {
    const answer = await engineOver().search(query);
    assert.deepEqual([answer.hits, answer.total], [[], 0]);
  });
}

test("the manifest alone is fetched to be ready, and every file once", async () => {
  /** @type {string[]} */
  const seen = [];
  const engine = engineOver((path) => seen.push(path));
  assert.equal(seen.length, 0);
  assert.equal((await engine.ready()).entries, 12);
  assert.deepEqual(seen, ["data/search/manifest.json"]);
  for (const query of ["reward", "reward", "hacking"]) await engine.search(query);
  assert.equal(new Set(seen).size, seen.length);
});

test("a failed fetch is tried once more, then reported, then tried anew", async () => {
  let failures = 1;
  let tries = 0;
  const engine = new Engine({
    base,
    fetchJson: async (url) => {
      tries += 1;
      if (failures > 0) {
        failures -= 1;
        throw new Error("offline");
      }
      return indexes.whole[url.slice(base.length)];
    },
  });
  await engine.ready();
  assert.equal(tries, 2);
  failures = 2;
  await assert.rejects(engine.search("reward"), (error) => {
    assert.ok(error instanceof SearchUnavailable);
    assert.match(error.url, /^https:\/\/glossary\.example\/sub\/data\/search\//u);
    return true;
  });
  assert.equal((await engine.search("reward hacking")).hits[0]?.id, "reward-hacking");
});

test("an index of another version is refused", async () => {
  const engine = new Engine({ base, fetchJson: async () => ({ version: 99 }) });
  await assert.rejects(engine.ready(), SearchUnavailable);
});
