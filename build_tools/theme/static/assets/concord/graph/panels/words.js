// All that tells in words, which is fetched as soon as somebody wants to read: the map needs none of it.
// @ts-check

import { createCard } from "./card.js";
import { createDetails } from "../../concepts/details.js";
import { createPanel, entryUrl } from "./panel.js";
import { createRoute } from "./route.js";
import { createTextView } from "./text.js";

/** @typedef {ReturnType<typeof createWords>} Words */

/**
 * @param {import("../data/state.js").Graph} graph
 * @param {URL} site the site's root
 * @param {HTMLElement} stage what the card stays inside of
 * @param {(number: number) => Promise<unknown>} fetchPage of details
 * @param {object} on
 * @param {(node: number) => void} on.select an entry that is named in the panel
 * @param {(node: number) => void} on.tell an entry of the text
 * @param {(node: number) => void} on.focus
 * @param {(node: number) => void} on.path
 * @param {(lit: {edge?: number, way?: number}) => void} on.light what is pointed at
 * @param {() => void} on.close
 */
export function createWords(graph, site, stage, fetchPage, { select, tell, focus, path, light, close }) {
  const details = createDetails(graph, fetchPage);
  return {
    panel: createPanel(graph, site, details, { select, focus, path, close, light }),
    route: createRoute(graph, site, details, { select, leave: close, light }),
    card: createCard(graph, stage, details),
    told: createTextView(graph, {
      urlOf: (node) => entryUrl(graph, site, node),
      details,
      select: tell,
    }),
  };
}
