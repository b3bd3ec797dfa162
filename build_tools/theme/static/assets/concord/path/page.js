// The page of paths, whose question is in its address: ?from=ID&to=ID.
// @ts-check

import { Details } from "../concepts/details.js";
import { explanations } from "../concepts/explain.js";
import { Matcher } from "../concepts/match.js";
import { button, element } from "../ui/element.js";
import { fetchJson } from "../ui/fetching.js";
import { Component, Lifetime } from "../ui/lifecycle.js";
import { Telling } from "./answer.js";
import { Form } from "./form.js";
import { formatQuestion, parseQuestion } from "./question.js";
import { Remarks } from "./remarks.js";

/**
 * @typedef {import("../concepts/graph.js").Graph} Graph
 * @typedef {import("../concepts/explain.js").Explanation} Explanation
 * @typedef {import("./question.js").Question} Question
 * @typedef {ReturnType<typeof ready>} Ready
 */

const BUTTON = { class: "concord-button" };
const SLOW = 200; // milliseconds after which a reader is told that something goes on

/** Fills the page, and keeps its address and its question the same. */
export class PathPage extends Lifetime {
  #site;
  #title = document.title;
  #status = this.own(new Component(element("p", { class: "concord-path__status", role: "status", tabindex: "-1" })));
  #said = this.own(new Component(element("p", { class: "concord-unseen concord-path__said", role: "status" })));
  #answer = this.own(new Component(element("div", { class: "concord-path__answer" })));
  #form = this.own(
    new Form({
      choose: (end, node) => this.#choose(end, node),
      swap: () => this.#ask({ from: this.#question.to, to: this.#question.from }),
      say: (message) => (this.#said.element.textContent = message),
    }),
  );
  /** What ends with the answer that is shown. */
  #shown = new Lifetime();
  #question = parseQuestion(location.search);
  /** @type {Ready | undefined} */
  #ready;

  /**
   * @param {HTMLElement} place
   * @param {URL} site the site's root
   */
  constructor(place, site) {
    super();
    this.#site = site;
    place.append(...[this.#form, this.#status, this.#said, this.#answer].map((part) => part.element));
    const { signal } = this;
    this.#answer.element.addEventListener("click", (event) => this.#followed(event), { signal });
    addEventListener("popstate", () => this.#restore(), { signal });
    this.onEnd(() => {
      this.#shown.dispose();
      document.title = this.#title;
    });
    this.#load();
  }

  async #load() {
    this.#answer.element.replaceChildren();
    this.#say("");
    const slow = setTimeout(() => this.#say("Loading the graph…"), SLOW);
    try {
      const graph = /** @type {Graph} */ (await fetchJson(new URL("data/graph-view.json", this.#site)));
      if (this.signal.aborted) return;
      this.#ready = ready(graph, this.#site);
    } catch {
      if (!this.signal.aborted) this.#fail();
      return;
    } finally {
      clearTimeout(slow);
    }
    this.#form.use(this.#ready.matcher);
    this.#show();
    if (this.#question.from && !this.#question.to) this.#form.focus("to");
    else if (!this.#question.from && !this.#question.to) this.#form.focus("from");
  }

  /** @param {string} message */
  #say(message) {
    this.#status.element.textContent = message;
  }

  #fail() {
    const map = element("a", { href: new URL("graph/", this.#site).href }, "the concept graph");
    const all = element("a", { href: new URL("terms/", this.#site).href }, "all entries from A to Z");
    this.#say("The graph could not be loaded.");
    this.#answer.element.replaceChildren(
      element(
        "p",
        {},
        button("Try again", () => this.#load(), BUTTON),
      ),
      element("p", {}, "Or read ", map, " and ", all, "."),
    );
  }

  /** Answers the question, whatever it is. */
  #show() {
    if (!this.#ready) return;
    const { graph, matcher, remarks } = this.#ready;
    const [from, to] = [matcher.nodeOf(this.#question.from), matcher.nodeOf(this.#question.to)];
    this.#shown.dispose();
    this.#shown = new Lifetime();
    this.#form.set(from, to);
    const labels = [from, to].filter((node) => node >= 0).map((node) => graph.labels[node]);
    document.title = labels.length ? `${labels.join(" and ")} - ${this.#title}` : this.#title;
    const found = from >= 0 && to >= 0 ? explanations(graph, from, to) : [];
    if (found.length) {
      const count = found.length === 1 ? "1 explanation" : `${found.length} explanations`;
      const order = found.length === 1 ? "" : ", the closest first";
      this.#say(`${count} of how ${labels.join(" connects with ")}${order}.`);
      this.#tell(this.#ready, found);
    } else {
      const { message, content } = remarks.on(this.#question, from, to);
      this.#say(message);
      this.#answer.element.replaceChildren(...content);
    }
  }

  /** @param {Ready} ready @param {Explanation[]} found */
  #tell(ready, found) {
    const sections = ready.telling.sections(found);
    const told = element("div", {}, ...sections.map((section) => section.element));
    this.#answer.element.replaceChildren(this.#actions(), told);
    for (const section of sections) this.#shown.own(section.draw());
    this.#fetchReasons(ready, told, found);
  }

  #actions() {
    const map = new URL(`graph/${formatQuestion(this.#question)}`, this.#site).href;
    return element(
      "p",
      { class: "concord-path__actions" },
      button("Copy the link", () => this.#share(), BUTTON),
      element("a", { ...BUTTON, href: map }, "Show in the map"),
    );
  }

  /** @param {Ready} ready @param {Element} told @param {Explanation[]} found */
  async #fetchReasons(ready, told, found) {
    const edges = found.flatMap(({ steps }) => steps.map(({ edge }) => edge));
    const { details, complete } = await ready.details.of(edges);
    if (!told.isConnected) return;
    if (complete) {
      ready.telling.fillReasons(told, found, details);
      return;
    }
    const retry = () => {
      failure.remove();
      this.#fetchReasons(ready, told, found);
    };
    const again = button("Try again", retry, BUTTON);
    const failure = element("p", { role: "alert" }, "The reasons could not be loaded. ", again);
    told.before(failure);
  }

  /** @param {Question} next */
  #ask(next) {
    this.#said.element.textContent = "";
    if (formatQuestion(next) !== formatQuestion(this.#question)) {
      history.pushState(null, "", formatQuestion(next) || location.pathname);
    }
    this.#question = next;
    this.#show();
  }

  /** @param {"from" | "to"} end @param {number} node -1 for none */
  #choose(end, node) {
    this.#ask({ ...this.#question, [end]: this.#ready?.graph.ids[node] ?? "" });
  }

  async #share() {
    try {
      await navigator.clipboard.writeText(location.href);
      this.#say("The link is copied.");
    } catch {
      this.#say("The link could not be copied: it is in the address bar.");
    }
  }

  /** @param {MouseEvent} event */
  #followed(event) {
    const link = /** @type {Element} */ (event.target).closest("a[data-ask]");
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    this.#ask(parseQuestion(link.search));
    this.#status.element.focus(); // the link is gone
  }

  #restore() {
    this.#question = parseQuestion(location.search);
    this.#show();
  }
}

/** What the page works with as soon as the graph is there. @param {Graph} graph @param {URL} site */
function ready(graph, site) {
  const matcher = new Matcher(graph);
  const telling = new Telling(graph, site);
  return {
    graph,
    matcher,
    telling,
    details: new Details(graph, (number) => fetchJson(new URL(`data/graph/${number}.json`, site))),
    remarks: new Remarks(matcher, telling, site),
  };
}
