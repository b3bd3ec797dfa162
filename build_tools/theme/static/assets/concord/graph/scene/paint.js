/**
 * Puts a frame on a canvas. What is alike is drawn in one stroke.
 *
 * @typedef {import("../drawing/curve.js").Curve} Curve
 * @typedef {import("../drawing/frame.js").Frame} Frame
 * @typedef {import("../drawing/frame.js").Text} Text
 * @typedef {import("../drawing/map.js").SceneMap} SceneMap
 * @typedef {import("../drawing/edgestyles.js").Palette} Palette
 * @typedef {{colour: string, distance: number, dash: number[], width: number}} Ring
 */

import { screenOf } from "../drawing/camera.js";
import { arrowhead, curveOf } from "../drawing/curve.js";
import { discRadius, regionNameOpacity } from "../drawing/detail.js";
import { fontOf } from "./palette.js";
import { paintRegions } from "./regions.js";

/** Radius in pixels below which a disc is drawn as a square, which costs less. */
const LEAST_DISC = 1.6;
/** Links in one stroke: the cost of a stroke grows faster than its length. */
const STROKE = 300;

/**
 * @param {CanvasRenderingContext2D} pen whose unit is the CSS pixel
 * @param {Frame} frame
 * @param {SceneMap} map
 * @param {Palette} palette
 */
export function paintFrame(pen, frame, map, palette) {
  paintRegions(pen, frame, map, palette);
  paintEdges(pen, frame, map, palette);
  if (!frame.crowded) paintRegionNames(pen, frame, palette);
  paintDiscs(pen, frame, map, palette);
  if (frame.crowded) paintRegionNames(pen, frame, palette);
  paintTexts(pen, frame.labels, palette, false);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Frame} frame
 * @param {SceneMap} map
 * @param {Palette} palette
 */
function paintEdges(pen, frame, map, palette) {
  const { relation } = map.graph.edges;
  for (const { edges, opacity } of frame.strands) {
    pen.globalAlpha = opacity;
    for (let first = 0, end = 0; first < edges.length; first = end) {
      end = first + 1;
      while (end < edges.length && end - first < STROKE && relation[edges[end]] === relation[edges[first]]) end += 1;
      const curves = edges.slice(first, end).map((edge) => curveOf(map, frame, edge));
      const style = palette.relations[relation[edges[first]]];
      strokeCurves(pen, curves, frame, style);
      if (frame.arrow && style.arrow) fillArrowheads(pen, curves, frame.arrow, style.colour);
    }
  }
  pen.setLineDash([]);
  pen.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Curve[]} curves
 * @param {Frame} frame
 * @param {import("../drawing/edgestyles.js").EdgeStyle} style
 */
function strokeCurves(pen, curves, { curved, dashed, thickness }, { colour, dash, width }) {
  pen.beginPath();
  for (const [fromX, fromY, viaX, viaY, toX, toY] of curves) {
    pen.moveTo(fromX, fromY);
    if (curved) pen.quadraticCurveTo(viaX, viaY, toX, toY);
    else pen.lineTo(toX, toY);
  }
  pen.strokeStyle = colour;
  pen.lineWidth = thickness * width;
  pen.setLineDash(dashed ? dash : []);
  pen.stroke();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Curve[]} curves
 * @param {number} length
 * @param {string} colour
 */
function fillArrowheads(pen, curves, length, colour) {
  pen.beginPath();
  for (const curve of curves) {
    const head = arrowhead(curve, length);
    if (!head) continue;
    pen.moveTo(head[0], head[1]);
    pen.lineTo(head[2], head[3]);
    pen.lineTo(head[4], head[5]);
  }
  pen.fillStyle = colour;
  pen.fill();
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Frame} frame
 * @param {SceneMap} map
 * @param {Palette} palette
 */
function paintDiscs(pen, { nodes, viewport, spacing }, { graph }, palette) {
  const { x, y, size, topic } = graph;
  const atX = viewport.width / 2 - viewport.x * viewport.scale;
  const atY = viewport.height / 2 - viewport.y * viewport.scale;
  pen.strokeStyle = palette.ground;
  let colour = "";
  for (const node of nodes) {
    const radius = discRadius(size[node], spacing);
    const [middleX, middleY] = [atX + x[node] * viewport.scale, atY + y[node] * viewport.scale];
    const wanted = palette.topics[topic[node]];
    if (wanted !== colour) pen.fillStyle = colour = wanted;
    if (radius < LEAST_DISC) {
      const side = spacing < 4 ? 1 : Math.round(2 + radius);
      pen.fillRect(Math.round(middleX - side / 2), Math.round(middleY - side / 2), side, side);
      continue;
    }
    pen.beginPath();
    pen.arc(middleX, middleY, radius, 0, 2 * Math.PI);
    if (radius > 3) {
      // A rim of the ground's colour keeps discs apart that overlap.
      pen.lineWidth = 2;
      pen.stroke();
    }
    pen.fill();
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Frame} frame
 * @param {Palette} palette
 */
function paintRegionNames(pen, frame, palette) {
  pen.globalAlpha = regionNameOpacity(frame);
  paintTexts(pen, frame.regions, palette, true);
  pen.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Text[]} texts
 * @param {Palette} palette
 * @param {boolean} bold
 */
function paintTexts(pen, texts, palette, bold) {
  pen.textBaseline = "middle";
  pen.lineJoin = "round";
  pen.strokeStyle = palette.ground;
  pen.lineWidth = bold ? 5 : 3.5;
  for (const { text, x, y, size, topic } of texts) {
    pen.font = fontOf(size, palette.family, bold);
    pen.strokeText(text, x, y);
    pen.fillStyle = bold ? palette.topics[topic] : palette.text;
    pen.fillText(text, x, y);
  }
}

/**
 * A ring round a node.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {Frame} frame
 * @param {SceneMap} map
 * @param {number} node
 * @param {Ring} ring
 */
export function paintRing(pen, { viewport, spacing }, { graph }, node, { colour, distance, dash, width }) {
  const { x, y } = screenOf(graph, node, viewport);
  pen.beginPath();
  pen.arc(x, y, discRadius(graph.size[node], spacing) + distance, 0, 2 * Math.PI);
  pen.setLineDash(dash);
  pen.lineWidth = width;
  pen.strokeStyle = colour;
  pen.stroke();
  pen.setLineDash([]);
}

/** @param {Palette} palette @returns {Ring} */
export function selectedRing({ ring }) {
  return { colour: ring, distance: 4, dash: [], width: 2.5 };
}

/** @param {Palette} palette @returns {Ring} of the node at which the keys are */
export function focusedRing({ text }) {
  return { colour: text, distance: 7.5, dash: [4, 3], width: 2 };
}
