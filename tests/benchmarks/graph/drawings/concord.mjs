/** @typedef {import("./page.mjs").Drawing} Drawing */

import { Scene } from "/assets/concord/graph/scene/scene.js";

/** @param {HTMLElement} place @param {any} graph @returns {Drawing} */
export function draw(place, graph) {
  const scene = new Scene(place, graph, {});
  return {
    pan: (x, y) => scene.panBy(x, y),
    zoom: (factor) => scene.moveTo({ ...scene.camera(), k: scene.camera().k * factor }),
  };
}
