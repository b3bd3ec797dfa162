/**
 * What one drawing consists of, in pixels: a value that the canvas and the download both draw.
 *
 * @typedef {import("./camera.js").Viewport} Viewport
 * @typedef {import("./map.js").SceneMap} SceneMap
 * @typedef {import("./map.js").Part} Part
 * @typedef {import("./labels.js").Box} Box
 *
 * @typedef {object} Text
 * @property {string} text
 * @property {number} x of its left edge
 * @property {number} y of its middle
 * @property {number} size of the letters
 * @property {number} topic
 *
 * @typedef {object} Strand links that are alike faint
 * @property {number[]} edges by relation
 * @property {number} opacity
 *
 * @typedef {object} Frame
 * @property {Viewport} viewport
 * @property {number[]} nodes in sight, the least important first
 * @property {Strand[]} strands the links that are drawn, the faintest first
 * @property {boolean} curved whether links are bent, which tells two between the same nodes apart
 * @property {number} thickness of links, as a multiple of their relation's width
 * @property {boolean} dashed whether links have the dashes of their relations
 * @property {number} arrow length of an arrowhead, 0 for none
 * @property {number} spacing pixels from a node to the next, on average
 * @property {boolean} crowded whether nodes lie so close that the names of topics go above them
 * @property {Text[]} labels of nodes
 * @property {Text[]} regions names of topics
 * @property {number} regionOpacity
 *
 * @typedef {object} Wish
 * @property {number} zoom
 * @property {boolean} [full] every link, arrowhead and label that has room
 * @property {number[]} marked nodes that bear rings: their labels come before all others
 * @property {(text: string, size: number, bold?: boolean) => number} measure width in pixels
 */

import { screenOf } from "./camera.js";
import { placeLabels } from "./labels.js";
import {
  arrowLength,
  discRadius,
  edgeOpacity,
  emphasisOpacity,
  isCrowded,
  labelledNodes,
  mostOf,
  movesAsBitmap,
  regionOpacity,
  showsDashes,
} from "./detail.js";

/** Pixels beyond the edge in which a node still shows. */
const BRIM = 24;
/** Opacity of a link that leads out of sight, as a share of that of the others. */
const LEADING = 0.3;
const LABEL_GAP = 6;
/** Between names of topics, which the browser may draw a little larger than they were measured. */
const NAME_GAP = 3;
/** Pixels that the ring of a selected node takes beside its disc. */
const RING = 6;
/** Pixels between the name of a topic and the edge of the view. */
const EDGE = 6;
const LEAST_LETTERS = 11.5;
/** More labels are not tried: they would hardly find room. */
const MOST_TRIED = 700;

/**
 * @param {SceneMap} map
 * @param {Part} part what is shown, or what of it is emphasised
 * @param {Viewport} viewport
 * @param {Wish} wish
 * @returns {Frame}
 */
export function composeFrame(map, part, viewport, wish) {
  const spacing = map.spacing * viewport.scale;
  const nodes = nodesInSight(map, part.byImportance, viewport);
  const strands = strandsOf(map, part.edges, viewport, wish.full ?? false);
  const count = strands.reduce((sum, { edges }) => sum + edges.length, 0);
  const marked = wish.marked.filter((node) => nodes.includes(node));
  const first = marked.map((node) => labelOf(map, node, viewport, wish.measure, placeRight, RING));
  const regions = wish.full ? [] : regionNames(part, viewport, wish, first);
  return {
    viewport,
    nodes: nodes.toReversed(),
    strands,
    curved: wish.full || !movesAsBitmap(part),
    // Lines of one pixel and less are drawn several times as fast as others.
    thickness: wish.full ? 1.6 : 1,
    dashed: showsDashes(count),
    arrow: wish.full ? Math.max(arrowLength(spacing), 6) : arrowLength(spacing),
    spacing,
    crowded: isCrowded(spacing),
    labels: [...first, ...nodeLabels(map, nodes, viewport, wish, first, regions)],
    regions,
    regionOpacity: regionOpacity(wish.zoom),
  };
}

/**
 * @param {SceneMap} map
 * @param {number[]} nodes
 * @param {Viewport} viewport
 */
function nodesInSight({ graph: { x, y } }, nodes, viewport) {
  const reachX = (viewport.width / 2 + BRIM) / viewport.scale;
  const reachY = (viewport.height / 2 + BRIM) / viewport.scale;
  return nodes.filter((node) => Math.abs(x[node] - viewport.x) <= reachX && Math.abs(y[node] - viewport.y) <= reachY);
}

/**
 * The links with an end in sight. One that leads out of sight is fainter, and one that only passes
 * through tells nothing.
 *
 * @param {SceneMap} map
 * @param {number[]} edges the most important first
 * @param {Viewport} viewport
 * @param {boolean} full
 * @returns {Strand[]}
 */
function strandsOf({ graph: { x, y, edges: ends } }, edges, viewport, full) {
  const reachX = viewport.width / 2 / viewport.scale;
  const reachY = viewport.height / 2 / viewport.scale;
  /** @param {number} node */
  const inSight = (node) => Math.abs(x[node] - viewport.x) <= reachX && Math.abs(y[node] - viewport.y) <= reachY;
  /** @type {number[][]} */
  const byEnds = [[], [], []];
  for (const edge of edges) byEnds[Number(inSight(ends.source[edge])) + Number(inSight(ends.target[edge]))].push(edge);
  const [, leading, inside] = byEnds;
  if (full) {
    const all = byRelation(ends.relation, [...leading, ...inside]);
    return [{ edges: all, opacity: emphasisOpacity(all.length) }];
  }
  const kept = mostOf(inside.length, leading.length);
  const opacity = edgeOpacity(kept.inside);
  return [
    { edges: byRelation(ends.relation, leading.slice(0, kept.leading)), opacity: opacity * LEADING },
    { edges: byRelation(ends.relation, inside.slice(0, kept.inside)), opacity },
  ];
}

/** @param {number[]} relation by edge @param {number[]} edges sorted in place */
function byRelation(relation, edges) {
  return edges.sort((one, other) => relation[one] - relation[other] || one - other);
}

/**
 * @param {Part} part
 * @param {Viewport} viewport
 * @param {Wish} wish
 * @param {Text[]} first labels that keep their room
 * @returns {Text[]} in the order of the topics' sizes
 */
function regionNames({ regions }, viewport, { zoom, measure }, first) {
  if (regionOpacity(zoom) === 0) return [];
  const most = regions[0]?.count ?? 1;
  const texts = regions.map(({ topic, label, x, y, count }) => {
    const size =
      Math.min(14 + 10 * Math.sqrt(count / most), viewport.width / 30 + 3) * Math.min(Math.max(zoom, 0.8), 1.4);
    const middle = viewport.width / 2 + (x - viewport.x) * viewport.scale;
    const width = measure(label, size, true);
    const left = middle - width / 2;
    const inSight = middle > 0 && middle < viewport.width;
    return {
      text: label,
      x: inSight ? Math.max(Math.min(left, viewport.width - width - EDGE), EDGE) : left,
      y: viewport.height / 2 + (y - viewport.y) * viewport.scale,
      size,
      topic,
    };
  });
  const boxes = [
    ...first.map((text) => boxOf(text, measure, false)),
    ...texts.map((text) => boxOf(text, measure, true)),
  ];
  return roomFor(boxes, viewport, NAME_GAP, first.length).map((at) => texts[at]);
}

/**
 * Labels beside their discs: right of them, else left, else below; inside the view where that can be.
 *
 * @param {SceneMap} map
 * @param {number[]} nodes the most important first
 * @param {Viewport} viewport
 * @param {Wish} wish
 * @param {Text[]} first labels that keep their room
 * @param {Text[]} regions as well
 * @returns {Text[]}
 */
function nodeLabels(map, nodes, viewport, { zoom, full, marked, measure }, first, regions) {
  const allowed = full ? Infinity : labelledNodes(zoom, map.size);
  let waiting = nodes.filter((node) => map.rank[node] < allowed && !marked.includes(node)).slice(0, MOST_TRIED);
  /** @type {Text[]} */
  const placed = [];
  const taken = [
    ...first.map((text) => boxOf(text, measure, false)),
    ...regions.map((text) => boxOf(text, measure, true)),
  ];
  for (const { side, cut } of SIDES) {
    const texts = waiting.map((node) => labelOf(map, node, viewport, measure, side, 0));
    const tried = texts.map((text) => boxOf(text, measure, false));
    // A box off the screen takes no room: so does one that would be cut off where that is to be avoided.
    const boxes = [
      ...taken,
      ...tried.map((box) => (cut || isWithin(box, viewport) ? box : { ...box, left: -Infinity })),
    ];
    const kept = new Set(roomFor(boxes, viewport, LABEL_GAP, taken.length));
    taken.push(...boxes.slice(taken.length).filter((_, at) => kept.has(at)));
    placed.push(...texts.filter((_, at) => kept.has(at)));
    waiting = waiting.filter((_, at) => !kept.has(at));
  }
  return placed;
}

/**
 * @param {Box[]} boxes
 * @param {Viewport} viewport
 * @param {number} gap
 * @param {number} taken how many of the boxes have their room already
 * @returns {number[]} which of the others have room, counted from the first of them
 */
function roomFor(boxes, { width, height }, gap, taken) {
  return placeLabels(boxes, width, height, gap, taken)
    .filter((at) => at >= taken)
    .map((at) => at - taken);
}

/**
 * @param {SceneMap} map
 * @param {number} node
 * @param {Viewport} viewport
 * @param {Wish["measure"]} measure
 * @param {typeof placeBelow} side
 * @param {number} ring pixels that it takes round the disc
 * @returns {Text}
 */
function labelOf({ graph, spacing }, node, viewport, measure, side, ring) {
  const { x, y } = screenOf(graph, node, viewport);
  const radius = discRadius(graph.size[node], spacing * viewport.scale) + ring;
  const size = LEAST_LETTERS + (3 * graph.size[node]) / 255;
  const text = graph.labels[node];
  return { text, size, topic: graph.topic[node], ...side(x, y, radius, measure(text, size), size) };
}

/** @param {number} x @param {number} y @param {number} radius */
const placeRight = (x, y, radius) => ({ x: x + radius + 4, y });
/** @param {number} x @param {number} y @param {number} radius @param {number} width */
const placeLeft = (x, y, radius, width) => ({ x: x - radius - 4 - width, y });
/** @param {number} x @param {number} y @param {number} radius @param {number} width @param {number} size */
const placeBelow = (x, y, radius, width, size) => ({ x: x - width / 2, y: y + radius + 2 + size * 0.6 });

/** Where labels are tried, one after the other. One that is cut off by the edge is better than none. */
const SIDES = [
  { side: placeRight, cut: false },
  { side: placeLeft, cut: false },
  { side: placeBelow, cut: false },
  { side: placeRight, cut: true },
];

/** @param {Box} box @param {Viewport} viewport */
const isWithin = ({ left, width }, viewport) => left >= 0 && left + width <= viewport.width;

/**
 * @param {Text} text
 * @param {Wish["measure"]} measure
 * @param {boolean} bold
 * @returns {Box}
 */
function boxOf({ text, x, y, size }, measure, bold) {
  return { left: x, top: y - size * 0.6, width: measure(text, size, bold), height: size * 1.2 };
}
