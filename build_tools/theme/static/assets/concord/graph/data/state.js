/**
 * What the graph page shows, as a value: to and from the address, and which nodes and edges it
 * lets through. The picture and the text view both ask {@link visible}, so they cannot differ.
 *
 * @typedef {object} Vocabulary a topic or kind
 * @property {string} key
 * @property {string} label
 *
 * @typedef {object} Camera what of the map is in sight
 * @property {number} x the graph's point in the middle, 0 to 65535
 * @property {number} y
 * @property {number} k zoom; at 1 everything fits
 *
 * @typedef {object} Shown ascending indices
 * @property {number[]} nodes
 * @property {number[]} edges
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
 * @property {string} selected id of the entry that is looked at, or ""
 * @property {boolean} text whether the text view is open
 * @property {Camera | null} at without one, what is shown fills the map
 */

export const MOST_HOPS = 5;
const SIDE = 65535;
const MOST_ZOOM = 1000;
export const LISTS = /** @type {const} */ (["topics", "kinds", "relations", "statuses"]);
/** The part of a view that lets everything through. */
export const UNFILTERED = { topics: [], kinds: [], relations: [], statuses: [], query: "" };
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
    selected: given.get("selected") ?? "",
    text: given.get("view") === "text",
    at: parseCamera(given.get("at") ?? ""),
  };
}

/**
 * @param {string} text `x,y,k`
 * @returns {Camera | null}
 */
function parseCamera(text) {
  const numbers = text.split(",").map((part) => (part.trim() ? Number(part) : NaN));
  const [x, y, k] = numbers;
  const onMap = (/** @type {number} */ value) => value >= -SIDE && value <= 2 * SIDE;
  return numbers.length === 3 && onMap(x) && onMap(y) && k > 0 && k <= MOST_ZOOM ? { x, y, k } : null;
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
  if (view.selected) stated.set("selected", view.selected);
  if (view.text) stated.set("view", "text");
  if (view.at) {
    const { x, y, k } = view.at;
    stated.set("at", `${Math.round(x)},${Math.round(y)},${Number(k.toPrecision(3))}`);
  }
  const text = stated.toString().replaceAll("%2C", ",");
  return text && `?${text}`;
}

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
