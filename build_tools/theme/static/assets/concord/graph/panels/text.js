/**
 * The graph as nested lists of sentences: topics, their entries, and the links that each states.
 *
 * @typedef {import("../data/state.js").Graph} Graph
 * @typedef {import("../data/state.js").Shown} Shown
 *
 * @typedef {object} Telling an entry and the links that it states
 * @property {number} node
 * @property {number[]} edges
 *
 * @typedef {object} Chapter a topic and its shown entries, in the order of labels
 * @property {number} topic
 * @property {Telling[]} entries
 */

import { button, element } from "../../ui/element.js";
import { plural } from "../../ui/count.js";

/** Entries up to which everything is listed at once; of more, topics are opened one by one. */
export const MOST_ENTRIES = 400;
const STEP = 50; // entries of an opened topic shown at first, and how many more at a time

/**
 * What the lists hold: each shown node and edge once, and no other.
 *
 * @param {Graph} graph
 * @param {Shown} shown as `visible` of state.js returns it
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

/**
 * A place for the lists.
 *
 * @param {Graph} graph
 * @param {object} how
 * @param {(node: number) => string} how.urlOf an entry's page
 * @param {import("../../concepts/details.js").Details} how.details
 * @param {(node: number) => void} how.select shows what is known of an entry
 */
export function createTextView(graph, { urlOf, details, select }) {
  const place = element("div", {
    ...{ class: "concord-graph__text", hidden: "", role: "region", "aria-label": "The graph as text", tabindex: "0" },
  });
  let listed = "";
  const link = (/** @type {number} */ node) => element("a", { href: urlOf(node) }, graph.labels[node]);

  /** @param {number} edge */
  const sentence = (edge) => {
    const { key, label } = graph.relations[graph.edges.relation[edge]];
    return element(
      "li",
      { "data-relation": key, "data-edge": String(edge) },
      `${graph.labels[graph.edges.source[edge]]} `,
      element("em", {}, label),
      " ",
      link(graph.edges.target[edge]),
    );
  };

  /** @param {Telling} telling */
  const entry = ({ node, edges }) =>
    element(
      "li",
      { "data-entry-id": graph.ids[node] },
      link(node),
      button("Details", () => select(node), {
        ...{ class: "concord-graph__more", "aria-label": `Details of ${graph.labels[node]}` },
      }),
      edges.length > 0 && element("ul", {}, ...edges.map(sentence)),
    );

  /** Adds reasons to the sentences of some entries, as soon as they are known.
   * @param {HTMLElement} list @param {Telling[]} entries */
  const explain = async (list, entries) => {
    const edges = entries.flatMap((it) => it.edges);
    const { details: known } = await details.of(edges);
    for (const item of list.querySelectorAll("li[data-edge]:not([data-told])")) {
      const { dataset } = /** @type {HTMLElement} */ (item);
      dataset.told = "";
      const because = known.get(Number(dataset.edge))?.because;
      if (because) item.append(": ", element("span", { class: "concord-because" }, because));
    }
  };

  /** @param {Telling[]} entries @param {number} step how many are shown at first */
  const entryList = (entries, step) => {
    const list = element("ul", {});
    const more = button("", () => extend(true), { class: "concord-graph__button" });
    let count = 0;
    /** @param {boolean} asked */
    const extend = (asked) => {
      const next = entries.slice(count, count + step);
      const items = next.map(entry);
      list.append(...items);
      count += next.length;
      more.hidden = count >= entries.length;
      more.textContent = `Show more (${plural(entries.length - count, "entry", "entries")} left)`;
      if (asked) items[0]?.querySelector("a")?.focus();
      explain(list, next);
    };
    extend(false);
    return [list, more];
  };

  /** @param {Chapter} chapter */
  const whole = ({ topic, entries }) => {
    const { key, label } = graph.topics[topic];
    return element("section", { "data-topic": key }, element("h2", {}, label), ...entryList(entries, Infinity));
  };

  /** @param {Chapter} chapter */
  const closed = ({ topic, entries }) => {
    const { key, label } = graph.topics[topic];
    const count = element("small", {}, plural(entries.length, "entry", "entries"));
    const part = element(
      "details",
      { "data-topic": key },
      element("summary", {}, element("h2", {}, label), " ", count),
    );
    part.addEventListener("toggle", () => part.append(...entryList(entries, STEP)), { once: true });
    return part;
  };

  return {
    element: place,
    /** @param {Shown} shown told anew only if it is something else */
    update(shown) {
      const now = `${shown.nodes} ${shown.edges}`;
      if (now === listed) return;
      listed = now;
      const chapters = outline(graph, shown).map(shown.nodes.length <= MOST_ENTRIES ? whole : closed);
      place.replaceChildren(...(chapters.length ? chapters : [element("p", {}, "No entry passes these filters.")]));
      place.scrollTop = 0;
    },
  };
}
