import assert from "node:assert/strict";
import test from "node:test";

import { placeLabels } from "../../../build_tools/theme/static/assets/concord/graph/drawing/labels.js";

const box = (left, top, width = 50, height = 10) => ({ left, top, width, height });

for (const [why, boxes, expected] of [
  ["nothing", [], []],
  ["two apart", [box(0, 0), box(100, 0)], [0, 1]],
  ["the more important of two that overlap", [box(0, 0), box(20, 5)], [0]],
  ["a third where the second gave way", [box(0, 0), box(40, 0), box(60, 0)], [0, 2]],
  ["none closer than the gap", [box(0, 0), box(51, 0), box(0, 12)], [0, 2]],
  ["overlap across many cells", [box(0, 0, 300, 10), box(250, 5)], [0]],
  ["none off the screen", [box(-60, 0), box(900, 0), box(0, 700), box(0, -20)], []],
  ["overlap beyond the edge", [box(-40, 0), box(-45, 5)], [0]],
  [
    "those that keep the gap on each side",
    [box(100, 100), box(152, 100), box(48, 100), box(100, 112), box(100, 88)],
    [0, 1, 2, 3, 4],
  ],
  ["none that does not", [box(100, 100), box(151, 100), box(49, 100), box(100, 111), box(100, 89)], [0]],
  ["those that show a pixel", [box(799, 0), box(0, 599), box(-49, 300), box(300, -9)], [0, 1, 2, 3]],
  ["none that shows none", [box(800, 0), box(0, 600), box(-50, 300), box(300, -10)], []],
  ["overlap far off the screen", [box(700, 500, 500, 500), box(760, 560, 500, 500)], [0]],
  ["none that touches one in another cell", [box(10, 10), box(61, 10), box(130, 60), box(130, 71)], [0, 2]],
]) {
  test(`places ${why}`, () => assert.deepEqual(placeLabels(boxes, 800, 600), expected));
}

test("a thousand labels in disorder never overlap", () => {
  let seed = 7;
  const next = (most) => (seed = (seed * 48271) % 2147483647) % most;
  const boxes = Array.from({ length: 1000 }, () => box(next(900) - 50, next(700) - 50, 20 + next(150), 8 + next(12)));
  const placed = placeLabels(boxes, 800, 600).map((index) => boxes[index]);
  assert.ok(placed.length > 30);
  placed.forEach((one, at) => {
    for (const other of placed.slice(at + 1)) {
      const apart =
        one.left + one.width + 2 <= other.left ||
        other.left + other.width + 2 <= one.left ||
        one.top + one.height + 2 <= other.top ||
        other.top + other.height + 2 <= one.top;
      assert.ok(apart, `${JSON.stringify(one)} and ${JSON.stringify(other)}`);
    }
  });
});

test("a gap is asked for, and some have their room in any case", () => {
  const boxes = [box(0, 0), box(10, 0), box(55, 0), box(70, 0)];
  assert.deepEqual(placeLabels(boxes, 800, 600, 5), [0, 2]);
  assert.deepEqual(placeLabels(boxes, 800, 600, 6), [0, 3]);
  assert.deepEqual(placeLabels(boxes, 800, 600, 0, 2), [0, 1, 3]);
  assert.deepEqual(placeLabels([box(0, 0), box(900, 0), box(10, 0)], 800, 600, 0, 3), [0, 2], "but not off the screen");
});
