// The map's region: the drawing, what is pointed at in it, and the keys that walk it.
// @ts-check

import { element } from "../ui/element.js";
import { Component } from "../ui/lifecycle.js";
import { Walk } from "./data/walk.js";
import { boundsOf, isSameView } from "./drawing/camera.js";
import { cameraBeside, cameraFilling, freeArea, legibleZoom } from "./drawing/sight.js";
import { listenForKeys } from "./keys.js";
import { Scene } from "./scene/scene.js";

/**
 * @typedef {import("../concepts/graph.js").Graph} Graph
 * @typedef {import("../concepts/graph.js").Step} Step
 * @typedef {import("./data/view.js").Camera} Camera
 * @typedef {import("./data/visible.js").Shown} Shown
 *
 * @typedef {object} Listener
 * @property {(node: number) => void} pick a node was clicked, or the background: -1
 * @property {(node: number) => void} open
 * @property {(node: number, at: {x: number, y: number} | null) => void} point at a node, or at none
 * @property {(node: number) => void} walk the keys came to a node
 * @property {(node: number) => void} focus
 * @property {(camera: Camera | null) => void} moved null: what is shown fills the map
 * @property {() => void} text
 * @property {() => void} find
 * @property {() => boolean} leave what was opened last; false if nothing was
 * @property {() => void} help
 * @property {() => HTMLElement | undefined} cover what lies over the map now
 */

const MARGIN = 40; // pixels from the edge at which an entry counts as in sight
const KEYS = "N and P walk from entry to entry, Enter shows one, T tells all as text, question mark lists the keys.";

export class Stage extends Component {
  #graph;
  #on;
  #bounds;
  #walk;
  /** @type {Scene | undefined} */
  #scene;
  /** @type {Shown} */
  #shown = { nodes: [], edges: [] };
  #selected = -1;
  #hovered = -1;
  /** Where everything that is meant fills the map. @type {Camera | null} */
  #fitted = null;
  /** What the camera does as soon as there is a scene. @type {(() => void) | undefined} */
  #waiting;

  /**
   * @param {Graph} graph
   * @param {Step[][]} steps by node
   * @param {Listener} on
   */
  constructor(graph, steps, on) {
    super(element("div", { class: "concord-graph__stage", role: "application", tabindex: "0" }));
    this.#graph = graph;
    this.#on = on;
    this.#bounds = boundsOf(graph, graph.ids.keys());
    this.#walk = new Walk(graph, steps);
    this.hint = element("span", { id: "__concord-graph-hint", hidden: "" }, KEYS);
    this.element.setAttribute("aria-label", "Map of concepts");
    this.element.setAttribute("aria-describedby", this.hint.id);
    this.#listen();
    this.onEnd(() => this.#scene?.dispose());
  }

  /** The drawing, as soon as something was shown. */
  get scene() {
    return this.#scene;
  }

  /** The node under the mouse, or at which the keys are, or -1. */
  get pointed() {
    if (this.#hovered >= 0) return this.#hovered;
    return document.activeElement === this.element ? this.#walk.current : -1;
  }

  /**
   * @param {Shown} shown
   * @param {number} node the selected one
   * @param {number} centre of the neighbourhood that is shown, marked while nothing is selected; or -1
   */
  show(shown, node, centre) {
    this.#shown = shown;
    this.#selected = node;
    this.#walk.show(shown, node);
    this.#scene ??= this.#draw();
    this.#scene.show(shown);
    this.#scene.select(this.#walk.shows(node) ? node : centre);
    this.#scene.focusRing(document.activeElement === this.element ? this.#walk.current : -1);
    this.#waiting?.();
    this.#waiting = undefined;
  }

  /** @param {import("./data/reach.js").Lit | null} lit */
  emphasise(lit) {
    this.#scene?.emphasise(lit);
  }

  /**
   * @param {number[]} [nodes] that fill the map; without, all that are shown
   * @param {HTMLElement} [cover]
   * @param {boolean} [animate]
   */
  fit(nodes, cover, animate = true) {
    this.#withScene((scene, seen) => {
      const part = boundsOf(this.#graph, nodes ?? this.#shown.nodes);
      this.#fitted = cameraFilling(this.#map(), part, this.#free(cover));
      scene.moveTo(this.#fitted, animate && seen);
    });
  }

  /**
   * @param {Camera | null} at without one, everything fits
   * @param {number[]} [nodes]
   * @param {HTMLElement} [cover]
   */
  place(at, nodes, cover) {
    if (at) this.#withScene((scene) => scene.moveTo(at, false));
    else this.fit(nodes, cover, false);
  }

  /**
   * Moves the map if a node is not in sight, or hidden by what lies over the map.
   *
   * @param {number} node
   * @param {HTMLElement} [cover]
   * @param {boolean} [near] whether the map shall be so large that its label can be read
   */
  bringIntoView(node, cover, near = false) {
    const scene = this.#scene;
    if (!scene || this.element.hidden || !this.#walk.shows(node)) return;
    const free = this.#free(cover);
    const { x, y } = scene.screenOf(node);
    const { k } = scene.camera();
    const zoom = near ? Math.max(k, legibleZoom(this.#map())) : k;
    const inside = x > MARGIN && x < free.width - MARGIN && y > MARGIN && y < free.height - MARGIN;
    if (inside && k === zoom) return;
    scene.moveTo(cameraBeside(this.#map(), { x: this.#graph.x[node], y: this.#graph.y[node], k: zoom }, free), true);
  }

  #draw() {
    return new Scene(this.element, this.#graph, {
      hover: (over, at) => {
        this.#hovered = over;
        this.#on.point(this.pointed, at);
      },
      select: this.#on.pick,
      open: this.#on.open,
      moved: (camera) => this.#on.moved(this.#fitted && isSameView(camera, this.#fitted) ? null : camera),
    });
  }

  /**
   * Moves the camera; where there is no map in sight, as soon as there is, and then without an animation.
   * @param {(scene: Scene, seen: boolean) => void} move
   */
  #withScene(move) {
    if (this.#scene && !this.element.hidden) move(this.#scene, true);
    else this.#waiting = () => this.#scene && move(this.#scene, false);
  }

  #map() {
    const size = { width: this.element.clientWidth, height: this.element.clientHeight };
    return { bounds: this.#bounds, count: this.#graph.ids.length, size };
  }

  /** @param {HTMLElement} [cover] */
  #free(cover) {
    return freeArea(this.element.getBoundingClientRect(), cover?.getBoundingClientRect());
  }

  #listen() {
    const { help, find, text, cover } = this.#on;
    listenForKeys(this.element, {
      pan: (dx, dy) => this.#scene?.panBy(dx, dy),
      zoom: (factor) => this.#scene?.zoomBy(factor),
      fit: () => this.fit(undefined, cover()),
      focus: () => this.#on.focus(this.#walk.current >= 0 ? this.#walk.current : this.#selected),
      walk: (step) => this.#go(this.#walk.next(step)),
      stride: (dx, dy) => this.#go(this.#walk.towards(dx, dy)),
      enter: (open) => this.#enter(open),
      leave: () => this.#leave(),
      ...{ help, find, text },
    });
    this.element.addEventListener("focus", () => this.#scene?.focusRing(this.#walk.current));
    this.element.addEventListener("blur", () => {
      this.#scene?.focusRing(-1);
      this.#on.point(this.pointed, null);
    });
  }

  /** @param {number} node */
  #go(node) {
    if (node < 0) return;
    this.#walk.current = node;
    this.#scene?.focusRing(node);
    this.bringIntoView(node, this.#on.cover());
    this.#on.walk(node);
    if (this.#scene) this.#on.point(this.pointed, this.#scene.screenOf(node));
  }

  /** @param {boolean} open */
  #enter(open) {
    const { current } = this.#walk;
    if (current < 0) this.#go(this.#walk.next(1));
    else if (open || current === this.#selected) this.#on.open(current);
    else {
      this.#walk.settle();
      this.#on.pick(current);
    }
  }

  #leave() {
    if (this.#on.leave() || this.#walk.current < 0) return;
    this.#walk.leave();
    this.#scene?.focusRing(-1);
    this.#on.point(this.pointed, null);
  }
}
