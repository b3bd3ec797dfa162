// The head of what lies over the map: what it is about, and a way out.
// @ts-check

import { button, element } from "../../ui/element.js";
import { icon } from "../../ui/shape.js";

/**
 * @param {{ id: string, text: string, focusable?: boolean }} heading
 * @param {{ label: string, title?: string, press: () => void }} closing
 */
export function headOf({ id, text, focusable = true }, { label, title, press }) {
  return element(
    "div",
    { class: "concord-graph__head" },
    element("h2", { id, tabindex: focusable && "-1" }, text),
    button(icon("close"), press, { class: "concord-button", "aria-label": label, title: title ?? null }),
  );
}
