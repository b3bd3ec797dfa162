// What opens below the search box: remarks and filters, the list of results, and where else to go.
// @ts-check

import { setOptions } from "../../ui/combobox.js";
import { button, element } from "../../ui/element.js";
import { Component } from "../../ui/lifecycle.js";
import { proposal } from "./proposal.js";
import { facetChips, hitLink, recentLink, remark, resultsUrl } from "./view.js";

/**
 * @typedef {import("../index/engine.js").Answer} Answer
 * @typedef {import("./session.js").Question} Question
 * @typedef {import("./session.js").Vocabulary} Vocabulary
 */

const MOST_CHIPS = 8; // of each facet

/** A panel without content. Nothing in it is a stop of the Tab key: a combobox is one. */
export class Panel extends Component {
  #site;
  #above = element("div", { class: "concord-search__above" });
  #below = element("div", { class: "concord-search__below" });

  list = element("div", { id: "__concord-results", role: "listbox", "aria-label": "Terms" });

  /** @param {URL} site the site's root */
  constructor(site) {
    super(element("div", { class: "concord-search__panel", hidden: "" }));
    this.#site = site;
    this.element.append(this.#above, this.list, this.#below);
  }

  /** The results. */
  get options() {
    return /** @type {HTMLAnchorElement[]} */ ([...this.list.children]);
  }

  /** The filters. */
  get chips() {
    return controlsIn(this.#above).filter((it) => it.dataset.facet);
  }

  /** Whatever arrows go through, from top to bottom: the filters are one stop. */
  get stops() {
    const before = controlsIn(this.#above).filter((it) => !it.dataset.facet);
    return [...before, ...this.chips.slice(0, 1), ...this.options, ...controlsIn(this.#below)];
  }

  /** @param {import("./view.js").Recent[]} recent */
  showRecent(recent) {
    const heading = recent.length ? "Read lately" : "A term, half of its name, or what it means";
    this.#fill(
      [element("p", { class: "concord-remark" }, heading)],
      recent.map((it) => recentLink(it, this.#site)),
      [this.#action("All terms from A to Z", "terms/")],
    );
  }

  /**
   * @param {Answer} answer
   * @param {Question} question
   * @param {Vocabulary} vocabulary
   */
  showAnswer(answer, question, vocabulary) {
    const focused = /** @type {HTMLElement} */ (document.activeElement)?.dataset ?? {};
    this.#fill(
      [remark(answer), filters(answer, question, vocabulary)],
      answer.hits.map((hit) => hitLink(hit, this.#site, vocabulary)),
      this.#endings(answer, question),
    );
    const same = this.chips.find((it) => it.dataset.key === focused.key && it.dataset.facet === focused.facet);
    same?.focus(); // the chip that was pressed was put in anew
  }

  /** @param {() => void} retry */
  showFailure(retry) {
    const message = element("p", { class: "concord-search__none" }, "Search could not be loaded.");
    this.#fill([], [], [message, button("Try again", retry, { class: "concord-action" })]);
  }

  /**
   * @param {(Node | null)[]} before
   * @param {HTMLAnchorElement[]} links
   * @param {Node[]} after
   */
  #fill(before, links, after) {
    this.#above.replaceChildren(...before.filter((it) => it !== null));
    setOptions(this.list, links);
    this.list.hidden = !links.length;
    this.#below.replaceChildren(...after);
    for (const stop of this.element.querySelectorAll("a, button")) stop.setAttribute("tabindex", "-1");
    this.list.scrollTop = 0;
  }

  /**
   * @param {string} label
   * @param {string} path from the site's root, or an address
   */
  #action(label, path) {
    return element("a", { class: "concord-action", href: new URL(path, this.#site).href }, label);
  }

  /**
   * @param {Answer} answer
   * @param {Question} question
   */
  #endings(answer, question) {
    if (!answer.hits.length) {
      const none = isFiltered(question)
        ? "Nothing is left under these filters."
        : "No name and no description has these words.";
      return [
        element("p", { class: "concord-search__none" }, none),
        proposal(question.text, this.#site),
        this.#action("All terms from A to Z", "terms/"),
      ];
    }
    const count = answer.total > answer.hits.length ? ` ${answer.total.toLocaleString("en")}` : "";
    const all = this.#action(`All${count} results on a page`, resultsUrl(question, this.#site));
    return answer.corrected !== null || answer.widened ? [all, proposal(question.text, this.#site)] : [all];
  }
}

/** @param {Element} place */
function controlsIn(place) {
  return /** @type {HTMLElement[]} */ ([...place.querySelectorAll("button, a:not([hidden])")]);
}

/**
 * @param {Answer} answer
 * @param {Question} question
 * @param {Vocabulary} vocabulary
 */
function filters(answer, question, vocabulary) {
  const { topics, kinds } = facetChips(answer, vocabulary, question);
  const choice = topics.length > 1 || kinds.length > 1;
  if (!choice && !isFiltered(question)) return null;
  return element(
    "div",
    { class: "concord-search__facets", role: "group", "aria-label": "Show only" },
    ...topics.slice(0, MOST_CHIPS),
    element("span", { class: "concord-search__gap" }),
    ...kinds.slice(0, MOST_CHIPS),
  );
}

/** @param {Question} question */
function isFiltered({ topics, kinds }) {
  return topics.length + kinds.length > 0;
}
