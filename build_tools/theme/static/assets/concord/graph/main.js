// The map of concepts: fetches the graph, and puts the map in place of the text that tells it.
// @ts-check

import { button, element } from "../ui/element.js";
import { fetchJson, Unavailable } from "../ui/fetching.js";
import { Component, onEachPage } from "../ui/lifecycle.js";
import { openPage } from "./page.js";

/** @typedef {import("../concepts/graph.js").Graph} Graph */

const site = new URL("../../../", import.meta.url);

/**
 * Fills a page's place for the map. If that fails, the text stays.
 * @param {HTMLElement} place
 * @returns {Promise<import("../ui/lifecycle.js").Disposable>}
 */
async function mount(place) {
  place.dataset.state = "loading";
  try {
    const graph = /** @type {Graph} */ (await fetchJson(new URL("data/graph-view.json", site)));
    return await openPage(place, graph, site, (number) => fetchJson(new URL(`data/graph/${number}.json`, site)));
  } catch (error) {
    place.dataset.state = "failed";
    const notice = noticeOf(() => mount(place));
    place.querySelector(".concord-graph__told")?.before(notice.element);
    if (!(error instanceof Unavailable)) throw error;
    return notice;
  }
}

/** @param {() => void} retry */
function noticeOf(retry) {
  const notice = new Component(element("p", { class: "concord-graph__failed", role: "status" }));
  const again = button(
    "Try again",
    () => {
      notice.dispose();
      retry();
    },
    { class: "concord-button" },
  );
  notice.element.append("The map could not be loaded; what it shows is told below. ", again);
  return notice;
}

onEachPage(() => {
  const place = document.querySelector("[data-concord-graph]");
  return place instanceof HTMLElement ? mount(place) : undefined;
});
