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
  [0, "a", -1],
])) {
  test(`${key} leads from ${from} to ${to}`, () => assert.equal(stepFrom(DOTS, from, key), to));
}
