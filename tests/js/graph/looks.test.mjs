import assert from "node:assert/strict";
import test from "node:test";

import { codeOf, hexOf } from "../../../build_tools/theme/static/assets/concord/graph/drawing/colour.js";
import { relationStyles } from "../../../build_tools/theme/static/assets/concord/graph/drawing/edgestyles.js";
import {
  arrowLength,
  discRadius,
  edgeOpacity,
  emphasisOpacity,
  isCrowded,
  labelledNodes,
  mostOf,
  movesAsBitmap,
  regionNameOpacity,
  regionOpacity,
  showsDashes,
} from "../../../build_tools/theme/static/assets/concord/graph/drawing/detail.js";

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

/** Seventeen directed relations, two symmetric ones, and one that says little. */
const LIGHT = [
  "#0073af  1 true",
  "#246eb3 9,4 1 true",
  "#3b6ab6 9,3,2,3 1 true",
  "#4c66b6 3,3 1 true",
  "#3a7e32  1 true",
  "#1f8041 9,4 1 true",
  "#008250 9,3,2,3 1 true",
  "#00835e 3,3 1 true",
  "#a94754  1 true",
  "#aa4846 9,4 1 true",
  "#aa4a38 9,3,2,3 1 true",
  "#a84d28 3,3 1 true",
  "#7658ac  1 true",
  "#8054a5 9,4 1 true",
  "#89519d 9,3,2,3 1 true",
  "#914e94 3,3 1 true",
  "#995c00  1 true",
  "#896600 6,3 1 false",
  "#007999 6,3 1 false",
  "#6d7279 1.5,4 1 false",
];
const DARK = [
  "#5cbbfc  1 true",
  "#6eb6ff 9,4 1 true",
  "#7fb2ff 9,3,2,3 1 true",
  "#8eadff 3,3 1 true",
  "#80c677  1 true",
  "#6ec885 9,4 1 true",
  "#5bca94 9,3,2,3 1 true",
  "#47cba2 3,3 1 true",
  "#f88d97  1 true",
  "#f98e89 9,4 1 true",
  "#f8907b 9,3,2,3 1 true",
  "#f6946e 3,3 1 true",
  "#bc9ef8  1 true",
  "#c79af1 9,4 1 true",
  "#d296e8 9,3,2,3 1 true",
  "#db93de 3,3 1 true",
  "#e4a249  1 true",
  "#d1ac5a 6,3 1 false",
  "#54c0e3 6,3 1 false",
  "#9a9fa6 1.5,4 1 false",
];

test("each kind of relation has its colour and dash", () => {
  const looks = (/** @type {boolean} */ dark) =>
    relationStyles(vocabulary(17, 2, 1), dark).map(
      ({ colour, dash, width, arrow }) => `${colour} ${dash} ${width} ${arrow}`,
    );
  assert.deepEqual(looks(false), LIGHT);
  assert.deepEqual(looks(true), DARK);
});

test("beyond four families hues go round by the golden angle", () => {
  const colours = relationStyles(vocabulary(20, 0, 0), false).map(({ colour }) => colour);
  const angle = 137.508;
  assert.deepEqual(
    colours.slice(16),
    [-1.5, -0.5, 0.5, 1.5].map((member) => hexOf(0.53, 0.13, ((255 + 4 * angle) % 360) + 9 * member)),
  );
});

for (const [count, opacity, emphasised] of [
  [0, 0.75, 0.9],
  [24, 0.75, 0.9],
  [99, 0.75, 0.9],
  [399, 0.4, 0.8],
  [1599, 0.2, 0.4],
  [9999, 0.09, 0.25],
]) {
  test(`${count} links are opaque by ${opacity}, or by ${emphasised}`, () => {
    assert.equal(edgeOpacity(count), opacity);
    assert.equal(emphasisOpacity(count), emphasised);
  });
}

test("limits of what is drawn", () => {
  const some = (/** @type {number} */ nodes, /** @type {number} */ edges) =>
    /** @type {any} */ ({ byImportance: Array(nodes), edges: Array(edges) });
  assert.deepEqual([some(1000, 2000), some(1000, 2001)].map(movesAsBitmap), [false, true]);
  assert.deepEqual([19.9, 20].map(isCrowded), [true, false]);
  assert.deepEqual([450, 451].map(showsDashes), [true, false]);
  assert.deepEqual([59.9, 60, 100, 200, 400].map(arrowLength), [0, 5.5, 6.5, 9, 9]);
  assert.deepEqual(
    [1.4, 2, 2.6, 2.7, 0].map((zoom) => Math.round(100 * regionOpacity(zoom)) / 100),
    [1, 0.5, 0, 0, 1],
  );
  assert.equal(regionNameOpacity({ crowded: true, regionOpacity: 0.5 }), 0.45);
  assert.equal(regionNameOpacity({ crowded: false, regionOpacity: 0.5 }), 0.31);
  assert.deepEqual(mostOf(2500, 900), { inside: 2500, leading: 500 });
  assert.deepEqual(mostOf(2999, 900), { inside: 2999, leading: 1 });
});

test("how large a disc is, and how many bear labels", () => {
  const rounded = (/** @type {number} */ value) => Math.round(1000 * value) / 1000;
  assert.equal(rounded(discRadius(255, 60)), rounded(60 * (1 - 1 / Math.E) * 0.22));
  assert.equal(rounded(discRadius(0, 60)), rounded(60 * (1 - 1 / Math.E) * 0.06));
  assert.equal(discRadius(100, 0), 0);
  assert.equal(labelledNodes(1, { width: 1000, height: 600 }), 40);
  assert.equal(labelledNodes(2, { width: 1000, height: 600 }), 160);
  assert.equal(labelledNodes(0.1, { width: 1000, height: 600 }), 4, "some are labelled however small the map is");
});
