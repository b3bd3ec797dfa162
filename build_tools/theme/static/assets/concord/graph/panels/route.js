// How two entries connect, told: the explanations that the map draws.
// @ts-check

import { button, element } from "../../ui/element.js";
import { plural } from "../../ui/count.js";
import { icon } from "../../ui/shape.js";

/**
 * @typedef {import("../data/state.js").Graph} Graph
 * @typedef {import("../../concepts/explain.js").Explanation} Explanation
 * @typedef {import("../../concepts/explain.js").Step} Step
 */

/**
 * @param {Graph} graph
 * @param {URL} site the site's root
 * @param {import("../../concepts/details.js").Details} details
 * @param {{ select(node: number): void, light(lit: { way?: number }): void, leave(): void }} on
 */
export function createRoute(graph, site, details, on) {
  const place = element("section", {
    class: "concord-graph__panel",
    hidden: "",
    "aria-labelledby": "__concord-graph-route",
  });
  /** @type {Explanation[] | null} */
  let told = null;

  /**
   * @param {{ from: number, to: number }} ends nodes, -1 where none is picked
   * @param {Explanation[]} explanations
   * @param {boolean} hidden
   */
  function update({ from, to }, explanations, hidden) {
    place.hidden = hidden;
    if (hidden || told === explanations) return;
    told = explanations;
    const [first, last] = [from, to].map((node) => graph.labels[node]);
    const head = (/** @type {string} */ text) =>
      element(
        "div",
        { class: "concord-graph__head" },
        element("h2", { id: "__concord-graph-route", tabindex: "-1" }, text),
        button(icon("close"), on.leave, {
          class: "concord-graph__icon",
          "aria-label": "Leave the path",
          title: "Leave the path (Esc)",
        }),
      );
    if (from < 0 || to < 0) {
      place.replaceChildren(
        head("Pick two entries"),
        element(
          "p",
          {},
          "Type their names above, or choose them in the map. What connects them is drawn and told here.",
        ),
      );
      return;
    }
    if (!explanations.length) {
      const same = from === to;
      place.replaceChildren(
        head(same ? "The same entry twice" : "These do not connect"),
        element(
          "p",
          {},
          same ? "Pick another one." : `No chain of links leads from ${first} to ${last}, in whatever direction.`,
        ),
      );
      return;
    }
    const items = explanations.map(({ steps }, at) => {
      const item = element(
        "li",
        {},
        element("h3", {}, plural(steps.length, "step")),
        element("ol", {}, ...steps.map(sentenceOf)),
      );
      item.addEventListener("pointerenter", () => on.light({ way: at }));
      item.addEventListener("pointerleave", () => on.light({}));
      item.addEventListener("focusin", () => on.light({ way: at }));
      item.addEventListener("focusout", () => on.light({}));
      return item;
    });
    const whole = new URL("path/", site);
    whole.search = new URLSearchParams({ from: graph.ids[from], to: graph.ids[to] }).toString();
    place.replaceChildren(
      head(`${first} and ${last}`),
      element(
        "p",
        {},
        explanations.length === 1
          ? "One way connects them."
          : `${explanations.length} ways connect them, the closest first.`,
      ),
      element("ol", { class: "concord-graph__ways" }, ...items),
      element("p", {}, element("a", { href: whole.href }, "The same on a page, with sources")),
    );
    place.scrollTop = 0;
    const edges = explanations.flatMap(({ steps }) => steps.map(({ edge }) => edge));
    details.of(edges).then(({ details: known }) => {
      if (told !== explanations) return;
      for (const sentence of place.querySelectorAll("[data-edge]")) {
        const because = known.get(Number(/** @type {HTMLElement} */ (sentence).dataset.edge))?.because;
        if (because) sentence.append(element("span", { class: "concord-because" }, because));
      }
    });
  }

  /** @param {number} node */
  const entry = (node) =>
    button(graph.labels[node], () => on.select(node), {
      ...{ class: "concord-graph__entry", "data-topic": graph.topics[graph.topic[node]].key },
    });

  /** @param {Step} step */
  function sentenceOf({ from, to, edge, inverse }) {
    const relation = graph.relations[graph.edges.relation[edge]];
    const said = inverse ? relation.inverse : relation.label;
    return element("li", { "data-edge": String(edge) }, entry(from), " ", element("em", {}, said), " ", entry(to));
  }

  return { element: place, update, focus: () => place.querySelector("h2")?.focus() };
}
