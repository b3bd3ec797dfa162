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

const ANIMATION_MS = 500;
const STEP_MS = 180;

/**
 * @param {HTMLElement} surface
 * @param {Reports} reports
 */
export function makeMovement(surface, { moved, ended }) {
  // The library is plain script: its types are those of its documentation.
  const behaviour = /** @type {any} */ (zoom)();
  const chosen = /** @type {any} */ (select)(surface);
  let quiet = false;
  let animating = 0;
  const stop = () => {
    cancelAnimationFrame(animating);
    animating = 0;
  };
  behaviour
    .on("start", (/** @type {{sourceEvent: Event | null}} */ { sourceEvent }) => sourceEvent && stop())
    .on("zoom", (/** @type {{transform: Transform}} */ { transform }) => quiet || moved(transform))
    .on("end", () => quiet || animating || ended());
  // A double click opens an entry.
  chosen.call(behaviour).on("dblclick.zoom", null);

  const mayAnimate = () => !matchMedia("(prefers-reduced-motion: reduce)").matches;
  /** @returns {Transform} */
  const now = () => /** @type {{__zoom: Transform}} */ (/** @type {unknown} */ (surface)).__zoom;
  /** @param {Transform} transform */
  const put = ({ x, y, k }) =>
    chosen.call(behaviour.transform, /** @type {any} */ (zoomIdentity).translate(x, y).scale(k));

  /**
   * @param {Transform} to
   * @param {number} duration in milliseconds
   */
  function animate(to, duration) {
    stop();
    if (!duration || !mayAnimate()) return put(to);
    const from = now();
    let begun = -1;
    const step = (/** @type {number} */ time) => {
      if (begun < 0) begun = time;
      const share = Math.min((time - begun) / duration, 1);
      animating = share < 1 ? requestAnimationFrame(step) : 0;
      put(share < 1 ? between(from, to, eased(share)) : to);
    };
    animating = requestAnimationFrame(step);
  }

  return {
    mayAnimate,

    isAnimating: () => animating > 0,

    /**
     * @param {[number, number]} range of the zoom
     * @param {Size} size beyond which the middle of the view does not go
     */
    limit(range, { width, height }) {
      behaviour
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
    },

    /** Without a report. @param {Transform} transform */
    set(transform) {
      stop();
      quiet = true;
      put(transform);
      quiet = false;
    },

    /** @param {Transform} transform @param {boolean} gently */
    go: (transform, gently) => animate(transform, gently ? ANIMATION_MS : 0),

    /** @param {number} factor */
    zoomBy(factor) {
      const { x, y, k } = now();
      const [least, most] = behaviour.scaleExtent();
      const kept = Math.min(Math.max(k * factor, least), most) / k;
      const [middleX, middleY] = [surface.clientWidth / 2, surface.clientHeight / 2];
      animate({ k: k * kept, x: middleX - (middleX - x) * kept, y: middleY - (middleY - y) * kept }, STEP_MS);
    },

    /** @param {number} dx in pixels @param {number} dy */
    panBy(dx, dy) {
      stop();
      chosen.call(behaviour.translateBy, -dx / now().k, -dy / now().k);
    },

    dispose() {
      stop();
      chosen.on(".zoom", null);
    },
  };
}

/**
 * A transform on the way from one to another. Scales grow by equal factors; where they differ, the
 * point of the screen that both leave in its place keeps it all the way.
 *
 * @param {Transform} from
 * @param {Transform} to
 * @param {number} share of the way, 0 to 1
 * @returns {Transform}
 */
export function between(from, to, share) {
  const k = from.k * (to.k / from.k) ** share;
  const gone = Math.abs(to.k / from.k - 1) < 1e-6 ? share : (k - from.k) / (to.k - from.k);
  return { k, x: from.x + (to.x - from.x) * gone, y: from.y + (to.y - from.y) * gone };
}

/** Slow at both ends. @param {number} share 0 to 1 */
const eased = (share) => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2);
