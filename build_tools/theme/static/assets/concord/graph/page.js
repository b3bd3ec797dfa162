// The page of the map: what is shown, and what each part is told when that changes.
// @ts-check

import { Matcher } from "../concepts/match.js";
import { plural } from "../ui/count.js";
import { Lifetime } from "../ui/lifecycle.js";
import { Address } from "./address.js";
import { Model } from "./data/model.js";
import { parseView } from "./data/view.js";
import { Parts } from "./parts.js";
import { copyLink, download } from "./share.js";

/**
 * @typedef {import("../concepts/graph.js").Graph} Graph
 * @typedef {import("./data/view.js").View} View
 * @typedef {import("./data/view.js").Camera} Camera
 * @typedef {import("./parts.js").Acts} Acts
 * @typedef {import("./parts.js").FetchPage} FetchPage
 */

/**
 * @param {HTMLElement} place holds the text that the map stands for
 * @param {Graph} graph
 * @param {URL} site the site's root
 * @param {FetchPage} fetchPage
 */
export async function openPage(place, graph, site, fetchPage) {
  const page = new GraphPage(graph, site, fetchPage);
  place.append(page.parts.element);
  place.dataset.state = "ready"; // what is hidden has no size, and the map asks for its own
  await page.restore(page.model.view);
  // What the map draws can be asked for, by tests and by whoever is curious.
  Object.assign(place, { concordGraph: { scene: () => page.parts.stage.scene, shown: () => page.model.shown } });
  return page;
}

/** @implements {Acts} */
class GraphPage extends Lifetime {
  #graph;
  #address;
  /** What is pointed at in the panel: a link and an explanation. */
  #lit = { edge: -1, way: -1 };
  /** What decided on the light. */
  #lighted = "";

  /**
   * @param {Graph} graph
   * @param {URL} site
   * @param {FetchPage} fetchPage
   */
  constructor(graph, site, fetchPage) {
    super();
    const matcher = new Matcher(graph);
    this.#graph = graph;
    this.#address = this.own(new Address((view) => this.restore(view)));
    this.model = new Model(matcher, this.#address.read());
    this.parts = this.own(new Parts({ matcher, model: this.model, site, fetchPage }, this));
    this.parts.element.addEventListener("keydown", (event) => this.#pressed(event));
  }

  /**
   * Show another view.
   * @param {Partial<View>} patch
   * @param {boolean} [fit] whether what is shown then shall fill the map
   * @param {boolean} [pick] whether the ends of a path are asked for
   */
  change(patch, fit = false, pick = this.model.picking) {
    const { model, parts } = this;
    model.set({ ...model.view, ...patch, ...(fit && { at: null }) }, pick);
    this.#address.push(model.view);
    this.#render();
    if (fit) parts.stage.fit(model.route(), parts.cover());
    const { nodes, edges } = model.shown;
    parts.notices.say(`${plural(nodes.length, "entry", "entries")} and ${plural(edges.length, "link")} shown`);
  }

  /** The same view, looked at otherwise. @param {Partial<Pick<View, "at" | "selected">>} patch */
  #look(patch) {
    this.model.look(patch);
    this.#address.replace(this.model.view);
  }

  /** @param {Camera | null} at */
  moved(at) {
    this.#look({ at });
  }

  /** @param {View} next from the address */
  restore(next) {
    const { model, parts } = this;
    /** @param {View} view */
    const show = (view) => {
      model.set(view, false);
      this.#render();
      parts.stage.place(view.at, model.route(), parts.cover());
    };
    if (!next.text && !next.selected && !next.from && !next.to) return show(next);
    const wordless = { ...next, text: false, selected: "", from: "", to: "" };
    return parts.words.use(
      () => show(next),
      () => show(wordless),
    );
  }

  #render() {
    const { view, shown, ends, picking, selected, ways, nodeOf, steps } = this.model;
    const { stage, filters, toolbar, bar, words, element } = this.parts;
    stage.element.hidden = toolbar.zoom.hidden = view.text;
    filters.nothing.hidden = view.text || shown.nodes.length > 0;
    filters.update(view);
    toolbar.update(view);
    bar.update(view, shown, { ...ends, picking, focus: nodeOf(view.focus) });
    element.classList.toggle("concord-graph__app--panel", selected >= 0 || picking);
    const { panel, route, told } = words.now() ?? {};
    panel?.update(selected, steps[selected] ?? [], selected >= 0 && !this.model.shows(selected));
    route?.update(ends, ways, !picking || selected >= 0);
    told?.element.toggleAttribute("hidden", !view.text);
    if (view.text) return told?.update(shown);
    stage.show(shown, selected, nodeOf(view.focus));
    this.#lighted = "";
    this.#emphasise();
  }

  /** @param {{edge?: number, way?: number}} lit */
  light({ edge = -1, way = -1 }) {
    this.#lit = { edge, way };
    this.#emphasise();
  }

  #emphasise() {
    const { stage } = this.parts;
    const now = { ...this.#lit, node: stage.pointed };
    const deciding = [now.edge, now.way, now.node, this.model.selected].join();
    if (deciding !== this.#lighted) stage.emphasise(this.model.light(now));
    this.#lighted = deciding;
  }

  /** @param {number} node or -1 @param {{x: number, y: number} | null} at */
  point(node, at) {
    const { stage, words } = this.parts;
    const told = node < 0 || node === this.model.selected; // the panel says more
    if (!told) words.use(({ card }) => card.show(node, stage.pointed === node ? at : null));
    else words.now()?.card.show(-1, null);
    this.#emphasise();
  }

  /** @param {number} node or -1 */
  pick(node) {
    const { from, to } = this.model.view;
    const isEnd = this.model.picking && node >= 0 && !(from && to);
    if (isEnd) this.change({ [from ? "to" : "from"]: this.#graph.ids[node] }, Boolean(from));
    else this.select(node);
  }

  /** @param {number} node or -1 @param {boolean} [reach] */
  select(node, reach = false) {
    this.parts.words.use(({ panel }) => {
      this.#lit.edge = -1;
      this.#look({ selected: this.#graph.ids[node] ?? "" });
      this.#render();
      if (node < 0) return;
      this.parts.stage.bringIntoView(node, panel.element, reach);
      if (this.model.view.text || reach) panel.focus();
      this.tell(node);
    });
  }

  /** @param {number} node */
  tell(node) {
    const { labels, topic, topics } = this.#graph;
    const links = plural(this.model.steps[node].length, "link");
    this.parts.notices.say(`${labels[node]}, ${topics[topic[node]].label}, ${links}`);
  }

  /** @param {number} node */
  focus(node) {
    if (node < 0) return;
    const narrow = matchMedia("(width < 45em)").matches;
    const selected = narrow ? "" : this.model.view.selected;
    this.change({ focus: this.#graph.ids[node], from: "", to: "", selected }, true, false);
  }

  /** @param {Partial<View>} patch @param {() => void} then */
  askForPath(patch, then) {
    this.parts.words.use(() => {
      this.change({ focus: "", ...patch }, false, true);
      then();
    });
  }

  /** @param {"focus" | "path"} mode */
  leave(mode) {
    if (mode === "focus") this.change({ focus: "", hops: 1, directed: false }, true);
    else this.change({ from: "", to: "" }, true, false);
    this.parts.backToView();
  }

  /** Closes what was opened last. */
  leaveOne() {
    const { view, picking } = this.model;
    if (this.parts.filtersOpen) this.parts.showFilters(false);
    else if (view.selected) this.select(-1);
    else if (view.focus) this.leave("focus");
    else if (picking) this.leave("path");
    else return false;
    this.parts.backToView();
    return true;
  }

  reset() {
    this.change(parseView(this.model.view.text ? "view=text" : ""), true, false);
    this.parts.showFilters(false);
  }

  /** @param {boolean} text */
  turn(text) {
    this.parts.words.use(() => {
      this.change({ text });
      this.parts.backToView();
    });
  }

  /** @param {"svg" | "png"} kind */
  async save(kind) {
    this.parts.notices.tell(await download(kind, this.model.view.text ? undefined : this.parts.stage.scene));
  }

  async copy() {
    this.#address.flush();
    this.parts.notices.tell(await copyLink());
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const { help, words } = this.parts;
    if (event.key === "Escape" && !event.defaultPrevented && !help.element.open) this.leaveOne();
    if (event.key === "t" && event.target === words.now()?.told.element) this.turn(false);
  }
}
