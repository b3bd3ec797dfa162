/**
 * The relations and topics that a drawing has, in rows below it.
 *
 * @typedef {import("./edgestyles.js").Palette} Palette
 * @typedef {import("./frame.js").Frame} Frame
 * @typedef {import("./map.js").PlacedGraph} PlacedGraph
 * @typedef {{ label: string, mark: string }} Item what a sign stands for, and the sign
 */

import { escape, shortest } from "./svg.js";

const ROW = 22;
const SAMPLE = 34;
const PADDING = 18;
const LETTERS = 12.5;

/**
 * @param {PlacedGraph} graph
 * @param {Palette} palette
 * @param {Frame} frame
 * @param {(text: string, size: number) => number} measure
 * @returns {{svg: string, height: number}}
 */
export function legendOf(graph, palette, frame, measure) {
  const items = itemsOf(graph, palette, frame);
  if (!items.length) return { svg: "", height: 0 };
  const { width, height } = frame.viewport;
  const column = SAMPLE + PADDING + Math.max(...items.map(({ label }) => measure(label, LETTERS)));
  const columns = Math.max(Math.floor((width - PADDING) / column), 1);
  const rows = Math.ceil(items.length / columns);
  const marks = items.map(({ label, mark }, at) => {
    const x = PADDING + (at % columns) * column;
    const y = height + PADDING + (Math.floor(at / columns) + 0.5) * ROW;
    return `<g transform="translate(${shortest(x)} ${shortest(y)})">${mark}<text x="${SAMPLE}" y="4.2">${escape(label)}</text></g>`;
  });
  const line = `<path d="M0 ${shortest(height)}H${shortest(width)}" stroke="${palette.text}" opacity=".2"/>`;
  return {
    svg: `${line}<g font-size="${LETTERS}" fill="${palette.text}">${marks.join("\n")}</g>`,
    height: 2 * PADDING + rows * ROW,
  };
}

/**
 * Topics, then relations, each in the order of their vocabulary.
 *
 * @param {PlacedGraph} graph
 * @param {Palette} palette
 * @param {Frame} frame
 * @returns {Item[]}
 */
function itemsOf(graph, palette, { nodes, strands }) {
  const topics = new Set(nodes.map((node) => graph.topic[node]));
  const relations = new Set(strands.flatMap(({ edges }) => edges).map((edge) => graph.edges.relation[edge]));
  return [
    ...[...topics].sort(ascending).map((topic) => ({
      label: graph.topics[topic].label,
      mark: `<circle cx="${SAMPLE - 12}" r="5.5" fill="${palette.topics[topic]}"/>`,
    })),
    ...[...relations].sort(ascending).map((relation) => ({
      label: graph.relations[relation].label,
      mark: lineOf(palette.relations[relation]),
    })),
  ];
}

/** @param {import("./edgestyles.js").EdgeStyle} style */
function lineOf({ colour, dash, arrow }) {
  const line = `<path d="M0 0H${arrow ? SAMPLE - 13 : SAMPLE - 6}" fill="none" stroke="${colour}" stroke-width="1.8" stroke-dasharray="${dash.join(" ")}"/>`;
  return arrow ? `${line}<path d="M${SAMPLE - 6} 0l-8 -3.5v7Z" fill="${colour}"/>` : line;
}

/** @param {number} one @param {number} other */
const ascending = (one, other) => one - other;
