import assert from "node:assert/strict";
import test from "node:test";

import { Matcher } from "../../../build_tools/theme/static/assets/concord/concepts/match.js";

/**
 * What a matcher needs of a graph, the most important entry first.
 * @param {[id: string, label: string][]} entries
 */
function graphOf(entries) {
  return { ids: entries.map(([id]) => id), labels: entries.map(([, label]) => label), importance: [...entries.keys()] };
}

const WORDS = graphOf([
  ["outer", "Outer reward"],
  ["reward-model", "Reward model"],
  ["reward", "Reward"],
  ["elan", "Élan vital"],
  ["rlhf", "Reinforcement learning from human feedback"],
  ["unrewarded", "Unrewarded"],
  ["self", "Self-reward (RL)"],
]);

for (const [typed, expected] of /** @type {[string, string[]][]} */ ([
  ["reward", ["reward", "reward-model", "outer", "self", "unrewarded"]],
  ["  REWARD m", ["reward-model"]],
  ["  ELAN", ["elan"]],
  ["vital", ["elan"]],
  ["rlhf", ["rlhf"]],
  ["rl", ["self", "rlhf"]],
  ["self reward", ["self"]],
  ["human feed", ["rlhf"]],
  ["rewrad", ["reward-model", "reward"]],
  ["zzzz", []],
  ["zz", []],
  ["", ["outer", "reward-model", "reward"]],
])) {
  test(`"${typed}" means ${expected.join(", ") || "nothing"}`, () => {
    const most = typed ? 8 : 3;
    assert.deepEqual(
      new Matcher(WORDS).best(typed, most).map((node) => WORDS.ids[node]),
      expected,
    );
  });
}

test("an id that begins so comes before a label that holds it", () => {
  const words = graphOf([
    ["inner", "Unrewarding"],
    ["reward", "Incentive"],
  ]);
  assert.deepEqual(new Matcher(words).best("reward", 2), [1, 0]);
});

test("no more matches than asked for", () => {
  assert.equal(new Matcher(WORDS).best("re", 2).length, 2);
});

test("ids are found, and those that no entry has lead to near ones", () => {
  const matcher = new Matcher(WORDS);
  assert.equal(matcher.nodeOf("rlhf"), 4);
  assert.equal(matcher.nodeOf("toString"), -1);
  const near = (/** @type {string} */ id) => matcher.nearest(id, 3).map((node) => WORDS.ids[node]);
  assert.deepEqual(near("rewrad-model"), ["reward-model"]);
  assert.deepEqual(near("rlfh"), ["rlhf"]);
  assert.deepEqual(near("vital"), ["elan"]);
  assert.deepEqual(near("xxxxxxxxxxxx"), []);
  assert.deepEqual(near("---"), []);
});

test("a keystroke among 20,000 entries takes less than 50 ms of CPU", () => {
  const many = graphOf(Array.from({ length: 20_000 }, (_, at) => [`entry-${at}`, `Entry number ${at} of many`]));
  const matcher = new Matcher(many);
  matcher.best("warm", 8);
  const before = process.cpuUsage();
  assert.equal(matcher.best("number 19", 8).length, 8);
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 1000 < 50, `${(user + system) / 1000} ms`);
});

test("of labels spelled alike the nearest come first", () => {
  const words = graphOf([
    ["two", "Rewrad signalz"],
    ["one", "Reward signalz"],
  ]);
  assert.deepEqual(new Matcher(words).best("reward signals", 2), [1, 0]);
});
