import assert from "node:assert/strict";
import test from "node:test";

import {
  boundsOf,
  cameraOf,
  cameraOn,
  fittingScale,
  isSameView,
  screenOf,
  spacingOf,
  transformOf,
  viewportOf,
  zoomRange,
} from "../../../build_tools/theme/static/assets/concord/graph/drawing/camera.js";
import {
  cameraBeside,
  cameraFilling,
  freeArea,
  legibleZoom,
} from "../../../build_tools/theme/static/assets/concord/graph/drawing/sight.js";
import { between, eased } from "../../../build_tools/theme/static/assets/concord/graph/drawing/travel.js";

const near = (actual, expected, tolerance = 1e-6) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);

const places = { x: [1000, 61000, 30000], y: [2000, 40000, 30000] };
const bounds = boundsOf(places, [0, 1, 2]);

for (const size of [
  { width: 1200, height: 800 },
  { width: 360, height: 640 },
  { width: 900, height: 200 },
]) {
  const name = `${size.width} by ${size.height}`;

  test(`all nodes are in sight at zoom 1, and close to two edges: ${name}`, () => {
    const { x, y, scale } = viewportOf(cameraOn(bounds, 3, bounds, size), bounds, size);
    const across = places.x.map((value) => size.width / 2 + (value - x) * scale);
    const down = places.y.map((value) => size.height / 2 + (value - y) * scale);
    const free = Math.min(...across, ...across.map((value) => size.width - value));
    const freeDown = Math.min(...down, ...down.map((value) => size.height - value));
    assert.ok(free > 0 && freeDown > 0 && Math.min(free, freeDown) <= 44.001);
  });

  for (const camera of [
    { x: 31000, y: 21000, k: 1 },
    { x: 500, y: 60000, k: 7.5 },
    { x: 1, y: 2, k: 0.5 },
  ]) {
    test(`camera and transform say the same: ${name}, ${JSON.stringify(camera)}`, () => {
      const back = cameraOf(transformOf(camera, bounds, size), bounds, size);
      near(back.x, camera.x, 1e-6);
      near(back.y, camera.y, 1e-6);
      assert.equal(back.k, camera.k);
    });
  }
}

test("a transform puts the camera's point into the middle", () => {
  const size = { width: 1000, height: 600 };
  const { k, x, y } = transformOf({ x: 12345, y: 6789, k: 3 }, bounds, size);
  const scale = fittingScale(bounds, size);
  near(k * ((12345 - 31000) * scale + 500) + x, 500);
  near(k * ((6789 - 21000) * scale + 300) + y, 300);
});

test("bounds have an extent whatever they are of", () => {
  assert.deepEqual(boundsOf(places, [2]), { left: 30000, top: 30000, right: 30001, bottom: 30001 });
  assert.deepEqual(boundsOf(places, []), { left: 0, top: 0, right: 65535, bottom: 65535 });
});

test("one node is brought to the middle, but not blown up", () => {
  const size = { width: 1000, height: 800 };
  const spread = boundsOf({ x: [0, 65535], y: [0, 65535] }, [0, 1]);
  const camera = cameraOn(spread, 260, boundsOf(places, [2]), size);
  const [least, most] = zoomRange(spread, 260, size);
  assert.deepEqual([Math.round(camera.x), Math.round(camera.y)], [30001, 30001]);
  assert.ok(camera.k > 1 && camera.k < 8, String(camera.k));
  assert.ok(least < 1 && most > camera.k);
});

test("an animation keeps the point of the screen that stays", () => {
  // Both leave the screen's (300, 200) where it is.
  const from = { k: 1, x: 0, y: 0 };
  const to = { k: 4, x: 300 - 4 * 300, y: 200 - 4 * 200 };
  for (const share of [0, 0.25, 0.5, 1]) {
    const { k, x, y } = between(from, to, share);
    near(k, 4 ** share);
    near(k * 300 + x, 300);
    near(k * 200 + y, 200);
  }
  assert.deepEqual(between(from, { k: 1, x: 100, y: 50 }, 0.5), { k: 1, x: 50, y: 25 });
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

const SQUARE = { left: 0, top: 0, right: 1000, bottom: 500 };
const VIEW = { width: 1088, height: 588 };

test("a margin is kept free, and less of it in a small view", () => {
  near(fittingScale(SQUARE, VIEW), 1);
  near(fittingScale(SQUARE, { width: 1088, height: 338 }), (338 - 2 * (338 / 12)) / 500);
  near(fittingScale(SQUARE, { width: 240, height: 600 }), (240 - 40) / 1000);
  near(fittingScale(SQUARE, { width: 528, height: 528 }), 440 / 1000);
  assert.equal(fittingScale(SQUARE, { width: 0, height: 0 }), 1e-6);
});

test("nodes are as far from each other as if they were spread evenly", () => {
  near(spacingOf(SQUARE, 50), 100);
  near(spacingOf(SQUARE, 0), Math.sqrt(500_000));
});

test("the zoom goes from a half to where neighbours are far apart", () => {
  assert.deepEqual(zoomRange(SQUARE, 50, VIEW), [0.5, 8]);
  assert.deepEqual(zoomRange(SQUARE, 5000, VIEW), [0.5, 42]);
  assert.deepEqual(zoomRange(SQUARE, 5000, { width: 588, height: 588 }), [0.5, 84]);
});

test("what fills the view does so, but a few nodes are not blown up", () => {
  const half = { left: 0, top: 0, right: 500, bottom: 250 };
  assert.deepEqual(cameraOn(SQUARE, 5000, half, VIEW), { x: 250, y: 125, k: 2 });
  assert.deepEqual(cameraOn(SQUARE, 50, { left: 10, top: 20, right: 12, bottom: 22 }, VIEW), { x: 11, y: 21, k: 1.5 });
  assert.deepEqual(cameraOn(SQUARE, 2, half, VIEW), { x: 250, y: 125, k: 1 }, "nor made smaller than all");
});

test("a viewport has its camera's point in the middle", () => {
  assert.deepEqual(viewportOf({ x: 7, y: 9, k: 3 }, SQUARE, VIEW), { x: 7, y: 9, scale: 3, ...VIEW });
  const viewport = { x: 100, y: 50, scale: 2, width: 600, height: 400 };
  assert.deepEqual(screenOf({ x: [100, 110], y: [50, 45] }, 0, viewport), { x: 300, y: 200 });
  assert.deepEqual(screenOf({ x: [100, 110], y: [50, 45] }, 1, viewport), { x: 320, y: 190 });
});

test("views are the same if nobody sees a difference", () => {
  const one = { x: 1000, y: 1000, k: 1 };
  for (const [other, same] of /** @type {[{ x: number, y: number, k: number }, boolean][]} */ ([
    [one, true],
    [{ x: 1199, y: 1000, k: 1 }, true],
    [{ x: 1200, y: 1000, k: 1 }, false],
    [{ x: 1000, y: 801, k: 1 }, true],
    [{ x: 1150, y: 1150, k: 1 }, false],
    [{ x: 1000, y: 1000, k: 1.0099 }, true],
    [{ x: 1000, y: 1000, k: 1.02 }, false],
    [{ x: 1000, y: 1000, k: 0.98 }, false],
  ])) {
    assert.equal(isSameView(one, other), same, JSON.stringify(other));
  }
  assert.equal(isSameView({ ...one, k: 4 }, { x: 1060, y: 1000, k: 4 }), false, "the closer, the more is seen");
});

const MAP = { bounds: SQUARE, count: 50, size: VIEW };

test("beside a panel, a point lies in the middle of what is free", () => {
  assert.deepEqual(cameraBeside(MAP, { x: 10, y: 20, k: 2 }, VIEW), { x: 10, y: 20, k: 2 });
  assert.deepEqual(cameraBeside(MAP, { x: 10, y: 20, k: 2 }, { width: 688, height: 388 }), { x: 110, y: 70, k: 2 });
});

test("labels are kept free of the panel, if there is one", () => {
  assert.deepEqual(cameraFilling(MAP, SQUARE, VIEW), { x: 500, y: 250, k: 1 });
  for (const free of [
    { width: 1087, height: 588 },
    { width: 1088, height: 587 },
  ]) {
    assert.equal(cameraFilling(MAP, SQUARE, free).k, fittingScale(SQUARE, free), "a pixel is rounding");
  }
  for (const free of [
    { width: 1086.9, height: 588 },
    { width: 1088, height: 586.9 },
  ]) {
    const room = { width: free.width - 72, height: free.height };
    near(cameraFilling(MAP, SQUARE, free).k, fittingScale(SQUARE, room));
  }
  const { x, y, k } = cameraFilling(MAP, SQUARE, { width: 660, height: 588 });
  near(k, 0.5);
  near(x, 500 + (1088 - 588) / 2 / 0.5);
  near(y, 250);
});

test("a panel as wide as the view is a sheet at its bottom", () => {
  const map = { left: 100, top: 50, width: 1000, height: 600 };
  assert.deepEqual(freeArea(map, { left: 200, top: 400, width: 900 }), { width: 100, height: 600 });
  assert.deepEqual(freeArea(map, { left: 195, top: 400, width: 901 }), { width: 1000, height: 350 });
});

test("labels can be read where neighbours are sixty pixels apart", () => near(legibleZoom(MAP), 0.6));

test("an animation is slow at both ends", () => {
  assert.deepEqual([0, 0.25, 0.5, 0.75, 1].map(eased), [0, 0.0625, 0.5, 0.9375, 1]);
});

test("an animation between scales that nearly agree is even", () => {
  const { k, x, y } = between({ k: 2, x: 10, y: 20 }, { k: 2 * (1 + 1e-7), x: 20, y: 0 }, 0.25);
  near(k, 2);
  assert.deepEqual([x, y], [12.5, 15]);
});
