// The bar that says what the map is narrowed to, and leads out of it again.
// @ts-check

import { EntryField } from "../../concepts/field.js";
import { grouped, plural } from "../../ui/count.js";
import { button, element } from "../../ui/element.js";
import { Component } from "../../ui/lifecycle.js";
import { icon } from "../../ui/shape.js";
import { isFiltered, MOST_HOPS } from "../data/view.js";

/**
 * @typedef {import("../data/view.js").View} View
 * @typedef {import("../data/visible.js").Shown} Shown
 * @typedef {import("../../concepts/graph.js").Graph} Graph
 * @typedef {import("../../concepts/match.js").Matcher} Matcher
 * @typedef {{ focus: number, from: number, to: number, picking: boolean }} Nodes
 *
 * @typedef {object} Listener
 * @property {(message: string) => void} say
 * @property {(patch: Partial<View>) => void} change
 * @property {() => void} leaveFocus
 * @property {() => void} leavePath
 * @property {() => void} unfilter
 */

export class ModeBar extends Component {
  #modes;
  #path;

  /** @param {Matcher} matcher @param {Listener} on */
  constructor(matcher, on) {
    super(element("div", { class: "concord-graph__modes" }));
    this.#path = this.own(new PathMode(matcher, on));
    this.#modes = [focusMode(matcher.graph, on), this.#path, filterMode(matcher.graph, on)];
    this.element.append(...this.#modes.map((mode) => mode.element));
  }

  /** @param {View} view @param {Shown} shown @param {Nodes} nodes */
  update(view, shown, nodes) {
    for (const mode of this.#modes) mode.update(view, shown, nodes);
  }

  pickFrom = () => this.#path.from.focus();

  pickTo = () => this.#path.to.focus();
}

/**
 * The neighbourhood of one entry.
 * @param {Graph} graph
 * @param {Listener} on
 */
function focusMode(graph, on) {
  const centre = element("strong", {});
  const hops = element("select", { class: "concord-field", id: "__concord-graph-hops" });
  for (let hop = 1; hop <= MOST_HOPS; hop += 1) {
    hops.append(element("option", { value: String(hop) }, plural(hop, "step")));
  }
  const directed = element("input", { type: "checkbox" });
  const reach = element("span", { class: "concord-graph__reach" });
  hops.addEventListener("change", () => on.change({ hops: Number(hops.value) }));
  directed.addEventListener("change", () => on.change({ directed: directed.checked }));
  const place = modeOf(
    "focus",
    "Focus",
    element("span", {}, "Around ", centre),
    element("label", {}, "within ", hops),
    element("label", {}, directed, " along arrows only"),
    reach,
    leaving("Leave the focus", on.leaveFocus),
  );

  /** @param {View} view @param {Shown} shown @param {Nodes} nodes */
  function update(view, shown, nodes) {
    place.hidden = nodes.focus < 0;
    centre.textContent = graph.labels[nodes.focus] ?? "";
    hops.value = String(view.hops);
    directed.checked = view.directed;
    reach.textContent = `${plural(shown.nodes.length, "entry", "entries")}, ${plural(shown.edges.length, "link")}`;
  }
  return { element: place, update };
}

/** The two ends of a path. */
class PathMode extends Component {
  #ends = { from: "", to: "" };

  /** @param {Matcher} matcher @param {Listener} on */
  constructor(matcher, on) {
    super(modeOf("path", "Path"));
    /** @param {"from" | "to"} end @param {string} label */
    const field = (end, label) =>
      new EntryField({
        ...{ id: `__concord-graph-${end}`, label, matcher: () => matcher, say: on.say },
        choose: (node) => on.change({ [end]: matcher.graph.ids[node] ?? "" }),
      });
    this.from = this.own(field("from", "From"));
    this.to = this.own(field("to", "to"));
    this.element.append(
      this.from.element,
      button(icon("swap"), () => on.change({ from: this.#ends.to, to: this.#ends.from }), {
        ...{ class: "concord-button", "aria-label": "Swap the ends", title: "Swap the ends" },
      }),
      this.to.element,
      leaving("Leave the path", on.leavePath),
    );
  }

  /** @param {View} view @param {Shown} _shown @param {Nodes} nodes */
  update({ from, to }, _shown, nodes) {
    this.element.hidden = !nodes.picking;
    this.#ends = { from, to };
    this.from.set(nodes.from);
    this.to.set(nodes.to);
  }
}

/**
 * How much the filters leave.
 * @param {Graph} graph
 * @param {Listener} on
 */
function filterMode(graph, on) {
  const count = element("span", {});
  const reset = button("Reset", on.unfilter, { class: "concord-plain concord-graph__more" });
  const place = modeOf("filters", "Filters", count, reset);

  /** @param {View} view @param {Shown} shown */
  function update(view, shown) {
    place.hidden = !isFiltered(view);
    const words = view.query ? ` with “${view.query}”` : "";
    const entries = `${grouped(shown.nodes.length)} of ${plural(graph.ids.length, "entry", "entries")}`;
    count.textContent = `Filtered${words}: ${entries}, ${plural(shown.edges.length, "link")}`;
  }
  return { element: place, update };
}

/** @param {string} mode @param {string} label @param {Node[]} parts */
function modeOf(mode, label, ...parts) {
  const attributes = { class: "concord-graph__mode", role: "group", "aria-label": label, "data-mode": mode };
  return element("div", attributes, ...parts);
}

/** @param {string} label @param {() => void} press */
function leaving(label, press) {
  return button(icon("close"), press, { class: "concord-button", "aria-label": label, title: `${label} (Esc)` });
}
