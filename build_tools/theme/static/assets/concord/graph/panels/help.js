// The list that explains the keys of the map, as a dialog.
// @ts-check

import { element } from "../../ui/element.js";
import { Component } from "../../ui/lifecycle.js";
import { headOf } from "./head.js";

const EXPLAINED = [
  ["Arrows", "move the map"],
  ["+ −", "zoom in and out"],
  ["0", "fit everything into view"],
  ["n p", "next and previous neighbour"],
  ["Shift + arrows", "nearest entry in that direction"],
  ["Enter", "show what is known of the entry; again, open its page"],
  ["Shift + Enter", "open its page at once"],
  ["f", "focus on the entry's neighbourhood"],
  ["t", "text instead of the map, and back"],
  ["/", "find an entry in the graph"],
  ["Esc", "close, leave the mode"],
  ["?", "this list"],
];
const BY_HAND =
  "Mouse: drag moves, the wheel zooms, a click selects, a double click opens the page. Fingers: drag, pinch, tap, tap twice.";
const HEADING = "__concord-graph-keys";

/** @extends {Component<HTMLDialogElement>} */
export class Help extends Component {
  constructor() {
    const dialog = element("dialog", { class: "concord-over concord-graph__help", "aria-labelledby": HEADING });
    super(dialog);
    const close = () => dialog.close();
    const rows = EXPLAINED.map(([keys, does]) => [
      element("dt", {}, element("kbd", {}, keys)),
      element("dd", {}, does),
    ]);
    dialog.append(
      headOf({ id: HEADING, text: "Keys", focusable: false }, { label: "Close", press: close }),
      element("p", {}, "They work while the map has the focus. Everything is in the text view as well."),
      element("dl", {}, ...rows.flat()),
      element("p", {}, BY_HAND),
    );
    dialog.addEventListener("click", (event) => event.target === dialog && close());
  }

  open = () => this.element.showModal();
}
