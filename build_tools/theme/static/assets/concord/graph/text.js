/**
 * The graph as nested lists of sentences: topics, their entries, and the links that each states.
 *
 * @typedef {import("./state.js").Graph} Graph
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
 * @param {{nodes: number[], edges: number[]}} shown as `visible` of state.js returns it
 * @returns {Chapter[]} topics without a shown entry left out
 */
export function outline(graph, shown) {
  /** @type {Map<number, number[]>} */
  const stated = new Map(shown.nodes.map((node) => [node, []]));
  for (const edge of shown.edges) stated.get(graph.edges.source[edge])?.push(edge);
  const { compare } = new Intl.Collator("en");
  const nodes = shown.nodes.toSorted((one, other) => compare(graph.labels[one], graph.labels[other]) || one - other);
  return graph.topics
    .map((_, topic) => ({
      topic,
      entries: nodes
        .filter((node) => graph.topic[node] === topic)
        .map((node) => ({ node, edges: stated.get(node) ?? [] })),
    }))
    .filter(({ entries }) => entries.length > 0);
}

/**
 * Shows the lists inside an element, in place of what it held.
 *
 * @param {HTMLElement} place
 * @param {Graph} graph
 * @param {{nodes: number[], edges: number[]}} shown
 * @param {ReadonlyMap<number, string>} reasons by edge; an edge without one is told without
 * @returns {{dispose: () => void}}
 */
export function textView(place, graph, shown, reasons) {
  /** @param {number} node */
  const link = (node) => {
    const anchor = element("a", graph.labels[node]);
    anchor.href = `../terms/${graph.ids[node]}/`;
    return anchor;
  };
  /** @param {number} edge */
  const sentence = (edge) => {
    const relation = graph.relations[graph.edges.relation[edge]];
    const item = element("li", `${graph.labels[graph.edges.source[edge]]} `);
    item.dataset.relation = relation.key;
    item.append(element("em", relation.label), " ", link(graph.edges.target[edge]));
    const because = reasons.get(edge);
    if (because) item.append(": ", element("span", because, "concord-because"));
    return item;
  };
  /** @param {Telling} telling */
  const entry = ({ node, edges }) => {
    const item = element("li");
    item.dataset.entryId = graph.ids[node];
    item.append(link(node));
    if (edges.length) item.append(list(edges.map(sentence)));
    return item;
  };
  const chapters = outline(graph, shown).map(({ topic, entries }) => {
    const { key, label } = graph.topics[topic];
    const section = element("section");
    section.dataset.topic = key;
    section.append(element("h2", label), list(entries.map(entry)));
    return section;
  });
  place.replaceChildren(...(chapters.length ? chapters : [element("p", "No entry passes these filters.")]));
  return { dispose: () => place.replaceChildren() };
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} [text]
 * @param {string} [className]
 * @returns {HTMLElementTagNameMap[Name]}
 */
function element(name, text = "", className = "") {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}

/** @param {HTMLElement[]} items */
function list(items) {
  const made = element("ul");
  made.append(...items);
  return made;
}
