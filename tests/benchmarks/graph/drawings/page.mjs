/**
 * What the benchmark calls in the page.
 *
 * @typedef {object} Drawing
 * @property {(dx: number, dy: number) => void} pan the view, in pixels
 * @property {(factor: number) => void} zoom
 */

let graph;
/** @type {Drawing} */
let drawing;

const frame = () => new Promise(requestAnimationFrame);

window.benchmark = {
  /** Gets and parses the data, which does not count. @param {string} address */
  async fetch(address) {
    graph = await (await fetch(address)).json();
  },

  /** From the module's first line to the first picture. @param {string} address of a module with `draw` */
  async draw(address) {
    const { draw } = await import(address);
    drawing = draw(document.querySelector("#place"), graph);
    await frame();
    await frame();
  },

  /** @param {"rest" | "pan" | "zoom"} what @param {number} value */
  async step(what, value) {
    if (what === "pan") drawing.pan(value, value / 3);
    if (what === "zoom") drawing.zoom(value);
    await frame();
    await frame();
  },
};
