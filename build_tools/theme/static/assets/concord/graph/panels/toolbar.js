// The buttons around the map.
// @ts-check

import { button, element } from "../../ui/element.js";
import { icon } from "../../ui/shape.js";

/** @typedef {import("../data/state.js").View} View */

/**
 * @param {HTMLElement} whole what becomes full screen
 * @param {Node} finder the search in the graph
 * @param {{ text(open: boolean): void, filters(): void, path(): void, save(kind: "svg" | "png"): void,
 *   copy(): void, help(): void, zoom(factor: number): void, fit(): void, reset(): void }} on
 */
export function createToolbar(whole, finder, on) {
  /** @param {Parameters<typeof icon>[0]} drawing @param {string} label @param {() => void} press @param {string} [text] */
  const tool = (drawing, label, press, text) => {
    const made = button(icon(drawing), press, { class: "concord-graph__icon", "aria-label": label, title: label });
    if (text) made.append(element("span", {}, text));
    return made;
  };
  const filters = tool("filter", "Legend and filters", on.filters, "Filters");
  filters.classList.add("concord-graph__toggle");
  filters.setAttribute("aria-expanded", "false");
  const [map, text] = [button("Map", () => on.text(false)), button("Text", () => on.text(true), { title: "Text (t)" })];
  const full = tool("full", "Full screen", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else whole.requestFullscreen().catch(() => undefined);
  });
  full.hidden = !document.fullscreenEnabled;
  const help = tool("help", "Keys (?)", on.help);
  help.classList.add("concord-graph__keys");
  const group = (/** @type {string} */ label, /** @type {Node[]} */ ...children) =>
    element("div", { class: "concord-graph__group", role: "group", "aria-label": label }, ...children);
  const saving = group(
    "Share",
    tool("copy", "Copy link to this view", on.copy),
    tool("save", "Download as SVG", () => on.save("svg"), "SVG"),
    tool("save", "Download as PNG", () => on.save("png"), "PNG"),
  );
  const path = button("Path", on.path, { class: "concord-graph__button", title: "Find how two entries connect" });
  const views = group("Show as", map, text);
  views.classList.add("concord-graph__views");
  const bar = element(
    "div",
    { class: "concord-graph__bar" },
    filters,
    finder,
    path,
    views,
    saving,
    group("Page", full, help),
  );
  const zoom = element(
    "div",
    { class: "concord-graph__zoom", role: "group", "aria-label": "Zoom" },
    tool("more", "Zoom in (+)", () => on.zoom(1.5)),
    tool("less", "Zoom out (-)", () => on.zoom(1 / 1.5)),
    tool("fit", "Fit into view (0)", on.fit),
    tool("reset", "Reset everything", on.reset),
  );

  /** @param {View} view */
  function update(view) {
    map.setAttribute("aria-pressed", String(!view.text));
    text.setAttribute("aria-pressed", String(view.text));
  }
  return {
    ...{ bar, zoom, update },
    /** @param {boolean} open */
    filtersOpen: (open) => filters.setAttribute("aria-expanded", String(open)),
    focusFilters: () => filters.focus(),
  };
}
