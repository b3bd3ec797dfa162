/**
 * A drawing as a document of its own: SVG with a legend, and PNG made from it.
 *
 * @typedef {import("./camera.js").Viewport} Viewport
 * @typedef {import("./frame.js").Frame} Frame
 * @typedef {import("./frame.js").Text} Text
 * @typedef {import("./map.js").Part} Part
 * @typedef {import("./map.js").SceneMap} SceneMap
 * @typedef {import("../scene/palette.js").Palette} Palette
 *
 * @typedef {object} Showing
 * @property {Part} part
 * @property {Part | null} emphasised
 * @property {number} selected node with a ring, or -1
 * @property {number} zoom
 * @property {(text: string, size: number, bold?: boolean) => number} measure
 */

import { arrowhead, curveOf } from "./curve.js";
import { discRadius, regionNameOpacity } from "./detail.js";
import { composeFrame } from "./frame.js";
import { REGION_OPACITY, REGION_RADIUS } from "../scene/regions.js";

const FAINT = 0.16;
const ROW = 22;
const SAMPLE = 34;
const PADDING = 18;
const LETTERS = 12.5;
/** Pixels of the PNG for one of the screen. */
const FINENESS = 2;

/**
 * @param {SceneMap} map
 * @param {Palette} palette
 * @param {Viewport} viewport
 * @param {Showing} showing
 * @returns {string}
 */
export function svgOf(map, palette, viewport, { part, emphasised, selected, zoom, measure }) {
  const wish = { zoom, measure, marked: selected < 0 ? [] : [selected] };
  const whole = composeFrame(map, part, viewport, wish);
  const above = emphasised && composeFrame(map, emphasised, viewport, { ...wish, full: true });
  const drawn = above ?? whole;
  const legend = legendOf(map, palette, drawn, viewport, measure);
  const { width } = viewport;
  const height = viewport.height + legend.height;
  const body = above
    ? `<g opacity="${FAINT}">${contentOf(whole, map, palette)}</g>\n${contentOf(above, map, palette)}`
    : contentOf(whole, map, palette);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${shortest(width)} ${shortest(height)}" width="${shortest(width)}" height="${shortest(height)}" font-family="${escape(palette.family)}">`,
    `<clipPath id="view"><rect width="${shortest(width)}" height="${shortest(viewport.height)}"/></clipPath>`,
    `<rect width="100%" height="100%" fill="${palette.ground}"/>`,
    `<g clip-path="url(#view)">${body}${ringOf(drawn, map, palette, selected)}</g>`,
    legend.svg,
    "</svg>\n",
  ].join("\n");
}

/**
 * @param {string} svg with its width and height in pixels
 * @returns {Promise<Blob>}
 */
export async function pngOf(svg) {
  const picture = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    picture.src = address;
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = FINENESS * picture.naturalWidth;
    canvas.height = FINENESS * picture.naturalHeight;
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is too large."))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * @param {Frame} frame
 * @param {SceneMap} map
 * @param {Palette} palette
 */
function contentOf(frame, map, palette) {
  const discs = frame.nodes.map((node) => {
    const [x, y] = placeOf(frame, map, node);
    const radius = discRadius(map.graph.size[node], frame.spacing);
    return `<circle cx="${shortest(x)}" cy="${shortest(y)}" r="${shortest(radius)}" fill="${palette.topics[map.graph.topic[node]]}"><title>${escape(map.graph.labels[node])}</title></circle>`;
  });
  const names = `<g opacity="${shortest(regionNameOpacity(frame))}" font-weight="600">${textsOf(frame.regions, palette, true)}</g>`;
  const nodes = `<g stroke="${palette.ground}">${discs.join("")}</g>`;
  return [
    ...groundOf(frame, map, palette),
    ...linesOf(frame, map, palette),
    ...(frame.crowded ? [nodes, names] : [names, nodes]),
    `<g font-weight="500">${textsOf(frame.labels, palette, false)}</g>`,
  ].join("\n");
}

/**
 * @param {Frame} frame
 * @param {SceneMap} map
 * @param {Palette} palette
 */
function groundOf(frame, map, palette) {
  if (!frame.regions.length) return [];
  const radius = shortest(REGION_RADIUS * frame.spacing);
  return palette.topics.map((colour, topic) => {
    const discs = frame.nodes
      .filter((node) => map.graph.topic[node] === topic)
      .map((node) => placeOf(frame, map, node).map(shortest))
      .map(([x, y]) => `<circle cx="${x}" cy="${y}" r="${radius}"/>`);
    return `<g fill="${colour}" opacity="${shortest(REGION_OPACITY * frame.regionOpacity)}">${discs.join("")}</g>`;
  });
}

/**
 * @param {Frame} frame
 * @param {SceneMap} map
 * @param {Palette} palette
 */
function linesOf(frame, map, palette) {
  return frame.strands.map(({ edges, opacity }) => {
    const paths = palette.relations.map((style, relation) => {
      const curves = edges
        .filter((edge) => map.graph.edges.relation[edge] === relation)
        .map((edge) => curveOf(map, frame, edge));
      return curves.length ? pathsOf(curves, frame, style) : "";
    });
    return `<g fill="none" opacity="${shortest(opacity)}">${paths.join("")}</g>`;
  });
}

/**
 * @param {import("./curve.js").Curve[]} curves
 * @param {Frame} frame
 * @param {import("./edgestyles.js").EdgeStyle} style
 */
function pathsOf(curves, frame, { colour, dash, width, arrow }) {
  const lines = curves.map(([fromX, fromY, viaX, viaY, toX, toY]) => {
    const end = `${shortest(toX)} ${shortest(toY)}`;
    const line = frame.curved ? `Q${shortest(viaX)} ${shortest(viaY)} ${end}` : `L${end}`;
    return `M${shortest(fromX)} ${shortest(fromY)}${line}`;
  });
  const heads = frame.arrow && arrow ? curves.map((curve) => arrowhead(curve, frame.arrow)) : [];
  const filled = heads.map((head) => head && `M${head.map(shortest).join(" ")}Z`).join("");
  const dashes = dash.length && frame.dashed ? ` stroke-dasharray="${dash.join(" ")}"` : "";
  return (
    `<path d="${lines.join("")}" stroke="${colour}" stroke-width="${shortest(frame.thickness * width)}"${dashes}/>` +
    (filled ? `<path d="${filled}" fill="${colour}"/>` : "")
  );
}

/**
 * @param {Text[]} texts
 * @param {Palette} palette
 * @param {boolean} bold
 */
function textsOf(texts, palette, bold) {
  return texts
    .map(({ text, x, y, size, topic }) => {
      const colour = bold ? palette.topics[topic] : palette.text;
      const halo = `stroke="${palette.ground}" stroke-width="${bold ? 5 : 3.5}" stroke-linejoin="round" paint-order="stroke"`;
      // A third of the letters' size from the middle of a line to its ground.
      return `<text x="${shortest(x)}" y="${shortest(y + size / 3)}" font-size="${shortest(size)}" fill="${colour}" ${halo}>${escape(text)}</text>`;
    })
    .join("");
}

/**
 * @param {Frame} frame
 * @param {SceneMap} map
 * @param {Palette} palette
 * @param {number} node
 */
function ringOf(frame, map, palette, node) {
  if (node < 0) return "";
  const [x, y] = placeOf(frame, map, node);
  const radius = discRadius(map.graph.size[node], frame.spacing) + 4;
  return `<circle cx="${shortest(x)}" cy="${shortest(y)}" r="${shortest(radius)}" fill="none" stroke="${palette.ring}" stroke-width="2.5"/>`;
}

/**
 * The relations and topics that the drawing has, in rows below it.
 *
 * @param {SceneMap} map
 * @param {Palette} palette
 * @param {Frame} frame
 * @param {Viewport} viewport
 * @param {Showing["measure"]} measure
 * @returns {{svg: string, height: number}}
 */
function legendOf({ graph }, palette, frame, { width, height }, measure) {
  const topics = new Set(frame.nodes.map((node) => graph.topic[node]));
  const relations = new Set(frame.strands.flatMap(({ edges }) => edges).map((edge) => graph.edges.relation[edge]));
  const items = [
    ...[...topics].sort(ascending).map((topic) => ({
      label: graph.topics[topic].label,
      mark: `<circle cx="${SAMPLE - 12}" r="5.5" fill="${palette.topics[topic]}"/>`,
    })),
    ...[...relations].sort(ascending).map((relation) => {
      const { colour, dash, arrow } = palette.relations[relation];
      return {
        label: graph.relations[relation].label,
        mark:
          `<path d="M0 0H${arrow ? SAMPLE - 13 : SAMPLE - 6}" fill="none" stroke="${colour}" stroke-width="1.8" stroke-dasharray="${dash.join(" ")}"/>` +
          (arrow ? `<path d="M${SAMPLE - 6} 0l-8 -3.5v7Z" fill="${colour}"/>` : ""),
      };
    }),
  ];
  if (!items.length) return { svg: "", height: 0 };
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
 * @param {Frame} frame
 * @param {SceneMap} map
 * @param {number} node
 * @returns {[number, number]} pixels
 */
function placeOf({ viewport }, { graph }, node) {
  return [
    viewport.width / 2 + (graph.x[node] - viewport.x) * viewport.scale,
    viewport.height / 2 + (graph.y[node] - viewport.y) * viewport.scale,
  ];
}

/** @param {number} value @returns {string} with at most two decimals */
const shortest = (value) => String(Math.round(value * 100) / 100);

/** @param {string} text @returns {string} for content and attributes of a document */
const escape = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);

/** @param {number} one @param {number} other */
const ascending = (one, other) => one - other;
