import assert from "node:assert/strict";
import test from "node:test";

import {
  along,
  around,
  nearestTowards,
  neighbours,
} from "../../../build_tools/theme/static/assets/concord/graph/data/reach.js";

/**
 *      3
 *      |
 *  1 - 0 - - 2     4 is a little above the line to 2, and farther away
 */
const GRAPH = {
  ids: ["a", "b", "c", "d", "e"],
  labels: ["Apple", "Élan", "Zebra", "Bread", "Cider"],
  x: [100, 50, 200, 100, 240],
  y: [100, 100, 100, 40, 90],
};
/** From 0. */
const STEPS = [
  { from: 0, to: 2, edge: 0, inverse: false },
  { from: 0, to: 1, edge: 1, inverse: true },
  { from: 0, to: 3, edge: 2, inverse: false },
  { from: 0, to: 2, edge: 3, inverse: true },
];

for (const [name, dx, dy, expected] of [
  ["left", -1, 0, 1],
  ["right", 1, 0, 2],
  ["up", 0, -1, 3],
  ["down", 0, 1, -1],
]) {
  test(`the nearest entry to the ${name}`, () => {
    assert.equal(nearestTowards(GRAPH, [0, 1, 2, 3, 4], 0, dx, dy), expected);
  });
}

test("what is not shown is no neighbour", () => {
  assert.deepEqual(
    neighbours(GRAPH, STEPS, () => true),
    [3, 1, 2],
  );
  assert.deepEqual(
    neighbours(GRAPH, STEPS, (edge) => edge > 1),
    [3, 2],
  );
  assert.deepEqual(
    around(0, STEPS, (edge) => edge === 1),
    { nodes: new Set([0, 1]), edges: new Set([1]) },
  );
});

test("ends are lit even where nothing connects them", () => {
  assert.deepEqual(along([], [3, -1]), { nodes: new Set([3]), edges: new Set() });
  const way = { cost: 2, steps: [STEPS[0], { from: 2, to: 4, edge: 9, inverse: false }] };
  assert.deepEqual(along([way], [0, 4]), { nodes: new Set([0, 4, 2]), edges: new Set([0, 9]) });
});

test("what lies aside counts double, and more aside than ahead not at all", () => {
  const at = (/** @type {[number, number][]} */ ...places) =>
    /** @type {any} */ ({ x: [0, ...places.map(([x]) => x)], y: [0, ...places.map(([, y]) => y)] });
  const right = (/** @type {[number, number][]} */ ...places) =>
    nearestTowards(at(...places), [0, ...places.map((_, index) => index + 1)], 0, 1, 0);
  assert.equal(right([10, 10]), 1);
  assert.equal(right([10, 11]), -1);
  assert.equal(right([10, -11]), -1);
  assert.equal(right([30, 0], [10, 10]), 1, "of two as near, the first");
  assert.equal(right([31, 0], [10, 10]), 2);
  assert.equal(right([29, 0], [10, -10]), 1);
  assert.equal(right([0, 5]), -1);
  assert.equal(right([-1, 0]), -1);
  assert.equal(nearestTowards(at([3, 10], [5, 10]), [2, 1], 0, 0, 1), 1);
  assert.equal(nearestTowards(at([3, 10], [5, 10]), [2], 0, 0, 1), 2, "only what is shown");
});
