// A card beside the pointer: what an entry is.
// @ts-check

import { element } from "../../ui/element.js";

/** @typedef {import("../data/state.js").Graph} Graph */

const PAUSE = 120; // milliseconds of rest on a node before its definition is fetched
const GAP = 14; // pixels from the pointer
const DEFINITION = 220; // characters

/**
 * @param {Graph} graph
 * @param {HTMLElement} stage what the card stays inside of
 * @param {import("../../concepts/details.js").Details} details
 */
export function createCard(graph, stage, details) {
  const place = element("div", { class: "concord-graph__card", hidden: "", "aria-hidden": "true" });
  stage.append(place);
  let shown = -1;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;

  /** @param {{x: number, y: number}} at in pixels of the stage */
  function put({ x, y }) {
    const { clientWidth: width, clientHeight: height } = stage;
    const { offsetWidth, offsetHeight } = place;
    const left = x + GAP + offsetWidth > width ? x - GAP - offsetWidth : x + GAP;
    const top = y + GAP + offsetHeight > height ? y - GAP - offsetHeight : y + GAP;
    place.style.translate = `${Math.max(4, Math.round(left))}px ${Math.max(4, Math.round(top))}px`;
  }

  /**
   * @param {number} node or -1: none
   * @param {{x: number, y: number} | null} at
   */
  function show(node, at) {
    if (node < 0 || !at) {
      clearTimeout(resting);
      shown = -1;
      place.hidden = true;
      return;
    }
    if (node !== shown) {
      clearTimeout(resting);
      shown = node;
      const { key, label } = graph.topics[graph.topic[node]];
      const definition = element("span", {});
      place.dataset.topic = key;
      place.replaceChildren(element("strong", {}, graph.labels[node]), element("small", {}, label), definition);
      place.hidden = false;
      resting = setTimeout(async () => {
        const text = await details.definition(node).catch(() => "");
        if (shown !== node) return;
        definition.textContent = text.length > DEFINITION ? `${text.slice(0, DEFINITION).trimEnd()}…` : text;
        put(at);
      }, PAUSE);
    }
    put(at);
  }

  return {
    show,
    dispose() {
      clearTimeout(resting);
      place.remove();
    },
  };
}
