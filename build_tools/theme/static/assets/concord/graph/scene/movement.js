/**
 * Moves the view by wheel, pinch, drag and by command, with d3-zoom.
 *
 * @typedef {import("../drawing/camera.js").Size} Size
 * @typedef {import("../drawing/camera.js").Transform} Transform
 *
 * @typedef {object} Reports
 * @property {(transform: Transform) => void} moved
 * @property {() => void} ended after a gesture, command or animation
 */

import { select, zoom, zoomIdentity } from "../../../vendor/d3-zoom.js";
import { between, eased } from "../drawing/travel.js";

const ANIMATION_MS = 500;
const STEP_MS = 180;

export class Movement {
  #surface;
  #behaviour;
  #chosen;
  #quiet = false;
  #animating = 0;

  /**
   * @param {HTMLElement} surface
   * @param {Reports} reports
   */
  constructor(surface, { moved, ended }) {
    this.#surface = surface;
    // The library is plain script: its types are those of its documentation.
    this.#behaviour = /** @type {any} */ (zoom)();
    this.#chosen = /** @type {any} */ (select)(surface);
    this.#behaviour
      .on("start", (/** @type {{sourceEvent: Event | null}} */ { sourceEvent }) => sourceEvent && this.#stop())
      .on("zoom", (/** @type {{transform: Transform}} */ { transform }) => this.#quiet || moved(transform))
      .on("end", () => this.#quiet || this.isAnimating() || ended());
    // A double click opens an entry.
    this.#chosen.call(this.#behaviour).on("dblclick.zoom", null);
  }

  mayAnimate() {
    return !matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  isAnimating() {
    return this.#animating > 0;
  }

  /**
   * @param {[number, number]} range of the zoom
   * @param {Size} size beyond which the middle of the view does not go
   */
  limit(range, { width, height }) {
    this.#behaviour
      .scaleExtent(range)
      .extent([
        [0, 0],
        [width, height],
      ])
      // Half a view on each side, so that every node can come to the middle at every zoom.
      .translateExtent([
        [-width, -height],
        [2 * width, 2 * height],
      ]);
  }

  /** Without a report. @param {Transform} transform */
  set(transform) {
    this.#stop();
    this.#quiet = true;
    this.#put(transform);
    this.#quiet = false;
  }

  /** @param {Transform} transform @param {boolean} gently */
  go(transform, gently) {
    this.#animate(transform, gently ? ANIMATION_MS : 0);
  }

  /** @param {number} factor */
  zoomBy(factor) {
    const { x, y, k } = this.#now();
    const [least, most] = this.#behaviour.scaleExtent();
    const kept = Math.min(Math.max(k * factor, least), most) / k;
    const [middleX, middleY] = [this.#surface.clientWidth / 2, this.#surface.clientHeight / 2];
    this.#animate({ k: k * kept, x: middleX - (middleX - x) * kept, y: middleY - (middleY - y) * kept }, STEP_MS);
  }

  /** @param {number} dx in pixels @param {number} dy */
  panBy(dx, dy) {
    this.#stop();
    const { k } = this.#now();
    this.#chosen.call(this.#behaviour.translateBy, -dx / k, -dy / k);
  }

  dispose() {
    this.#stop();
    this.#chosen.on(".zoom", null);
  }

  /** @returns {Transform} */
  #now() {
    return /** @type {{__zoom: Transform}} */ (/** @type {unknown} */ (this.#surface)).__zoom;
  }

  /** @param {Transform} transform */
  #put({ x, y, k }) {
    this.#chosen.call(this.#behaviour.transform, /** @type {any} */ (zoomIdentity).translate(x, y).scale(k));
  }

  /**
   * @param {Transform} to
   * @param {number} duration in milliseconds
   */
  #animate(to, duration) {
    this.#stop();
    if (!duration || !this.mayAnimate()) return this.#put(to);
    const from = this.#now();
    let begun = -1;
    const step = (/** @type {number} */ time) => {
      if (begun < 0) begun = time;
      const share = Math.min((time - begun) / duration, 1);
      this.#animating = share < 1 ? requestAnimationFrame(step) : 0;
      this.#put(share < 1 ? between(from, to, eased(share)) : to);
    };
    this.#animating = requestAnimationFrame(step);
  }

  #stop() {
    cancelAnimationFrame(this.#animating);
    this.#animating = 0;
  }
}
