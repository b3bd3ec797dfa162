// The two ends of a path: two fields and what swaps them.
// @ts-check

import { button, element, icon } from "../graph/element.js";
import { createCombobox } from "./combobox.js";

/**
 * @typedef {import("./match.js").Graph} Graph
 * @typedef {import("./match.js").Matcher} Matcher
 * @typedef {"from" | "to"} End
 */

const MOST = 8; // entries in a list

/**
 * @param {object} on
 * @param {(end: End, node: number) => void} on.choose told what the reader chooses; -1 for nothing
 * @param {() => void} on.swap
 * @param {(message: string) => void} on.say told what a screen reader is to say
 */
export function createForm({ choose, swap, say }) {
  /** @type {{ graph: Graph, matcher: Matcher } | undefined} */
  let known;

  /** @param {End} end @param {string} label */
  const field = (end, label) =>
    createCombobox({
      id: `path-${end}`,
      label,
      find: (text) => known?.matcher.best(text, MOST) ?? [],
      describe: (node) => {
        if (!known) return { label: "", topic: "", topicLabel: "" };
        const topic = known.graph.topics[known.graph.topic[node]];
        return { label: known.graph.labels[node], topic: topic.key, topicLabel: topic.label };
      },
      choose: (node) => choose(end, node),
      say,
    });
  const ends = { from: field("from", "From"), to: field("to", "To") };
  const swapper = button(icon("swap"), swap, { class: "concord-path__swap", "aria-label": "Swap", title: "Swap" });

  return {
    element: element(
      "div",
      { class: "concord-path__form", role: "group", "aria-label": "Two entries" },
      ends.from.field,
      swapper,
      ends.to.field,
    ),

    /** @param {Graph} graph @param {Matcher} matcher */
    use(graph, matcher) {
      known = { graph, matcher };
    },

    /**
     * @param {number} from node, -1 for none
     * @param {number} to
     */
    set(from, to) {
      ends.from.set(from);
      ends.to.set(to);
    },

    /** @param {End} end */
    focus: (end) => ends[end].focus(),
  };
}
