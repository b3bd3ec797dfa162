// Pictures of a small graph, to the byte: `UPDATE=1 node --test tests/js/graph/pictures.test.mjs` writes
// them anew. Look at what has changed before it is committed.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";

import { relationStyles } from "../../../build_tools/theme/static/assets/concord/graph/drawing/edgestyles.js";
import { emphasisOf, partOf, sceneMap } from "../../../build_tools/theme/static/assets/concord/graph/drawing/map.js";
import { svgOf } from "../../../build_tools/theme/static/assets/concord/graph/drawing/picture.js";
import { GRAPH, measure } from "./small_graph.mjs";

const map = sceneMap(/** @type {any} */ (GRAPH));
Object.assign(map.size, { width: 640, height: 480 });
const all = partOf(map, { nodes: GRAPH.ids.keys(), edges: GRAPH.edges.source.keys() });
const some = { nodes: new Set([0, 1]), edges: new Set([0]) };
const palette = (/** @type {boolean} */ dark) => ({
  ...{ ground: dark ? "#1e2129" : "#ffffff", text: dark ? "#e6e8ee" : "#22252b", ring: "#3348c4" },
  topics: GRAPH.topics.map((topic) => (dark ? topic.dark : topic.light)),
  relations: relationStyles(GRAPH, dark),
  family: '"A font", sans-serif',
});
const whole = { x: 30_000, y: 25_000, scale: 0.012, width: 640, height: 480 };
const showing = { part: all, emphasised: null, selected: -1, zoom: 1, measure };

for (const [name, dark, viewport, more] of /** @type {[string, boolean, typeof whole, Partial<typeof showing>][]} */ ([
  ["whole", false, whole, {}],
  ["close", false, { x: 16_000, y: 12_000, scale: 0.03, width: 640, height: 480 }, { zoom: 2.5, selected: 0 }],
  ["emphasis", true, whole, { emphasised: emphasisOf(map, all, some), selected: 1 }],
  ["far", false, { ...whole, scale: 0.0008 }, { zoom: 0.5, selected: 2 }],
  [
    "narrow",
    true,
    { ...whole, scale: 0.0032, width: 180, height: 300 },
    { part: partOf(map, { nodes: [0, 2, 4], edges: [2] }) },
  ],
])) {
  test(`the picture “${name}” is what it was`, () => {
    const drawn = svgOf(map, palette(dark), viewport, { ...showing, ...more });
    const path = new URL(`pictures/${name}.svg`, import.meta.url);
    if (process.env.UPDATE) writeFileSync(path, drawn);
    assert.equal(drawn, readFileSync(path, "utf-8"));
  });
}
