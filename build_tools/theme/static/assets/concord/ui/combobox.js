// What every combobox does (WAI-ARIA 1.2; APG, "Editable Combobox With List Autocomplete"): the
// reader's focus stays in the text while arrows choose an option of the list below.
// @ts-check

import { Lifetime } from "./lifecycle.js";

/**
 * @typedef {object} Keys
 * @property {(step: 1 | -1) => void} move
 * @property {(event: KeyboardEvent) => void} enter
 * @property {(event: KeyboardEvent) => void} escape
 * @property {(event: KeyboardEvent) => void} tab
 * @property {(event: KeyboardEvent) => void} [elsewhere] any other key outside of the text
 * @property {(event: KeyboardEvent) => boolean} [ignored] left to the browser
 */

/** Keys that move the cursor: then the text is meant, and no option. */
const IN_TEXT = ["ArrowLeft", "ArrowRight", "Home", "End"];

/** A text field, a list of options, and which of them is active. */
export class Combobox extends Lifetime {
  #input;
  #list;
  #keys;
  #active = -1;

  /**
   * @param {object} given
   * @param {HTMLInputElement} given.input
   * @param {HTMLElement} given.list
   * @param {HTMLElement} [given.popup] what opens, if it is more than the list
   * @param {HTMLElement} [given.place] where keys are listened to, if not in the text alone
   * @param {Keys} given.keys
   */
  constructor({ input, list, popup = list, place = input, keys }) {
    super();
    this.#input = input;
    this.#list = list;
    this.#keys = keys;
    const { signal } = this;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", list.id);
    this.expand(false);
    place.addEventListener("keydown", (event) => this.#pressed(event), { signal });
    // A press below leaves the focus in the text, and a phone's keyboard as it is.
    popup.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
  }

  /** The index of the active option, or -1. */
  get active() {
    return this.#active;
  }

  /** @param {boolean} whether options are shown */
  expand(whether) {
    this.#input.setAttribute("aria-expanded", String(whether));
  }

  /** @param {number} next index of an option, or -1 */
  activate(next) {
    const options = this.#list.children;
    options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = next;
    const option = options[next];
    if (!option) {
      this.#input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    this.#input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const { key, target } = event;
    if (event.isComposing || event.altKey || this.#keys.ignored?.(event)) return;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      this.#keys.move(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Escape") this.#keys.escape(event);
    else if (key === "Tab") this.#keys.tab(event);
    else if (target !== this.#input) this.#keys.elsewhere?.(event);
    else if (key === "Enter") this.#keys.enter(event);
    else if (IN_TEXT.includes(key)) this.activate(-1);
  }
}

/**
 * Puts options into a list, in place of those that it held; none of them is active.
 * @param {HTMLElement} list
 * @param {HTMLElement[]} options
 */
export function setOptions(list, options) {
  for (const [at, option] of options.entries()) {
    option.id = `${list.id}-${at}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
  }
  list.replaceChildren(...options);
}
