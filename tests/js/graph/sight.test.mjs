import assert from "node:assert/strict";
import test from "node:test";

import {
  boundsOf,
  cameraOf,
  cameraOn,
  fittingScale,
  transformOf,
  viewportOf,
  zoomRange,
} from "../../../build_tools/theme/static/assets/concord/graph/drawing/camera.js";
import { codeOf, hexOf } from "../../../build_tools/theme/static/assets/concord/graph/drawing/colour.js";
import { relationStyles } from "../../../build_tools/theme/static/assets/concord/graph/drawing/edgestyles.js";
import {
  arrowLength,
  discRadius,
  edgeOpacity,
  emphasisOpacity,
  labelledNodes,
  mostOf,
  movesAsBitmap,
  regionOpacity,
} from "../../../build_tools/theme/static/assets/concord/graph/drawing/detail.js";
import { between } from "../../../build_tools/theme/static/assets/concord/graph/drawing/travel.js";

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

for (const [colour, expected] of [
  [[1, 0, 0], "#ffffff"],
  [[0, 0, 0], "#000000"],
  [[0.5, 0, 0], "#636363"],
  // Pure red, green and blue as CSS Color 4 gives them in OKLCH.
  [[0.62796, 0.25768, 29.234], "#ff0000"],
  [[0.86644, 0.29483, 142.495], "#00ff00"],
  [[0.45201, 0.31321, 264.052], "#0000ff"],
]) {
  test(`OKLCH ${colour} is ${expected}`, () => assert.equal(hexOf(...colour), expected));
}

test("bytes make a code", () => assert.equal(codeOf([0, 10, 255]), "#000aff"));

const vocabulary = (directed, symmetric, loose) => ({
  relations: [
    ...Array.from({ length: directed }, () => ({ symmetric: false, cost: 1 })),
    ...Array.from({ length: symmetric }, () => ({ symmetric: true, cost: 1 })),
    ...Array.from({ length: loose }, () => ({ symmetric: true, cost: 2.5 })),
  ],
});
/** Contrast by WCAG 2. */
const contrast = (one, other) => {
  const luminance = (code) => {
    const [red, green, blue] = [1, 3, 5]
      .map((at) => parseInt(code.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

for (const dark of [false, true]) {
  test(`relations are told apart and from the ground, ${dark ? "dark" : "light"}`, () => {
    const styles = relationStyles(vocabulary(20, 3, 1), dark);
    assert.equal(new Set(styles.map(({ colour, dash }) => `${colour} ${dash}`)).size, 24);
    for (const { colour } of styles) {
      assert.match(colour, /^#[0-9a-f]{6}$/);
      const found = contrast(colour, dark ? "#1e2129" : "#ffffff");
      assert.ok(found >= 3, `${colour} has a contrast of ${found}`);
    }
  });
}

test("only directed relations have arrowheads", () => {
  const arrows = relationStyles(vocabulary(2, 2, 1), false).map(({ arrow }) => arrow);
  assert.deepEqual(arrows, [true, true, false, false, false]);
});

test("relations that follow one another share a hue but not a dash", () => {
  const dashes = relationStyles(vocabulary(4, 0, 0), false).map(({ dash }) => dash.join());
  assert.equal(new Set(dashes).size, 4);
});

test("more is drawn with more faintness", () => {
  for (const opacity of [edgeOpacity, emphasisOpacity]) {
    const values = [0, 10, 100, 1000, 100000].map(opacity);
    assert.deepEqual(
      values.toSorted((a, b) => b - a),
      values,
    );
    assert.ok(values.every((value) => value > 0 && value <= 1));
  }
});

test("discs grow with importance and zoom, and never beyond reason", () => {
  assert.ok(discRadius(0, 5) < discRadius(255, 5));
  assert.ok(discRadius(255, 5) < 1.6);
  assert.ok(discRadius(128, 40) < discRadius(128, 80));
  assert.ok(discRadius(255, 1e6) < 16);
});

test("links beyond a number are not drawn, those that lead out of sight first", () => {
  assert.deepEqual(mostOf(10, 20), { inside: 10, leading: 20 });
  assert.deepEqual(mostOf(3000, 5), { inside: 3000, leading: 0 });
  assert.deepEqual(mostOf(90000, 5), { inside: 3000, leading: 0 });
  assert.deepEqual(mostOf(0, 5000), { inside: 0, leading: 800 });
});

test("arrowheads come and names of topics go with the zoom", () => {
  assert.equal(arrowLength(40), 0);
  assert.ok(arrowLength(80) > 0 && arrowLength(5000) <= 9);
  assert.equal(regionOpacity(1), 1);
  assert.equal(regionOpacity(3), 0);
});

test("more labels with zoom and room", () => {
  const size = { width: 1000, height: 600 };
  assert.ok(labelledNodes(2, size) > labelledNodes(1, size));
  assert.ok(labelledNodes(1, { width: 360, height: 600 }) < labelledNodes(1, size));
});

test("only large graphs are moved as bitmaps", () => {
  const some = (nodes, edges) => ({ byImportance: Array(nodes).fill(0), edges: Array(edges).fill(0) });
  assert.equal(movesAsBitmap(some(260, 967)), false);
  assert.equal(movesAsBitmap(some(20000, 60000)), true);
});
