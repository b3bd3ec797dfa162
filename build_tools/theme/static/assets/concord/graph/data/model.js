// What a view comes to: the nodes and edges that it shows, the ways that it tells, and what is lit.
// @ts-check

import { explanations } from "../../concepts/explain.js";
import { stepsByNode } from "../../concepts/graph.js";
import { along, around } from "./reach.js";
import { visible } from "./visible.js";

/**
 * @typedef {import("./view.js").View} View
 * @typedef {import("./visible.js").Shown} Shown
 * @typedef {import("./reach.js").Lit} Lit
 * @typedef {import("../../concepts/explain.js").Explanation} Explanation
 */

export class Model {
  #graph;
  #nodes = new Set();
  #edges = new Set();

  /**
   * @param {import("../../concepts/match.js").Matcher} matcher
   * @param {View} view
   */
  constructor(matcher, view) {
    this.#graph = matcher.graph;
    /** @param {string} id */
    this.nodeOf = (id) => matcher.nodeOf(id);
    this.steps = stepsByNode(matcher.graph);
    this.view = view;
    this.ends = { from: -1, to: -1 };
    /** Whether the ends of a path are asked for, though none may be picked. */
    this.picking = false;
    /** @type {Explanation[]} */
    this.ways = [];
    this.shown = this.#show();
  }

  /**
   * @param {View} next
   * @param {boolean} pick whether the ends of a path are asked for
   */
  set(next, pick) {
    this.view = next;
    const [from, to] = [this.nodeOf(next.from), this.nodeOf(next.to)];
    this.picking = pick || from >= 0 || to >= 0;
    if (from !== this.ends.from || to !== this.ends.to) {
      this.ends = { from, to };
      this.ways = explanations(this.#graph, from, to);
    }
    const kept = along(this.ways, [from, to]);
    this.shown = this.#show({ nodes: [...kept.nodes], edges: [...kept.edges] });
  }

  /** @param {Shown} [kept] whatever the filters say */
  #show(kept) {
    const shown = visible(this.#graph, this.view, kept);
    this.#nodes = new Set(shown.nodes);
    this.#edges = new Set(shown.edges);
    return shown;
  }

  /** Changes what no filter asks for. @param {Partial<Pick<View, "at" | "selected">>} patch */
  look(patch) {
    this.view = { ...this.view, ...patch };
  }

  get selected() {
    return this.nodeOf(this.view.selected);
  }

  /** @param {number} node */
  shows(node) {
    return this.#nodes.has(node);
  }

  /** What the map is fitted to, where it is not all that is shown. */
  route() {
    const { nodes } = along(this.ways, [this.ends.from, this.ends.to]);
    return nodes.size > 1 ? [...nodes] : undefined;
  }

  /**
   * What is lit; null for everything.
   *
   * @param {object} now
   * @param {number} now.edge pointed at in the panel, or -1
   * @param {number} now.way pointed at in the panel, or -1: all
   * @param {number} now.node pointed at in the map, or -1
   * @returns {Lit | null}
   */
  light({ edge, way, node }) {
    const { from, to } = this.ends;
    const { source, target } = this.#graph.edges;
    const shows = (/** @type {number} */ it) => this.#edges.has(it);
    if (edge >= 0 && shows(edge)) return { nodes: new Set([source[edge], target[edge]]), edges: new Set([edge]) };
    if (node >= 0) return around(node, this.steps[node], shows);
    if (from >= 0 || to >= 0) return along(way >= 0 ? this.ways.slice(way, way + 1) : this.ways, [from, to]);
    const { selected } = this;
    return this.shows(selected) ? around(selected, this.steps[selected], shows) : null;
  }
}
