// What a view comes to: the nodes and edges that it shows, the ways that it tells, and what is lit.
// @ts-check

import { explanations, stepsByNode } from "../../concepts/explain.js";
import { along, around } from "./reach.js";
import { visible } from "./state.js";

/**
 * @typedef {import("./state.js").View} View
 * @typedef {import("./reach.js").Lit} Lit
 * @typedef {import("../../concepts/explain.js").Explanation} Explanation
 */

/**
 * @param {import("../../concepts/match.js").Matcher} matcher
 * @param {View} first
 */
export function createModel({ graph, nodeOf }, first) {
  const steps = stepsByNode(graph);
  let view = first;
  let ends = { from: -1, to: -1 };
  let picking = false;
  /** @type {Explanation[]} */
  let ways = [];
  let shown = visible(graph, view);
  let shownNodes = new Set(shown.nodes);
  let shownEdges = new Set(shown.edges);

  /**
   * @param {View} next
   * @param {boolean} pick whether the ends of a path are asked for, though none may be picked
   */
  function set(next, pick) {
    view = next;
    const [from, to] = [nodeOf(view.from), nodeOf(view.to)];
    picking = pick || from >= 0 || to >= 0;
    if (from !== ends.from || to !== ends.to) {
      ends = { from, to };
      ways = explanations(graph, from, to);
    }
    const kept = along(ways, [from, to]);
    shown = visible(graph, view, { nodes: [...kept.nodes], edges: [...kept.edges] });
    shownNodes = new Set(shown.nodes);
    shownEdges = new Set(shown.edges);
  }

  /** Changes what no filter asks for. @param {Partial<Pick<View, "at" | "selected">>} patch */
  function look(patch) {
    view = { ...view, ...patch };
  }

  /** What the map is fitted to, where it is not all that is shown. */
  function route() {
    const { nodes } = along(ways, [ends.from, ends.to]);
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
  function light({ edge, way, node }) {
    const shows = (/** @type {number} */ it) => shownEdges.has(it);
    if (edge >= 0 && shows(edge)) {
      return { nodes: new Set([graph.edges.source[edge], graph.edges.target[edge]]), edges: new Set([edge]) };
    }
    const selected = nodeOf(view.selected);
    if (node >= 0) return around(node, steps[node], shows);
    if (ends.from >= 0 || ends.to >= 0) return along(way >= 0 ? ways.slice(way, way + 1) : ways, [ends.from, ends.to]);
    return shownNodes.has(selected) ? around(selected, steps[selected], shows) : null;
  }

  return {
    ...{ steps, nodeOf, set, look, route, light },
    get view() {
      return view;
    },
    get shown() {
      return shown;
    },
    get ends() {
      return ends;
    },
    get picking() {
      return picking;
    },
    get ways() {
      return ways;
    },
    get selected() {
      return nodeOf(view.selected);
    },
    shows: (/** @type {number} */ node) => shownNodes.has(node),
  };
}
