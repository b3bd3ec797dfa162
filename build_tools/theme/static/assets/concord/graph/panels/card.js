// A card beside the pointer: what an entry is.
// @ts-check

import { element } from "../../ui/element.js";
import { Component, Rest } from "../../ui/lifecycle.js";

/** @typedef {import("../../concepts/graph.js").Graph} Graph */

const PAUSE = 120; // milliseconds of rest on a node before its definition is fetched
const GAP = 14; // pixels from the pointer
const DEFINITION = 220; // characters

export class Card extends Component {
  #graph;
  #stage;
  #details;
  #resting = this.own(new Rest(PAUSE));
  #shown = -1;

  /**
   * @param {Graph} graph
   * @param {HTMLElement} stage what the card stays inside of
   * @param {import("../../concepts/details.js").Details} details
   */
  constructor(graph, stage, details) {
    super(element("div", { class: "concord-over concord-graph__card", hidden: "", "aria-hidden": "true" }));
    this.#graph = graph;
    this.#stage = stage;
    this.#details = details;
    stage.append(this.element);
  }

  /**
   * @param {number} node or -1: none
   * @param {{x: number, y: number} | null} at
   */
  show(node, at) {
    if (node < 0 || !at) {
      this.#resting.cancel();
      this.#shown = -1;
      this.element.hidden = true;
      return;
    }
    if (node !== this.#shown) this.#tell(node, at);
    this.#put(at);
  }

  /** @param {number} node @param {{x: number, y: number}} at */
  #tell(node, at) {
    this.#shown = node;
    const { key, label } = this.#graph.topics[this.#graph.topic[node]];
    const definition = element("span", {});
    this.element.dataset.topic = key;
    const name = element("strong", {}, this.#graph.labels[node]);
    this.element.replaceChildren(name, element("small", {}, label), definition);
    this.element.hidden = false;
    this.#resting.before(async () => {
      const text = await this.#details.definition(node).catch(() => "");
      if (this.#shown !== node) return;
      definition.textContent = text.length > DEFINITION ? `${text.slice(0, DEFINITION).trimEnd()}…` : text;
      this.#put(at);
    });
  }

  /** @param {{x: number, y: number}} at in pixels of the stage */
  #put({ x, y }) {
    const { clientWidth: width, clientHeight: height } = this.#stage;
    const { offsetWidth, offsetHeight, style } = this.element;
    const left = x + GAP + offsetWidth > width ? x - GAP - offsetWidth : x + GAP;
    const top = y + GAP + offsetHeight > height ? y - GAP - offsetHeight : y + GAP;
    style.translate = `${Math.max(4, Math.round(left))}px ${Math.max(4, Math.round(top))}px`;
  }
}
