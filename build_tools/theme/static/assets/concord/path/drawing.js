// One explanation as a drawing: entries in boxes of their topic's colour, links as arrows in the
// direction in which they are stated. In a row where there is room, otherwise in a column:
//
//     ┌────────┐ exploits  ┌────────┐ is part of ┌────────┐
//     │ Reward ├──────────►│ Reward │◄───────────┤  RLHF  │
//     │ hacking│           │ model  │            │        │
//     └────────┘           └────────┘            └────────┘
// @ts-check

import { shape } from "../ui/shape.js";

/**
 * @typedef {import("../graph/data/state.js").Graph} Graph
 * @typedef {import("../concepts/explain.js").Explanation} Explanation
 * @typedef {{ width: number, height: number }} Size
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ row: boolean, width: number, height: number, boxes: (Point & Size)[],
 *   arrows: { from: Point, to: Point, label: Point }[] }} Layout
 */

const LINE = 17; // pixels from line to line
const SIZE = { entry: 13, relation: 11.5 };
const PADDING = { across: 11, down: 9 };
const WIDEST = 128; // of a line in a box
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
 * Puts the drawing of an explanation into an element, and keeps it as wide as that allows.
 * @param {HTMLElement} place in the document, since its width and its letters count
 * @param {Graph} graph
 * @param {Explanation} explanation
 * @param {string} name what a screen reader calls it
 * @param {(node: number) => string} address
 * @returns {() => void} ends it
 */
export function drawExplanation(place, graph, explanation, name, address) {
  const { steps } = explanation;
  const nodes = [steps[0].from, ...steps.map((step) => step.to)];
  const relations = steps.map(({ edge }) => graph.relations[graph.edges.relation[edge]]);
  const measure = measuring(place);
  const texts = nodes.map((node) => linesOf(graph.labels[node], WIDEST, (text) => measure(text, SIZE.entry, 600)));
  const sizes = texts.map((lines) => ({
    width: Math.ceil(Math.max(40, ...lines.map((text) => measure(text, SIZE.entry, 600)))) + 2 * PADDING.across,
    height: lines.length * LINE + 2 * PADDING.down,
  }));
  const labels = relations.map(({ label }) => Math.ceil(measure(label, SIZE.relation, 400)));

  /** @param {Layout} made */
  function draw(made) {
    const boxes = made.boxes.map((box, at) => {
      const { x, y, width, height } = box;
      const first = y + PADDING.down + LINE - 4.5;
      const spans = texts[at].flatMap((text, line) => [
        // A space that takes no room, so that what is read aloud has its words apart.
        ...(line ? [shape("tspan", { "font-size": 0 }, " ")] : []),
        shape("tspan", { x: x + width / 2, y: first + line * LINE }, text),
      ]);
      const node = nodes[at];
      const topic = graph.topics[graph.topic[node]].key;
      return shape(
        "a",
        { href: address(node), "aria-label": graph.labels[node], "data-topic": topic },
        shape("rect", { x, y, width, height, rx: 8, class: at === 0 || at === steps.length ? "end" : "" }),
        shape("text", { "font-size": SIZE.entry }, ...spans),
      );
    });
    const arrows = made.arrows.flatMap(({ from, to, label }, at) => {
      const ends = steps[at].inverse ? [to, from] : [from, to];
      const kind = relations[at].cost > 1 ? "loose" : "";
      const said = { ...label, class: made.row ? "said" : "said beside", "font-size": SIZE.relation };
      return [
        shape("path", { d: `M${ends[0].x} ${ends[0].y}L${ends[1].x} ${ends[1].y}`, class: kind }),
        ...(relations[at].symmetric ? [] : [shape("path", { d: head(ends[0], ends[1]), class: "head" })]),
        shape("text", said, relations[at].label),
      ];
    });
    const { width, height } = made;
    const size = { width, height, viewBox: `0 0 ${width} ${height}` };
    place.replaceChildren(
      shape(
        "svg",
        { ...size, class: "concord-path__drawing", role: "group", "aria-label": name },
        shape("g", { "aria-hidden": "true" }, ...arrows),
        ...boxes,
      ),
    );
  }

  /** @type {boolean | undefined} */
  let row;
  const fit = () => {
    const made = layout(sizes, labels, place.clientWidth);
    if (made.row !== row) draw(made);
    row = made.row;
  };
  const observer = new ResizeObserver(fit);
  observer.observe(place);
  fit();
  return () => observer.disconnect();
}

/**
 * An arrow's head at the second of two points.
 * @param {Point} from
 * @param {Point} to
 */
function head(from, to) {
  const [x, y] = [Math.sign(to.x - from.x), Math.sign(to.y - from.y)];
  const [backX, backY] = [to.x - x * HEAD.long, to.y - y * HEAD.long];
  const [sideX, sideY] = [y * HEAD.half, x * HEAD.half];
  return `M${to.x} ${to.y}L${backX + sideX} ${backY + sideY}L${backX - sideX} ${backY - sideY}Z`;
}

/**
 * How wide texts are in an element's type.
 * @param {HTMLElement} place
 */
function measuring(place) {
  const context = document.createElement("canvas").getContext("2d");
  const { fontFamily } = getComputedStyle(place);
  return (/** @type {string} */ text, /** @type {number} */ size, /** @type {number} */ weight) => {
    if (!context) return text.length * size * 0.65;
    context.font = `${weight} ${size}px ${fontFamily}`;
    return context.measureText(text).width;
  };
}
