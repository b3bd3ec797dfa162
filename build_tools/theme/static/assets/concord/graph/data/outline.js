/**
 * The graph as nested lists of sentences: topics, their entries, and the links that each states.
 *
 * @typedef {import("../../concepts/graph.js").Graph} Graph
 * @typedef {import("./visible.js").Shown} Shown
 *
 * @typedef {object} Telling an entry and the links that it states
 * @property {number} node
 * @property {number[]} edges
 *
 * @typedef {object} Chapter a topic and its shown entries, in the order of labels
 * @property {number} topic
 * @property {Telling[]} entries
 */

/**
 * What the lists hold: each shown node and edge once, and no other.
 *
 * @param {Graph} graph
 * @param {Shown} shown as `visible` returns it
 * @returns {Chapter[]} topics without a shown entry left out
 */
export function outline(graph, shown) {
  /** @type {Map<number, number[]>} */
  const stated = new Map(shown.nodes.map((node) => [node, []]));
  for (const edge of shown.edges) stated.get(graph.edges.source[edge])?.push(edge);
  const { compare } = new Intl.Collator("en");
  const nodes = [...shown.nodes].sort((one, other) => compare(graph.labels[one], graph.labels[other]) || one - other);
  return graph.topics
    .map((_, topic) => ({
      topic,
      entries: nodes
        .filter((node) => graph.topic[node] === topic)
        .map((node) => ({ node, edges: stated.get(node) ?? [] })),
    }))
    .filter(({ entries }) => entries.length > 0);
}
