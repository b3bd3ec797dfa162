import assert from "node:assert/strict";
import test from "node:test";

import { allowed, slips } from "../../../build_tools/theme/static/assets/concord/words/distance.js";

for (const [typed, meant, most, wrong] of /** @type {[string, string, number, number][]} */ ([
  ["abc", "abc", 2, 0],
  ["abc", "acb", 2, 1],
  ["abc", "ab", 2, 1],
  ["abc", "xabc", 2, 1],
  ["abcd", "xbcy", 2, 2],
  ["abcd", "wxyz", 2, 3],
  ["abcdef", "ab", 2, 3],
  ["", "ab", 2, 2],
  ["ab", "", 2, 2],
  ["ca", "abc", 3, 3], // neighbours that were swapped stay so
  ["abc", "abd", 0, 1],
])) {
  test(`${wrong} slips from “${typed}” to “${meant}”`, () => {
    assert.equal(slips(typed, meant, most), wrong);
  });
}

/** The same without a bound, from the definition. @param {string} typed @param {string} meant */
function carefully(typed, meant) {
  /** @type {number[][]} */
  const cost = [];
  for (let i = 0; i <= typed.length; i += 1) {
    cost.push([]);
    for (let j = 0; j <= meant.length; j += 1) {
      const options = i && j ? [cost[i - 1][j - 1] + Number(typed[i - 1] !== meant[j - 1])] : [i + j];
      if (i) options.push(cost[i - 1][j] + 1);
      if (j) options.push(cost[i][j - 1] + 1);
      const swapped = i > 1 && j > 1 && typed[i - 1] === meant[j - 2] && typed[i - 2] === meant[j - 1];
      if (swapped) options.push(cost[i - 2][j - 2] + 1);
      cost[i].push(Math.min(...options));
    }
  }
  return cost[typed.length];
}

let seed = 3;
const next = (/** @type {number} */ most) => (seed = (seed * 48271) % 2147483647) % most;
const word = () => Array.from({ length: next(8) }, () => "abc"[next(3)]).join("");

test("slips are those of the definition, up to the bound", () => {
  for (let round = 0; round < 4000; round += 1) {
    const [typed, meant, most] = [word(), word(), next(4)];
    const costs = carefully(typed, meant);
    const said = `${typed} ${meant} ${most}`;
    assert.equal(slips(typed, meant, most), Math.min(costs[meant.length], most + 1), said);
    assert.equal(slips(typed, meant, most, true), Math.min(...costs, most + 1), `the beginning of ${said}`);
  }
});

test("short words have no slips, long ones two", () => {
  assert.deepEqual([0, 3, 4, 7, 8, 40].map(allowed), [0, 0, 1, 1, 2, 2]);
});
