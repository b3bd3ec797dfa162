import assert from "node:assert/strict";
import test from "node:test";

import { stepFrom } from "../../../build_tools/theme/static/assets/concord/entry/steps.js";

/**
 *     0 •        • 2
 *     1 •        • 3
 *                • 4
 */
const DOTS = [
  [116, 20],
  [116, 60],
  [244, 15],
  [244, 50],
  [244, 90],
].map(([x, y]) => ({ x, y }));

for (const [from, key, to] of /** @type {[number, string, number][]} */ ([
  [0, "ArrowDown", 1],
  [1, "ArrowDown", -1],
  [1, "ArrowUp", 0],
  [0, "ArrowUp", -1],
  [0, "ArrowRight", 2],
  [1, "ArrowRight", 3],
  [4, "ArrowLeft", 1],
  [0, "ArrowLeft", -1],
  [3, "Home", 2],
  [3, "End", 4],
  [0, "Home", 0],
  [0, "End", 1],
  [2, "ArrowLeft", 0],
  [3, "ArrowLeft", 1],
  [3, "ArrowUp", 2],
  [3, "ArrowDown", 4],
  [4, "ArrowRight", -1],
  [0, "a", -1],
])) {
  test(`${key} leads from ${from} to ${to}`, () => assert.equal(stepFrom(DOTS, from, key), to));
}

test("of two dots as near across the first is meant", () => {
  const dots = [
    [50, 10],
    [50, 30],
    [20, 20],
    [80, 25],
    [80, 5],
  ].map(([x, y]) => ({ x, y }));
  assert.equal(stepFrom(dots, 0, "ArrowLeft"), 2);
  assert.equal(stepFrom(dots, 2, "ArrowRight"), 3, "columns do not count");
  assert.equal(stepFrom(dots.slice(0, 3), 2, "ArrowRight"), 0);
  assert.equal(stepFrom(dots, 1, "ArrowRight"), 3);
  assert.equal(stepFrom(dots, 3, "ArrowDown"), -1);
  assert.deepEqual(
    ["Home", "End"].map((key) => stepFrom(dots, 3, key)),
    [4, 3],
  );
});
