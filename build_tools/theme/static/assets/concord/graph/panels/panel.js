// What is told of the selected entry: its definition, its links in both directions, where to go on.
// @ts-check

import { button, element } from "../../ui/element.js";
import { plural } from "../../ui/count.js";
import { icon } from "../../ui/shape.js";

/**
 * @typedef {import("../data/state.js").Graph} Graph
 * @typedef {import("../../concepts/explain.js").Step} Step
 * @typedef {ReadonlyMap<number, import("../../concepts/details.js").Detail>} Known by edge
 */

const STEP = 12; // links of one relation shown at first, and how many more at a time

/**
 * The links of a node by what they say, the stated direction before the other.
 *
 * @param {Graph} graph
 * @param {Step[]} steps
 * @returns {{ label: string, relation: number, inverse: boolean, steps: Step[] }[]} by label of the other end
 */
export function linkGroups(graph, steps) {
  /** @type {Map<number, { label: string, relation: number, inverse: boolean, steps: Step[] }>} */
  const groups = new Map();
  for (const step of steps) {
    const relation = graph.edges.relation[step.edge];
    const { label, inverse, symmetric } = graph.relations[relation];
    const against = step.inverse && !symmetric;
    const key = relation * 2 + Number(against);
    const group = groups.get(key) ?? { label: against ? inverse : label, relation, inverse: against, steps: [] };
    group.steps.push(step);
    groups.set(key, group);
  }
  const { compare } = new Intl.Collator("en");
  for (const group of groups.values()) {
    group.steps.sort((one, other) => compare(graph.labels[one.to], graph.labels[other.to]) || one.to - other.to);
  }
  return [...groups].sort(([one], [other]) => one - other).map(([, group]) => group);
}

/**
 * @param {Graph} graph
 * @param {URL} site the site's root
 * @param {import("../../concepts/details.js").Details} details
 * @param {{ select(node: number): void, focus(node: number): void, path(node: number): void,
 *   light(lit: { edge?: number }): void, close(): void }} on
 */
export function createPanel(graph, site, details, on) {
  const place = element("section", {
    class: "concord-graph__panel",
    hidden: "",
    "aria-labelledby": "__concord-graph-selected",
  });
  let shown = -1;

  /**
   * @param {number} node or -1: closed
   * @param {Step[]} steps its links
   * @param {boolean} hidden whether the filters leave it out of the map
   */
  function update(node, steps, hidden) {
    place.querySelector(".concord-graph__hidden")?.toggleAttribute("hidden", !hidden);
    if (node === shown) return;
    shown = node;
    place.hidden = node < 0;
    if (node < 0) {
      place.replaceChildren();
      return;
    }
    const { key, label: topic } = graph.topics[graph.topic[node]];
    const definition = element("p", { class: "concord-graph__definition" });
    const links = linkGroups(graph, steps).map(groupOf);
    place.replaceChildren(
      element(
        "div",
        { class: "concord-graph__head" },
        element("h2", { id: "__concord-graph-selected", tabindex: "-1" }, graph.labels[node]),
        button(icon("close"), on.close, { class: "concord-graph__icon", "aria-label": "Close", title: "Close (Esc)" }),
      ),
      element(
        "p",
        { class: "concord-graph__facts", "data-topic": key },
        element("span", { class: "concord-graph__topic" }, topic),
        ` · ${graph.kinds[graph.kind[node]].label} · ${plural(steps.length, "link")}`,
      ),
      element("p", { class: "concord-graph__hidden", hidden: !hidden && "" }, "The filters leave it out of the map."),
      definition,
      element(
        "div",
        { class: "concord-graph__actions" },
        element(
          "a",
          { class: "concord-graph__button concord-graph__button--main", href: entryUrl(graph, site, node) },
          "Open page",
        ),
        button("Focus here", () => on.focus(node), { class: "concord-graph__button" }),
        button("Path from here", () => on.path(node), { class: "concord-graph__button" }),
      ),
      ...links.map((group) => group.element),
    );
    place.scrollTop = 0;
    const still = (/** @type {() => void} */ then) => () => shown === node && then();
    details.definition(node).then(
      (text) => still(() => (definition.textContent = text))(),
      still(() => (definition.textContent = "Its definition could not be loaded.")),
    );
    details
      .of(steps.map(({ edge }) => edge))
      .then(({ details: known }) => still(() => links.forEach((group) => group.explain(known)))());
  }

  /** @param {ReturnType<typeof linkGroups>[number]} group */
  function groupOf({ label, steps }) {
    /** @type {Known} */
    let known = new Map();
    let count = 0;
    const list = element("ul");
    const more = button("", () => extend(true), { class: "concord-graph__more" });
    const items = new Map();

    /** @param {boolean} asked */
    function extend(asked) {
      const next = steps.slice(count, count + STEP);
      const made = next.map((step) => {
        const item = itemOf(step);
        items.set(step.edge, item);
        return item;
      });
      list.append(...made);
      count += next.length;
      more.hidden = count >= steps.length;
      more.textContent = `${plural(steps.length - count, "more", "more")}`;
      explain(known);
      if (asked) made[0]?.querySelector("button")?.focus();
    }

    /** @param {Known} details */
    function explain(details) {
      known = details;
      for (const [edge, item] of items) {
        const because = known.get(edge)?.because;
        if (because && item.childElementCount === 1)
          item.append(element("span", { class: "concord-because" }, because));
      }
    }
    extend(false);
    return {
      element: element("div", { class: "concord-graph__links" }, element("h3", {}, label), list, more),
      explain,
    };
  }

  /** @param {Step} step */
  function itemOf({ to, edge }) {
    const choice = button(graph.labels[to], () => on.select(to), {
      ...{ class: "concord-graph__entry", "data-topic": graph.topics[graph.topic[to]].key },
    });
    for (const [begin, end] of [
      ["pointerenter", "pointerleave"],
      ["focus", "blur"],
    ]) {
      choice.addEventListener(begin, () => on.light({ edge }));
      choice.addEventListener(end, () => on.light({}));
    }
    return element("li", {}, choice);
  }

  return { element: place, update, focus: () => place.querySelector("h2")?.focus() };
}

/**
 * @param {Graph} graph
 * @param {URL} site
 * @param {number} node
 */
export function entryUrl(graph, site, node) {
  return new URL(`terms/${graph.ids[node]}/`, site).href;
}
