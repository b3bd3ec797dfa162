// What is said about two entries, as elements. Texts come from authors: they are only ever text nodes.
// @ts-check

import { listed } from "../ui/count.js";
import { element } from "../ui/element.js";
import { Drawing } from "./drawing.js";

/**
 * @typedef {import("../concepts/graph.js").Graph} Graph
 * @typedef {import("../concepts/graph.js").Step} Step
 * @typedef {import("../concepts/details.js").Detail} Detail
 * @typedef {import("../concepts/explain.js").Explanation} Explanation
 */

export class Telling {
  #graph;
  #site;

  /** @param {Graph} graph @param {URL} site */
  constructor(graph, site) {
    this.#graph = graph;
    this.#site = site;
  }

  /** @param {number} node */
  entryLink(node) {
    return element("a", { href: this.#address(node), "data-topic": this.#topicOf(node) }, this.#graph.labels[node]);
  }

  /** @param {[number, number][]} pairs */
  pairList(pairs) {
    const items = pairs.map(([from, to]) => element("li", {}, this.#pairLink(from, to)));
    return element("ul", { class: "concord-path__pairs" }, ...items);
  }

  /**
   * Explanations, each with its drawing, which can be drawn as soon as they are in the document.
   * @param {Explanation[]} explanations
   * @returns {{ element: HTMLElement, draw: () => Drawing }[]}
   */
  sections(explanations) {
    return explanations.map((explanation, at) => {
      const place = element("div", { class: "concord-path__picture" });
      return {
        element: this.#section(explanation, place, at + 1),
        draw: () =>
          new Drawing(place, this.#graph, explanation, {
            name: `Drawing of explanation ${at + 1}`,
            address: (node) => this.#address(node),
          }),
      };
    });
  }

  /**
   * Puts reasons and sources to the sentences that wait for them.
   * @param {Element} place
   * @param {Explanation[]} explanations
   * @param {ReadonlyMap<number, Detail>} details by edge
   */
  fillReasons(place, explanations, details) {
    for (const step of explanations.flatMap(({ steps }) => steps)) {
      const item = place.querySelector(`[data-edge="${step.edge}"]`);
      const detail = details.get(step.edge);
      if (item && detail) item.append(...this.#reasonsOf(step, detail));
    }
  }

  /** @param {number} node */
  #address(node) {
    return new URL(`terms/${this.#graph.ids[node]}/`, this.#site).href;
  }

  /** @param {number} node */
  #topicOf(node) {
    return this.#graph.topics[this.#graph.topic[node]].key;
  }

  /**
   * A link that asks about two entries on this page.
   * @param {number} from
   * @param {number} to
   */
  #pairLink(from, to) {
    const { ids, labels } = this.#graph;
    const query = new URLSearchParams({ from: ids[from], to: ids[to] });
    return element(
      "a",
      { class: "concord-path__pair", href: `?${query}`, "data-ask": "" },
      element("span", { "data-topic": this.#topicOf(from) }, labels[from]),
      element("span", { class: "concord-path__and" }, " and "),
      element("span", { "data-topic": this.#topicOf(to) }, labels[to]),
    );
  }

  /**
   * @param {Explanation} explanation
   * @param {HTMLElement} picture a place for its drawing
   * @param {number} number counted from 1
   */
  #section({ steps }, picture, number) {
    const passed = steps.slice(1).map(({ from }) => this.#graph.labels[from]);
    const heading = passed.length ? `By way of ${listed(passed)}` : "Directly";
    return element(
      "section",
      { class: "concord-path__explanation", "aria-labelledby": `path-${number}` },
      element("h2", { id: `path-${number}` }, heading),
      picture,
      element("ol", { class: "concord-path__steps" }, ...steps.map((step) => this.#sentence(step))),
    );
  }

  /**
   * A step as a sentence, with a place for its reason and its sources.
   * @param {Step} step
   */
  #sentence({ from, to, edge, inverse }) {
    const relation = this.#graph.relations[this.#graph.edges.relation[edge]];
    const said = element("em", {}, inverse ? relation.inverse : relation.label);
    return element(
      "li",
      { "data-edge": String(edge), "data-relation": relation.key },
      element("p", {}, this.entryLink(from), " ", said, " ", this.entryLink(to), "."),
    );
  }

  /** @param {Step} step @param {Detail} detail */
  #reasonsOf({ inverse, to }, { because, works }) {
    const reasons = [];
    if (because) {
      // The reason is told by the entry that states the link, and its "it" is that entry.
      const teller = inverse && element("span", { class: "concord-path__teller" }, `${this.#graph.labels[to]}: `);
      reasons.push(element("p", { class: "concord-path__because" }, teller, because));
    }
    if (works.length) {
      const items = works.map(([, text, url]) => element("li", {}, url ? element("a", { href: url }, text) : text));
      reasons.push(element("ul", { class: "concord-path__sources", "aria-label": "Sources" }, ...items));
    }
    return reasons;
  }
}
