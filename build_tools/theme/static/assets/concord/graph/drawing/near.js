/**
 * Which node a point of the screen means.
 *
 * @typedef {import("./camera.js").Viewport} Viewport
 * @typedef {import("./map.js").SceneMap} SceneMap
 */

import { discRadius } from "./detail.js";

/**
 * The nearest node whose disc holds a point, or that is within reach of it.
 *
 * @param {SceneMap} map
 * @param {Iterable<number>} nodes of which the first is meant where two are as near
 * @param {Viewport} viewport
 * @param {{x: number, y: number, reach: number}} point in pixels
 * @returns {number} -1 for none
 */
export function nodeNear({ graph, spacing }, nodes, { x: atX, y: atY, scale, width, height }, { x, y, reach }) {
  let [found, nearest] = [-1, Infinity];
  for (const node of nodes) {
    const awayX = width / 2 + (graph.x[node] - atX) * scale - x;
    const awayY = height / 2 + (graph.y[node] - atY) * scale - y;
    const distance = Math.hypot(awayX, awayY);
    if (distance < nearest && distance <= Math.max(reach, discRadius(graph.size[node], spacing * scale))) {
      [found, nearest] = [node, distance];
    }
  }
  return found;
}
