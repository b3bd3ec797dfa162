// The page of search results, whose question is in its address: ?q=WORDS&topic=KEY&kind=KEY.
// @ts-check

import { element } from "../../ui/element.js";
import { createEngine } from "../index/engine.js";
import { createSession, fetchJson } from "./session.js";
import { facetChips, hitLink, proposal, remark, resultsUrl, summary, toggled } from "./view.js";

/** @typedef {import("./session.js").Question} Question */

const STEP = 30; // results, and how many more at a time
const PAUSE = 400; // milliseconds of rest before an address is changed or a count is announced

/**
 * Fill the page of results, and keep its address and its question the same.
 * @param {Element} page
 * @param {URL} site the site's root
 * @returns {() => void} ends it
 */
export function mountPage(page, site) {
  const form = /** @type {HTMLFormElement} */ (page.querySelector("form"));
  const input = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const facets = element("div", { class: "concord-results__facets" });
  const results = element("div", { class: "concord-results__list" });
  const status = element("p", { class: "concord-results__status", role: "status" });
  const title = document.title;
  page.append(facets, status, results);
  page.classList.add("concord-results--live");
  document.documentElement.classList.add("concord-searching"); // the header's box would be a second one

  const engine = createEngine({ fetchJson, base: site.href });
  const session = createSession(engine, show);
  const controller = new AbortController();
  const { signal } = controller;
  /** @type {Question} */
  let question = asked();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;

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

  const address = () => resultsUrl(question, site);

  function ask() {
    document.title = question.text ? `${question.text} - ${title}` : title;
    if (question.text) {
      session.ask(question);
      return;
    }
    session.cancel();
    facets.replaceChildren();
    results.replaceChildren();
    status.textContent = "";
  }

  /** @param {import("./session.js").Outcome} outcome */
  function show(outcome) {
    page.classList.toggle("concord-results--slow", outcome.state === "slow");
    if (outcome.state === "slow") return;
    if (outcome.state === "failed") {
      const again = element("button", { type: "button", class: "concord-action" }, "Try again");
      again.addEventListener("click", ask);
      facets.replaceChildren();
      results.replaceChildren(again);
      status.textContent = "Search could not be loaded.";
      return;
    }
    const { answer, vocabulary } = outcome;
    drawFacets(facetChips(answer, vocabulary, question));
    const items = answer.hits.map((hit) => element("li", {}, hitLink(hit, site, vocabulary)));
    const said = remark(answer);
    results.replaceChildren(...(said ? [said] : []), element("ol", {}, ...items), ...endings(answer));
    status.textContent = summary(answer);
  }

  /** @param {{ topics: HTMLElement[], kinds: HTMLElement[] }} chips */
  function drawFacets({ topics, kinds }) {
    const { key, facet } = /** @type {HTMLElement} */ (document.activeElement)?.dataset ?? {};
    const groups = [
      { label: "Topic", chips: topics },
      { label: "Kind", chips: kinds },
    ];
    facets.replaceChildren(
      ...groups
        .filter(({ chips }) => chips.length)
        .map(({ label, chips }) =>
          element("div", { role: "group", "aria-label": label }, element("span", {}, label), ...chips),
        ),
    );
    const same = [...topics, ...kinds].find((it) => it.dataset.key === key && it.dataset.facet === facet);
    same?.focus();
  }

  /** @param {import("../index/engine.js").Answer} answer */
  function endings(answer) {
    if (answer.total > answer.hits.length) {
      const more = element("button", { type: "button", class: "concord-action" }, "Show more");
      more.addEventListener("click", () => {
        question = { ...question, limit: question.limit + STEP };
        session.ask(question);
      });
      return [more];
    }
    const all = element("a", { class: "concord-action", href: new URL("terms/", site).href }, "All terms from A to Z");
    const missed = !answer.hits.length || answer.corrected !== null || answer.widened;
    return missed ? [proposal(question.text, site), all] : [];
  }

  /**
   * @param {Partial<Question>} change
   * @param {"push" | "replace" | "none"} how what becomes of the address
   */
  function change(change, how) {
    question = { ...question, limit: STEP, ...change };
    clearTimeout(resting);
    if (how === "push" && address() !== location.href) history.pushState(null, "", address());
    if (how === "replace") resting = setTimeout(() => history.replaceState(null, "", address()), PAUSE);
    ask();
  }

  input.addEventListener("input", () => change({ text: input.value.trim() }, "replace"), { signal });
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      change({ text: input.value.trim() }, "push");
    },
    { signal },
  );
  page.addEventListener(
    "click",
    (event) => {
      const control = /** @type {Element} */ (event.target).closest("button");
      if (control?.dataset.facet) change(toggled(question, control), "push");
      if (control?.dataset.query) {
        input.value = control.dataset.query;
        change({ text: input.value }, "push");
      }
    },
    { signal },
  );
  const restore = () => {
    clearTimeout(resting);
    question = asked();
    input.value = question.text;
    ask();
  };
  addEventListener("popstate", restore, { signal });
  restore();
  if (!question.text) input.focus();

  return () => {
    clearTimeout(resting);
    session.cancel();
    controller.abort();
    engine.dispose();
    document.documentElement.classList.remove("concord-searching");
    for (const part of [facets, status, results]) part.remove();
    document.title = title;
  };
}
