/**
 * The colours and letters of the page, as a drawing needs them.
 *
 * @typedef {import("../drawing/edgestyles.js").Palette} Palette
 */

import { codeOf } from "../drawing/colour.js";
import { relationStyles } from "../drawing/edgestyles.js";

/**
 * @param {HTMLElement} place
 * @param {import("../drawing/map.js").PlacedGraph} graph
 * @returns {Palette}
 */
export function readPalette(place, graph) {
  const dark = document.body.dataset.mdColorScheme === "slate";
  const computed = getComputedStyle(place);
  const [ground, text, ring, ...topics] = codesOf([
    computed.getPropertyValue("--md-default-bg-color").trim() || (dark ? "#1e2129" : "#fff"),
    dark ? "#e6e8ee" : "#22252b",
    computed.getPropertyValue("--md-accent-fg-color").trim() || (dark ? "#9db4ff" : "#3348c4"),
    ...graph.topics.map((topic) => (dark ? topic.dark : topic.light)),
  ]);
  return { ground, text, ring, topics, relations: relationStyles(graph, dark), family: computed.fontFamily };
}

/**
 * Colours as any style sheet writes them, as codes: the browser paints them and is asked what came out.
 *
 * @param {string[]} colours
 * @returns {string[]}
 */
function codesOf(colours) {
  const canvas = document.createElement("canvas");
  canvas.width = colours.length;
  canvas.height = 1;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) return colours;
  colours.forEach((colour, at) => {
    pen.fillStyle = colour;
    pen.fillRect(at, 0, 1, 1);
  });
  const { data } = pen.getImageData(0, 0, colours.length, 1);
  return colours.map((_, at) => codeOf(data.subarray(4 * at, 4 * at + 3)));
}

/**
 * A measure of texts; it remembers, since the same labels are measured at every step.
 *
 * @param {string} family of fonts
 * @returns {(text: string, size: number, bold?: boolean) => number} width in pixels
 */
export function textMeasure(family) {
  const pen = document.createElement("canvas").getContext("2d");
  const known = { bold: new Map(), plain: new Map() };
  return (text, size, bold = false) => {
    const widths = bold ? known.bold : known.plain;
    let width = widths.get(text);
    if (width === undefined) {
      if (pen) pen.font = fontOf(20, family, bold);
      width = (pen ? pen.measureText(text).width : 12 * text.length) / 20;
      widths.set(text, width);
    }
    return width * size;
  };
}

/**
 * @param {number} size in pixels
 * @param {string} family
 * @param {boolean} bold
 */
export function fontOf(size, family, bold) {
  return `${bold ? 600 : 500} ${size.toFixed(1)}px ${family}`;
}
