/**
 * What the pointer means: over which node it is, what it chooses, what it opens.
 *
 * @typedef {object} Meaning
 * @property {(x: number, y: number, reach: number) => number} nodeAt the node within so many pixels, or -1
 * @property {(node: number, at: {x: number, y: number} | null) => void} [hover]
 * @property {(node: number) => void} [select]
 * @property {(node: number) => void} [open]
 */

import { Lifetime } from "../../ui/lifecycle.js";

/** Pixels round a node that still mean it: a finger covers more than a mouse. */
const REACH = { mouse: 8, pen: 14, touch: 24 };
const DOUBLE_TAP_MS = 400;

export class Pointer extends Lifetime {
  #surface;
  #meaning;
  #hovered = -1;
  /** @type {keyof typeof REACH} */
  #kind = "mouse";
  #tapped = { node: -1, time: -Infinity };
  /** Where a mouse rests that holds nothing. @type {{x: number, y: number} | null} */
  #resting = null;

  /**
   * @param {HTMLElement} surface
   * @param {Meaning} meaning
   */
  constructor(surface, meaning) {
    super();
    this.#surface = surface;
    this.#meaning = meaning;
    const { signal } = this;
    surface.addEventListener("pointerdown", (event) => this.#recognise(event), { signal });
    surface.addEventListener("pointermove", (event) => this.#moved(event), { signal });
    surface.addEventListener("pointerleave", () => this.#left(), { signal });
    surface.addEventListener("click", (event) => this.#clicked(event), { signal });
    surface.addEventListener("dblclick", (event) => this.#clickedTwice(event), { signal });
  }

  /** Looks once more under a mouse that rests while the map moves. */
  again() {
    if (!this.#resting) return;
    const node = this.#meaning.nodeAt(this.#resting.x, this.#resting.y, REACH.mouse);
    if (node !== this.#hovered) this.#pass(node, this.#resting);
  }

  /** @param {PointerEvent} event */
  #recognise({ pointerType }) {
    this.#kind = pointerType === "touch" || pointerType === "pen" ? pointerType : "mouse";
  }

  /** @param {MouseEvent} event */
  #place(event) {
    const { left, top } = this.#surface.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  }

  /** @param {MouseEvent} event */
  #nodeUnder(event) {
    const { x, y } = this.#place(event);
    return this.#meaning.nodeAt(x, y, REACH[this.#kind]);
  }

  /** @param {PointerEvent} event */
  #moved(event) {
    this.#recognise(event);
    if (this.#kind === "touch") return;
    // While a button is held the map is dragged and the node under the pointer stays the same.
    this.#resting = event.buttons ? null : this.#place(event);
    if (this.#resting) this.#pass(this.#nodeUnder(event), this.#resting);
  }

  #left() {
    this.#resting = null;
    this.#clear();
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const node = this.#nodeUnder(event);
    const { select, open } = this.#meaning;
    select?.(node);
    // Not every browser tells of a double tap where touches are ours.
    const again = node >= 0 && node === this.#tapped.node && event.timeStamp - this.#tapped.time < DOUBLE_TAP_MS;
    if (this.#kind !== "mouse" && again) open?.(node);
    this.#tapped = { node: again ? -1 : node, time: event.timeStamp };
  }

  /** @param {MouseEvent} event */
  #clickedTwice(event) {
    const node = this.#nodeUnder(event);
    if (this.#kind === "mouse" && node >= 0) this.#meaning.open?.(node);
  }

  /** @param {number} node @param {{x: number, y: number}} at */
  #pass(node, at) {
    if (node < 0) return this.#clear();
    this.#hovered = node;
    this.#surface.style.cursor = "pointer";
    this.#meaning.hover?.(node, at);
  }

  #clear() {
    if (this.#hovered < 0) return;
    this.#hovered = -1;
    this.#surface.style.cursor = "grab";
    this.#meaning.hover?.(-1, null);
  }
}
