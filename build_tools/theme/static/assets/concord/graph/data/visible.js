/**
 * Which nodes and edges a view lets through. The picture and the text view both ask {@link visible},
 * so they cannot differ.
 *
 * @typedef {import("../../concepts/graph.js").Graph} Graph
 * @typedef {import("./view.js").View} View
 *
 * @typedef {object} Shown ascending indices
 * @property {number[]} nodes
 * @property {number[]} edges
 */

/**
 * The nodes and edges that a view lets through.
 *
 * An edge is shown when its relation is and both its ends are. A focus keeps its own node whatever
 * the other filters say, and hops go only over shown edges.
 *
 * @param {Graph} graph
 * @param {View} view
 * @param {Shown} [kept] shown whatever the view says: the explanations that are told
 * @returns {Shown}
 */
export function visible(graph, view, kept) {
  const relation = allows(
    graph.relations.map(({ key }) => key),
    view.relations,
  );
  const focus = view.focus ? graph.ids.indexOf(view.focus) : -1;
  const { source, target } = graph.edges;
  const { topic, kind, status, query } = passed(graph, view);
  let shown = graph.ids.map((_, node) => node === focus || (topic(node) && kind(node) && status(node) && query(node)));
  let edges = [...source.keys()].filter(
    (edge) => relation[graph.edges.relation[edge]] && shown[source[edge]] && shown[target[edge]],
  );
  if (focus >= 0) {
    const reached = new Set([focus]);
    for (let hop = 0; hop < view.hops; hop += 1) {
      /** @type {number[]} */
      const next = [];
      for (const edge of edges) {
        if (reached.has(source[edge])) next.push(target[edge]);
        if (!view.directed && reached.has(target[edge])) next.push(source[edge]);
      }
      for (const node of next) reached.add(node);
    }
    shown = shown.map((_, node) => reached.has(node));
    edges = edges.filter((edge) => shown[source[edge]] && shown[target[edge]]);
  }
  if (kept) {
    for (const node of kept.nodes) shown[node] = true;
    edges = [...new Set([...edges, ...kept.edges])].sort((one, other) => one - other);
  }
  return { nodes: [...shown.keys()].filter((node) => shown[node]), edges };
}

/**
 * How many entries, or links, each key of each filter stands for while the other filters hold.
 *
 * @param {Graph} graph
 * @param {View} view
 * @returns {Record<"topics" | "kinds" | "relations" | "statuses", number[]>} by index
 */
export function facetCounts(graph, view) {
  const none = (/** @type {unknown[]} */ keys) => keys.map(() => 0);
  const counts = {
    topics: none(graph.topics),
    kinds: none(graph.kinds),
    relations: none(graph.relations),
    statuses: none(graph.statuses),
  };
  const { topic, kind, status, query } = passed(graph, view);
  const shown = graph.ids.map((_, node) => {
    const [inTopic, inKind, inStatus] = [topic(node), kind(node), status(node)];
    if (!query(node)) return false;
    if (inKind && inStatus) counts.topics[graph.topic[node]] += 1;
    if (inTopic && inStatus) counts.kinds[graph.kind[node]] += 1;
    if (inTopic && inKind) counts.statuses[graph.status[node]] += 1;
    return inTopic && inKind && inStatus;
  });
  const { source, target, relation } = graph.edges;
  for (const edge of source.keys()) {
    if (shown[source[edge]] && shown[target[edge]]) counts.relations[relation[edge]] += 1;
  }
  return counts;
}

/**
 * What each filter of nodes says of a node.
 *
 * @param {Graph} graph
 * @param {View} view
 */
function passed(graph, view) {
  const topics = allows(
    graph.topics.map(({ key }) => key),
    view.topics,
  );
  const kinds = allows(
    graph.kinds.map(({ key }) => key),
    view.kinds,
  );
  const statuses = allows(graph.statuses, view.statuses);
  const named = namedBy(view.query);
  return {
    topic: (/** @type {number} */ node) => topics[graph.topic[node]],
    kind: (/** @type {number} */ node) => kinds[graph.kind[node]],
    status: (/** @type {number} */ node) => statuses[graph.status[node]],
    query: (/** @type {number} */ node) => named(graph.labels[node]),
  };
}

/**
 * Tells the labels that a query lets through.
 *
 * @param {string} query
 */
export function namedBy(query) {
  const words = query.trim().toLowerCase();
  return (/** @type {string} */ label) => !words || label.toLowerCase().includes(words);
}

/**
 * Which of the keys pass. Unknown keys are passed over, so that an old address shows something.
 *
 * @param {string[]} keys
 * @param {string[]} chosen
 * @returns {boolean[]}
 */
function allows(keys, chosen) {
  const known = new Set(chosen.filter((key) => keys.includes(key)));
  return keys.map((key) => known.size === 0 || known.has(key));
}
