// The keys of the map, and the list that explains them.
// @ts-check

import { button, element } from "../ui/element.js";
import { icon } from "../ui/shape.js";

/**
 * @typedef {object} Actions
 * @property {(dx: number, dy: number) => void} pan pixels
 * @property {(factor: number) => void} zoom
 * @property {() => void} fit
 * @property {(step: 1 | -1) => void} walk to the next neighbour, or the one before
 * @property {(dx: number, dy: number) => void} stride to the nearest entry in a direction
 * @property {(open: boolean) => void} enter selects; or opens the page
 * @property {() => void} text
 * @property {() => void} find
 * @property {() => void} focus
 * @property {() => void} leave
 * @property {() => void} help
 */

const DISTANCE = 60; // pixels that one key moves the map
const DIRECTIONS = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
});

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

/**
 * @param {HTMLElement} region the map's region, which has the focus
 * @param {Actions} on
 */
export function listenForKeys(region, on) {
  /** @param {KeyboardEvent} event */
  function act({ key, shiftKey }) {
    const direction = DIRECTIONS[key];
    if (direction && shiftKey) on.stride(...direction);
    else if (direction) on.pan(direction[0] * DISTANCE, direction[1] * DISTANCE);
    else if (key === "+" || key === "=") on.zoom(1.4);
    else if (key === "-" || key === "_") on.zoom(1 / 1.4);
    else if (key === "0") on.fit();
    else if (key === "n" || key === "]") on.walk(1);
    else if (key === "p" || key === "[") on.walk(-1);
    else if (key === "Enter") on.enter(shiftKey);
    else if (key === "f") on.focus();
    else if (key === "t") on.text();
    else if (key === "/") on.find();
    else if (key === "?") on.help();
    else if (key === "Escape") on.leave();
    else return false;
    return true;
  }
  region.addEventListener("keydown", (event) => {
    if (event.target !== region || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!act(event)) return;
    event.preventDefault();
    event.stopPropagation(); // "/" is the site's search elsewhere
  });
}

/** The list of keys, as a dialog. */
export function createHelp() {
  const rows = EXPLAINED.flatMap(([keys, does]) => [
    element("dt", {}, element("kbd", {}, keys)),
    element("dd", {}, does),
  ]);
  const dialog = element(
    "dialog",
    { class: "concord-graph__help", "aria-labelledby": "__concord-graph-keys" },
    element(
      "div",
      { class: "concord-graph__head" },
      element("h2", { id: "__concord-graph-keys" }, "Keys"),
      button(icon("close"), () => dialog.close(), { class: "concord-graph__icon", "aria-label": "Close" }),
    ),
    element("p", {}, "They work while the map has the focus. Everything is in the text view as well."),
    element("dl", {}, ...rows),
    element(
      "p",
      {},
      "Mouse: drag moves, the wheel zooms, a click selects, a double click opens the page. Fingers: drag, pinch, tap, tap twice.",
    ),
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return { element: dialog, open: () => dialog.showModal() };
}
