/**
 * What the graph page shows, as a value: to and from the address, and which nodes and edges it
 * lets through. The picture and the text view both ask {@link visible}, so they cannot differ.
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
 * @property {{source: number[], target: number[], relation: number[]}} edges
 *
 * @typedef {object} View
 * @property {string[]} topics keys that are shown; none means all, here and below
 * @property {string[]} kinds
 * @property {string[]} relations
 * @property {string[]} statuses
 * @property {string} query part of a label
 * @property {string} focus id of the entry whose neighbourhood is shown, or ""
 * @property {number} hops from the focus, 1 to 5
 * @property {boolean} directed whether hops follow links only as they are stated
 * @property {string} from id where an explanation begins, or ""
 * @property {string} to
 * @property {boolean} text whether the text view is open
 */

const MOST_HOPS = 5;
const LISTS = /** @type {const} */ (["topics", "kinds", "relations", "statuses"]);
const PARAMETERS = { topics: "topic", kinds: "kind", relations: "relation", statuses: "status" };

/**
 * The view that an address states. What it states wrongly counts as not stated.
 *
 * @param {string} search the address's query, with or without `?`
 * @returns {View}
 */
export function parseView(search) {
  const given = new URLSearchParams(search);
  /** @param {string} name */
  const list = (name) => [...new Set(given.getAll(name).flatMap((value) => value.split(",")))].filter(Boolean);
  const hops = Number(given.get("hops") ?? 1);
  return {
    topics: list("topic"),
    kinds: list("kind"),
    relations: list("relation"),
    statuses: list("status"),
    query: given.get("q") ?? "",
    focus: given.get("focus") ?? "",
    hops: Number.isInteger(hops) && hops >= 1 && hops <= MOST_HOPS ? hops : 1,
    directed: given.get("directed") === "1",
    from: given.get("from") ?? "",
    to: given.get("to") ?? "",
    text: given.get("view") === "text",
  };
}

/**
 * The shortest query that states a view: `""`, or one that begins with `?`.
 *
 * @param {View} view
 * @returns {string}
 */
export function formatView(view) {
  const stated = new URLSearchParams();
  for (const name of LISTS) {
    if (view[name].length) stated.set(PARAMETERS[name], view[name].join(","));
  }
  if (view.query) stated.set("q", view.query);
  if (view.focus) {
    stated.set("focus", view.focus);
    if (view.hops !== 1) stated.set("hops", String(view.hops));
    if (view.directed) stated.set("directed", "1");
  }
  if (view.from) stated.set("from", view.from);
  if (view.to) stated.set("to", view.to);
  if (view.text) stated.set("view", "text");
  const text = stated.toString().replaceAll("%2C", ",");
  return text && `?${text}`;
}

/**
 * The nodes and edges that a view lets through, as ascending indices.
 *
 * An edge is shown when its relation is and both its ends are. A focus keeps its own node whatever
 * the other filters say, and hops go only over shown edges.
 *
 * @param {Graph} graph
 * @param {View} view
 * @returns {{nodes: number[], edges: number[]}}
 */
export function visible(graph, view) {
  const topic = allows(graph.topics.map(({ key }) => key), view.topics);
  const kind = allows(graph.kinds.map(({ key }) => key), view.kinds);
  const status = allows(graph.statuses, view.statuses);
  const relation = allows(graph.relations.map(({ key }) => key), view.relations);
  const query = view.query.trim().toLowerCase();
  const focus = view.focus ? graph.ids.indexOf(view.focus) : -1;
  const { source, target } = graph.edges;
  let shown = graph.ids.map(
    (_, node) =>
      node === focus ||
      (topic[graph.topic[node]] &&
        kind[graph.kind[node]] &&
        status[graph.status[node]] &&
        graph.labels[node].toLowerCase().includes(query)),
  );
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
  return { nodes: [...shown.keys()].filter((node) => shown[node]), edges };
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
