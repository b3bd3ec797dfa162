// A field in which one entry is chosen (WAI-ARIA 1.2; APG, "Editable Combobox With List
// Autocomplete"). What it holds is always an entry or nothing: other text gives way when it is left.
// @ts-check

import { element } from "../graph/element.js";

/**
 * @typedef {{ label: string, topic: string, topicLabel: string }} Option
 * @typedef {ReturnType<typeof createCombobox>} Combobox
 */

/**
 * @param {object} given
 * @param {string} given.id of the field
 * @param {string} given.label
 * @param {(text: string) => number[]} given.find the nodes that a text may mean, best first
 * @param {(node: number) => Option} given.describe
 * @param {(node: number) => void} given.choose told about every change by the reader; -1 for none
 * @param {(message: string) => void} given.say told what a screen reader is to say
 */
export function createCombobox({ id, label, find, describe, choose, say }) {
  const list = element("ul", { id: `${id}-list`, role: "listbox", "aria-label": label, hidden: "" });
  const input = element("input", {
    id,
    class: "concord-path__input",
    type: "text",
    role: "combobox",
    "aria-expanded": "false",
    "aria-controls": list.id,
    "aria-autocomplete": "list",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
    placeholder: "Name of an entry",
  });
  const field = element("div", { class: "concord-path__field" }, element("label", { for: id }, label), input, list);

  let chosen = -1;
  let shown = ""; // the text that stands for what is chosen
  /** @type {number[]} */
  let nodes = [];
  let active = -1;

  /** @param {string} text */
  function open(text) {
    nodes = find(text);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(
      ...nodes.map((node, at) => {
        const option = describe(node);
        return element(
          "li",
          { id: `${id}-${at}`, role: "option", "aria-selected": "false", "data-topic": option.topic },
          element("span", { class: "concord-path__name" }, option.label),
          " ",
          element("span", { class: "concord-path__topic" }, option.topicLabel),
        );
      }),
    );
    list.hidden = nodes.length === 0;
    input.setAttribute("aria-expanded", String(nodes.length > 0));
    if (text.trim()) say(nodes.length === 1 ? "1 entry fits" : `${nodes.length || "No"} entries fit`);
  }

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  /** @param {number} next index of an option, or -1 */
  function activate(next) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = next;
    const option = list.children[next];
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /** @param {number} node -1 for none */
  function set(node) {
    if (node === chosen && document.activeElement === input && input.value !== shown) {
      open(input.value); // the reader is typing, perhaps since before there was anything to find
      return;
    }
    chosen = node;
    shown = node < 0 ? "" : describe(node).label;
    input.value = shown;
  }

  /** @param {number} node */
  function take(node) {
    const changed = node !== chosen;
    set(node);
    close();
    if (changed) choose(node);
  }

  /** What was typed becomes an entry, nothing, or what stood there before. */
  function settle() {
    const text = input.value.trim();
    if (text === shown) close();
    else if (!text) take(-1);
    else {
      const [first] = find(text);
      take(first !== undefined && describe(first).label.toLowerCase() === text.toLowerCase() ? first : chosen);
    }
  }

  /** @param {1 | -1} step from the text to either end of the list, and round at the ends */
  function move(step) {
    if (list.hidden) open(input.value.trim() === shown ? "" : input.value);
    const count = nodes.length;
    if (count) activate(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      move(key === "ArrowDown" ? 1 : -1);
    } else if (key === "Enter") {
      event.preventDefault();
      if (!list.hidden) take(nodes[Math.max(active, 0)]);
      else settle();
    } else if (key === "Escape" && (!list.hidden || input.value !== shown)) {
      event.preventDefault();
      input.value = shown;
      close();
    } else if (key === "Tab" && active >= 0) {
      take(nodes[active]);
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) {
      activate(-1);
    }
  }

  /** @param {Event} event */
  function clicked(event) {
    const option = /** @type {Element} */ (event.target).closest("[role=option]");
    if (option) take(nodes[[...list.children].indexOf(option)]);
  }

  input.addEventListener("input", () => open(input.value));
  input.addEventListener("click", () => list.hidden && open(input.value.trim() === shown ? "" : input.value));
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", settle);
  input.addEventListener("keydown", pressed);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the text
  list.addEventListener("click", clicked);

  return { field, set, focus: () => input.focus() };
}
