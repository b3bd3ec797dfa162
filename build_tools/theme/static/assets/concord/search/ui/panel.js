// What opens below the search box: remarks and filters, the list of results, and where else to go.
// @ts-check

import { element } from "../../ui/element.js";
import { facetChips, hitLink, proposal, recentLink, remark, resultsUrl } from "./view.js";

/**
 * @typedef {import("../index/engine.js").Answer} Answer
 * @typedef {import("./session.js").Question} Question
 * @typedef {import("./session.js").Vocabulary} Vocabulary
 */

const MOST_CHIPS = 8; // of each facet

/**
 * A panel without content. Nothing in it is a stop of the Tab key: a combobox is one.
 * @param {URL} site the site's root
 */
export function createPanel(site) {
  const list = element("div", { id: "__concord-results", role: "listbox", "aria-label": "Terms" });
  const above = element("div", { class: "concord-search__above" });
  const below = element("div", { class: "concord-search__below" });
  const panel = element("div", { class: "concord-search__panel", hidden: "" }, above, list, below);

  const options = () => /** @type {HTMLAnchorElement[]} */ ([...list.children]);
  const controls = (/** @type {Element} */ place) =>
    /** @type {HTMLElement[]} */ ([...place.querySelectorAll("button, a:not([hidden])")]);
  const chips = () => controls(above).filter((it) => it.dataset.facet);

  /**
   * @param {(Node | null)[]} before
   * @param {HTMLAnchorElement[]} links
   * @param {Node[]} after
   */
  function fill(before, links, after) {
    for (const [at, link] of links.entries()) {
      link.id = `${list.id}-${at}`;
      link.setAttribute("role", "option");
      link.setAttribute("aria-selected", "false");
    }
    above.replaceChildren(...before.filter((it) => it !== null));
    list.replaceChildren(...links);
    list.hidden = !links.length;
    below.replaceChildren(...after);
    for (const stop of panel.querySelectorAll("a, button")) stop.setAttribute("tabindex", "-1");
    list.scrollTop = 0;
  }

  /**
   * @param {string} label
   * @param {string} path from the site's root, or an address
   */
  const action = (label, path) => element("a", { class: "concord-action", href: new URL(path, site).href }, label);

  /** @param {import("./view.js").Recent[]} recent */
  function showRecent(recent) {
    const heading = recent.length ? "Read lately" : "A term, half of its name, or what it means";
    fill(
      [element("p", { class: "concord-remark" }, heading)],
      recent.map((it) => recentLink(it, site)),
      [action("All terms from A to Z", "terms/")],
    );
  }

  /**
   * @param {Answer} answer
   * @param {Question} question
   * @param {Vocabulary} vocabulary
   */
  function showAnswer(answer, question, vocabulary) {
    const focused = /** @type {HTMLElement} */ (document.activeElement)?.dataset ?? {};
    fill(
      [remark(answer), filters(answer, question, vocabulary)],
      answer.hits.map((hit) => hitLink(hit, site, vocabulary)),
      endings(answer, question),
    );
    const same = chips().find((it) => it.dataset.key === focused.key && it.dataset.facet === focused.facet);
    same?.focus(); // the chip that was pressed was put in anew
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

  /**
   * @param {Answer} answer
   * @param {Question} question
   */
  function endings(answer, question) {
    const count = answer.total > answer.hits.length ? ` ${answer.total.toLocaleString("en")}` : "";
    const all = action(`All${count} results on a page`, resultsUrl(question, site));
    if (!answer.hits.length) {
      const none = isFiltered(question)
        ? "Nothing is left under these filters."
        : "No name and no description has these words.";
      return [
        element("p", { class: "concord-search__none" }, none),
        proposal(question.text, site),
        action("All terms from A to Z", "terms/"),
      ];
    }
    return answer.corrected !== null || answer.widened ? [all, proposal(question.text, site)] : [all];
  }

  /** @param {() => void} retry */
  function showFailure(retry) {
    const again = element("button", { type: "button", class: "concord-action" }, "Try again");
    again.addEventListener("click", retry);
    const message = element("p", { class: "concord-search__none" }, "Search could not be loaded.");
    fill([], [], [message, again]);
  }

  /** Whatever arrows go through, from top to bottom: the filters are one stop. */
  function stops() {
    const before = controls(above).filter((it) => !it.dataset.facet);
    return [...before, ...chips().slice(0, 1), ...options(), ...controls(below)];
  }

  return { panel, list, options, chips, stops, showRecent, showAnswer, showFailure };
}

/** @param {Question} question */
function isFiltered({ topics, kinds }) {
  return topics.length + kinds.length > 0;
}
