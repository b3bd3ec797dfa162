import assert from "node:assert/strict";
import test from "node:test";

import {
  namesNear,
  repaired,
  slipsOfWords,
} from "../../../build_tools/theme/static/assets/concord/search/index/spelling.js";

/** @param {string} label @param {object} [more] */
const nameOf = (label, more = {}) => ({ label, row: 0, field: "t", rank: 0, key: undefined, ...more });

for (const [typed, label, slips] of /** @type {[string[], string, number][]} */ ([
  [["reward", "hacking"], "Reward hacking", 0],
  [["hacking", "reward"], "Reward hacking", 0],
  [["reward", "hack"], "Reward hacking", 0],
  [["rew", "hacking"], "Reward hacking", -1],
  [["rewrad", "hacking"], "Reward hacking", 1],
  [["rewrad", "hackign"], "Reward hacking", 2],
  [["law"], "Reward hacking", -1],
  [["lww"], "The law", -1],
  [["lawx"], "The law", 1],
  [["学"], "強化学習", 0],
])) {
  test(`“${label}” has ${typed.join(" ")} with ${slips} slips`, () => {
    assert.equal(slipsOfWords(typed, nameOf(label), false), slips);
    assert.equal(slipsOfWords(typed, nameOf(label), true), slips > 0 ? -1 : slips);
  });
}

test("only words with slips are repaired", () => {
  assert.equal(repaired(["rewrad", "hacking"], nameOf("Reward hacking")), "reward hacking");
  assert.equal(repaired(["rew", "xxxxxxxx"], nameOf("Reward hacking")), "rew xxxxxxxx");
});

/**
 * What one query may read: names at hand, and names by their ends, a file each.
 * @param {ReturnType<typeof nameOf>[]} around
 * @param {Partial<Record<"beginnings" | "endings", ReturnType<typeof nameOf>[][]>>} [like]
 */
function partsOf(around, like = {}) {
  /** @type {string[]} */
  const asked = [];
  const parts = {
    namesAround: async () => around,
    /** @param {"beginnings" | "endings"} part @param {string[]} letters @param {number} margin */
    async *namesLike(part, letters, margin) {
      for (const names of like[part] ?? []) {
        asked.push(`${part} ${letters.join("")} ${margin}`);
        yield names;
      }
    },
  };
  return { parts: /** @type {any} */ (parts), asked };
}

/** @param {any} parts @param {string} key */
const near = async (parts, key) => (await namesNear(parts, key)).map(({ name, wrong }) => [name.label, wrong]);

test("names that are near are found, and no others", async () => {
  const { parts } = partsOf([
    nameOf("Reward"),
    nameOf("Rewart"),
    nameOf("Rewarding"),
    nameOf("Retort"),
    nameOf("Rewarx", { field: "T" }), // initials
    nameOf("Something", { key: "rewird" }),
  ]);
  assert.deepEqual(await near(parts, "reward"), [
    ["Rewart", 1],
    ["Something", 1],
  ]);
});

test("a key of seven letters may lack one of eight, and then has two slips", async () => {
  assert.deepEqual(await near(partsOf([nameOf("abcdefxy")]).parts, "abcdefg"), [["abcdefxy", 2]]);
  assert.deepEqual(await near(partsOf([nameOf("abcdxy")]).parts, "abcdef"), []);
});

test("of names as near, whole ones come first, then those of higher rank, then the first", async () => {
  const { parts } = partsOf([
    nameOf("rewart", { row: 7, rank: 2 }),
    nameOf("rewars", { row: -1, field: "w", rank: 9 }),
    nameOf("rewark", { row: 4, rank: 2 }),
    nameOf("rewarp", { row: 5, rank: 3 }),
    nameOf("rewxrdx", { row: 1, rank: 9 }),
  ]);
  assert.deepEqual(
    (await near(parts, "reward")).map(([label]) => label),
    ["rewarp", "rewark", "rewart", "rewars"],
  );
  assert.deepEqual(
    (
      await near(
        partsOf([nameOf("rewardinxx", { row: 1, rank: 9 }), nameOf("rewardinx", { row: 2 })]).parts,
        "rewarding",
      )
    ).map(([label]) => label),
    ["rewardinx", "rewardinxx"],
  );
});

test("names are sought by their ends unless one is a slip away", async () => {
  const near1 = partsOf([nameOf("rewart")], { endings: [[nameOf("xeward")]], beginnings: [[nameOf("rewarx")]] });
  assert.deepEqual(await near(near1.parts, "reward"), [["rewart", 1]]);
  assert.deepEqual(near1.asked, []);
  const near2 = partsOf([nameOf("rewardixx", { row: 3 })], {
    endings: [[nameOf("xewarding", { row: 1 })], [nameOf("yewarding", { row: 2 })]],
    beginnings: [[nameOf("rewardinx", { row: 4 })]],
  });
  assert.deepEqual(await near(near2.parts, "rewarding"), [
    ["xewarding", 1],
    ["yewarding", 1],
    ["rewardinx", 1],
    ["rewardixx", 2],
  ]);
  assert.deepEqual(
    near2.asked,
    ["endings gnidrawer 2", "beginnings rewarding 2", "endings gnidrawer 2"],
    "in turns, from both ends",
  );
});

test("the same name is told once", async () => {
  const name = () => nameOf("xewarding", { row: 1 });
  assert.deepEqual(await near(partsOf([], { endings: [[name()], [name()]] }).parts, "rewarding"), [["xewarding", 1]]);
});
