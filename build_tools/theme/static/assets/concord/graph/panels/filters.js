// The legend of topics and relations, which is the filter as well.
// @ts-check

import { button, element } from "../../ui/element.js";
import { grouped } from "../../ui/count.js";
import { relationStyles } from "../drawing/edgestyles.js";
import { shape } from "../../ui/shape.js";
import { facetCounts, UNFILTERED } from "../data/state.js";

/**
 * @typedef {import("../data/state.js").Graph} Graph
 * @typedef {import("../data/state.js").View} View
 * @typedef {"topics" | "relations" | "kinds" | "statuses"} Facet
 * @typedef {{ key: string, label: string, index: number }} Choice
 * @typedef {{ choice: Choice, box: HTMLInputElement, count: HTMLElement, row: HTMLElement }} Row
 */

const GROUPS = /** @type {const} */ ([
  { facet: "topics", label: "Topics", open: true },
  { facet: "relations", label: "Relations", open: true },
  { facet: "kinds", label: "Kinds", open: false },
  { facet: "statuses", label: "Status", open: false },
]);

/**
 * The chosen keys after one box was changed. All and none are the same, and said by no key.
 *
 * @param {string[]} all every key of the facet, in order
 * @param {string[]} chosen
 * @param {string} key
 * @param {boolean} checked
 */
export function chosenAfter(all, chosen, key, checked) {
  const known = chosen.filter((it) => all.includes(it));
  const now = known.length ? known : all;
  const next = all.filter((it) => (it === key ? checked : now.includes(it)));
  return next.length === all.length ? [] : next;
}

/**
 * @param {Graph} graph
 * @param {(patch: Partial<View>) => void} change
 */
export function createFilters(graph, change) {
  /** @type {View | undefined} */
  let view;
  const groups = GROUPS.map((group) => ({ ...group, choices: choicesOf(graph, group.facet) }))
    .filter(({ choices }) => choices.length > 1)
    .map(({ facet, label, open, choices }) => {
      const keys = choices.map(({ key }) => key);
      const rows = choices.map((choice) => rowOf(facet, choice, keys));
      const all = button("All", () => change({ [facet]: [] }), {
        ...{ class: "concord-graph__all", "aria-label": `All ${label.toLowerCase()}` },
      });
      const body = element("div", { role: "group", "aria-label": label }, ...rows.map(({ row }) => row));
      const place = element(
        "details",
        { open: open && "", "data-facet": facet },
        element("summary", {}, label),
        all,
        body,
      );
      return { facet, rows, all, place };
    });

  /** @param {Facet} facet @param {Choice} choice @param {string[]} keys @returns {Row} */
  function rowOf(facet, choice, keys) {
    const box = element("input", { type: "checkbox", value: choice.key });
    const count = element("span", { class: "concord-graph__count" });
    const swatch = element("span", { class: "concord-graph__swatch", "aria-hidden": "true" });
    const only = button("only", () => change({ [facet]: [choice.key] }), {
      ...{ class: "concord-graph__only", "aria-label": `Only ${choice.label}` },
    });
    const marked = facet === "topics" || facet === "relations";
    const row = element(
      "div",
      { class: "concord-graph__choice", "data-topic": facet === "topics" && choice.key },
      element("label", {}, box, marked && swatch, element("span", {}, choice.label), count),
      only,
    );
    box.addEventListener("change", () => {
      if (view) change({ [facet]: chosenAfter(keys, view[facet], choice.key, box.checked) });
    });
    return { choice, box, count, row };
  }

  const title = element("h2", { tabindex: "-1" }, "Legend and filters");
  const place = element(
    "section",
    { class: "concord-graph__filters", "aria-label": "Legend and filters" },
    title,
    ...groups.map((group) => group.place),
  );

  const nothing = element(
    "div",
    { class: "concord-graph__nothing", hidden: "" },
    element("p", {}, "Nothing passes these filters."),
    button("Reset filters", () => change(UNFILTERED), { class: "concord-graph__button" }),
  );

  /** Draws the lines of the legend anew: the colours depend on the palette. @param {boolean} dark */
  function recolour(dark) {
    const styles = relationStyles(graph, dark);
    for (const { facet, rows } of groups) {
      if (facet !== "relations") continue;
      for (const { choice, row } of rows) {
        const { colour, dash, width } = styles[choice.index];
        row
          .querySelector(".concord-graph__swatch")
          ?.replaceChildren(lineOf(colour, dash, width, !graph.relations[choice.index].symmetric));
      }
    }
  }

  /** @param {View} next */
  function update(next) {
    view = next;
    const counts = facetCounts(graph, next);
    for (const { facet, rows, all, place: group } of groups) {
      const chosen = next[facet].filter((key) => rows.some(({ choice }) => choice.key === key));
      all.hidden = !chosen.length;
      if (chosen.length) group.open = true;
      for (const { choice, box, count, row } of rows) {
        box.checked = !chosen.length || chosen.includes(choice.key);
        count.textContent = grouped(counts[facet][choice.index]);
        row.classList.toggle("concord-graph__choice--off", !box.checked);
      }
    }
  }

  return { element: place, title, nothing, update, recolour };
}

/**
 * The values of a facet that some entry or link has.
 *
 * @param {Graph} graph
 * @param {Facet} facet
 * @returns {Choice[]}
 */
function choicesOf(graph, facet) {
  const used = new Set(
    { topics: graph.topic, kinds: graph.kind, statuses: graph.status, relations: graph.edges.relation }[facet],
  );
  const named =
    facet === "statuses"
      ? graph.statuses.map((key) => ({ key, label: key.charAt(0).toUpperCase() + key.slice(1) }))
      : graph[facet].map(({ key, label }) => ({ key, label }));
  return named.map((it, index) => ({ ...it, index })).filter(({ index }) => used.has(index));
}

/**
 * A line as the map draws it.
 *
 * @param {string} colour
 * @param {number[]} dash
 * @param {number} width
 * @param {boolean} arrow
 */
function lineOf(colour, dash, width, arrow) {
  const stroke = { stroke: colour, "stroke-width": Math.max(width, 1.5), "stroke-dasharray": dash.join(" ") };
  const drawing = shape("svg", { viewBox: "0 0 28 10" }, shape("path", { d: `M1 5H${arrow ? 22 : 27}`, ...stroke }));
  if (arrow) drawing.append(shape("path", { d: "M20.5 1.5L27 5L20.5 8.5Z", fill: colour }));
  return drawing;
}
