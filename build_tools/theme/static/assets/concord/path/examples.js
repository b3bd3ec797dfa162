// Pairs that are worth asking about, taken from the graph itself: the same for every reader.
// @ts-check

import { stepsByNode } from "../concepts/graph.js";

/** @typedef {import("../concepts/graph.js").Graph} Graph */

const CANDIDATES = 12; // entries among which pairs are looked for

/**
 * Pairs of important entries of different topics, those first that no single link connects.
 * @param {Graph} graph
 * @param {number} [most]
 * @returns {[number, number][]}
 */
export function examplePairs(graph, most = 3) {
  const candidates = leaders(graph, new Set()).slice(0, CANDIDATES);
  /** @type {[number, number][]} */
  const pairs = [];
  const used = new Set();
  for (const from of candidates) {
    if (pairs.length === most) break;
    if (used.has(from)) continue;
    const to = reachable(
      graph,
      from,
      candidates.filter((node) => !used.has(node)),
    )[0];
    if (to === undefined) continue;
    used.add(from).add(to);
    pairs.push([from, to]);
  }
  return pairs;
}

/**
 * Entries to which something leads from here: important ones, each of another topic where possible.
 * @param {Graph} graph
 * @param {number} from node
 * @param {number} [most]
 */
export function partners(graph, from, most = 3) {
  return reachable(graph, from, leaders(graph, new Set([graph.topic[from]]))).slice(0, most);
}

/**
 * The most important entry of each topic, then the other entries; none that is retired.
 * @param {Graph} graph
 * @param {Set<number>} seen topics that come last
 */
function leaders(graph, seen) {
  const retired = graph.statuses.indexOf("deprecated");
  /** @type {number[]} */
  const first = [];
  /** @type {number[]} */
  const rest = [];
  for (const node of graph.importance) {
    if (graph.status[node] === retired) continue;
    (seen.has(graph.topic[node]) ? rest : first).push(node);
    seen.add(graph.topic[node]);
  }
  return [...first, ...rest];
}

/**
 * Those of some nodes that can be reached, in their order, but direct neighbours last.
 * @param {Graph} graph
 * @param {number} from node
 * @param {number[]} nodes
 */
function reachable(graph, from, nodes) {
  const distance = distances(graph, from);
  const far = nodes.filter((node) => distance[node] > 1);
  return [...far, ...nodes.filter((node) => distance[node] === 1)];
}

/**
 * How many links each node is away, in either direction; -1 where none lead there.
 * @param {Graph} graph
 * @param {number} from node
 */
function distances(graph, from) {
  const near = stepsByNode(graph);
  const distance = new Int32Array(graph.ids.length).fill(-1);
  distance[from] = 0;
  const queue = [from];
  for (const node of queue) {
    for (const { to } of near[node]) {
      if (distance[to] >= 0) continue;
      distance[to] = distance[node] + 1;
      queue.push(to);
    }
  }
  return distance;
}
