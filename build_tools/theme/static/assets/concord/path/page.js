// The page of paths, whose question is in its address: ?from=ID&to=ID.
// @ts-check

import { button, element } from "../ui/element.js";
import { explanations } from "../concepts/explain.js";
import { fetchJson } from "../search/ui/session.js";
import { createViews } from "./answer.js";
import { createDetails } from "../concepts/details.js";
import { createForm } from "./form.js";
import { createMatcher } from "../concepts/match.js";
import { formatQuestion, parseQuestion } from "./question.js";
import { createRemarks } from "./remarks.js";

/** @typedef {import("../graph/data/state.js").Graph} Graph */
/** @typedef {import("./question.js").Question} Question */

const BUTTON = { class: "concord-path__button" };
const SLOW = 200; // milliseconds after which a reader is told that something goes on

/**
 * Fill the page, and keep its address and its question the same.
 * @param {HTMLElement} place
 * @param {URL} site the site's root
 * @returns {() => void} ends it
 */
export function mountPage(place, site) {
  const status = element("p", { class: "concord-path__status", role: "status", tabindex: "-1" });
  const said = element("p", { class: "concord-path__said", role: "status" });
  const answer = element("div", { class: "concord-path__answer" });
  const form = createForm({ choose, swap, say: (message) => (said.textContent = message) });
  place.append(form.element, status, said, answer);

  const title = document.title;
  const controller = new AbortController();
  const { signal } = controller;
  let question = parseQuestion(location.search);
  let endAnswer = () => {};
  /** @type {ReturnType<typeof prepare> | undefined} */
  let ready;

  /** @param {Graph} graph */
  function prepare(graph) {
    const matcher = createMatcher(graph);
    const details = createDetails(graph, (number) => fetchJson(new URL(`data/graph/${number}.json`, site).href));
    const views = createViews(graph, site);
    const remarks = createRemarks(graph, matcher, views, site);
    return { graph, matcher, views, remarks, details };
  }

  async function load() {
    answer.replaceChildren();
    status.textContent = "";
    const slow = setTimeout(() => (status.textContent = "Loading the graph…"), SLOW);
    try {
      const graph = /** @type {Graph} */ (await fetchJson(new URL("data/graph-view.json", site).href));
      if (signal.aborted) return;
      ready = prepare(graph);
    } catch {
      if (!signal.aborted) fail("The graph could not be loaded.", load);
      return;
    } finally {
      clearTimeout(slow);
    }
    form.use(ready.matcher);
    show();
    if (question.from && !question.to) form.focus("to");
    else if (!question.from && !question.to) form.focus("from");
  }

  /** @param {string} message @param {() => void} again */
  function fail(message, again) {
    status.textContent = message;
    answer.replaceChildren(
      element("p", {}, button("Try again", again, BUTTON)),
      element(
        "p",
        {},
        "Or read ",
        element("a", { href: new URL("graph/", site).href }, "the concept graph"),
        " and ",
        element("a", { href: new URL("terms/", site).href }, "all entries from A to Z"),
        ".",
      ),
    );
  }

  /** Answers the question, whatever it is. */
  function show() {
    if (!ready) return;
    const { graph, matcher, views, remarks } = ready;
    const [from, to] = [matcher.nodeOf(question.from), matcher.nodeOf(question.to)];
    endAnswer();
    endAnswer = () => {};
    form.set(from, to);
    const labels = [from, to].filter((node) => node >= 0).map((node) => graph.labels[node]);
    document.title = labels.length ? `${labels.join(" and ")} - ${title}` : title;
    const found = from >= 0 && to >= 0 ? explanations(graph, from, to) : [];
    if (!found.length) {
      const { message, content } = remarks.on(question, from, to);
      status.textContent = message;
      answer.replaceChildren(...content);
      return;
    }
    const count = found.length === 1 ? "1 explanation" : `${found.length} explanations`;
    const order = found.length === 1 ? "" : ", the closest first";
    status.textContent = `${count} of how ${labels.join(" connects with ")}${order}.`;
    const map = new URL(`graph/${formatQuestion(question)}`, site).href;
    const actions = element(
      "p",
      { class: "concord-path__actions" },
      button("Copy the link", share, BUTTON),
      element("a", { ...BUTTON, href: map }, "Show in the map"),
    );
    const sections = element("div");
    answer.replaceChildren(actions, sections);
    endAnswer = views.showExplanations(sections, found);
    fetchReasons(sections, found);
  }

  /** @param {Element} sections @param {import("./answer.js").Explanation[]} found */
  async function fetchReasons(sections, found) {
    if (!ready) return;
    const { views, details: reader } = ready;
    const { details, complete } = await reader.of(found.flatMap(({ steps }) => steps.map(({ edge }) => edge)));
    if (!sections.isConnected) return;
    if (complete) {
      views.fillReasons(sections, found, details);
      return;
    }
    const retry = () => {
      failure.remove();
      fetchReasons(sections, found);
    };
    const again = button("Try again", retry, BUTTON);
    const failure = element("p", { role: "alert" }, "The reasons could not be loaded. ", again);
    sections.before(failure);
  }

  /** @param {Question} next */
  function ask(next) {
    said.textContent = "";
    if (formatQuestion(next) !== formatQuestion(question)) {
      history.pushState(null, "", formatQuestion(next) || location.pathname);
    }
    question = next;
    show();
  }

  /** @param {"from" | "to"} end @param {number} node -1 for none */
  function choose(end, node) {
    ask({ ...question, [end]: node < 0 ? "" : (ready?.graph.ids[node] ?? "") });
  }

  function swap() {
    ask({ from: question.to, to: question.from });
  }

  async function share() {
    try {
      await navigator.clipboard.writeText(location.href);
      status.textContent = "The link is copied.";
    } catch {
      status.textContent = "The link could not be copied: it is in the address bar.";
    }
  }

  /** @param {MouseEvent} event */
  function followed(event) {
    const link = /** @type {Element} */ (event.target).closest("a[data-ask]");
    if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
      return;
    event.preventDefault();
    ask(parseQuestion(link.search));
    status.focus(); // the link is gone
  }

  const restore = () => {
    question = parseQuestion(location.search);
    show();
  };
  answer.addEventListener("click", followed, { signal });
  addEventListener("popstate", restore, { signal });
  load();

  return () => {
    controller.abort();
    endAnswer();
    for (const part of [form.element, status, said, answer]) part.remove();
    document.title = title;
  };
}
