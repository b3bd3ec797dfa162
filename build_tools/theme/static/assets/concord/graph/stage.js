// The map's region: the drawing, what is pointed at in it, and the keys that walk it.
// @ts-check

import { element } from "../ui/element.js";
import { boundsOf } from "./drawing/camera.js";
import { listenForKeys } from "./keys.js";
import { nearestTowards, neighbours } from "./data/reach.js";
import { createScene } from "./scene/scene.js";
import { cameraBeside, cameraFilling, freeArea, legibleZoom } from "./drawing/sight.js";

/**
 * @typedef {import("./data/state.js").Graph} Graph
 * @typedef {import("./data/state.js").Camera} Camera
 * @typedef {import("./data/state.js").Shown} Shown
 * @typedef {import("../concepts/explain.js").Step} Step
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

const NOTICED = 200; // units of the graph, of 65,535
const MARGIN = 40; // pixels from the edge at which an entry counts as in sight

/**
 * @param {Graph} graph
 * @param {Step[][]} steps by node
 * @param {Listener} on
 */
export function createStage(graph, steps, on) {
  const hint = element(
    "span",
    { id: "__concord-graph-hint", hidden: "" },
    "N and P walk from entry to entry, Enter shows one, T tells all as text, question mark lists the keys.",
  );
  const region = element("div", {
    ...{ class: "concord-graph__stage", role: "application", tabindex: "0" },
    ...{ "aria-label": "Map of concepts", "aria-describedby": hint.id },
  });
  const bounds = boundsOf(graph, graph.ids.keys());
  /** @type {ReturnType<typeof createScene> | undefined} */
  let scene;
  /** @type {Shown} */
  let shown = { nodes: [], edges: [] };
  let shownNodes = new Set();
  let shownEdges = new Set();
  let selected = -1;
  let hovered = -1;
  let current = -1; // where the keys are
  let anchor = -1; // whose neighbours the keys walk
  /** @type {Camera | null} where everything that is meant fills the map */
  let fitted = null;
  /** @type {(() => void) | undefined} what the camera does as soon as there is a scene */
  let waiting;

  /** Moves the camera; where there is no map in sight, as soon as there is, and then without an animation.
   * @param {(scene: ReturnType<typeof createScene>, seen: boolean) => void} move */
  const withScene = (move) => {
    if (scene && !region.hidden) move(scene, true);
    else waiting = () => scene && move(scene, false);
  };

  /**
   * @param {Shown} next
   * @param {number} node the selected one
   * @param {number} centre of the neighbourhood that is shown, marked while nothing is selected; or -1
   */
  function show(next, node, centre) {
    shown = next;
    shownNodes = new Set(next.nodes);
    shownEdges = new Set(next.edges);
    selected = node;
    scene ??= createScene(region, graph, {
      hover(over, at) {
        hovered = over;
        on.point(pointed(), at);
      },
      select: on.pick,
      open: on.open,
      moved: (camera) => on.moved(fitted && isSameView(camera, fitted) ? null : camera),
    });
    scene.show(next);
    scene.select(shownNodes.has(node) ? node : centre);
    if (!shownNodes.has(current)) current = anchor = -1;
    scene.focusRing(document.activeElement === region ? current : -1);
    waiting?.();
    waiting = undefined;
  }

  const size = () => ({ width: region.clientWidth, height: region.clientHeight });
  const map = () => ({ bounds, count: graph.ids.length, size: size() });
  const free = (/** @type {HTMLElement | undefined} */ cover) =>
    freeArea(region.getBoundingClientRect(), cover?.getBoundingClientRect());

  /** Without nodes, all that are shown fill the map. */
  const fit = (
    /** @type {number[] | undefined} */ nodes,
    /** @type {HTMLElement | undefined} */ cover,
    animate = true,
  ) =>
    withScene((it, seen) => {
      fitted = cameraFilling(map(), boundsOf(graph, nodes ?? shown.nodes), free(cover));
      it.moveTo(fitted, animate && seen);
    });

  /**
   * @param {Camera | null} at without one, everything fits
   * @param {number[]} [nodes]
   * @param {HTMLElement} [cover]
   */
  const place = (at, nodes, cover) => (at ? withScene((it) => it.moveTo(at, false)) : fit(nodes, cover, false));

  const pointed = () => (hovered >= 0 ? hovered : document.activeElement === region ? current : -1);

  /** @param {number} node */
  function go(node) {
    if (node < 0) return;
    current = node;
    scene?.focusRing(node);
    bringIntoView(node, on.cover());
    on.walk(node);
    if (scene) on.point(pointed(), scene.screenOf(node));
  }

  const start = () => (shownNodes.has(selected) ? selected : (graph.importance.find((it) => shownNodes.has(it)) ?? -1));

  /** @param {1 | -1} step */
  function walk(step) {
    if (current < 0) {
      anchor = start();
      go(anchor);
      return;
    }
    const others = neighbours(graph, steps[anchor], (edge) => shownEdges.has(edge));
    const at = others.indexOf(current);
    go(others.at(at < 0 ? (step > 0 ? 0 : -1) : (at + step) % others.length) ?? current);
  }

  /** @param {number} dx @param {number} dy */
  function stride(dx, dy) {
    anchor = current < 0 ? start() : nearestTowards(graph, shown.nodes, current, dx, dy);
    if (anchor < 0) anchor = current;
    go(anchor);
  }

  /** @param {boolean} open */
  function enter(open) {
    if (current < 0) walk(1);
    else if (open || current === selected) on.open(current);
    else {
      anchor = current;
      on.pick(current);
    }
  }

  /**
   * Moves the map if a node is not in sight, or hidden by what lies over the map.
   *
   * @param {number} node
   * @param {HTMLElement} [cover]
   * @param {boolean} [near] whether the map shall be so large that its label can be read
   */
  function bringIntoView(node, cover, near = false) {
    if (!scene || region.hidden || !shownNodes.has(node)) return;
    const { width, height } = free(cover);
    const { x, y } = scene.screenOf(node);
    const { k } = scene.camera();
    const zoom = near ? Math.max(k, legibleZoom(map())) : k;
    const inside = x > MARGIN && x < width - MARGIN && y > MARGIN && y < height - MARGIN;
    if (inside && k === zoom) return;
    scene.moveTo(cameraBeside(map(), { x: graph.x[node], y: graph.y[node], k: zoom }, { width, height }), true);
  }

  listenForKeys(region, {
    pan: (dx, dy) => scene?.panBy(dx, dy),
    zoom: (factor) => scene?.zoomBy(factor),
    fit: () => fit(undefined, on.cover()),
    focus: () => on.focus(current >= 0 ? current : selected),
    leave() {
      if (on.leave() || current < 0) return;
      current = anchor = -1;
      scene?.focusRing(-1);
      on.point(pointed(), null);
    },
    ...{ walk, stride, enter, text: on.text, find: on.find, help: on.help },
  });
  region.addEventListener("focus", () => scene?.focusRing(current));
  region.addEventListener("blur", () => {
    scene?.focusRing(-1);
    on.point(pointed(), null);
  });

  return {
    ...{ element: region, hint, show, fit, place, pointed, bringIntoView },
    scene: () => scene,
    /** @param {import("./data/reach.js").Lit | null} lit */
    emphasise: (lit) => scene?.emphasise(lit),
    dispose: () => scene?.dispose(),
  };
}

/**
 * Whether two cameras show the same, but for what nobody sees.
 *
 * @param {Camera} one
 * @param {Camera} other
 */
function isSameView(one, other) {
  const moved = Math.hypot(one.x - other.x, one.y - other.y) * one.k;
  return Math.abs(one.k / other.k - 1) < 0.01 && moved < NOTICED;
}
