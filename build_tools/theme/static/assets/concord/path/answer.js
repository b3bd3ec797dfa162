// What is said about two entries, as elements. Texts come from authors: they are only ever text nodes.
// @ts-check

import { element } from "../ui/element.js";
import { drawExplanation } from "./drawing.js";

/**
 * @typedef {import("../graph/data/state.js").Graph} Graph
 * @typedef {import("../concepts/details.js").Detail} Detail
 * @typedef {import("../concepts/explain.js").Explanation} Explanation
 * @typedef {import("../concepts/explain.js").Step} Step
 */

/** @param {Graph} graph @param {URL} site */
export function createViews(graph, site) {
  /** @param {number} node */
  const address = (node) => new URL(`terms/${graph.ids[node]}/`, site).href;
  /** @param {number} node */
  const topicOf = (node) => graph.topics[graph.topic[node]].key;

  /** @param {number} node */
  const entryLink = (node) => element("a", { href: address(node), "data-topic": topicOf(node) }, graph.labels[node]);

  /**
   * A link that asks about two entries on this page.
   * @param {number} from
   * @param {number} to
   */
  function pairLink(from, to) {
    const query = new URLSearchParams({ from: graph.ids[from], to: graph.ids[to] });
    return element(
      "a",
      { class: "concord-path__pair", href: `?${query}`, "data-ask": "" },
      element("span", { "data-topic": topicOf(from) }, graph.labels[from]),
      element("span", { class: "concord-path__and" }, " and "),
      element("span", { "data-topic": topicOf(to) }, graph.labels[to]),
    );
  }

  /** @param {[number, number][]} pairs */
  const pairList = (pairs) =>
    element("ul", { class: "concord-path__pairs" }, ...pairs.map((pair) => element("li", {}, pairLink(...pair))));

  /**
   * A step as a sentence, with a place for its reason and its sources.
   * @param {Step} step
   */
  function sentence({ from, to, edge, inverse }) {
    const relation = graph.relations[graph.edges.relation[edge]];
    const said = element("em", {}, inverse ? relation.inverse : relation.label);
    return element(
      "li",
      { "data-edge": String(edge), "data-relation": relation.key },
      element("p", {}, entryLink(from), " ", said, " ", entryLink(to), "."),
    );
  }

  /**
   * Puts reasons and sources to the sentences that wait for them.
   * @param {Element} place
   * @param {Explanation[]} explanations
   * @param {ReadonlyMap<number, Detail>} details by edge
   */
  function fillReasons(place, explanations, details) {
    for (const { edge, inverse, to } of explanations.flatMap(({ steps }) => steps)) {
      const item = place.querySelector(`[data-edge="${edge}"]`);
      const detail = details.get(edge);
      if (!item || !detail) continue;
      const { because, works } = detail;
      if (because) {
        // The reason is told by the entry that states the link, and its "it" is that entry.
        const teller = inverse && element("span", { class: "concord-path__teller" }, `${graph.labels[to]}: `);
        item.append(element("p", { class: "concord-path__because" }, teller, because));
      }
      if (works.length) {
        const items = works.map(([, text, url]) => element("li", {}, url ? element("a", { href: url }, text) : text));
        item.append(element("ul", { class: "concord-path__sources", "aria-label": "Sources" }, ...items));
      }
    }
  }

  /**
   * @param {Explanation} explanation
   * @param {number} number counted from 1
   */
  function section({ steps }, number) {
    const passed = steps.slice(1).map(({ from }) => graph.labels[from]);
    const heading = passed.length ? `By way of ${listed(passed)}` : "Directly";
    const drawing = element("div", { class: "concord-path__picture" });
    const made = element(
      "section",
      { class: "concord-path__explanation", "aria-labelledby": `path-${number}` },
      element("h2", { id: `path-${number}` }, heading),
      drawing,
      element("ol", { class: "concord-path__steps" }, ...steps.map(sentence)),
    );
    return { made, drawing };
  }

  /**
   * Shows explanations inside an element, in place of what it held.
   * @param {HTMLElement} place
   * @param {Explanation[]} explanations
   * @returns {() => void} ends the drawings
   */
  function showExplanations(place, explanations) {
    const sections = explanations.map((explanation, at) => section(explanation, at + 1));
    place.replaceChildren(...sections.map(({ made }) => made));
    const ends = sections.map(({ drawing }, at) =>
      drawExplanation(drawing, graph, explanations[at], `Drawing of explanation ${at + 1}`, address),
    );
    return () => ends.forEach((end) => end());
  }

  return { entryLink, pairList, showExplanations, fillReasons };
}

/**
 * `a`, `a and b`, `a, b and c`.
 * @param {string[]} names
 */
export function listed(names) {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]}`;
}
