// A field in which one entry is found by its name (WAI-ARIA 1.2; APG, "Editable Combobox With List
// Autocomplete").
// @ts-check

import { element } from "../ui/element.js";

/**
 * @typedef {import("./match.js").Matcher} Matcher
 * @typedef {{ label: string, take: () => void }} Other something to do with the text that is no entry
 * @typedef {ReturnType<typeof createCombobox>} Combobox
 */

const MOST = 8; // entries in the list

/**
 * A field either holds what was chosen, and then always an entry or nothing: other text gives way
 * when it is left. Or it only finds, and is empty after a choice.
 *
 * @param {object} given
 * @param {string} given.id of the field, unique in the page
 * @param {string} given.label
 * @param {string} [given.placeholder]
 * @param {boolean} [given.holds] what was chosen, below a visible label
 * @param {() => Matcher | undefined} given.matcher undefined until the graph is there
 * @param {(node: number) => void} given.choose told about every choice of the reader; -1 for none
 * @param {(text: string) => Other | null} [given.other] offered after the entries
 * @param {(message: string) => void} given.say told what a screen reader is to say
 */
export function createCombobox({
  id,
  label,
  placeholder = "Name of an entry",
  holds = true,
  matcher,
  choose,
  other,
  say,
}) {
  const list = element("ul", { id: `${id}-list`, role: "listbox", "aria-label": label, hidden: "" });
  const input = element("input", {
    ...{ id, type: "text", role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false" },
    ...{ "aria-controls": list.id, "aria-label": !holds && label, placeholder },
    ...{ autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: holds ? "done" : "search" },
  });
  const place = element(
    "div",
    { class: "concord-combobox" },
    holds && element("label", { for: id }, label),
    input,
    list,
  );

  let chosen = -1;
  let shown = ""; // the text that stands for what is chosen
  /** @type {(() => void)[]} what each option does */
  let actions = [];
  let active = -1;

  const text = () => input.value.trim();
  /** What is looked for: nothing while the field says what it holds. */
  const wanted = () => (text() === shown ? "" : text());

  /** @param {string} words */
  function open(words) {
    const known = matcher();
    if (!known) return;
    const { topics, topic, labels } = known.graph;
    const nodes = known.best(words, MOST);
    const more = nodes.length && words ? other?.(words) : null;
    actions = nodes.map((node) => () => take(node));
    const options = nodes.map((node) => {
      const { key, label: name } = topics[topic[node]];
      return option({ "data-topic": key }, element("span", {}, labels[node]), " ", element("small", {}, name));
    });
    if (more) {
      options.push(option({}, element("span", {}, more.label)));
      actions.push(() => {
        set(-1);
        close();
        more.take();
      });
    }
    if (!nodes.length) options.push(option({ "aria-disabled": "true" }, `No entry is called “${words}”`));
    options.forEach((it, at) => (it.id = `${list.id}-${at}`));
    activate(-1);
    list.replaceChildren(...options);
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (words) say(nodes.length === 1 ? "1 entry fits" : `${nodes.length || "No"} entries fit`);
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    activate(-1);
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
    chosen = holds ? node : -1;
    shown = matcher()?.graph.labels[chosen] ?? "";
    input.value = shown;
  }

  /** @param {number} node */
  function take(node) {
    const changed = !holds || node !== chosen;
    set(node);
    close();
    if (changed) choose(node);
  }

  /** What was typed becomes an entry, nothing, or what stood there before. */
  function settle() {
    close();
    if (!holds || text() === shown) return;
    const known = matcher();
    const [first] = text() ? (known?.best(text(), 1) ?? []) : [-1];
    const named = first === -1 || known?.graph.labels[first]?.toLowerCase() === text().toLowerCase();
    take(named ? first : chosen);
  }

  /** @param {1 | -1} step from the text to either end of the list, and round at the ends */
  function move(step) {
    if (list.hidden) open(wanted());
    const count = actions.length;
    if (count) activate(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
  }

  /** Takes what is marked, or else what fits best. */
  function enter() {
    if (active >= 0) actions[active]();
    else if (!wanted()) settle();
    else if (list.hidden) open(wanted());
    else actions[0]?.();
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
      enter();
    } else if (key === "Escape" && (!list.hidden || input.value !== shown)) {
      event.preventDefault();
      input.value = shown;
      close();
    } else if (key === "Tab" && holds && active >= 0) {
      actions[active]();
    } else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) {
      activate(-1);
    }
  }

  /** @param {Event} event */
  function clicked(event) {
    const option = /** @type {Element} */ (event.target).closest("[role=option]");
    if (option) actions[[...list.children].indexOf(option)]?.();
  }

  input.addEventListener("input", () => open(text()));
  input.addEventListener("click", () => list.hidden && open(wanted()));
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", settle);
  input.addEventListener("keydown", pressed);
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the focus stays in the text
  list.addEventListener("click", clicked);

  return {
    element: place,
    focus: () => input.focus(),

    /** What the field is to hold. @param {number} node -1 for none */
    set(node) {
      // The reader is typing, perhaps since before there was anything to find.
      if (node === chosen && document.activeElement === input && input.value !== shown) open(text());
      else set(node);
    },
  };
}

/** @param {Record<string, string>} attributes @param {(Node | string)[]} children */
function option(attributes, ...children) {
  return element("li", { role: "option", "aria-selected": "false", ...attributes }, ...children);
}
