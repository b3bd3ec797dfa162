// The search box: a combobox whose list stands in a panel. Arrows go on to what stands above and
// below the list, so that Tab can leave.
// @ts-check

import { Combobox } from "../../ui/combobox.js";
import { element } from "../../ui/element.js";
import { fetchJson } from "../../ui/fetching.js";
import { Component, Lifetime, Rest } from "../../ui/lifecycle.js";
import { stepped } from "../../ui/ring.js";
import { Engine } from "../index/engine.js";
import { Panel } from "./panel.js";
import { Session } from "./session.js";
import { recentEntries, summary, toggled } from "./view.js";

const MOST = 8; // results
const PAUSE = 400; // milliseconds of rest before a count is announced
const OPEN = "concord-search--open";
const HINT = "Arrows choose a result, Enter opens it. Above the first one are filters.";

/** Makes a combobox of the box that a page brings. */
export class SearchBox extends Lifetime {
  #box;
  #site;
  #input;
  #opener;
  #panel;
  #combobox;
  #progress = this.own(new Component(element("div", { class: "concord-search__progress", hidden: "" })));
  #status = this.own(new Component(element("p", { class: "concord-unseen concord-search__status", role: "status" })));
  #hint = this.own(new Component(element("p", { id: "__concord-hint", hidden: "" }, HINT)));
  #announcing = this.own(new Rest(PAUSE));
  #engine;
  #session;
  #selection = none();
  /** The text that the list answers. */
  #answered = "";
  /** Whether Enter was pressed before its answer came. */
  #enterWaits = false;
  #drawing = false;

  /**
   * @param {Element} box
   * @param {URL} site the site's root
   */
  constructor(box, site) {
    super();
    this.#box = box;
    this.#site = site;
    this.#input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
    this.#opener = /** @type {HTMLElement} */ (box.querySelector(".concord-search__open"));
    this.#panel = this.own(new Panel(site));
    this.#engine = this.own(new Engine({ fetchJson, base: site.href }));
    this.#session = this.own(new Session(this.#engine, (outcome) => this.#show(outcome)));
    const sheet = /** @type {HTMLElement} */ (box.querySelector(".concord-search__sheet"));
    for (const part of [this.#progress, this.#panel, this.#status, this.#hint]) sheet.append(part.element);
    this.#input.setAttribute("aria-describedby", this.#hint.element.id);
    this.#combobox = this.own(this.#makeCombobox(sheet));
    this.#listen(sheet);
    this.onEnd(() => this.#close());
    if (document.activeElement === this.#input) this.#open();
    else this.#close();
  }

  /** @param {HTMLElement} sheet */
  #makeCombobox(sheet) {
    const [input, panel] = [this.#input, this.#panel];
    return new Combobox({
      ...{ input, list: panel.list, popup: panel.element, place: sheet },
      keys: {
        move: (step) => (panel.element.hidden ? this.#open() : this.#move(step)),
        enter: (event) => this.#enter(event),
        escape: (event) => this.#escape(event),
        tab: (event) => this.#tab(event),
        elsewhere: (event) => this.#pressedElsewhere(event),
      },
    });
  }

  /** @param {HTMLElement} sheet */
  #listen(sheet) {
    const { signal } = this;
    const [input, panel] = [this.#input, this.#panel.element];
    const reopen = () => panel.hidden && this.#open();
    input.addEventListener("focus", reopen, { signal });
    input.addEventListener("click", reopen, { signal });
    input.addEventListener("input", () => (panel.hidden ? this.#open() : this.#ask()), { signal });
    sheet.addEventListener("focusout", (event) => this.#left(event), { signal });
    panel.addEventListener("click", (event) => this.#clicked(event), { signal });
    const [closer, clearer] = ["close", "clear"].map((it) => this.#box.querySelector(`.concord-search__${it}`));
    closer?.addEventListener("click", () => this.#leave(), { signal });
    clearer?.addEventListener("click", () => this.#startAnew(), { signal });
    addEventListener("pagehide", () => this.#close(), { signal }); // not open when the reader comes back
  }

  get #text() {
    return this.#input.value.trim();
  }

  #open() {
    this.#box.classList.add(OPEN);
    this.#panel.element.hidden = false;
    this.#ask();
  }

  #close() {
    this.#session.cancel();
    this.#enterWaits = false;
    this.#combobox.activate(-1);
    this.#panel.element.hidden = true;
    this.#progress.element.hidden = true;
    this.#combobox.expand(false);
    this.#box.classList.remove(OPEN);
  }

  /** Closes; where the box is a sheet, the reader is back at what opened it. */
  #leave() {
    this.#input.focus();
    this.#close();
    if (this.#opener.checkVisibility()) this.#opener.focus();
  }

  #ask() {
    this.#enterWaits = false;
    this.#box.toggleAttribute("data-filled", this.#input.value !== "");
    if (this.#text) this.#session.ask({ text: this.#text, limit: MOST, ...this.#selection });
    else this.#offer();
  }

  /** Where nothing is asked: what was read before. */
  #offer() {
    this.#session.cancel();
    this.#answered = "";
    this.#selection = none();
    const here = document.querySelector("main [data-entry-id]")?.getAttribute("data-entry-id");
    const recent = recentEntries(this.#site).filter(({ id }) => id !== here);
    this.#draw(() => this.#panel.showRecent(recent));
    this.#engine.ready().catch(() => {
      if (!this.#text && !this.#panel.element.hidden) this.#fail();
    });
  }

  /** @param {import("./session.js").Outcome} outcome */
  #show(outcome) {
    if (outcome.state === "slow") this.#progress.element.hidden = false;
    else if (outcome.state === "failed") this.#fail();
    else {
      const { answer, question, vocabulary } = outcome;
      this.#answered = question.text;
      this.#draw(() => this.#panel.showAnswer(answer, question, vocabulary));
      const [best] = answer.hits;
      this.#announce(best ? `${summary(answer)}. First: ${best.term}` : summary(answer));
      if (this.#enterWaits) this.#go(this.#panel.options[0]);
      this.#enterWaits = false;
    }
  }

  #fail() {
    this.#answered = "";
    const retry = () => {
      this.#input.focus();
      this.#ask();
    };
    this.#draw(() => this.#panel.showFailure(retry));
    this.#announce("Search could not be loaded.");
  }

  /** @param {() => void} change puts other content into the panel */
  #draw(change) {
    const panel = this.#panel.element;
    const inside = panel.contains(document.activeElement);
    this.#drawing = true;
    this.#combobox.activate(-1);
    change();
    this.#progress.element.hidden = true;
    this.#combobox.expand(this.#panel.options.length > 0 && !panel.hidden);
    if (inside && !panel.contains(document.activeElement)) this.#input.focus();
    this.#drawing = false;
  }

  /** @param {string} message */
  #announce(message) {
    this.#announcing.before(() => (this.#status.element.textContent = message));
  }

  /**
   * One step up or down; from the text to the nearest end of the list, and round at the ends.
   * @param {1 | -1} step
   */
  #move(step) {
    const { options, stops, chips } = this.#panel;
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    const inText = focused === this.#input;
    const current = inText ? options[this.#combobox.active] : chips.includes(focused) ? chips[0] : focused;
    const at = stops.indexOf(current);
    const ring = at < 0 && options.length ? options : stops;
    const next = ring[stepped(at, step, ring.length)];
    if (!next) return;
    const option = options.indexOf(/** @type {HTMLAnchorElement} */ (next));
    this.#combobox.activate(option);
    (option < 0 ? next : this.#input).focus();
  }

  /**
   * The chosen result; without a choice the best one, as soon as it is known.
   * @param {KeyboardEvent} event
   */
  #enter(event) {
    const { options } = this.#panel;
    const chosen = options[this.#combobox.active];
    if (this.#panel.element.hidden || !(this.#text || chosen)) return;
    event.preventDefault();
    if (chosen) this.#go(chosen);
    else if (this.#answered === this.#text) this.#go(options[0]);
    else {
      this.#ask();
      this.#enterWaits = true;
    }
  }

  /** @param {HTMLAnchorElement | undefined} target without one, the page of results */
  #go(target) {
    if (target) target.click();
    else this.#input.form?.submit();
  }

  /** @param {KeyboardEvent} event */
  #escape(event) {
    event.preventDefault();
    if (this.#panel.element.hidden) this.#clear();
    else this.#leave();
  }

  /** @param {KeyboardEvent} event */
  #tab({ target }) {
    if (this.#panel.element.contains(/** @type {Node} */ (target))) this.#input.focus(); // from here the browser goes on
    this.#close();
  }

  /** @param {KeyboardEvent} event */
  #pressedElsewhere({ key, target, ctrlKey, metaKey }) {
    const { chips } = this.#panel;
    const at = chips.indexOf(/** @type {HTMLElement} */ (target));
    if (key === "ArrowLeft" || key === "ArrowRight") {
      if (at >= 0) chips[stepped(at, key === "ArrowRight" ? 1 : -1, chips.length)].focus();
    } else if (key.length === 1 && key !== " " && !ctrlKey && !metaKey) {
      this.#input.focus(); // typing goes on
    }
  }

  #clear() {
    this.#input.value = "";
    this.#box.toggleAttribute("data-filled", false);
  }

  #startAnew() {
    this.#clear();
    this.#input.focus();
    this.#ask();
  }

  /** @param {Event} event */
  #clicked(event) {
    const control = /** @type {Element} */ (event.target).closest("button");
    if (control?.dataset.facet) {
      this.#selection = toggled(this.#selection, control);
      this.#ask();
    } else if (control?.dataset.query) {
      this.#input.value = control.dataset.query;
      this.#input.focus();
      this.#ask();
    }
  }

  /** @param {FocusEvent} event */
  #left({ relatedTarget }) {
    const gone = relatedTarget instanceof Node ? !this.#box.contains(relatedTarget) : document.hasFocus();
    if (gone && !this.#drawing) this.#close(); // not when the reader only looks into another window
  }
}

/** @returns {import("./view.js").Selection} */
function none() {
  return { topics: [], kinds: [] };
}
