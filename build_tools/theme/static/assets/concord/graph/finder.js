// A combobox over the labels of the graph (WAI-ARIA 1.2; APG, "Editable Combobox With List
// Autocomplete").
// @ts-check

import { element } from "./element.js";

/**
 * @typedef {import("./state.js").Graph} Graph
 * @typedef {ReturnType<typeof createFinder>} Finder
 */

const MOST = 8; // entries offered

/**
 * Nodes whose labels have some words: first those that begin with them, then those of which a word
 * does, then the others; the most important first among equals.
 *
 * @param {string[]} labels in lower case
 * @param {number[]} importance nodes, the most important first
 * @param {string} text
 * @param {number} [most]
 * @returns {number[]}
 */
export function nodesNamed(labels, importance, text, most = MOST) {
  const words = text.trim().toLowerCase();
  if (!words) return importance.slice(0, most);
  /** @type {number[][]} */
  const ranks = [[], [], [], []];
  for (const node of importance) {
    const label = labels[node];
    const at = label.indexOf(words);
    if (at < 0) continue;
    const begins = at === 0 || ` ${label}`.replaceAll(/[-(/]/g, " ").includes(` ${words}`);
    ranks[label === words ? 0 : at === 0 ? 1 : begins ? 2 : 3].push(node);
  }
  return ranks.flat().slice(0, most);
}

/**
 * @param {Graph} graph
 * @param {string[]} labels in lower case
 * @param {object} how
 * @param {string} how.id unique in the page
 * @param {string} how.label
 * @param {boolean} [how.visibleLabel]
 * @param {string} [how.placeholder]
 * @param {boolean} [how.keep] whether the chosen label stays in the field
 * @param {(node: number) => void} how.choose
 * @param {(text: string) => void} [how.narrow] offered as a last option: only labels with the text
 */
export function createFinder(graph, labels, { id, label, visibleLabel, placeholder, keep, choose, narrow }) {
  const input = element("input", {
    ...{ id, type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" },
    ...{ "aria-controls": `${id}-list`, "aria-label": visibleLabel ? null : label, placeholder: placeholder ?? null },
    ...{ autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search" },
  });
  const list = element("ul", { id: `${id}-list`, role: "listbox", "aria-label": label, hidden: "" });
  const place = element(
    "div",
    { class: "concord-finder" },
    visibleLabel ? element("label", { for: id }, label) : null,
    input,
    list,
  );
  /** @type {(() => void)[]} what each option does */
  let actions = [];
  let active = -1;
  let kept = "";

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    activate(-1);
  };

  /** @param {number} next */
  function activate(next) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = next;
    const option = list.children[active];
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  function open() {
    const text = input.value.trim();
    const found = nodesNamed(labels, graph.importance, keep && text === kept ? "" : text);
    /** @param {(Node | string)[]} parts @param {string | null} topic */
    const option = (parts, topic) =>
      element("li", { role: "option", "aria-selected": "false", "data-topic": topic }, ...parts);
    const options = found.map((node) => {
      const { key, label: topic } = graph.topics[graph.topic[node]];
      return option([element("span", {}, graph.labels[node]), element("small", {}, topic)], key);
    });
    actions = found.map((node) => () => choose(node));
    if (narrow && text && found.length) {
      options.push(option([element("span", {}, `Show only entries with “${text}”`)], null));
      actions.push(() => narrow(text));
    }
    if (!options.length) {
      const none = option([`No entry is called “${text}”`], null);
      none.setAttribute("aria-disabled", "true");
      options.push(none);
      actions.push(() => undefined);
    }
    options.forEach((it, at) => (it.id = `${list.id}-${at}`));
    list.replaceChildren(...options);
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    active = -1;
    activate(text && found.length && text !== kept ? 0 : -1);
  }

  /** @param {number} at */
  function take(at) {
    const action = actions[at];
    if (!action || list.children[at]?.getAttribute("aria-disabled")) return;
    close();
    input.value = keep ? kept : "";
    action();
  }

  input.addEventListener("input", open);
  input.addEventListener("focus", () => keep && input.select());
  input.addEventListener("click", () => list.hidden && open());
  input.addEventListener("blur", () => {
    close();
    if (keep) input.value = kept;
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const { key } = event;
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (list.hidden) open();
      const { length } = actions;
      const step = key === "ArrowDown" ? 1 : -1;
      activate(active < 0 ? (step > 0 ? 0 : length - 1) : (active + step + length) % length);
    } else if (key === "Enter" && !list.hidden) take(Math.max(active, 0));
    else if (key === "Escape" && !list.hidden) close();
    else if (key === "Escape" && input.value && !keep) input.value = "";
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the text
  list.addEventListener("click", (event) => {
    const option = /** @type {Element} */ (event.target).closest("[role=option]");
    if (option) take([...list.children].indexOf(option));
  });

  return {
    element: place,
    input,
    /** What the field says while nobody types. @param {string} text */
    set(text) {
      kept = text;
      if (document.activeElement !== input) input.value = text;
    },
  };
}
