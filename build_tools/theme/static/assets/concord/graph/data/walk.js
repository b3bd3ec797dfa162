// Where the keys are in the map, and where they lead.
// @ts-check

import { stepped } from "../../ui/ring.js";
import { nearestTowards, neighbours } from "./reach.js";

/**
 * @typedef {import("../../concepts/graph.js").Graph} Graph
 * @typedef {import("../../concepts/graph.js").Step} Step
 * @typedef {import("./visible.js").Shown} Shown
 */

export class Walk {
  #graph;
  #steps;
  /** @type {Shown} */
  #shown = { nodes: [], edges: [] };
  #nodes = new Set();
  #edges = new Set();
  #selected = -1;
  /** Whose neighbours are walked. */
  #anchor = -1;

  /**
   * @param {Graph} graph
   * @param {Step[][]} steps by node
   */
  constructor(graph, steps) {
    this.#graph = graph;
    this.#steps = steps;
    /** The node at which the keys are, or -1. */
    this.current = -1;
  }

  /**
   * @param {Shown} shown nothing else can be walked to
   * @param {number} selected the node that is looked at, or -1
   */
  show(shown, selected) {
    this.#shown = shown;
    this.#nodes = new Set(shown.nodes);
    this.#edges = new Set(shown.edges);
    this.#selected = selected;
    if (!this.shows(this.current)) this.leave();
  }

  /** @param {number} node */
  shows(node) {
    return this.#nodes.has(node);
  }

  /** The next neighbour, or the one before; at first where to begin. @param {1 | -1} step @returns {number} -1 for nowhere */
  next(step) {
    if (this.current < 0) return (this.#anchor = this.#start());
    const others = neighbours(this.#graph, this.#steps[this.#anchor], (edge) => this.#edges.has(edge));
    return others[stepped(others.indexOf(this.current), step, others.length)] ?? this.current;
  }

  /** The nearest node in a direction; at first where to begin. @param {number} dx @param {number} dy @returns {number} -1 for nowhere */
  towards(dx, dy) {
    const { current } = this;
    const found = current < 0 ? this.#start() : nearestTowards(this.#graph, this.#shown.nodes, current, dx, dy);
    this.#anchor = found < 0 ? current : found;
    return this.#anchor;
  }

  /** From now on the neighbours of this node are walked. */
  settle() {
    this.#anchor = this.current;
  }

  leave() {
    this.current = this.#anchor = -1;
  }

  #start() {
    if (this.shows(this.#selected)) return this.#selected;
    return this.#graph.importance.find((node) => this.shows(node)) ?? -1;
  }
}
