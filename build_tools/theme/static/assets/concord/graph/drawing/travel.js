/**
 * The way from one view to another.
 *
 * @typedef {import("./camera.js").Transform} Transform
 */

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
export function eased(share) {
  return share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2;
}
