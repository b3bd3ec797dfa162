/**
 * How two entries connect: the cheapest paths over typed links, walked in either direction.
 *
 * Shortest paths by Dijkstra's algorithm (Numerische Mathematik 1, 1959). After each answer its
 * inner nodes are closed, or its link when there are none, so that no two answers share an entry
 * between their ends. That is greedy: it finds the cheapest first, but not always the cheapest set.
 *
 * @typedef {import("./graph.js").Graph} Graph
 * @typedef {import("./graph.js").Step} Step
 *
 * @typedef {object} Explanation
 * @property {Step[]} steps
 * @property {number} cost
 */

import { stepsByNode } from "./graph.js";

/**
 * Up to `most` explanations, cheapest first; none for a node with itself or without a path.
 *
 * @param {Graph} graph
 * @param {number} from node
 * @param {number} to node
 * @param {number} [most]
 * @returns {Explanation[]}
 */
export function explanations(graph, from, to, most = 3) {
  const size = graph.ids.length;
  if (from === to || !(from >= 0 && from < size && to >= 0 && to < size)) return [];
  const steps = stepsByNode(graph);
  /** @type {Set<number>} */
  const closed = new Set();
  /** @type {Explanation[]} */
  const found = [];
  let direct = true;
  while (found.length < most) {
    const path = cheapest(graph, steps, from, to, closed, direct);
    if (!path) break;
    found.push(path);
    if (path.steps.length === 1) direct = false;
    for (const step of path.steps.slice(1)) closed.add(step.from);
  }
  return found;
}

/**
 * @param {Graph} graph
 * @param {Step[][]} steps
 * @param {number} from
 * @param {number} to
 * @param {Set<number>} closed nodes that may not be passed
 * @param {boolean} direct whether one step may lead from end to end
 * @returns {Explanation | null}
 */
function cheapest(graph, steps, from, to, closed, direct) {
  const costs = graph.edges.relation.map((relation) => graph.relations[relation].cost);
  const best = new Float64Array(graph.ids.length).fill(Infinity);
  /** @type {Map<number, Step>} */
  const reachedBy = new Map();
  /** @type {[number, number][]} */
  const heap = [];
  best[from] = 0;
  push(heap, [0, from]);
  for (let top = pop(heap); top; top = pop(heap)) {
    const [cost, node] = top;
    if (node === to) break;
    if (cost > best[node]) continue;
    for (const step of steps[node]) {
      if (closed.has(step.to) || (!direct && node === from && step.to === to)) continue;
      const sum = cost + costs[step.edge];
      if (sum < best[step.to]) {
        best[step.to] = sum;
        reachedBy.set(step.to, step);
        push(heap, [sum, step.to]);
      }
    }
  }
  /** @type {Step[]} */
  const path = [];
  for (let node = to; node !== from;) {
    const step = reachedBy.get(node);
    if (!step) return null;
    path.unshift(step);
    node = step.from;
  }
  return { steps: path, cost: best[to] };
}

/**
 * Cost first, then node, so that ties fall the same way everywhere.
 *
 * @param {[number, number]} one
 * @param {[number, number]} other
 */
const before = (one, other) => one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);

/**
 * @param {[number, number][]} heap
 * @param {[number, number]} item
 */
function push(heap, item) {
  let at = heap.push(item) - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!before(item, heap[parent])) break;
    heap[at] = heap[parent];
    at = parent;
  }
  heap[at] = item;
}

/**
 * @param {[number, number][]} heap
 * @returns {[number, number] | undefined}
 */
function pop(heap) {
  const top = heap[0];
  const last = heap.pop();
  if (!heap.length || !last) return top;
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && before(heap[child + 1], heap[child])) child += 1;
    if (!before(heap[child], last)) break;
    heap[at] = heap[child];
    at = child;
  }
  heap[at] = last;
  return top;
}
