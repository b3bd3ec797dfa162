// What the legend offers, and what a choice in it comes to.
// @ts-check

/**
 * @typedef {import("../../concepts/graph.js").Graph} Graph
 * @typedef {"topics" | "relations" | "kinds" | "statuses"} Facet
 * @typedef {{ key: string, label: string, index: number }} Choice
 */

/**
 * The values of a facet that some entry or link has.
 *
 * @param {Graph} graph
 * @param {Facet} facet
 * @returns {Choice[]}
 */
export function choicesOf(graph, facet) {
  const used = new Set(
    { topics: graph.topic, kinds: graph.kind, statuses: graph.status, relations: graph.edges.relation }[facet],
  );
  const named =
    facet === "statuses"
      ? graph.statuses.map((key) => ({ key, label: key.charAt(0).toUpperCase() + key.slice(1) }))
      : graph[facet].map(({ key, label }) => ({ key, label }));
  return named.map((it, index) => ({ ...it, index })).filter(({ index }) => used.has(index));
}

/**
 * The chosen keys after one box was changed. All and none are the same, and said by no key.
 *
 * @param {string[]} all every key of the facet, in order
 * @param {string[]} chosen
 * @param {string} key
 * @param {boolean} checked
 */
export function chosenAfter(all, chosen, key, checked) {
  const known = chosen.filter((it) => all.includes(it));
  const now = known.length ? known : all;
  const next = all.filter((it) => (it === key ? checked : now.includes(it)));
  return next.length === all.length ? [] : next;
}
