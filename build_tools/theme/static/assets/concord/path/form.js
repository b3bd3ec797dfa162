// The two ends of a path: two fields and what swaps them.
// @ts-check

import { button, element } from "../ui/element.js";
import { icon } from "../ui/shape.js";
import { createCombobox } from "../concepts/field.js";

/**
 * @typedef {import("../concepts/match.js").Matcher} Matcher
 * @typedef {"from" | "to"} End
 */

/**
 * @param {object} on
 * @param {(end: End, node: number) => void} on.choose told what the reader chooses; -1 for nothing
 * @param {() => void} on.swap
 * @param {(message: string) => void} on.say told what a screen reader is to say
 */
export function createForm({ choose, swap, say }) {
  /** @type {Matcher | undefined} */
  let known;

  /** @param {End} end @param {string} label */
  const field = (end, label) =>
    createCombobox({ id: `path-${end}`, label, matcher: () => known, choose: (node) => choose(end, node), say });
  const ends = { from: field("from", "From"), to: field("to", "To") };
  const swapper = button(icon("swap"), swap, { class: "concord-path__swap", "aria-label": "Swap", title: "Swap" });

  return {
    element: element(
      "div",
      { class: "concord-path__form", role: "group", "aria-label": "Two entries" },
      ends.from.element,
      swapper,
      ends.to.element,
    ),

    /** @param {Matcher} matcher as soon as it is there */
    use(matcher) {
      known = matcher;
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
