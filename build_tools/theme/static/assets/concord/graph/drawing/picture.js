/**
 * A drawing as a document of its own: SVG with a legend.
 *
 * @typedef {import("./camera.js").Viewport} Viewport
 * @typedef {import("./frame.js").Frame} Frame
 * @typedef {import("./frame.js").Text} Text
 * @typedef {import("./map.js").Part} Part
 * @typedef {import("./map.js").SceneMap} SceneMap
 * @typedef {import("./edgestyles.js").Palette} Palette
 *
 * @typedef {object} Showing
 * @property {Part} part
 * @property {Part | null} emphasised
 * @property {number} selected node with a ring, or -1
 * @property {number} zoom
 * @property {(text: string, size: number, bold?: boolean) => number} measure
 */

import { screenOf } from "./camera.js";
import { arrowhead, curveOf } from "./curve.js";
import { FAINT, discRadius, REGION_OPACITY, REGION_RADIUS, regionNameOpacity } from "./detail.js";
import { composeFrame } from "./frame.js";
import { legendOf } from "./legend.js";
import { escape, shortest } from "./svg.js";

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
  const legend = legendOf(map.graph, palette, drawn, measure);
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
 * @param {Frame} frame
 * @param {SceneMap} map
 * @param {Palette} palette
 */
function contentOf(frame, map, palette) {
  const discs = frame.nodes.map((node) => {
    const { x, y } = screenOf(map.graph, node, frame.viewport);
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
      .map((node) => screenOf(map.graph, node, frame.viewport))
      .map(({ x, y }) => `<circle cx="${shortest(x)}" cy="${shortest(y)}" r="${radius}"/>`);
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
  const { x, y } = screenOf(map.graph, node, frame.viewport);
  const radius = discRadius(map.graph.size[node], frame.spacing) + 4;
  return `<circle cx="${shortest(x)}" cy="${shortest(y)}" r="${shortest(radius)}" fill="none" stroke="${palette.ring}" stroke-width="2.5"/>`;
}
