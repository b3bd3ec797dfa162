// How two entries connect, told: the explanations that the map draws.
// @ts-check

import { plural } from "../../ui/count.js";
import { button, element } from "../../ui/element.js";
import { Component } from "../../ui/lifecycle.js";
import { headOf } from "./head.js";

/**
 * @typedef {import("../../concepts/graph.js").Graph} Graph
 * @typedef {import("../../concepts/graph.js").Step} Step
 * @typedef {import("../../concepts/explain.js").Explanation} Explanation
 * @typedef {import("../../concepts/details.js").Details} Details
 * @typedef {{ select(node: number): void, light(lit: { way?: number }): void, leave(): void }} Listener
 */

const HEADING = "__concord-graph-route";

export class Route extends Component {
  #graph;
  #site;
  #details;
  #on;
  /** @type {Explanation[] | null} */
  #told = null;

  /**
   * @param {Graph} graph
   * @param {URL} site the site's root
   * @param {Details} details
   * @param {Listener} on
   */
  constructor(graph, site, details, on) {
    super(element("section", { class: "concord-graph__panel", hidden: "", "aria-labelledby": HEADING }));
    this.#graph = graph;
    this.#site = site;
    this.#details = details;
    this.#on = on;
  }

  /**
   * @param {{ from: number, to: number }} ends nodes, -1 where none is picked
   * @param {Explanation[]} explanations
   * @param {boolean} hidden
   */
  update({ from, to }, explanations, hidden) {
    this.element.hidden = hidden;
    if (hidden || this.#told === explanations) return;
    this.#told = explanations;
    if (from < 0 || to < 0) {
      this.#say(
        "Pick two entries",
        "Type their names above, or choose them in the map. What connects them is drawn and told here.",
      );
    } else if (from === to) {
      this.#say("The same entry twice", "Pick another one.");
    } else if (!explanations.length) {
      const [first, last] = [this.#graph.labels[from], this.#graph.labels[to]];
      this.#say("These do not connect", `No chain of links leads from ${first} to ${last}, in whatever direction.`);
    } else {
      this.#tell(from, to, explanations);
      this.#explain(explanations);
    }
  }

  focus() {
    this.element.querySelector("h2")?.focus();
  }

  /** @param {string} heading @param {string} text */
  #say(heading, text) {
    this.element.replaceChildren(this.#head(heading), element("p", {}, text));
  }

  /** @param {string} text */
  #head(text) {
    const closing = { label: "Leave the path", title: "Leave the path (Esc)", press: this.#on.leave };
    return headOf({ id: HEADING, text }, closing);
  }

  /**
   * @param {number} from
   * @param {number} to
   * @param {Explanation[]} explanations
   */
  #tell(from, to, explanations) {
    const { ids, labels } = this.#graph;
    const whole = new URL("path/", this.#site);
    whole.search = new URLSearchParams({ from: ids[from], to: ids[to] }).toString();
    const { length } = explanations;
    const count = length === 1 ? "One way connects them." : `${length} ways connect them, the closest first.`;
    const ways = explanations.map((explanation, at) => this.#wayOf(explanation, at));
    this.element.replaceChildren(
      this.#head(`${labels[from]} and ${labels[to]}`),
      element("p", {}, count),
      element("ol", { class: "concord-graph__ways" }, ...ways),
      element("p", {}, element("a", { href: whole.href }, "The same on a page, with sources")),
    );
    this.element.scrollTop = 0;
  }

  /** @param {Explanation} explanation @param {number} way */
  #wayOf({ steps }, way) {
    const sentences = steps.map((step) => this.#sentenceOf(step));
    const item = element("li", {}, element("h3", {}, plural(steps.length, "step")), element("ol", {}, ...sentences));
    for (const type of ["pointerenter", "focusin"]) item.addEventListener(type, () => this.#on.light({ way }));
    for (const type of ["pointerleave", "focusout"]) item.addEventListener(type, () => this.#on.light({}));
    return item;
  }

  /** @param {Step} step */
  #sentenceOf({ from, to, edge, inverse }) {
    const relation = this.#graph.relations[this.#graph.edges.relation[edge]];
    const said = element("em", {}, inverse ? relation.inverse : relation.label);
    return element("li", { "data-edge": String(edge) }, this.#entry(from), " ", said, " ", this.#entry(to));
  }

  /** @param {number} node */
  #entry(node) {
    const { labels, topic, topics } = this.#graph;
    return button(labels[node], () => this.#on.select(node), {
      ...{ class: "concord-plain concord-graph__entry", "data-topic": topics[topic[node]].key },
    });
  }

  /** Adds reasons as soon as they are known, unless something else is told by then. @param {Explanation[]} explanations */
  async #explain(explanations) {
    const { details } = await this.#details.of(explanations.flatMap(({ steps }) => steps.map(({ edge }) => edge)));
    if (this.#told !== explanations) return;
    for (const sentence of this.element.querySelectorAll("[data-edge]")) {
      const because = details.get(Number(/** @type {HTMLElement} */ (sentence).dataset.edge))?.because;
      if (because) sentence.append(element("span", { class: "concord-because" }, because));
    }
  }
}
