import assert from "node:assert/strict";
import test from "node:test";

import { grouped, listed, plural } from "../../../build_tools/theme/static/assets/concord/ui/count.js";
import { stepped } from "../../../build_tools/theme/static/assets/concord/ui/ring.js";

for (const [count, expected] of /** @type {[number, string][]} */ ([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [1234567, "1,234,567"],
])) {
  test(`${count} in groups of digits`, () => assert.equal(grouped(count), expected));
}

test("one is one", () => {
  assert.equal(plural(1, "entry", "entries"), "1 entry");
  assert.equal(plural(0, "entry", "entries"), "0 entries");
  assert.equal(plural(2000, "link"), "2,000 links");
});

test("names in a row", () => {
  const names = [[], ["a"], ["a", "b"], ["a", "b", "c"]].map(listed);
  assert.deepEqual(names, ["", "a", "a and b", "a, b and c"]);
});

for (const [at, step, to] of /** @type {[number, 1 | -1, number][]} */ ([
  [-1, 1, 0],
  [-1, -1, 2],
  [0, 1, 1],
  [2, 1, 0],
  [0, -1, 2],
  [2, -1, 1],
])) {
  test(`a step of ${step} from ${at} in a ring of three leads to ${to}`, () => assert.equal(stepped(at, step, 3), to));
}
