// The parts of the page of the map: what they are told by the page, and what they tell it.
// @ts-check

import { EntryField } from "../concepts/field.js";
import { button, element } from "../ui/element.js";
import { lazily } from "../ui/lazily.js";
import { Component } from "../ui/lifecycle.js";
import { Palette } from "../ui/palette.js";
import { UNFILTERED } from "./data/view.js";
import { namedBy } from "./data/visible.js";
import { Filters } from "./panels/filters.js";
import { Help } from "./panels/help.js";
import { ModeBar } from "./panels/modebar.js";
import { Notices } from "./panels/notices.js";
import { Toolbar } from "./panels/toolbar.js";
import { Stage } from "./stage.js";

/**
 * @typedef {import("../concepts/match.js").Matcher} Matcher
 * @typedef {import("./data/view.js").Camera} Camera
 * @typedef {import("./data/view.js").View} View
 * @typedef {import("./panels/words.js").Words} Words
 * @typedef {(number: number) => Promise<unknown>} FetchPage of details
 *
 * @typedef {object} Page what the parts are about
 * @property {Matcher} matcher
 * @property {import("./data/model.js").Model} model
 * @property {URL} site the site's root
 * @property {FetchPage} fetchPage
 *
 * @typedef {object} Acts what a reader can do in them
 * @property {(patch: Partial<View>, fit?: boolean) => void} change
 * @property {(at: Camera | null) => void} moved
 * @property {(node: number) => void} pick a node was clicked, or the ground: -1
 * @property {(node: number, reach?: boolean) => void} select `reach` to bring it into sight, and to read on
 * @property {(node: number) => void} focus
 * @property {(node: number, at: {x: number, y: number} | null) => void} point
 * @property {(node: number) => void} tell in a word
 * @property {(lit: {edge?: number, way?: number}) => void} light
 * @property {(patch: Partial<View>, then: () => void) => void} askForPath
 * @property {(mode: "focus" | "path") => void} leave
 * @property {() => boolean} leaveOne
 * @property {(text: boolean) => void} turn to the text, or to the map
 * @property {(kind: "svg" | "png") => void} save
 * @property {() => void} copy
 * @property {() => void} reset
 */

const FILTERS_OPEN = "concord-graph__app--filters"; // on small screens, where they cover the map

export class Parts extends Component {
  #page;
  #acts;
  #main = element("div", { class: "concord-graph__main", tabindex: "-1" });

  /**
   * @param {Page} page
   * @param {Acts} acts
   */
  constructor(page, acts) {
    super(element("div", { class: "concord-graph__app" }));
    this.#page = page;
    this.#acts = acts;
    const { graph } = page.matcher;
    this.notices = this.own(new Notices());
    this.help = this.own(new Help());
    /** @type {EntryField} */
    this.finder = this.own(this.#makeFinder());
    this.bar = this.own(this.#makeModeBar());
    this.filters = this.own(new Filters(graph, (patch) => acts.change(patch)));
    /** @type {Toolbar} */
    this.toolbar = this.own(this.#makeToolbar());
    /** @type {Stage} */
    this.stage = this.own(this.#makeStage());
    this.words = lazily(
      () => this.#makeWords(),
      () => this.notices.tell("A part of the page could not be loaded. Try again."),
    );
    this.#compose();
    this.own(new Palette((dark) => this.#recolour(dark)));
  }

  get filtersOpen() {
    return this.element.classList.contains(FILTERS_OPEN);
  }

  /** @param {boolean} open */
  showFilters(open) {
    this.element.classList.toggle(FILTERS_OPEN, open);
    this.toolbar.filtersOpen(open);
    if (open) this.filters.title.focus();
  }

  /** What lies over the map. */
  cover() {
    const { panel, route } = this.words.now() ?? {};
    return [panel, route].find((it) => it && !it.element.hidden)?.element;
  }

  /** The reader is in the map again, or in its text. */
  backToView() {
    ((this.#page.model.view.text && this.words.now()?.told.element) || this.stage.element).focus();
  }

  #makeFinder() {
    const { matcher } = this.#page;
    return new EntryField({
      ...{ id: "__concord-graph-find", label: "Find in the graph", placeholder: "Find in the graph" },
      ...{ holds: false, matcher: () => matcher, say: this.notices.say },
      choose: (node) => this.#acts.select(node, true),
      other: (query) => {
        if (!matcher.graph.labels.some(namedBy(query))) return null;
        return { label: `Show only entries with “${query}”`, take: () => this.#acts.change({ query }) };
      },
    });
  }

  #makeModeBar() {
    return new ModeBar(this.#page.matcher, {
      say: this.notices.say,
      change: (patch) => this.#acts.change(patch, true),
      leaveFocus: () => this.#acts.leave("focus"),
      leavePath: () => this.#acts.leave("path"),
      unfilter: () => this.#acts.change(UNFILTERED),
    });
  }

  #makeToolbar() {
    return new Toolbar(this.element, this.finder.element, {
      text: (open) => this.words.use(() => this.#acts.change({ text: open })),
      filters: () => this.showFilters(!this.filtersOpen),
      path: () => this.#acts.askForPath({ selected: "" }, this.bar.pickFrom),
      save: (kind) => this.#acts.save(kind),
      copy: () => this.#acts.copy(),
      help: this.help.open,
      zoom: (factor) => this.stage.scene?.zoomBy(factor),
      fit: () => this.stage.fit(this.#page.model.route(), this.cover()),
      reset: () => this.#acts.reset(),
    });
  }

  #makeStage() {
    const { matcher, model, site } = this.#page;
    return new Stage(matcher.graph, model.steps, {
      pick: (node) => this.#acts.pick(node),
      focus: (node) => this.#acts.focus(node),
      cover: () => this.cover(),
      help: this.help.open,
      open: (node) => location.assign(new URL(`terms/${matcher.graph.ids[node]}/`, site)),
      walk: (node) => this.#acts.tell(node),
      point: (node, at) => this.#acts.point(node, at),
      moved: (at) => this.#acts.moved(at),
      text: () => this.#acts.turn(true),
      find: () => this.finder.focus(),
      leave: () => this.#acts.leaveOne(),
    });
  }

  /** @returns {Promise<Words>} */
  async #makeWords() {
    const { Words } = await import("./panels/words.js");
    const { matcher, site, fetchPage } = this.#page;
    const { ids } = matcher.graph;
    const words = new Words(matcher.graph, site, this.stage.element, fetchPage, {
      select: (node) => this.#acts.select(node, true),
      tell: (node) => this.#acts.select(node),
      path: (node) => this.#acts.askForPath({ from: ids[node], to: "", selected: "" }, this.bar.pickTo),
      light: (lit) => this.#acts.light(lit),
      focus: (node) => this.#acts.focus(node),
      close: () => this.#acts.leaveOne(),
    });
    this.#main.append(words.told.element, words.panel.element, words.route.element);
    return this.own(words);
  }

  #compose() {
    const past = () => (this.stage.element.hidden ? this.#main : this.stage.element).focus();
    const skip = button("Skip the filters", past, { class: "concord-graph__skip" });
    this.#main.append(this.stage.element, this.filters.nothing, this.toolbar.zoom);
    this.element.append(
      this.toolbar.element,
      this.bar.element,
      element("div", { class: "concord-graph__body" }, skip, this.filters.element, this.#main),
      ...this.notices.elements,
      this.stage.hint,
      this.help.element,
    );
  }

  /** @param {boolean} dark */
  #recolour(dark) {
    this.filters.recolour(dark);
    this.stage.scene?.recolour();
  }
}
