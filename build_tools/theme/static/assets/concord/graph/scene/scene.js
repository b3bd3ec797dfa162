/**
 * Draws a graph on a canvas that fills a place, and reports what the pointer does. It knows nothing
 * of addresses, filters and panels.
 *
 * @typedef {import("../data/view.js").Camera} Camera
 * @typedef {import("../../concepts/graph.js").Graph} Graph
 * @typedef {import("../data/visible.js").Shown} Shown
 * @typedef {import("../drawing/camera.js").Viewport} Viewport
 * @typedef {import("../drawing/map.js").Part} Part
 * @typedef {import("../drawing/map.js").PlacedGraph} PlacedGraph
 *
 * @typedef {object} Reports
 * @property {(node: number, at: {x: number, y: number} | null) => void} [hover] the node under a mouse, or -1; pixels of the place
 * @property {(node: number) => void} [select] a click or tap on a node; -1 for the ground
 * @property {(node: number) => void} [open] a double click or double tap on a node
 * @property {(camera: Camera) => void} [moved] where the view has come to rest
 *
 * @typedef {{nodes: ReadonlySet<number>, edges: ReadonlySet<number>}} Emphasis
 */

import { Lifetime, Rest } from "../../ui/lifecycle.js";
import { cameraOf, screenOf, transformOf, viewportOf, zoomRange } from "../drawing/camera.js";
import { FAINT, movesAsBitmap } from "../drawing/detail.js";
import { composeFrame } from "../drawing/frame.js";
import { emphasisOf, partOf, sceneMap } from "../drawing/map.js";
import { nodeNear } from "../drawing/near.js";
import { svgOf } from "../drawing/picture.js";
import { Layers } from "./layers.js";
import { Movement } from "./movement.js";
import { focusedRing, paintFrame, paintRing, selectedRing } from "./paint.js";
import { readPalette, textMeasure } from "./palette.js";
import { pngOf } from "./png.js";
import { Pointer } from "./pointer.js";

/** Share of the view by which a drawing that is moved as a bitmap exceeds it on each side. */
const MARGIN = 0.4;
const REST_MS = 150;
const NOTHING = { byImportance: [], edges: [], regions: [] };

export class Scene extends Lifetime {
  #place;
  #on;
  #map;
  #layers;
  #movement;
  #pointer;
  #palette;
  #measure;
  #part;
  /** What is asked to be emphasised. @type {Emphasis | null} */
  #emphasis = null;
  /** What of it is shown. @type {Part | null} */
  #emphasised = null;
  #selected = -1;
  #focused = -1;
  /** @type {Camera} */
  #camera;
  /** Where the view last came to rest. @type {Camera | null} */
  #rested;
  /** Where an animation leads. @type {Camera | null} */
  #goal = null;
  #asked = 0;
  #resting = this.own(new Rest(REST_MS));
  #stale = true;
  #travelled = false;

  /**
   * @param {HTMLElement} place
   * @param {Graph} columns the whole graph
   * @param {Reports} on
   */
  constructor(place, columns, on) {
    super();
    this.#place = place;
    this.#on = on;
    const map = sceneMap(/** @type {PlacedGraph} */ (/** @type {unknown} */ (columns)));
    const { left, top, right, bottom } = map.bounds;
    this.#map = map;
    this.#part = partOf(map, { nodes: map.graph.ids.keys(), edges: map.graph.edges.source.keys() });
    this.#camera = { x: (left + right) / 2, y: (top + bottom) / 2, k: 1 };
    this.#rested = this.#camera;
    this.#layers = this.own(new Layers(place));
    this.#palette = readPalette(place, map.graph);
    this.#measure = textMeasure(this.#palette.family);
    this.#movement = this.own(this.#makeMovement());
    this.#pointer = this.own(this.#makePointer());
    this.#watchSize(this.#layers.surface);
    this.onEnd(() => cancelAnimationFrame(this.#asked));
  }

  #makeMovement() {
    return new Movement(this.#layers.surface, {
      moved: (transform) => this.#moved(transform),
      ended: () => this.#settle(),
    });
  }

  #makePointer() {
    const { hover, select, open } = this.#on;
    const nodes = () => this.#part.byImportance;
    return new Pointer(this.#layers.surface, {
      nodeAt: (x, y, reach) => nodeNear(this.#map, nodes(), this.#view(), { x, y, reach }),
      ...{ hover, select, open },
    });
  }

  /** @param {Shown} shown what passes the filters; nothing else is drawn */
  show(shown) {
    this.#part = partOf(this.#map, shown);
    this.#emphasised = this.#emphasis && emphasisOf(this.#map, this.#part, this.#emphasis);
    this.#renew();
  }

  /** @param {Emphasis | null} some in full, while the rest is faint */
  emphasise(some) {
    this.#emphasis = some;
    this.#emphasised = some && emphasisOf(this.#map, this.#part, some);
    this.#layers.fade(some ? FAINT : 1, this.#movement.mayAnimate());
    this.#ask();
  }

  /** @param {number} node that gets a ring; -1 for none */
  select(node) {
    if (node === this.#selected) return;
    this.#selected = node;
    this.#renew();
  }

  /** @param {number} node that has the keyboard's focus; -1 for none */
  focusRing(node) {
    if (node === this.#focused) return;
    this.#focused = node;
    this.#renew();
  }

  camera() {
    return { ...this.#camera };
  }

  /** @param {Camera} to @param {boolean} animate */
  moveTo(to, animate = false) {
    const { bounds, size } = this.#map;
    const seen = size.width > 0 && size.height > 0;
    this.#rested = null;
    this.#goal = to;
    if (!animate || !seen) this.#camera = to;
    if (seen) this.#movement.go(transformOf(to, bounds, size), animate);
    else this.#settle();
  }

  /** @param {number} factor by which everything grows */
  zoomBy(factor) {
    this.#goal = null;
    this.#movement.zoomBy(factor);
  }

  /** @param {number} dx pixels by which the view goes to the right: what is drawn goes to the left @param {number} dy */
  panBy(dx, dy) {
    this.#movement.panBy(dx, dy);
  }

  /** After the page's colours have changed. */
  recolour() {
    this.#palette = readPalette(this.#place, this.#map.graph);
    this.#measure = textMeasure(this.#palette.family);
    this.#renew();
  }

  /** What the drawing stands for. */
  drawn() {
    return { nodes: this.#part.byImportance.toSorted(ascending), edges: this.#part.edges.toSorted(ascending) };
  }

  /** @param {number} node @returns {{x: number, y: number}} pixels of the place */
  screenOf(node) {
    return screenOf(this.#map.graph, node, this.#view());
  }

  /** The view as a document that needs no other. */
  svg() {
    return svgOf(this.#map, this.#palette, this.#view(), {
      ...{ part: this.#part, emphasised: this.#emphasised, selected: this.#selected },
      ...{ zoom: this.#camera.k, measure: this.#measure },
    });
  }

  /** The same as pixels, twice as fine as the screen's. */
  png() {
    return pngOf(this.svg());
  }

  #view() {
    return viewportOf(this.#camera, this.#map.bounds, this.#map.size);
  }

  /** The nodes that bear rings. */
  #marked() {
    return [...new Set([this.#selected, this.#focused])].filter((node) => this.#part.byImportance.includes(node));
  }

  /** Draws all that is not as it should be, at the browser's next chance. */
  #ask() {
    this.#asked ||= requestAnimationFrame(() => this.#draw());
  }

  #renew() {
    this.#stale = true;
    this.#ask();
  }

  #draw() {
    this.#asked = 0;
    if (!this.#map.size.width || !this.#map.size.height) return;
    const viewport = this.#view();
    const covered = !this.#stale && movesAsBitmap(this.#part) && this.#layers.shift(viewport);
    if (!covered) this.#paintBelow(viewport);
    this.#paintAbove(viewport);
    if (this.#travelled) this.#pointer.again();
    this.#travelled = false;
  }

  /** @param {Viewport} viewport */
  #paintBelow(viewport) {
    this.#stale = false;
    const margin = movesAsBitmap(this.#part) ? Math.round(MARGIN * Math.min(viewport.width, viewport.height)) : 0;
    const ready = this.#layers.below(viewport, margin);
    const wish = { zoom: this.#camera.k, marked: this.#marked(), measure: this.#measure };
    const frame = composeFrame(this.#map, this.#part, ready.viewport, wish);
    paintFrame(ready.pen, frame, this.#map, this.#palette);
  }

  /** @param {Viewport} viewport */
  #paintAbove(viewport) {
    const marked = this.#marked();
    if (!this.#emphasised && !marked.length) return this.#layers.hideAbove();
    const pen = this.#layers.above(viewport);
    const wish = { zoom: this.#camera.k, full: true, marked, measure: this.#measure };
    const frame = composeFrame(this.#map, this.#emphasised ?? NOTHING, viewport, wish);
    paintFrame(pen, frame, this.#map, this.#palette);
    for (const node of marked) {
      if (node === this.#selected) paintRing(pen, frame, this.#map, node, selectedRing(this.#palette));
      if (node === this.#focused) paintRing(pen, frame, this.#map, node, focusedRing(this.#palette));
    }
  }

  /** @param {import("../drawing/camera.js").Transform} transform */
  #moved(transform) {
    this.#camera = cameraOf(transform, this.#map.bounds, this.#map.size);
    this.#travelled = true;
    if (!movesAsBitmap(this.#part)) this.#stale = true;
    this.#resting.cancel();
    this.#ask();
  }

  /** Draws in full and reports, unless the movement goes on at once. */
  #settle() {
    this.#resting.before(() => {
      const { x, y, k } = this.#camera;
      // A click too is a gesture that ends. What was commanded is reported in any case.
      if (x === this.#rested?.x && y === this.#rested.y && k === this.#rested.k) return;
      this.#rested = this.#camera;
      this.#renew();
      this.#on.moved?.(this.camera());
    });
  }

  /** @param {HTMLElement} surface */
  #watchSize(surface) {
    const observer = new ResizeObserver(() => {
      this.#resize(surface);
      // At once, since a canvas that is drawn after it was resized flickers.
      if (this.#asked) {
        cancelAnimationFrame(this.#asked);
        this.#draw();
      }
    });
    observer.observe(surface);
    this.onEnd(() => observer.disconnect());
    this.#resize(surface);
  }

  /** @param {HTMLElement} surface */
  #resize({ clientWidth: width, clientHeight: height }) {
    const { bounds, graph, size } = this.#map;
    if (width === size.width && height === size.height) return;
    size.width = width;
    size.height = height;
    if (!width || !height) return;
    if (this.#goal && this.#movement.isAnimating()) {
      this.#camera = this.#goal;
      this.#settle();
    }
    this.#movement.limit(zoomRange(bounds, graph.ids.length, size), size);
    this.#movement.set(transformOf(this.#camera, bounds, size));
    this.#renew();
  }
}

/** @param {number} one @param {number} other */
const ascending = (one, other) => one - other;
