// Cameras for what a reader is to see beside the panel that lies over a part of the map.
// @ts-check

import { cameraOn, fittingScale, spacingOf } from "./camera.js";

/**
 * @typedef {import("./camera.js").Bounds} Bounds
 * @typedef {import("./camera.js").Size} Size
 * @typedef {import("../data/view.js").Camera} Camera
 *
 * @typedef {object} Map
 * @property {Bounds} bounds of the whole graph
 * @property {number} count of its nodes
 * @property {Size} size of the view
 */

/** Pixels between neighbours at which most labels can be read. */
const LEGIBLE = 60;
/** Pixels kept free for the labels of what lies at the right. */
const LABEL = 72;
/** Share of the view's width from which on a panel is a sheet at its bottom. */
const SHEET = 0.9;

/**
 * What of the map, from its upper left corner, nothing lies over.
 *
 * @param {{left: number, top: number, width: number, height: number}} map on the screen
 * @param {{left: number, top: number, width: number}} [cover]
 * @returns {Size}
 */
export function freeArea({ left, top, width, height }, cover) {
  if (!cover?.width) return { width, height };
  const sheet = cover.width > width * SHEET;
  return { width: sheet ? width : cover.left - left, height: sheet ? cover.top - top : height };
}

/**
 * @param {Map} map
 * @param {Bounds} part what fills the free area
 * @param {Size} free
 * @returns {Camera}
 */
export function cameraFilling({ bounds, count, size }, part, free) {
  // A pixel more or less is rounding.
  const covered = free.width < size.width - 1 || free.height < size.height - 1;
  const room = { width: free.width - (covered ? LABEL : 0), height: free.height };
  const { x, y, k } = cameraOn(bounds, count, part, room);
  const zoom = (k * fittingScale(bounds, room)) / fittingScale(bounds, size);
  return cameraBeside({ bounds, count, size }, { x, y, k: zoom }, room);
}

/**
 * The camera for which another one's point lies in the middle of the free area.
 *
 * @param {Map} map
 * @param {Camera} camera
 * @param {Size} free
 * @returns {Camera}
 */
export function cameraBeside({ bounds, size }, { x, y, k }, free) {
  const scale = k * fittingScale(bounds, size);
  return { x: x + (size.width - free.width) / 2 / scale, y: y + (size.height - free.height) / 2 / scale, k };
}

/**
 * The least zoom at which labels can be read.
 *
 * @param {Map} map
 */
export function legibleZoom({ bounds, count, size }) {
  return LEGIBLE / (spacingOf(bounds, count) * fittingScale(bounds, size));
}
