/**
 * The graph as nested lists of sentences.
 *
 * @typedef {import("../../concepts/graph.js").Graph} Graph
 * @typedef {import("../data/visible.js").Shown} Shown
 * @typedef {import("../data/outline.js").Telling} Telling
 * @typedef {import("../data/outline.js").Chapter} Chapter
 *
 * @typedef {object} How
 * @property {(node: number) => string} urlOf an entry's page
 * @property {import("../../concepts/details.js").Details} details
 * @property {(node: number) => void} select shows what is known of an entry
 */

import { plural } from "../../ui/count.js";
import { button, element } from "../../ui/element.js";
import { Component } from "../../ui/lifecycle.js";
import { outline } from "../data/outline.js";

/** Entries up to which everything is listed at once; of more, topics are opened one by one. */
export const MOST_ENTRIES = 400;
const STEP = 50; // entries of an opened topic shown at first, and how many more at a time

export class TextView extends Component {
  #graph;
  #how;
  #listed = "";

  /** @param {Graph} graph @param {How} how */
  constructor(graph, how) {
    super(
      element("div", {
        ...{ class: "concord-graph__text", hidden: "", role: "region" },
        ...{ "aria-label": "The graph as text", tabindex: "0" },
      }),
    );
    this.#graph = graph;
    this.#how = how;
  }

  /** @param {Shown} shown told anew only if it is something else */
  update(shown) {
    const now = `${shown.nodes} ${shown.edges}`;
    if (now === this.#listed) return;
    this.#listed = now;
    const whole = shown.nodes.length <= MOST_ENTRIES;
    const chapters = outline(this.#graph, shown).map((it) => (whole ? this.#whole(it) : this.#closed(it)));
    this.element.replaceChildren(
      ...(chapters.length ? chapters : [element("p", {}, "No entry passes these filters.")]),
    );
    this.element.scrollTop = 0;
  }

  /** @param {Chapter} chapter */
  #whole({ topic, entries }) {
    const { key, label } = this.#graph.topics[topic];
    return element("section", { "data-topic": key }, element("h2", {}, label), ...this.#listOf(entries, Infinity));
  }

  /** @param {Chapter} chapter */
  #closed({ topic, entries }) {
    const { key, label } = this.#graph.topics[topic];
    const count = element("small", {}, plural(entries.length, "entry", "entries"));
    const part = element(
      "details",
      { "data-topic": key },
      element("summary", {}, element("h2", {}, label), " ", count),
    );
    part.addEventListener("toggle", () => part.append(...this.#listOf(entries, STEP)), { once: true });
    return part;
  }

  /** @param {Telling[]} entries @param {number} step how many are shown at first */
  #listOf(entries, step) {
    const list = element("ul", {});
    const more = button("", () => extend(true), { class: "concord-button" });
    let count = 0;
    /** @param {boolean} asked by the reader, who then reads on */
    const extend = (asked) => {
      const next = entries.slice(count, count + step);
      const items = next.map((telling) => this.#entry(telling));
      list.append(...items);
      count += next.length;
      more.hidden = count >= entries.length;
      more.textContent = `Show more (${plural(entries.length - count, "entry", "entries")} left)`;
      if (asked) items[0]?.querySelector("a")?.focus();
      this.#explain(list, next);
    };
    extend(false);
    return [list, more];
  }

  /** @param {Telling} telling */
  #entry({ node, edges }) {
    const { ids, labels } = this.#graph;
    const details = button("Details", () => this.#how.select(node), {
      ...{ class: "concord-plain concord-graph__more", "aria-label": `Details of ${labels[node]}` },
    });
    const sentences = edges.length > 0 && element("ul", {}, ...edges.map((edge) => this.#sentence(edge)));
    return element("li", { "data-entry-id": ids[node] }, this.#link(node), details, sentences);
  }

  /** @param {number} edge */
  #sentence(edge) {
    const { edges, labels, relations } = this.#graph;
    const { key, label } = relations[edges.relation[edge]];
    return element(
      "li",
      { "data-relation": key, "data-edge": String(edge) },
      `${labels[edges.source[edge]]} `,
      element("em", {}, label),
      " ",
      this.#link(edges.target[edge]),
    );
  }

  /** @param {number} node */
  #link(node) {
    return element("a", { href: this.#how.urlOf(node) }, this.#graph.labels[node]);
  }

  /**
   * Adds reasons to the sentences of some entries, as soon as they are known.
   * @param {HTMLElement} list
   * @param {Telling[]} entries
   */
  async #explain(list, entries) {
    const { details } = await this.#how.details.of(entries.flatMap((it) => it.edges));
    for (const item of list.querySelectorAll("li[data-edge]:not([data-told])")) {
      const { dataset } = /** @type {HTMLElement} */ (item);
      dataset.told = "";
      const because = details.get(Number(dataset.edge))?.because;
      if (because) item.append(": ", element("span", { class: "concord-because" }, because));
    }
  }
}
