// The page of search results, whose question is in its address: ?q=WORDS&topic=KEY&kind=KEY.
// @ts-check

import { button, element } from "../../ui/element.js";
import { fetchJson } from "../../ui/fetching.js";
import { Component, Lifetime, Rest } from "../../ui/lifecycle.js";
import { Engine } from "../index/engine.js";
import { Session } from "./session.js";
import { proposal } from "./proposal.js";
import { facetChips, hitLink, remark, resultsUrl, summary, toggled } from "./view.js";

/**
 * @typedef {import("./session.js").Question} Question
 * @typedef {import("./session.js").Outcome} Outcome
 * @typedef {import("../index/engine.js").Answer} Answer
 */

const STEP = 30; // results, and how many more at a time
const PAUSE = 400; // milliseconds of rest before an address is changed
const BUTTON = { class: "concord-button" };
const LIVE = "concord-searching"; // the header's box would be a second one

/** Fills the page of results, and keeps its address and its question the same. */
export class ResultsPage extends Lifetime {
  #page;
  #site;
  #input;
  #title = document.title;
  #facets = this.own(new Component(element("div", { class: "concord-results__facets" })));
  #status = this.own(new Component(element("p", { class: "concord-results__status", role: "status" })));
  #results = this.own(new Component(element("div", { class: "concord-results__list" })));
  #session;
  #question = asked();
  #resting = this.own(new Rest(PAUSE));

  /**
   * @param {Element} page
   * @param {URL} site the site's root
   */
  constructor(page, site) {
    super();
    this.#page = page;
    this.#site = site;
    const form = /** @type {HTMLFormElement} */ (page.querySelector("form"));
    this.#input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
    page.append(this.#facets.element, this.#status.element, this.#results.element);
    page.classList.add("concord-results--live");
    document.documentElement.classList.add(LIVE);
    this.onEnd(() => {
      document.documentElement.classList.remove(LIVE);
      document.title = this.#title;
    });
    const engine = this.own(new Engine({ fetchJson, base: site.href }));
    this.#session = this.own(new Session(engine, (outcome) => this.#show(outcome)));
    this.#listen(form);
    this.#restore();
    if (!this.#question.text) this.#input.focus();
  }

  get #address() {
    return resultsUrl(this.#question, this.#site);
  }

  /** @param {HTMLFormElement} form */
  #listen(form) {
    const { signal } = this;
    const text = () => ({ text: this.#input.value.trim() });
    this.#input.addEventListener("input", () => this.#change(text(), "replace"), { signal });
    const submitted = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#change(text(), "push");
    };
    form.addEventListener("submit", submitted, { signal });
    this.#page.addEventListener("click", (event) => this.#clicked(event), { signal });
    addEventListener("popstate", () => this.#restore(), { signal });
  }

  #restore() {
    this.#resting.cancel();
    this.#question = asked();
    this.#input.value = this.#question.text;
    this.#ask();
  }

  #ask() {
    const { text } = this.#question;
    document.title = text ? `${text} - ${this.#title}` : this.#title;
    if (text) {
      this.#session.ask(this.#question);
      return;
    }
    this.#session.cancel();
    this.#facets.element.replaceChildren();
    this.#results.element.replaceChildren();
    this.#say("");
  }

  /** @param {string} message */
  #say(message) {
    this.#status.element.textContent = message;
  }

  /** @param {Outcome} outcome */
  #show(outcome) {
    this.#page.classList.toggle("concord-results--slow", outcome.state === "slow");
    if (outcome.state === "slow") return;
    if (outcome.state === "failed") {
      this.#facets.element.replaceChildren();
      this.#results.element.replaceChildren(button("Try again", () => this.#ask(), BUTTON));
      this.#say("Search could not be loaded.");
      return;
    }
    const { answer, vocabulary } = outcome;
    this.#drawFacets(facetChips(answer, vocabulary, this.#question));
    const items = answer.hits.map((hit) => element("li", {}, hitLink(hit, this.#site, vocabulary)));
    const said = remark(answer);
    const list = element("ol", {}, ...items);
    this.#results.element.replaceChildren(...(said ? [said] : []), list, ...this.#endings(answer));
    this.#say(summary(answer));
  }

  /** @param {{ topics: HTMLElement[], kinds: HTMLElement[] }} chips */
  #drawFacets({ topics, kinds }) {
    const { key, facet } = /** @type {HTMLElement} */ (document.activeElement)?.dataset ?? {};
    const groups = [
      { label: "Topic", chips: topics },
      { label: "Kind", chips: kinds },
    ].filter(({ chips }) => chips.length);
    this.#facets.element.replaceChildren(
      ...groups.map(({ label, chips }) =>
        element("div", { role: "group", "aria-label": label }, element("span", {}, label), ...chips),
      ),
    );
    const same = [...topics, ...kinds].find((it) => it.dataset.key === key && it.dataset.facet === facet);
    same?.focus();
  }

  /** @param {Answer} answer */
  #endings(answer) {
    if (answer.total > answer.hits.length) return [button("Show more", () => this.#showMore(), BUTTON)];
    const missed = !answer.hits.length || answer.corrected !== null || answer.widened;
    if (!missed) return [];
    const all = element("a", { ...BUTTON, href: new URL("terms/", this.#site).href }, "All terms from A to Z");
    return [proposal(this.#question.text, this.#site), all];
  }

  #showMore() {
    this.#question = { ...this.#question, limit: this.#question.limit + STEP };
    this.#session.ask(this.#question);
  }

  /**
   * @param {Partial<Question>} patch
   * @param {"push" | "replace"} how what becomes of the address
   */
  #change(patch, how) {
    this.#question = { ...this.#question, limit: STEP, ...patch };
    this.#resting.cancel();
    if (how === "replace") this.#resting.before(() => history.replaceState(null, "", this.#address));
    else if (this.#address !== location.href) history.pushState(null, "", this.#address);
    this.#ask();
  }

  /** @param {Event} event */
  #clicked(event) {
    const control = /** @type {Element} */ (event.target).closest("button");
    if (control?.dataset.facet) this.#change(toggled(this.#question, control), "push");
    if (control?.dataset.query) {
      this.#input.value = control.dataset.query;
      this.#change({ text: this.#input.value }, "push");
    }
  }
}

/** @returns {Question} what the address asks */
function asked() {
  const { searchParams } = new URL(location.href);
  return {
    text: (searchParams.get("q") ?? "").trim(),
    topics: [...new Set(searchParams.getAll("topic"))],
    kinds: [...new Set(searchParams.getAll("kind"))],
    limit: STEP,
  };
}
