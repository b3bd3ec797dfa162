/**
 * Which labels have room. The most important are placed first, and a later one that would touch an
 * earlier one is left out, so that zooming in makes room for more.
 *
 * @typedef {object} Box in pixels of the screen, y down
 * @property {number} left
 * @property {number} top
 * @property {number} width
 * @property {number} height
 */

const CELL = 64;

/**
 * The indices of the boxes that are placed, in the order given; no two overlap. Boxes that lie
 * wholly outside the screen take no room.
 *
 * @param {Box[]} boxes most important first
 * @param {number} width of the screen, in pixels
 * @param {number} height
 * @param {number} [gap] pixels kept free between two labels
 * @param {number} [kept] how many of the first have their room whatever is near them
 * @returns {number[]}
 */
export function placeLabels(boxes, width, height, gap = 2, kept = 0) {
  /** @type {Map<string, Box[]>} the placed boxes, by the cells that they touch */
  const grid = new Map();
  /** @type {number[]} */
  const placed = [];
  boxes.forEach((box, index) => {
    const outside = box.left >= width || box.top >= height || box.left + box.width <= 0 || box.top + box.height <= 0;
    if (outside) return;
    const cells = cellsOf(box, width, height, gap);
    if (index >= kept && cells.some((cell) => grid.get(cell)?.some((other) => touches(box, other, gap)))) return;
    for (const cell of cells) {
      const held = grid.get(cell);
      if (held) held.push(box);
      else grid.set(cell, [box]);
    }
    placed.push(index);
  });
  return placed;
}

/**
 * @param {Box} one
 * @param {Box} other
 * @param {number} gap
 */
function touches(one, other, gap) {
  return (
    one.left < other.left + other.width + gap &&
    other.left < one.left + one.width + gap &&
    one.top < other.top + other.height + gap &&
    other.top < one.top + one.height + gap
  );
}

/**
 * The cells that a box and the gap around it touch. What hangs over an edge of the screen is kept
 * in the outermost cells, so a hidden part still counts and a huge box costs no more than the screen.
 *
 * @param {Box} box
 * @param {number} width
 * @param {number} height
 * @param {number} gap
 * @returns {string[]}
 */
function cellsOf(box, width, height, gap) {
  /** @param {number} at @param {number} end */
  const cell = (at, end) => Math.floor(Math.min(Math.max(at, 0), end) / CELL);
  /** @type {string[]} */
  const cells = [];
  for (let x = cell(box.left - gap, width); x <= cell(box.left + box.width + gap, width); x += 1) {
    for (let y = cell(box.top - gap, height); y <= cell(box.top + box.height + gap, height); y += 1) {
      cells.push(`${x},${y}`);
    }
  }
  return cells;
}
