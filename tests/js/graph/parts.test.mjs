import assert from "node:assert/strict";
import test from "node:test";

import { grouped, plural } from "../../../build_tools/theme/static/assets/concord/ui/count.js";
import { chosenAfter } from "../../../build_tools/theme/static/assets/concord/graph/data/choices.js";
import { linkGroups } from "../../../build_tools/theme/static/assets/concord/graph/data/links.js";
import { cameraFilling, freeArea } from "../../../build_tools/theme/static/assets/concord/graph/drawing/sight.js";

for (const [chosen, key, checked, expected] of [
  [[], "b", false, ["a", "c"]],
  [["a", "c"], "b", true, []],
  [["a"], "b", true, ["a", "b"]],
  [["a"], "a", false, []],
  [["gone"], "a", false, ["b", "c"]],
]) {
  test(`${checked ? "checking" : "unchecking"} ${key} after ${chosen.join() || "all"}`, () => {
    assert.deepEqual(chosenAfter(["a", "b", "c"], chosen, key, checked), expected);
  });
}

test("links are told by what they say, and symmetric ones once", () => {
  const graph = {
    labels: ["A", "C", "B"],
    relations: [
      { label: "uses", inverse: "is used by", symmetric: false },
      { label: "goes with", inverse: "goes with", symmetric: true },
    ],
    edges: { source: [0, 0, 1, 2], target: [1, 2, 0, 0], relation: [0, 0, 0, 1] },
  };
  const steps = [
    { from: 0, to: 1, edge: 0, inverse: false },
    { from: 0, to: 2, edge: 1, inverse: false },
    { from: 0, to: 1, edge: 2, inverse: true },
    { from: 0, to: 2, edge: 3, inverse: true },
  ];
  assert.deepEqual(
    linkGroups(graph, steps).map((group) => [group.label, group.steps.map(({ edge }) => edge)]),
    [
      ["uses", [1, 0]],
      ["is used by", [2]],
      ["goes with", [3]],
    ],
  );
});

test("what a panel covers is not free", () => {
  const map = { left: 300, top: 100, width: 900, height: 600 };
  assert.deepEqual(freeArea(map), { width: 900, height: 600 });
  assert.deepEqual(freeArea(map, { left: 840, top: 100, width: 360 }), { width: 540, height: 600 });
  assert.deepEqual(freeArea(map, { left: 300, top: 400, width: 900 }), { width: 900, height: 300 });
  assert.deepEqual(freeArea(map, { left: 0, top: 0, width: 0 }), { width: 900, height: 600 });
});

test("beside a panel everything lies in the free area", () => {
  const bounds = { left: 0, top: 0, right: 60_000, bottom: 40_000 };
  const size = { width: 900, height: 600 };
  const whole = cameraFilling({ bounds, count: 100, size }, bounds, size);
  assert.deepEqual(whole, { x: 30_000, y: 20_000, k: 1 });
  const rounded = cameraFilling({ bounds, count: 100, size }, bounds, { width: 899.6, height: 599.7 });
  assert.ok(Math.abs(rounded.x - 30_000) < 100, "nothing covers half a pixel");
  const beside = cameraFilling({ bounds, count: 100, size }, bounds, { width: 540, height: 600 });
  assert.ok(beside.k < 0.6);
  assert.ok(beside.x > 45_000);
});

for (const [count, expected] of [
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [1234567, "1,234,567"],
]) {
  test(`${count} in groups of digits`, () => assert.equal(grouped(count), expected));
}

test("one is one", () => {
  assert.equal(plural(1, "entry", "entries"), "1 entry");
  assert.equal(plural(2000, "link"), "2,000 links");
});
