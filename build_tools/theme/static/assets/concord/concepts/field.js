// A field in which one entry is found by its name: a combobox.
// @ts-check

import { Combobox, setOptions } from "../ui/combobox.js";
import { element } from "../ui/element.js";
import { Component } from "../ui/lifecycle.js";
import { stepped } from "../ui/ring.js";

/**
 * @typedef {import("./match.js").Matcher} Matcher
 * @typedef {{ label: string, take: () => void }} Other something to do with the text that is no entry
 *
 * @typedef {object} Given
 * @property {string} id of the field, unique in the page
 * @property {string} label
 * @property {string} [placeholder]
 * @property {boolean} [holds] what was chosen, below a visible label
 * @property {() => Matcher | undefined} matcher undefined until the graph is there
 * @property {(node: number) => void} choose told about every choice of the reader; -1 for none
 * @property {(text: string) => Other | null} [other] offered after the entries
 * @property {(message: string) => void} say told what a screen reader is to say
 */

const MOST = 8; // entries in the list

/**
 * A field either holds what was chosen, and then always an entry or nothing: other text gives way
 * when it is left. Or it only finds, and is empty after a choice.
 */
export class EntryField extends Component {
  #input;
  #list;
  #combobox;
  #holds;
  #given;
  #chosen = -1;
  /** The text that stands for what is chosen. */
  #shown = "";
  /** @type {(() => void)[]} what each option does */
  #actions = [];

  /** @param {Given} given */
  constructor(given) {
    const { id, label, placeholder = "Name of an entry", holds = true } = given;
    super(element("div", { class: "concord-combobox" }));
    this.#given = given;
    this.#holds = holds;
    this.#list = element("ul", {
      ...{ class: "concord-over", id: `${id}-list`, role: "listbox", "aria-label": label, hidden: "" },
    });
    this.#input = element("input", {
      ...{ class: "concord-field", id, type: "text", "aria-label": !holds && label, placeholder },
      ...{ autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: holds ? "done" : "search" },
    });
    const [input, list] = [this.#input, this.#list];
    if (holds) this.element.append(element("label", { for: id }, label));
    this.element.append(input, list);
    const keys = {
      move: (/** @type {1 | -1} */ step) => this.#move(step),
      enter: (/** @type {KeyboardEvent} */ event) => this.#enter(event),
      escape: (/** @type {KeyboardEvent} */ event) => this.#escape(event),
      tab: () => this.#holds && this.#actions[this.#combobox.active]?.(),
      ignored: (/** @type {KeyboardEvent} */ event) => event.ctrlKey || event.metaKey,
    };
    this.#combobox = this.own(new Combobox({ input, list, keys }));
    const { signal } = this;
    input.addEventListener("input", () => this.#open(this.#text()), { signal });
    input.addEventListener("click", () => list.hidden && this.#open(this.#wanted()), { signal });
    input.addEventListener("focus", () => input.select(), { signal });
    input.addEventListener("blur", () => this.#settle(), { signal });
    list.addEventListener("click", (event) => this.#clicked(event), { signal });
  }

  focus = () => this.#input.focus();

  /** What the field is to hold. @param {number} node -1 for none */
  set(node) {
    const typing = document.activeElement === this.#input && this.#input.value !== this.#shown;
    // The reader is typing, perhaps since before there was anything to find.
    if (node === this.#chosen && typing) this.#open(this.#text());
    else this.#hold(node);
  }

  #text() {
    return this.#input.value.trim();
  }

  /** What is looked for: nothing while the field says what it holds. */
  #wanted() {
    return this.#text() === this.#shown ? "" : this.#text();
  }

  /** @param {string} words */
  #open(words) {
    const matcher = this.#given.matcher();
    if (!matcher) return;
    const nodes = matcher.best(words, MOST);
    const more = nodes.length && words ? this.#given.other?.(words) : null;
    const options = nodes.map((node) => entryOption(matcher.graph, node));
    this.#actions = nodes.map((node) => () => this.#take(node));
    if (more) {
      options.push(element("li", {}, element("span", {}, more.label)));
      this.#actions.push(() => {
        this.#hold(-1);
        this.#close();
        more.take();
      });
    }
    if (!nodes.length) options.push(element("li", { "aria-disabled": "true" }, `No entry is called “${words}”`));
    this.#combobox.activate(-1);
    setOptions(this.#list, options);
    this.#list.hidden = false;
    this.#combobox.expand(true);
    if (words) this.#given.say(nodes.length === 1 ? "1 entry fits" : `${nodes.length || "No"} entries fit`);
  }

  #close() {
    this.#list.hidden = true;
    this.#combobox.expand(false);
    this.#combobox.activate(-1);
  }

  /** @param {number} node -1 for none */
  #hold(node) {
    this.#chosen = this.#holds ? node : -1;
    this.#shown = this.#given.matcher()?.graph.labels[this.#chosen] ?? "";
    this.#input.value = this.#shown;
  }

  /** @param {number} node */
  #take(node) {
    const changed = !this.#holds || node !== this.#chosen;
    this.#hold(node);
    this.#close();
    if (changed) this.#given.choose(node);
  }

  /** What was typed becomes an entry, nothing, or what stood there before. */
  #settle() {
    this.#close();
    const text = this.#text();
    if (!this.#holds || text === this.#shown) return;
    const matcher = this.#given.matcher();
    const [first] = text ? (matcher?.best(text, 1) ?? []) : [-1];
    const named = first === -1 || matcher?.graph.labels[first]?.toLowerCase() === text.toLowerCase();
    this.#take(named ? first : this.#chosen);
  }

  /** @param {1 | -1} step from the text to either end of the list, and round at the ends */
  #move(step) {
    if (this.#list.hidden) this.#open(this.#wanted());
    const count = this.#actions.length;
    if (count) this.#combobox.activate(stepped(this.#combobox.active, step, count));
  }

  /** Takes what is marked, or else what fits best. @param {KeyboardEvent} event */
  #enter(event) {
    event.preventDefault();
    const { active } = this.#combobox;
    if (active >= 0) this.#actions[active]();
    else if (!this.#wanted()) this.#settle();
    else if (this.#list.hidden) this.#open(this.#wanted());
    else this.#actions[0]?.();
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    if (this.#list.hidden && this.#input.value === this.#shown) return;
    event.preventDefault();
    this.#input.value = this.#shown;
    this.#close();
  }

  /** @param {Event} event */
  #clicked(event) {
    const option = /** @type {Element} */ (event.target).closest("[role=option]");
    if (option) this.#actions[[...this.#list.children].indexOf(option)]?.();
  }
}

/** @param {import("./graph.js").Graph} graph @param {number} node */
function entryOption({ topics, topic, labels }, node) {
  const { key, label } = topics[topic[node]];
  return element("li", { "data-topic": key }, element("span", {}, labels[node]), " ", element("small", {}, label));
}
