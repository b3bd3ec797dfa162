// The two ends of a path: two fields and what swaps them.
// @ts-check

import { EntryField } from "../concepts/field.js";
import { button, element } from "../ui/element.js";
import { Component } from "../ui/lifecycle.js";
import { icon } from "../ui/shape.js";

/**
 * @typedef {import("../concepts/match.js").Matcher} Matcher
 * @typedef {"from" | "to"} End
 *
 * @typedef {object} Listener
 * @property {(end: End, node: number) => void} choose told what the reader chooses; -1 for nothing
 * @property {() => void} swap
 * @property {(message: string) => void} say told what a screen reader is to say
 */

export class Form extends Component {
  /** @type {Matcher | undefined} */
  #matcher;
  #ends;

  /** @param {Listener} on */
  constructor({ choose, swap, say }) {
    super(element("div", { class: "concord-path__form", role: "group", "aria-label": "Two entries" }));
    /** @param {End} end @param {string} label */
    const field = (end, label) =>
      this.own(
        new EntryField({
          ...{ id: `path-${end}`, label, matcher: () => this.#matcher, say },
          choose: (node) => choose(end, node),
        }),
      );
    this.#ends = { from: field("from", "From"), to: field("to", "To") };
    const swapper = button(icon("swap"), swap, {
      class: "concord-button concord-path__swap",
      "aria-label": "Swap",
      title: "Swap",
    });
    this.element.append(this.#ends.from.element, swapper, this.#ends.to.element);
  }

  /** @param {Matcher} matcher as soon as it is there */
  use(matcher) {
    this.#matcher = matcher;
  }

  /**
   * @param {number} from node, -1 for none
   * @param {number} to
   */
  set(from, to) {
    this.#ends.from.set(from);
    this.#ends.to.set(to);
  }

  /** @param {End} end */
  focus(end) {
    this.#ends[end].focus();
  }
}
