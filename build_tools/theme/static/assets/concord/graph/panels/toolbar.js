// The buttons around the map.
// @ts-check

import { button, element } from "../../ui/element.js";
import { Component } from "../../ui/lifecycle.js";
import { icon } from "../../ui/shape.js";

/**
 * @typedef {object} Listener
 * @property {(open: boolean) => void} text
 * @property {() => void} filters
 * @property {() => void} path
 * @property {(kind: "svg" | "png") => void} save
 * @property {() => void} copy
 * @property {() => void} help
 * @property {(factor: number) => void} zoom
 * @property {() => void} fit
 * @property {() => void} reset
 */

export class Toolbar extends Component {
  #filters;
  #map;
  #text;

  /**
   * @param {HTMLElement} whole what becomes full screen
   * @param {Node} finder the search in the graph
   * @param {Listener} on
   */
  constructor(whole, finder, on) {
    super(element("div", { class: "concord-graph__bar" }));
    this.#filters = tool("filter", "Legend and filters", on.filters, "Filters");
    this.#filters.classList.add("concord-graph__toggle");
    this.filtersOpen(false);
    this.#map = button("Map", () => on.text(false), { class: "concord-button" });
    this.#text = button("Text", () => on.text(true), { class: "concord-button", title: "Text (t)" });
    const path = { class: "concord-button", title: "Find how two entries connect" };
    const views = group("Show as", this.#map, this.#text);
    views.classList.add("concord-graph__views");
    const help = tool("help", "Keys (?)", on.help);
    help.classList.add("concord-graph__keys");
    this.element.append(
      this.#filters,
      finder,
      button("Path", on.path, path),
      views,
      sharing(on),
      group("Page", fullScreen(whole), help),
    );
    this.zoom = zooming(on);
  }

  /** @param {{ text: boolean }} view */
  update({ text }) {
    this.#map.setAttribute("aria-pressed", String(!text));
    this.#text.setAttribute("aria-pressed", String(text));
  }

  /** @param {boolean} open */
  filtersOpen(open) {
    this.#filters.setAttribute("aria-expanded", String(open));
  }
}

/** @param {HTMLElement} whole */
function fullScreen(whole) {
  const made = tool("full", "Full screen", () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else whole.requestFullscreen().catch(() => undefined);
  });
  made.hidden = !document.fullscreenEnabled;
  return made;
}

/** @param {Listener} on */
function sharing(on) {
  return group(
    "Share",
    tool("copy", "Copy link to this view", on.copy),
    tool("save", "Download as SVG", () => on.save("svg"), "SVG"),
    tool("save", "Download as PNG", () => on.save("png"), "PNG"),
  );
}

/** @param {Listener} on */
function zooming(on) {
  return element(
    "div",
    { class: "concord-graph__zoom", role: "group", "aria-label": "Zoom" },
    tool("more", "Zoom in (+)", () => on.zoom(1.5)),
    tool("less", "Zoom out (-)", () => on.zoom(1 / 1.5)),
    tool("fit", "Fit into view (0)", on.fit),
    tool("reset", "Reset everything", on.reset),
  );
}

/** @param {string} label @param {Node[]} children */
function group(label, ...children) {
  return element("div", { class: "concord-graph__group", role: "group", "aria-label": label }, ...children);
}

/** @param {Parameters<typeof icon>[0]} drawing @param {string} label @param {() => void} press @param {string} [text] */
function tool(drawing, label, press, text) {
  const made = button(icon(drawing), press, { class: "concord-button", "aria-label": label, title: label });
  if (text) made.append(element("span", {}, text));
  return made;
}
