/** @typedef {import("./page.mjs").Drawing} Drawing */

import { createScene } from "/assets/concord/graph/scene/scene.js";

/** @param {HTMLElement} place @param {any} graph @returns {Drawing} */
export function draw(place, graph) {
  const scene = createScene(place, graph, {});
  return { pan: scene.panBy, zoom: (factor) => scene.moveTo({ ...scene.camera(), k: scene.camera().k * factor }) };
}
