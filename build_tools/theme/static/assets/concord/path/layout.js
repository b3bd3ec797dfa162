// Where the boxes and arrows of an explanation's drawing go: in a row where there is room, otherwise
// in a column.
// @ts-check

/**
 * @typedef {{ width: number, height: number }} Size
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ row: boolean, width: number, height: number, boxes: (Point & Size)[],
 *   arrows: { from: Point, to: Point, label: Point }[] }} Layout
 */

const CLEAR = 4; // between an arrow's ends and the boxes
const GAP = { row: 30, column: 46 }; // a row's is what the relation needs and this more
const MARGIN = 2;
const HEAD = { long: 8, half: 4 }; // of an arrow

/**
 * Words in lines that are as narrow as asked, as far as words allow.
 * @param {string} text
 * @param {number} width
 * @param {(text: string) => number} measure
 */
export function linesOf(text, width, measure) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.split(/\s+/u)) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/**
 * Where boxes and arrows go.
 * @param {Size[]} boxes
 * @param {number[]} labels widths of the relations' labels, one fewer than boxes
 * @param {number} room width that there is
 * @returns {Layout}
 */
export function layout(boxes, labels, room) {
  const across = boxes.reduce((sum, { width }) => sum + width, 0);
  const wide = across + labels.reduce((sum, width) => sum + width + GAP.row, 0) + 2 * MARGIN;
  return wide <= room ? inRow(boxes, labels, wide) : inColumn(boxes, labels);
}

/** @type {(boxes: Size[], labels: number[], width: number) => Layout} */
function inRow(boxes, labels, width) {
  const height = Math.max(...boxes.map((box) => box.height)) + 2 * MARGIN;
  const middle = height / 2;
  let x = MARGIN;
  /** @type {Layout} */
  const made = { row: true, width, height, boxes: [], arrows: [] };
  boxes.forEach((box, at) => {
    made.boxes.push({ ...box, x, y: middle - box.height / 2 });
    x += box.width;
    if (at === labels.length) return;
    const end = x + labels[at] + GAP.row;
    made.arrows.push({
      from: { x: x + CLEAR, y: middle },
      to: { x: end - CLEAR, y: middle },
      label: { x: (x + end) / 2, y: middle - 7 },
    });
    x = end;
  });
  return made;
}

/** @type {(boxes: Size[], labels: number[]) => Layout} */
function inColumn(boxes, labels) {
  const widest = Math.max(...boxes.map((box) => box.width));
  const middle = MARGIN + widest / 2;
  const width = Math.max(widest + MARGIN, ...labels.map((label) => widest / 2 + 12 + label)) + MARGIN;
  let y = MARGIN;
  /** @type {Layout} */
  const made = { row: false, width, height: 0, boxes: [], arrows: [] };
  boxes.forEach((box, at) => {
    made.boxes.push({ ...box, x: middle - box.width / 2, y });
    y += box.height;
    if (at === labels.length) return;
    const end = y + GAP.column;
    made.arrows.push({
      from: { x: middle, y: y + CLEAR },
      to: { x: middle, y: end - CLEAR },
      label: { x: middle + 12, y: (y + end) / 2 + 4 },
    });
    y = end;
  });
  made.height = y + MARGIN;
  return made;
}

/**
 * An arrow's head at the second of two points.
 * @param {Point} from
 * @param {Point} to
 */
export function headOf(from, to) {
  const [x, y] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
  const [backX, backY] = [to.x - x * HEAD.long, to.y - y * HEAD.long];
  const [sideX, sideY] = [y * HEAD.half, x * HEAD.half];
  return `M${to.x} ${to.y}L${backX + sideX} ${backY + sideY}L${backX - sideX} ${backY - sideY}Z`;
}
