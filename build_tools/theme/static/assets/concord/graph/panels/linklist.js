// The links of an entry that say the same, a few at first.
// @ts-check

import { plural } from "../../ui/count.js";
import { button, element } from "../../ui/element.js";
import { Component } from "../../ui/lifecycle.js";

/**
 * @typedef {import("../../concepts/graph.js").Graph} Graph
 * @typedef {import("../../concepts/graph.js").Step} Step
 * @typedef {ReadonlyMap<number, import("../../concepts/details.js").Detail>} Known by edge
 * @typedef {{ select(node: number): void, light(lit: { edge?: number }): void }} Listener
 */

const STEP = 12; // links shown at first, and how many more at a time

export class LinkList extends Component {
  #graph;
  /** @type {Step[]} */
  #waiting;
  #on;
  #list = element("ul");
  #more = button("", () => this.#extend(true), { class: "concord-plain concord-graph__more" });
  /** @type {Map<number, HTMLElement>} by edge */
  #items = new Map();
  /** @type {Known} */
  #known = new Map();

  /**
   * @param {Graph} graph
   * @param {import("../data/links.js").Group} group
   * @param {Listener} on
   */
  constructor(graph, { label, steps }, on) {
    super(element("div", { class: "concord-graph__links" }));
    this.#graph = graph;
    this.#waiting = [...steps];
    this.#on = on;
    this.element.append(element("h3", {}, label), this.#list, this.#more);
    this.#extend(false);
  }

  /** Adds reasons to the links that wait for them. @param {Known} details */
  explain(details) {
    this.#known = details;
    for (const [edge, item] of this.#items) {
      const because = details.get(edge)?.because;
      if (because && item.childElementCount === 1) {
        item.append(element("span", { class: "concord-because" }, because));
      }
    }
  }

  /** @param {boolean} asked by the reader, who then reads on */
  #extend(asked) {
    const next = this.#waiting.splice(0, STEP);
    const items = next.map((step) => this.#itemOf(step));
    next.forEach(({ edge }, at) => this.#items.set(edge, items[at]));
    this.#list.append(...items);
    const left = this.#waiting.length;
    this.#more.hidden = !left;
    this.#more.textContent = plural(left, "more", "more");
    this.explain(this.#known);
    if (asked) items[0]?.querySelector("button")?.focus();
  }

  /** @param {Step} step */
  #itemOf({ to, edge }) {
    const { labels, topic, topics } = this.#graph;
    const choice = button(labels[to], () => this.#on.select(to), {
      ...{ class: "concord-plain concord-graph__entry", "data-topic": topics[topic[to]].key },
    });
    for (const type of ["pointerenter", "focus"]) choice.addEventListener(type, () => this.#on.light({ edge }));
    for (const type of ["pointerleave", "blur"]) choice.addEventListener(type, () => this.#on.light({}));
    return element("li", {}, choice);
  }
}
