/**
 * Where the map is looked at from: between the graph's square, the zoom's transform and the screen.
 *
 * @typedef {import("../data/view.js").Camera} Camera
 *
 * @typedef {object} Bounds of nodes, in the graph's units
 * @property {number} left
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 *
 * @typedef {object} Size of a drawing, in CSS pixels
 * @property {number} width
 * @property {number} height
 *
 * @typedef {object} Viewport what a drawing shows
 * @property {number} x the graph's point in the middle
 * @property {number} y
 * @property {number} scale pixels a unit of the graph
 * @property {number} width in pixels
 * @property {number} height
 *
 * @typedef {object} Transform from pixels at zoom 1 to pixels of the screen, as d3-zoom has it
 * @property {number} k
 * @property {number} x
 * @property {number} y
 */

const MARGIN = 44;
/** Pixels between neighbours at the greatest zoom, and where a few nodes are brought to fill the view. */
const NEAREST_PIXELS = 420;
const FILLED_PIXELS = 150;
/** Units of the graph, of 65,535, that nobody sees at zoom 1. */
const NOTICED = 200;

/**
 * @param {{x: number[], y: number[]}} places
 * @param {Iterable<number>} nodes at least one, or the whole square is meant
 * @returns {Bounds} with an extent in both directions
 */
export function boundsOf({ x, y }, nodes) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const node of nodes) {
    left = Math.min(left, x[node]);
    right = Math.max(right, x[node]);
    top = Math.min(top, y[node]);
    bottom = Math.max(bottom, y[node]);
  }
  if (left > right) return { left: 0, top: 0, right: 65535, bottom: 65535 };
  return { left, top, right: Math.max(right, left + 1), bottom: Math.max(bottom, top + 1) };
}

/**
 * Units of the graph from a node to the next, if all were spread evenly.
 *
 * @param {Bounds} bounds
 * @param {number} count of nodes
 */
export function spacingOf({ left, top, right, bottom }, count) {
  return Math.sqrt(((right - left) * (bottom - top)) / Math.max(count, 1));
}

/**
 * Pixels a unit of the graph at which the bounds just fit.
 *
 * @param {Bounds} bounds
 * @param {Size} size
 */
export function fittingScale({ left, top, right, bottom }, { width, height }) {
  const margin = Math.min(MARGIN, width / 12, height / 12);
  return Math.max(Math.min((width - 2 * margin) / (right - left), (height - 2 * margin) / (bottom - top)), 1e-6);
}

/**
 * @param {Bounds} bounds of the whole graph
 * @param {number} count of its nodes
 * @param {Size} size
 * @returns {[number, number]} the least and the greatest zoom
 */
export function zoomRange(bounds, count, size) {
  return [0.5, Math.max(8, NEAREST_PIXELS / (spacingOf(bounds, count) * fittingScale(bounds, size)))];
}

/**
 * The camera for which some of the nodes fill the view; a few are not blown up to fill it.
 *
 * @param {Bounds} whole of the whole graph
 * @param {number} count of its nodes
 * @param {Bounds} part of the nodes that are to fill the view
 * @param {Size} size
 * @returns {Camera}
 */
export function cameraOn(whole, count, part, size) {
  const fitting = fittingScale(whole, size);
  const near = Math.max(FILLED_PIXELS / (spacingOf(whole, count) * fitting), 1);
  return {
    x: (part.left + part.right) / 2,
    y: (part.top + part.bottom) / 2,
    k: Math.min(fittingScale(part, size) / fitting, near),
  };
}

/**
 * @param {Camera} camera
 * @param {Bounds} bounds of the whole graph
 * @param {Size} size
 * @returns {Viewport}
 */
export function viewportOf({ x, y, k }, bounds, { width, height }) {
  return { x, y, scale: k * fittingScale(bounds, { width, height }), width, height };
}

/**
 * Where a node is drawn.
 *
 * @param {{x: number[], y: number[]}} places
 * @param {number} node
 * @param {Viewport} viewport
 * @returns {{x: number, y: number}} pixels from its upper left corner
 */
export function screenOf(places, node, { x, y, scale, width, height }) {
  return { x: width / 2 + (places.x[node] - x) * scale, y: height / 2 + (places.y[node] - y) * scale };
}

/**
 * @param {Camera} camera
 * @param {Bounds} bounds of the whole graph
 * @param {Size} size
 * @returns {Transform}
 */
export function transformOf({ x, y, k }, bounds, size) {
  const scale = fittingScale(bounds, size);
  // At zoom 1 the middle of the graph lies in the middle of the view.
  const [atX, atY] = middleOf(bounds);
  return {
    k,
    x: size.width / 2 - k * ((x - atX) * scale + size.width / 2),
    y: size.height / 2 - k * ((y - atY) * scale + size.height / 2),
  };
}

/**
 * The inverse of {@link transformOf}.
 *
 * @param {Transform} transform
 * @param {Bounds} bounds of the whole graph
 * @param {Size} size
 * @returns {Camera}
 */
export function cameraOf(transform, bounds, size) {
  const scale = fittingScale(bounds, size);
  const [atX, atY] = middleOf(bounds);
  const { k } = transform;
  return {
    x: atX + ((size.width / 2 - transform.x) / k - size.width / 2) / scale,
    y: atY + ((size.height / 2 - transform.y) / k - size.height / 2) / scale,
    k,
  };
}

/**
 * @param {Bounds} bounds
 * @returns {[number, number]}
 */
function middleOf({ left, top, right, bottom }) {
  return [(left + right) / 2, (top + bottom) / 2];
}

/**
 * Whether two cameras show the same, but for what nobody sees.
 *
 * @param {Camera} one
 * @param {Camera} other
 */
export function isSameView(one, other) {
  const moved = Math.hypot(one.x - other.x, one.y - other.y) * one.k;
  return Math.abs(one.k / other.k - 1) < 0.01 && moved < NOTICED;
}
