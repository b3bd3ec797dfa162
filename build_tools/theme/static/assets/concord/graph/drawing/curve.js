/**
 * The line of a link from the rim of one disc to the rim of the other, a little bent: links in both
 * directions, and several between the same two, then lie side by side.
 *
 * @typedef {import("./frame.js").Frame} Frame
 * @typedef {import("./map.js").SceneMap} SceneMap
 * @typedef {[number, number, number, number, number, number]} Curve x and y of its beginning, its
 *   control point and its end
 */

import { discRadius } from "./detail.js";

/** How far the control point lies off the straight line, as a share of its length. */
const BEND = 0.11;
/** Pixels between the end of a line and the disc. */
const CLEARANCE = 1.5;

/**
 * @param {SceneMap} map
 * @param {Pick<Frame, "viewport" | "spacing" | "curved">} frame
 * @param {number} edge
 * @returns {Curve} in pixels
 */
export function curveOf({ graph }, { viewport, spacing, curved }, edge) {
  const [source, target] = [graph.edges.source[edge], graph.edges.target[edge]];
  const atX = viewport.width / 2 - viewport.x * viewport.scale;
  const atY = viewport.height / 2 - viewport.y * viewport.scale;
  const fromX = atX + graph.x[source] * viewport.scale;
  const fromY = atY + graph.y[source] * viewport.scale;
  const toX = atX + graph.x[target] * viewport.scale;
  const toY = atY + graph.y[target] * viewport.scale;
  if (!curved) return [fromX, fromY, fromX, fromY, toX, toY];
  const viaX = (fromX + toX) / 2 - (toY - fromY) * BEND;
  const viaY = (fromY + toY) / 2 + (toX - fromX) * BEND;
  const length = Math.hypot(viaX - fromX, viaY - fromY);
  const start = discRadius(graph.size[source], spacing) + CLEARANCE;
  const end = discRadius(graph.size[target], spacing) + CLEARANCE;
  // Discs that (nearly) touch have no room for a line between them.
  if (2 * length <= start + end + 2) return [fromX, fromY, viaX, viaY, toX, toY];
  return [
    fromX + ((viaX - fromX) / length) * start,
    fromY + ((viaY - fromY) / length) * start,
    viaX,
    viaY,
    toX + ((viaX - toX) / length) * end,
    toY + ((viaY - toY) / length) * end,
  ];
}

/**
 * The corners of the arrowhead at a line's end.
 *
 * @param {Curve} curve
 * @param {number} length in pixels
 * @returns {[number, number, number, number, number, number] | null} none for a line too short to bear one
 */
export function arrowhead([fromX, fromY, viaX, viaY, toX, toY], length) {
  if (Math.hypot(toX - fromX, toY - fromY) < 2 * length) return null;
  const whole = Math.hypot(toX - viaX, toY - viaY) || 1;
  const alongX = ((toX - viaX) / whole) * length;
  const alongY = ((toY - viaY) / whole) * length;
  return [
    toX,
    toY,
    toX - alongX - alongY * 0.42,
    toY - alongY + alongX * 0.42,
    toX - alongX + alongY * 0.42,
    toY - alongY - alongX * 0.42,
  ];
}
