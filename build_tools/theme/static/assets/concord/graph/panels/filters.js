// The legend of topics and relations, which is the filter as well.
// @ts-check

import { grouped } from "../../ui/count.js";
import { button, element } from "../../ui/element.js";
import { Component } from "../../ui/lifecycle.js";
import { shape } from "../../ui/shape.js";
import { chosenAfter, choicesOf } from "../data/choices.js";
import { UNFILTERED } from "../data/view.js";
import { facetCounts } from "../data/visible.js";
import { relationStyles } from "../drawing/edgestyles.js";

/**
 * @typedef {import("../../concepts/graph.js").Graph} Graph
 * @typedef {import("../data/view.js").View} View
 * @typedef {import("../data/choices.js").Facet} Facet
 * @typedef {import("../data/choices.js").Choice} Choice
 * @typedef {{ choice: Choice, box: HTMLInputElement, count: HTMLElement, row: HTMLElement }} Row
 */

const GROUPS = /** @type {const} */ ([
  { facet: "topics", label: "Topics", open: true },
  { facet: "relations", label: "Relations", open: true },
  { facet: "kinds", label: "Kinds", open: false },
  { facet: "statuses", label: "Status", open: false },
]);

export class Filters extends Component {
  #graph;
  #change;
  #groups;
  /** @type {View | undefined} */
  #view;

  /**
   * @param {Graph} graph
   * @param {(patch: Partial<View>) => void} change
   */
  constructor(graph, change) {
    super(element("section", { class: "concord-graph__filters", "aria-label": "Legend and filters" }));
    this.#graph = graph;
    this.#change = change;
    this.#groups = GROUPS.map((group) => ({ ...group, choices: choicesOf(graph, group.facet) }))
      .filter(({ choices }) => choices.length > 1)
      .map((group) => this.#groupOf(group));
    this.title = element("h2", { class: "concord-unseen", tabindex: "-1" }, "Legend and filters");
    this.element.append(this.title, ...this.#groups.map((group) => group.place));
    /** Stands where the map would be if nothing is left of it. */
    this.nothing = element(
      "div",
      { class: "concord-graph__nothing", hidden: "" },
      element("p", {}, "Nothing passes these filters."),
      button("Reset filters", () => change(UNFILTERED), { class: "concord-button" }),
    );
  }

  /** Draws the lines of the legend anew: the colours depend on the palette. @param {boolean} dark */
  recolour(dark) {
    const styles = relationStyles(this.#graph, dark);
    for (const { facet, rows } of this.#groups) {
      if (facet !== "relations") continue;
      for (const { choice, row } of rows) {
        const line = lineOf(styles[choice.index], !this.#graph.relations[choice.index].symmetric);
        row.querySelector(".concord-graph__swatch")?.replaceChildren(line);
      }
    }
  }

  /** @param {View} view */
  update(view) {
    this.#view = view;
    const counts = facetCounts(this.#graph, view);
    for (const { facet, rows, all, place } of this.#groups) {
      const chosen = view[facet].filter((key) => rows.some(({ choice }) => choice.key === key));
      all.hidden = !chosen.length;
      if (chosen.length) place.open = true;
      for (const { choice, box, count, row } of rows) {
        box.checked = !chosen.length || chosen.includes(choice.key);
        count.textContent = grouped(counts[facet][choice.index]);
        row.classList.toggle("concord-graph__choice--off", !box.checked);
      }
    }
  }

  /** @param {{ facet: Facet, label: string, open: boolean, choices: Choice[] }} group */
  #groupOf({ facet, label, open, choices }) {
    const keys = choices.map(({ key }) => key);
    const rows = choices.map((choice) => this.#rowOf(facet, choice, keys));
    const all = button("All", () => this.#change({ [facet]: [] }), {
      ...{ class: "concord-plain concord-graph__all", "aria-label": `All ${label.toLowerCase()}` },
    });
    const body = element("div", { role: "group", "aria-label": label }, ...rows.map(({ row }) => row));
    const attributes = { open: open && "", "data-facet": facet };
    return { facet, rows, all, place: element("details", attributes, element("summary", {}, label), all, body) };
  }

  /** @param {Facet} facet @param {Choice} choice @param {string[]} keys @returns {Row} */
  #rowOf(facet, choice, keys) {
    const box = element("input", { type: "checkbox", value: choice.key });
    const count = element("span", { class: "concord-graph__count" });
    const swatch = element("span", { class: "concord-graph__swatch", "aria-hidden": "true" });
    const only = button("only", () => this.#change({ [facet]: [choice.key] }), {
      ...{ class: "concord-plain concord-graph__only", "aria-label": `Only ${choice.label}` },
    });
    const marked = facet === "topics" || facet === "relations";
    const row = element(
      "div",
      { class: "concord-graph__choice", "data-topic": facet === "topics" && choice.key },
      element("label", {}, box, marked && swatch, element("span", {}, choice.label), count),
      only,
    );
    box.addEventListener("change", () => {
      const chosen = this.#view?.[facet];
      if (chosen) this.#change({ [facet]: chosenAfter(keys, chosen, choice.key, box.checked) });
    });
    return { choice, box, count, row };
  }
}

/**
 * A line as the map draws it.
 *
 * @param {import("../drawing/edgestyles.js").EdgeStyle} style
 * @param {boolean} arrow
 */
function lineOf({ colour, dash, width }, arrow) {
  const stroke = { stroke: colour, "stroke-width": Math.max(width, 1.5), "stroke-dasharray": dash.join(" ") };
  const drawing = shape("svg", { viewBox: "0 0 28 10" }, shape("path", { d: `M1 5H${arrow ? 22 : 27}`, ...stroke }));
  if (arrow) drawing.append(shape("path", { d: "M20.5 1.5L27 5L20.5 8.5Z", fill: colour }));
  return drawing;
}
