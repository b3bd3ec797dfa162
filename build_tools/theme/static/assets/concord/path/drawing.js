// One explanation as a drawing: entries in boxes of their topic's colour, links as arrows in the
// direction in which they are stated.
//
//     ┌────────┐ exploits  ┌────────┐ is part of ┌────────┐
//     │ Reward ├──────────►│ Reward │◄───────────┤  RLHF  │
//     │ hacking│           │ model  │            │        │
//     └────────┘           └────────┘            └────────┘
// @ts-check

import { Lifetime } from "../ui/lifecycle.js";
import { shape } from "../ui/shape.js";
import { headOf, layout, linesOf } from "./layout.js";

/**
 * @typedef {import("../concepts/graph.js").Graph} Graph
 * @typedef {import("../concepts/explain.js").Explanation} Explanation
 * @typedef {import("./layout.js").Layout} Layout
 * @typedef {import("./layout.js").Point} Point
 * @typedef {import("./layout.js").Size} Size
 *
 * @typedef {object} How
 * @property {string} name what a screen reader calls it
 * @property {(node: number) => string} address
 */

const LINE = 17; // pixels from line to line
const SIZE = { entry: 13, relation: 11.5 };
const PADDING = { across: 11, down: 9 };
const WIDEST = 128; // of a line in a box
const LEAST = 40; // of a box, without its padding

/** The drawing of an explanation in an element, as wide as that allows. */
export class Drawing extends Lifetime {
  #place;
  #graph;
  #how;
  #steps;
  /** By box: what is written in it, and its size. */
  #texts;
  #sizes;
  /** Widths of what is written at the arrows. */
  #labels;
  /** @type {boolean | undefined} whether it is drawn as a row */
  #row;

  /**
   * @param {HTMLElement} place in the document, since its width and its letters count
   * @param {Graph} graph
   * @param {Explanation} explanation
   * @param {How} how
   */
  constructor(place, graph, { steps }, how) {
    super();
    this.#place = place;
    this.#graph = graph;
    this.#how = how;
    this.#steps = steps;
    const measure = measuring(place);
    const width = (/** @type {string} */ text) => measure(text, SIZE.entry, 600);
    this.#texts = this.#nodes().map((node) => linesOf(graph.labels[node], WIDEST, width));
    this.#sizes = this.#texts.map((lines) => ({
      width: Math.ceil(Math.max(LEAST, ...lines.map(width))) + 2 * PADDING.across,
      height: lines.length * LINE + 2 * PADDING.down,
    }));
    this.#labels = steps.map((step) => Math.ceil(measure(this.#relationOf(step).label, SIZE.relation, 400)));
    const observer = new ResizeObserver(() => this.#fit());
    observer.observe(place);
    this.onEnd(() => observer.disconnect());
    this.#fit();
  }

  #nodes() {
    return [this.#steps[0].from, ...this.#steps.map((step) => step.to)];
  }

  /** @param {import("../concepts/graph.js").Step} step */
  #relationOf({ edge }) {
    return this.#graph.relations[this.#graph.edges.relation[edge]];
  }

  #fit() {
    const made = layout(this.#sizes, this.#labels, this.#place.clientWidth);
    if (made.row !== this.#row) this.#draw(made);
    this.#row = made.row;
  }

  /** @param {Layout} made */
  #draw({ width, height, boxes, arrows, row }) {
    const size = { width, height, viewBox: `0 0 ${width} ${height}` };
    this.#place.replaceChildren(
      shape(
        "svg",
        { ...size, class: "concord-path__drawing", role: "group", "aria-label": this.#how.name },
        shape("g", { "aria-hidden": "true" }, ...arrows.flatMap((arrow, at) => this.#arrowOf(arrow, at, row))),
        ...boxes.map((box, at) => this.#boxOf(box, at)),
      ),
    );
  }

  /** @param {Point & Size} box @param {number} at */
  #boxOf({ x, y, width, height }, at) {
    const node = this.#nodes()[at];
    const first = y + PADDING.down + LINE - 4.5;
    const spans = this.#texts[at].flatMap((text, line) => [
      // A space that takes no room, so that what is read aloud has its words apart.
      ...(line ? [shape("tspan", { "font-size": 0 }, " ")] : []),
      shape("tspan", { x: x + width / 2, y: first + line * LINE }, text),
    ]);
    const { labels, topic, topics } = this.#graph;
    const end = at === 0 || at === this.#steps.length;
    return shape(
      "a",
      { href: this.#how.address(node), "aria-label": labels[node], "data-topic": topics[topic[node]].key },
      shape("rect", { x, y, width, height, rx: 8, class: end ? "end" : "" }),
      shape("text", { "font-size": SIZE.entry }, ...spans),
    );
  }

  /** @param {Layout["arrows"][number]} arrow @param {number} at @param {boolean} row */
  #arrowOf({ from, to, label }, at, row) {
    const step = this.#steps[at];
    const relation = this.#relationOf(step);
    const [start, end] = step.inverse ? [to, from] : [from, to];
    const said = { ...label, class: row ? "said" : "said beside", "font-size": SIZE.relation };
    const line = { d: `M${start.x} ${start.y}L${end.x} ${end.y}`, class: relation.cost > 1 ? "loose" : "" };
    return [
      shape("path", line),
      ...(relation.symmetric ? [] : [shape("path", { d: headOf(start, end), class: "head" })]),
      shape("text", said, relation.label),
    ];
  }
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
