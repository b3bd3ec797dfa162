// The bar that says what the map is narrowed to, and leads out of it again.
// @ts-check

import { button, element } from "../../ui/element.js";
import { grouped, plural } from "../../ui/count.js";
import { createCombobox } from "../../concepts/field.js";
import { icon } from "../../ui/shape.js";
import { LISTS, MOST_HOPS } from "../data/state.js";

/**
 * @typedef {import("../data/state.js").View} View
 * @typedef {import("../data/state.js").Shown} Shown
 */

/**
 * @param {import("../../concepts/match.js").Matcher} matcher
 * @param {{ say(message: string): void, change(patch: Partial<View>): void, leaveFocus(): void, leavePath(): void, unfilter(): void }} on
 */
export function createModeBar(matcher, on) {
  const { graph } = matcher;
  const leave = (/** @type {string} */ label, /** @type {() => void} */ press) =>
    button(icon("close"), press, { class: "concord-graph__icon", "aria-label": label, title: `${label} (Esc)` });

  const centre = element("strong", {});
  const hops = element("select", { id: "__concord-graph-hops" });
  for (let hop = 1; hop <= MOST_HOPS; hop += 1)
    hops.append(element("option", { value: String(hop) }, plural(hop, "step")));
  const directed = element("input", { type: "checkbox" });
  const reach = element("span", { class: "concord-graph__reach" });
  hops.addEventListener("change", () => on.change({ hops: Number(hops.value) }));
  directed.addEventListener("change", () => on.change({ directed: directed.checked }));
  const focus = element(
    "div",
    { class: "concord-graph__mode", role: "group", "aria-label": "Focus", "data-mode": "focus" },
    element("span", {}, "Around ", centre),
    element("label", {}, "within ", hops),
    element("label", {}, directed, " along arrows only"),
    reach,
    leave("Leave the focus", on.leaveFocus),
  );

  /** @param {"from" | "to"} end @param {string} label */
  const field = (end, label) =>
    createCombobox({
      ...{ id: `__concord-graph-${end}`, label, matcher: () => matcher, say: on.say },
      choose: (node) => on.change({ [end]: graph.ids[node] ?? "" }),
    });
  const [from, to] = [field("from", "From"), field("to", "to")];
  let ends = { from: "", to: "" };
  const path = element(
    "div",
    { class: "concord-graph__mode", role: "group", "aria-label": "Path", "data-mode": "path" },
    from.element,
    button(icon("swap"), () => on.change({ from: ends.to, to: ends.from }), {
      ...{ class: "concord-graph__icon concord-graph__swap", "aria-label": "Swap the ends", title: "Swap the ends" },
    }),
    to.element,
    leave("Leave the path", on.leavePath),
  );

  const count = element("span", {});
  const filtered = element(
    "div",
    { class: "concord-graph__mode", role: "group", "aria-label": "Filters", "data-mode": "filters" },
    count,
    button("Reset", on.unfilter, { class: "concord-graph__more" }),
  );
  const place = element("div", { class: "concord-graph__modes" }, focus, path, filtered);

  /**
   * @param {View} view
   * @param {Shown} shown
   * @param {{ focus: number, from: number, to: number, picking: boolean }} nodes
   */
  function update(view, shown, nodes) {
    const held = `${plural(shown.nodes.length, "entry", "entries")}, ${plural(shown.edges.length, "link")}`;
    focus.hidden = nodes.focus < 0;
    centre.textContent = graph.labels[nodes.focus] ?? "";
    hops.value = String(view.hops);
    directed.checked = view.directed;
    reach.textContent = held;
    path.hidden = !nodes.picking;
    ends = { from: view.from, to: view.to };
    from.set(nodes.from);
    to.set(nodes.to);
    filtered.hidden = !isFiltered(view);
    const words = view.query ? ` with “${view.query}”` : "";
    count.textContent = `Filtered${words}: ${grouped(shown.nodes.length)} of ${plural(graph.ids.length, "entry", "entries")}, ${plural(shown.edges.length, "link")}`;
  }

  return { element: place, update, pickFrom: from.focus, pickTo: to.focus };
}

/** @param {View} view */
export function isFiltered(view) {
  return view.query !== "" || LISTS.some((name) => view[name].length > 0);
}
