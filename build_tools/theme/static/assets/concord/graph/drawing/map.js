/**
 * The graph as the scene needs it: with what is worked out once, and the parts that are drawn.
 *
 * @typedef {import("./camera.js").Bounds} Bounds
 * @typedef {import("./camera.js").Size} Size
 *
 * @typedef {object} PlacedColumns of `data/graph-view.json`, beside those that the filters need
 * @property {{key: string, label: string, light: string, dark: string}[]} topics
 * @property {number[]} x 0 to 65535
 * @property {number[]} y downwards
 * @property {number[]} size 0 to 255
 * @property {number[]} importance nodes, the most important first
 * @typedef {Omit<import("../../concepts/graph.js").Graph, "topics"> & PlacedColumns} PlacedGraph
 *
 * @typedef {object} SceneMap
 * @property {PlacedGraph} graph
 * @property {Bounds} bounds of all nodes
 * @property {number} spacing units from a node to the next, on average
 * @property {number[]} rank by node: its place in the order of importance
 * @property {number[]} weight by link: less for one between important nodes
 * @property {Size} size of the view
 *
 * @typedef {object} Region where the nodes of a topic lie
 * @property {number} topic
 * @property {string} label
 * @property {number} x
 * @property {number} y
 * @property {number} count of nodes
 *
 * @typedef {object} Part some of the graph
 * @property {number[]} byImportance the nodes, the most important first
 * @property {number[]} edges the most important first
 * @property {Region[]} regions the largest first
 */

import { boundsOf, spacingOf } from "./camera.js";

/** A topic with fewer nodes has no region to name. */
const LEAST_OF_REGION = 3;

/**
 * @param {PlacedGraph} graph
 * @returns {SceneMap} with a view of no size yet
 */
export function sceneMap(graph) {
  const bounds = boundsOf(graph, graph.ids.keys());
  /** @type {number[]} */
  const rank = new Array(graph.ids.length);
  graph.importance.forEach((node, at) => (rank[node] = at));
  const { source, target } = graph.edges;
  return {
    graph,
    bounds,
    spacing: spacingOf(bounds, graph.ids.length),
    rank,
    weight: source.map((node, edge) => rank[node] + rank[target[edge]]),
    size: { width: 0, height: 0 },
  };
}

/**
 * @param {SceneMap} map
 * @param {{nodes: Iterable<number>, edges: Iterable<number>}} some
 * @returns {Part}
 */
export function partOf({ graph, rank, weight }, { nodes, edges }) {
  const byImportance = [...nodes].sort((one, other) => rank[one] - rank[other]);
  return {
    byImportance,
    edges: [...edges].sort((one, other) => weight[one] - weight[other] || one - other),
    regions: regionsOf(graph, byImportance),
  };
}

/**
 * A part that is emphasised: the nodes that hold it together come first, since it is about them.
 *
 * @param {SceneMap} map
 * @param {Part} shown nothing else is emphasised
 * @param {{nodes: ReadonlySet<number>, edges: ReadonlySet<number>}} some
 * @returns {Part}
 */
export function emphasisOf({ graph: { edges: ends } }, shown, some) {
  const edges = shown.edges.filter((edge) => some.edges.has(edge));
  /** @type {Map<number, number>} */
  const degree = new Map();
  for (const edge of edges) {
    for (const node of [ends.source[edge], ends.target[edge]]) degree.set(node, (degree.get(node) ?? 0) + 1);
  }
  const links = (/** @type {number} */ node) => degree.get(node) ?? 0;
  const nodes = shown.byImportance.filter((node) => some.nodes.has(node));
  // Sorting keeps the order of those that are equal.
  return { byImportance: nodes.sort((one, other) => links(other) - links(one)), edges, regions: [] };
}

/**
 * Each topic's name goes to the median of its nodes, which a few far away do not move.
 *
 * @param {PlacedGraph} graph
 * @param {number[]} nodes
 * @returns {Region[]}
 */
function regionsOf({ topics, topic, x, y }, nodes) {
  /** @type {number[][]} */
  const members = topics.map(() => []);
  for (const node of nodes) members[topic[node]].push(node);
  return members
    .map((held, at) => ({
      topic: at,
      label: topics[at].label,
      x: median(held.map((node) => x[node])),
      y: median(held.map((node) => y[node])),
      count: held.length,
    }))
    .filter(({ count }) => count >= LEAST_OF_REGION)
    .sort((one, other) => other.count - one.count || one.topic - other.topic);
}

/** @param {number[]} values */
function median(values) {
  return values.sort((one, other) => one - other)[values.length >> 1] ?? 0;
}
