// The search box: a combobox with a list of results (WAI-ARIA 1.2; APG, "Editable Combobox With
// List Autocomplete"). The reader's focus stays in the text while arrows choose a result; they go
// on to what stands above and below the list, so that Tab can leave.
// @ts-check

import { element } from "../../ui/element.js";
import { createEngine } from "../index/engine.js";
import { createPanel } from "./panel.js";
import { createSession, fetchJson } from "./session.js";
import { recentEntries, summary, toggled } from "./view.js";

const MOST = 8; // results
const PAUSE = 400; // milliseconds of rest before a count is announced

/**
 * Make a combobox of the box that a page brings.
 * @param {Element} box
 * @param {URL} site the site's root
 * @returns {() => void} takes everything away again
 */
export function mountBox(box, site) {
  const input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
  const sheet = /** @type {HTMLElement} */ (box.querySelector(".concord-search__sheet"));
  const opener = /** @type {HTMLElement} */ (box.querySelector(".concord-search__open"));

  const { panel, list, options, chips, stops, ...shown } = createPanel(site);
  const progress = element("div", { class: "concord-search__progress", hidden: "" });
  const status = element("p", { class: "concord-search__status", role: "status" });
  const hint = element(
    "p",
    { id: "__concord-hint", hidden: "" },
    "Arrows choose a result, Enter opens it. Above the first one are filters.",
  );
  sheet.append(progress, panel, status, hint);
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-describedby", hint.id);

  const engine = createEngine({ fetchJson, base: site.href });
  const session = createSession(engine, show);
  const controller = new AbortController();
  const { signal } = controller;

  let active = -1;
  let selection = { topics: /** @type {string[]} */ ([]), kinds: /** @type {string[]} */ ([]) };
  let answered = ""; // the text that the list answers
  let enterWaits = false; // Enter was pressed before its answer came
  let drawing = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let announcing;

  const text = () => input.value.trim();

  function open() {
    box.classList.add("concord-search--open");
    panel.hidden = false;
    ask();
  }

  function close() {
    session.cancel();
    enterWaits = false;
    activate(-1);
    panel.hidden = true;
    progress.hidden = true;
    input.setAttribute("aria-expanded", "false");
    box.classList.remove("concord-search--open");
  }

  /** Close; where the box is a sheet, the reader is back at what opened it. */
  function leave() {
    input.focus();
    close();
    if (opener.checkVisibility()) opener.focus();
  }

  function ask() {
    enterWaits = false;
    box.toggleAttribute("data-filled", input.value !== "");
    if (text()) {
      session.ask({ text: text(), limit: MOST, ...selection });
      return;
    }
    session.cancel();
    answered = "";
    selection = { topics: [], kinds: [] };
    const here = document.querySelector("main [data-entry-id]")?.getAttribute("data-entry-id");
    draw(() => shown.showRecent(recentEntries(site).filter(({ id }) => id !== here)));
    engine.ready().catch(() => {
      if (!text() && !panel.hidden) fail();
    });
  }

  /** @param {import("./session.js").Outcome} outcome */
  function show(outcome) {
    if (outcome.state === "slow") {
      progress.hidden = false;
    } else if (outcome.state === "failed") {
      fail();
    } else {
      const { answer, question, vocabulary } = outcome;
      answered = question.text;
      draw(() => shown.showAnswer(answer, question, vocabulary));
      const [best] = answer.hits;
      announce(best ? `${summary(answer)}. First: ${best.term}` : summary(answer));
      if (enterWaits) go(options()[0]);
      enterWaits = false;
    }
  }

  function fail() {
    answered = "";
    draw(() =>
      shown.showFailure(() => {
        input.focus();
        ask();
      }),
    );
    announce("Search could not be loaded.");
  }

  /** @param {() => void} change puts other content into the panel */
  function draw(change) {
    const inside = panel.contains(document.activeElement);
    drawing = true;
    activate(-1);
    change();
    progress.hidden = true;
    input.setAttribute("aria-expanded", String(options().length > 0 && !panel.hidden));
    if (inside && !panel.contains(document.activeElement)) input.focus();
    drawing = false;
  }

  /** @param {string} message */
  function announce(message) {
    clearTimeout(announcing);
    announcing = setTimeout(() => (status.textContent = message), PAUSE);
  }

  /** @param {number} next index of an option, or -1 */
  function activate(next) {
    options()[active]?.setAttribute("aria-selected", "false");
    active = next;
    const option = options()[next];
    if (!option) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  }

  /**
   * One step up or down; from the text to the nearest end of the list, and round at the ends.
   * @param {1 | -1} step
   */
  function move(step) {
    const every = stops();
    const results = options();
    const focused = /** @type {HTMLElement} */ (document.activeElement);
    const current = focused === input ? results[active] : chips().includes(focused) ? chips()[0] : focused;
    const at = every.indexOf(current);
    const ends = results.length ? results : every;
    const next = at < 0 ? ends.at(step > 0 ? 0 : -1) : every[(at + step + every.length) % every.length];
    if (!next) return;
    const option = results.indexOf(/** @type {HTMLAnchorElement} */ (next));
    activate(option);
    (option < 0 ? next : input).focus();
  }

  /**
   * The chosen result; without a choice the best one, as soon as it is known.
   * @param {KeyboardEvent} event
   */
  function enter(event) {
    if (panel.hidden || !(text() || options()[active])) return;
    event.preventDefault();
    if (options()[active]) go(options()[active]);
    else if (answered === text()) go(options()[0]);
    else {
      ask();
      enterWaits = true;
    }
  }

  /** @param {HTMLAnchorElement | undefined} target without one, the page of results */
  function go(target) {
    if (target) target.click();
    else input.form?.submit();
  }

  /** @param {KeyboardEvent} event */
  function pressed(event) {
    const { key, target } = event;
    if (event.isComposing || event.altKey) return;
    if (key === "Tab") {
      if (panel.contains(/** @type {Node} */ (target))) input.focus(); // from here the browser goes on
      close();
    } else if (key === "Escape") {
      event.preventDefault();
      if (!panel.hidden) leave();
      else clear();
    } else if (key === "ArrowDown" || key === "ArrowUp") {
      event.preventDefault();
      if (panel.hidden) open();
      else move(key === "ArrowDown" ? 1 : -1);
    } else if (target === input) {
      if (key === "Enter") enter(event);
      else if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) activate(-1);
    } else if (key === "ArrowLeft" || key === "ArrowRight") {
      const row = chips();
      const at = row.indexOf(/** @type {HTMLElement} */ (target));
      if (at >= 0) row[(at + (key === "ArrowRight" ? 1 : -1) + row.length) % row.length].focus();
    } else if (key.length === 1 && key !== " " && !event.ctrlKey && !event.metaKey) {
      input.focus(); // typing goes on
    }
  }

  function clear() {
    input.value = "";
    box.toggleAttribute("data-filled", false);
  }

  /** @param {Event} event */
  function clicked(event) {
    const control = /** @type {Element} */ (event.target).closest("button");
    if (control?.dataset.facet) {
      selection = toggled(selection, control);
      ask();
    } else if (control?.dataset.query) {
      input.value = control.dataset.query;
      input.focus();
      ask();
    }
  }

  /** @param {FocusEvent} event */
  function left({ relatedTarget }) {
    const gone = relatedTarget instanceof Node ? !box.contains(relatedTarget) : document.hasFocus();
    if (gone && !drawing) close(); // not when the reader only looks into another window
  }

  const reopen = () => panel.hidden && open();
  input.addEventListener("focus", reopen, { signal });
  input.addEventListener("click", reopen, { signal });
  input.addEventListener("input", () => (panel.hidden ? open() : ask()), { signal });
  sheet.addEventListener("keydown", pressed, { signal });
  sheet.addEventListener("focusout", left, { signal });
  panel.addEventListener("click", clicked, { signal });
  // A press in the panel leaves the focus in the text, and a phone's keyboard as it is.
  panel.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
  box.querySelector(".concord-search__close")?.addEventListener("click", leave, { signal });
  const cleared = () => {
    clear();
    input.focus();
    ask();
  };
  box.querySelector(".concord-search__clear")?.addEventListener("click", cleared, { signal });
  addEventListener("pagehide", close, { signal }); // not open when the reader comes back

  if (document.activeElement === input) open();
  else close();

  return () => {
    close();
    controller.abort();
    clearTimeout(announcing);
    engine.dispose();
    for (const part of [progress, panel, status, hint]) part.remove();
  };
}
