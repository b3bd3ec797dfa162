/**
 * Soft ground round the nodes of each topic, as of countries on a map.
 *
 * @typedef {import("../drawing/frame.js").Frame} Frame
 * @typedef {import("../drawing/map.js").SceneMap} SceneMap
 * @typedef {import("../drawing/edgestyles.js").Palette} Palette
 */

import { REGION_OPACITY, REGION_RADIUS } from "../drawing/detail.js";

/** Pixels between nodes below which the ground is painted smaller and stretched, which costs less. */
const COARSE = 10;
const COARSENESS = 4;

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Frame} frame
 * @param {SceneMap} map
 * @param {Palette} palette
 */
export function paintRegions(pen, frame, { graph }, palette) {
  if (!frame.regions.length) return;
  pen.globalAlpha = REGION_OPACITY * frame.regionOpacity;
  if (frame.spacing < COARSE) paintCoarsely(pen, frame, graph, palette);
  else paintDiscs(pen, frame, graph, palette);
  pen.globalAlpha = 1;
}

/**
 * All discs of a topic in one filling, so that they do not darken where they overlap.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {Frame} frame
 * @param {import("../drawing/map.js").PlacedGraph} graph
 * @param {Palette} palette
 */
function paintDiscs(pen, { nodes, viewport, spacing }, graph, palette) {
  const radius = REGION_RADIUS * spacing;
  palette.topics.forEach((colour, topic) => {
    pen.beginPath();
    for (const node of nodes) {
      if (graph.topic[node] !== topic) continue;
      const x = viewport.width / 2 + (graph.x[node] - viewport.x) * viewport.scale;
      const y = viewport.height / 2 + (graph.y[node] - viewport.y) * viewport.scale;
      pen.moveTo(x + radius, y);
      pen.arc(x, y, radius, 0, 2 * Math.PI);
    }
    pen.fillStyle = colour;
    pen.fill();
  });
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Frame} frame
 * @param {import("../drawing/map.js").PlacedGraph} graph
 * @param {Palette} palette
 */
function paintCoarsely(pen, { nodes, viewport, spacing }, graph, palette) {
  const { width, height, scale } = viewport;
  const small = document.createElement("canvas");
  small.width = Math.ceil(width / COARSENESS);
  small.height = Math.ceil(height / COARSENESS);
  const brush = small.getContext("2d");
  if (!brush) return;
  const side = Math.max((2 * REGION_RADIUS * spacing) / COARSENESS, 1);
  for (const node of nodes) {
    const x = (width / 2 + (graph.x[node] - viewport.x) * scale) / COARSENESS;
    const y = (height / 2 + (graph.y[node] - viewport.y) * scale) / COARSENESS;
    brush.fillStyle = palette.topics[graph.topic[node]];
    brush.fillRect(x - side / 2, y - side / 2, side, side);
  }
  pen.drawImage(small, 0, 0, small.width * COARSENESS, small.height * COARSENESS);
}
