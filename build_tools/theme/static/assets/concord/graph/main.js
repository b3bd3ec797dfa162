// The map of concepts: fetches the graph, and puts the map in place of the text that tells it.
// @ts-check

import { button, element } from "../ui/element.js";
import { createPage } from "./page.js";

const site = new URL("../../../", import.meta.url);

/** The graph could not be fetched, which is no mistake of ours. */
class Unavailable extends Error {}

/** @param {string} path from the site's root */
async function fetchJson(path) {
  const response = await fetch(new URL(path, site)).catch((error) => {
    throw new Unavailable(path, { cause: error });
  });
  if (!response.ok) throw new Unavailable(`${response.status} ${path}`);
  return response.json();
}

/**
 * Fills a page's place for the map. If that fails, the text stays.
 * @param {HTMLElement} place
 * @returns {Promise<() => void>} ends it
 */
async function mount(place) {
  place.dataset.state = "loading";
  try {
    const graph = await fetchJson("data/graph-view.json");
    const page = await createPage(place, graph, site, (number) => fetchJson(`data/graph/${number}.json`));
    return page.dispose;
  } catch (error) {
    place.dataset.state = "failed";
    const again = button("Try again", () => {
      notice.remove();
      mount(place);
    });
    const notice = element(
      "p",
      { class: "concord-graph__failed", role: "status" },
      "The map could not be loaded; what it shows is told below. ",
      again,
    );
    place.querySelector(".concord-graph__told")?.before(notice);
    if (!(error instanceof Unavailable)) throw error;
    return () => notice.remove();
  }
}

/** @type {Promise<() => void> | undefined} */
let mounted;
const visit = async () => {
  (await mounted)?.();
  const place = /** @type {HTMLElement | null} */ (document.querySelector("[data-concord-graph]"));
  mounted = place ? mount(place) : undefined;
};
// Material's bundle says when it has put another page in place; without it there is one page.
const pages = /** @type {any} */ (window).document$;
if (pages) pages.subscribe(visit);
else visit();
