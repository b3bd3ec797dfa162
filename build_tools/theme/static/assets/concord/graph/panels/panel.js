// What is told of the selected entry: its definition, its links in both directions, where to go on.
// @ts-check

import { plural } from "../../ui/count.js";
import { button, element } from "../../ui/element.js";
import { Component } from "../../ui/lifecycle.js";
import { linkGroups } from "../data/links.js";
import { headOf } from "./head.js";
import { LinkList } from "./linklist.js";

/**
 * @typedef {import("../../concepts/graph.js").Graph} Graph
 * @typedef {import("../../concepts/graph.js").Step} Step
 * @typedef {import("../../concepts/details.js").Details} Details
 *
 * @typedef {object} Listener
 * @property {(node: number) => void} select
 * @property {(node: number) => void} focus
 * @property {(node: number) => void} path
 * @property {(lit: { edge?: number }) => void} light
 * @property {() => void} close
 */

const HEADING = "__concord-graph-selected";
const BUTTON = { class: "concord-button" };

export class Panel extends Component {
  #graph;
  #site;
  #details;
  #on;
  #shown = -1;

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
   * @param {number} node or -1: closed
   * @param {Step[]} steps its links
   * @param {boolean} hidden whether the filters leave it out of the map
   */
  update(node, steps, hidden) {
    this.element.querySelector(".concord-graph__hidden")?.toggleAttribute("hidden", !hidden);
    if (node === this.#shown) return;
    this.#shown = node;
    this.element.hidden = node < 0;
    if (node < 0) {
      this.element.replaceChildren();
      return;
    }
    const graph = this.#graph;
    const definition = element("p", { class: "concord-graph__definition" });
    const lists = linkGroups(graph, steps).map((group) => new LinkList(graph, group, this.#on));
    const closing = { label: "Close", title: "Close (Esc)", press: this.#on.close };
    this.element.replaceChildren(
      headOf({ id: HEADING, text: graph.labels[node] }, closing),
      factsOf(graph, node, steps.length),
      element("p", { class: "concord-graph__hidden", hidden: !hidden && "" }, "The filters leave it out of the map."),
      definition,
      this.#actions(node),
      ...lists.map((list) => list.element),
    );
    this.element.scrollTop = 0;
    this.#explain(node, steps, definition, lists);
  }

  focus() {
    this.element.querySelector("h2")?.focus();
  }

  /** @param {number} node */
  #actions(node) {
    return element(
      "div",
      { class: "concord-graph__actions" },
      element("a", { ...BUTTON, href: entryUrl(this.#graph, this.#site, node) }, "Open page"),
      button("Focus here", () => this.#on.focus(node), BUTTON),
      button("Path from here", () => this.#on.path(node), BUTTON),
    );
  }

  /**
   * Adds what has to be fetched, unless another entry is shown by then.
   *
   * @param {number} node
   * @param {Step[]} steps
   * @param {HTMLElement} definition
   * @param {LinkList[]} lists
   */
  #explain(node, steps, definition, lists) {
    const still = (/** @type {() => void} */ then) => this.#shown === node && then();
    this.#details.definition(node).then(
      (text) => still(() => (definition.textContent = text)),
      () => still(() => (definition.textContent = "Its definition could not be loaded.")),
    );
    this.#details
      .of(steps.map(({ edge }) => edge))
      .then(({ details }) => still(() => lists.forEach((list) => list.explain(details))));
  }
}

/** @param {Graph} graph @param {number} node @param {number} links */
function factsOf(graph, node, links) {
  const { key, label } = graph.topics[graph.topic[node]];
  return element(
    "p",
    { class: "concord-graph__facts", "data-topic": key },
    element("span", { class: "concord-graph__topic" }, label),
    ` · ${graph.kinds[graph.kind[node]].label} · ${plural(links, "link")}`,
  );
}

/**
 * @param {Graph} graph
 * @param {URL} site
 * @param {number} node
 */
export function entryUrl(graph, site, node) {
  return new URL(`terms/${graph.ids[node]}/`, site).href;
}
