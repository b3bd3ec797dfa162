// Steps through what is a ring: after the last comes the first.
// @ts-check

/**
 * One step; from outside of the ring to its nearest end.
 * @param {number} at -1 for outside
 * @param {1 | -1} step
 * @param {number} count
 * @returns {number}
 */
export function stepped(at, step, count) {
  if (at < 0) return step > 0 ? 0 : count - 1;
  return (at + step + count) % count;
}
