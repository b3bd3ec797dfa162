/**
 * The graph of entries and links as its file has it, for the map and for the paths.
 *
 * @typedef {object} Vocabulary a topic or kind
 * @property {string} key
 * @property {string} label
 *
 * @typedef {object} Relation
 * @property {string} key
 * @property {string} label as read from the stating entry
 * @property {string} inverse as read from the other side
 * @property {boolean} symmetric
 * @property {number} cost of one step of an explanation
 *
 * @typedef {object} Graph the file `data/graph-view.json`; columns are indexed by node or edge
 * @property {number} format
 * @property {Vocabulary[]} topics
 * @property {Vocabulary[]} kinds
 * @property {string[]} statuses
 * @property {Relation[]} relations
 * @property {string[]} ids
 * @property {string[]} labels
 * @property {number[]} topic
 * @property {number[]} kind
 * @property {number[]} status
 * @property {number[]} x places in one square, 0 to 65535
 * @property {number[]} y downwards
 * @property {number[]} importance nodes, the most important first
 * @property {number} page nodes of one file of details
 * @property {{source: number[], target: number[], relation: number[]}} edges
 *
 * @typedef {object} Step a link, walked from one of its ends
 * @property {number} from node
 * @property {number} to node
 * @property {number} edge index among the graph's edges
 * @property {boolean} inverse whether the step goes against the stated direction
 */

/**
 * Every link from both of its ends.
 *
 * @param {Graph} graph
 * @returns {Step[][]} by node; each from that node, in the order of edges
 */
export function stepsByNode({ ids, edges }) {
  /** @type {Step[][]} */
  const steps = ids.map(() => []);
  edges.source.forEach((from, edge) => {
    const to = edges.target[edge];
    steps[from].push({ from, to, edge, inverse: false });
    steps[to].push({ from: to, to: from, edge, inverse: true });
  });
  return steps;
}
