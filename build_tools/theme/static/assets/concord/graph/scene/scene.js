/**
 * Draws a graph on a canvas that fills a place, and reports what the pointer does. It knows nothing
 * of addresses, filters and panels.
 *
 * @typedef {import("../data/state.js").Camera} Camera
 * @typedef {import("../data/state.js").Graph} Graph
 * @typedef {import("../data/state.js").Shown} Shown
 * @typedef {import("../drawing/map.js").PlacedGraph} PlacedGraph
 *
 * @typedef {object} Reports
 * @property {(node: number, at: {x: number, y: number} | null) => void} [hover] the node under a mouse, or -1; pixels of the place
 * @property {(node: number) => void} [select] a click or tap on a node; -1 for the ground
 * @property {(node: number) => void} [open] a double click or double tap on a node
 * @property {(camera: Camera) => void} [moved] where the view has come to rest
 *
 * @typedef {{nodes: ReadonlySet<number>, edges: ReadonlySet<number>}} Emphasis
 * @typedef {ReturnType<typeof createScene>} Scene
 */

import { boundsOf, cameraOf, cameraOn, transformOf, viewportOf, zoomRange } from "../drawing/camera.js";
import { pngOf, svgOf } from "../drawing/picture.js";
import { discRadius, movesAsBitmap } from "../drawing/detail.js";
import { composeFrame } from "../drawing/frame.js";
import { makeLayers } from "./layers.js";
import { emphasisOf, partOf, sceneMap } from "../drawing/map.js";
import { makeMovement } from "./movement.js";
import { paintFrame, paintRing } from "./paint.js";
import { readPalette, textMeasure } from "./palette.js";
import { watchPointer } from "./pointer.js";

/** Of what is not emphasised. */
const FAINT = 0.16;
/** Share of the view by which a drawing that is moved as a bitmap exceeds it on each side. */
const MARGIN = 0.4;
const REST_MS = 150;
const NOTHING = { byImportance: [], edges: [], regions: [] };

/**
 * @param {HTMLElement} place
 * @param {Graph} columns the whole graph
 * @param {Reports} on
 */
export function createScene(place, columns, on) {
  const map = sceneMap(/** @type {PlacedGraph} */ (/** @type {unknown} */ (columns)));
  const layers = makeLayers(place);
  let palette = readPalette(place, map.graph);
  let measure = textMeasure(palette.family);
  let part = partOf(map, { nodes: map.graph.ids.keys(), edges: map.graph.edges.source.keys() });
  /** What is asked to be emphasised, and what of it is shown. @type {Emphasis | null} */
  let emphasis = null;
  /** @type {import("../drawing/map.js").Part | null} */
  let emphasised = null;
  let [selected, focused] = [-1, -1];
  /** @type {Camera} */
  let camera = { x: (map.bounds.left + map.bounds.right) / 2, y: (map.bounds.top + map.bounds.bottom) / 2, k: 1 };
  /** Where the view last came to rest. @type {Camera | null} */
  let rested = camera;
  /** Where an animation leads. @type {Camera | null} */
  let goal = null;
  let [asked, resting] = [0, 0];
  let stale = true;
  let travelled = false;

  const view = () => viewportOf(camera, map.bounds, map.size);

  /** Draws all that is not as it should be, at the browser's next chance. */
  const ask = () => (asked ||= requestAnimationFrame(draw));
  const renew = () => {
    stale = true;
    ask();
  };

  function draw() {
    asked = 0;
    if (!map.size.width || !map.size.height) return;
    const viewport = view();
    const covered = !stale && movesAsBitmap(part) && layers.shift(viewport);
    if (!covered) paintBelow(viewport);
    paintAbove(viewport);
    if (travelled) pointer.again();
    travelled = false;
  }

  /** @param {import("../drawing/camera.js").Viewport} viewport */
  function paintBelow(viewport) {
    stale = false;
    const margin = movesAsBitmap(part) ? Math.round(MARGIN * Math.min(viewport.width, viewport.height)) : 0;
    const ready = layers.below(viewport, margin);
    const wish = { zoom: camera.k, marked: marked(), measure };
    paintFrame(ready.pen, composeFrame(map, part, ready.viewport, wish), map, palette);
  }

  /** @param {import("../drawing/camera.js").Viewport} viewport */
  function paintAbove(viewport) {
    if (!emphasised && !marked().length) return layers.hideAbove();
    const pen = layers.above(viewport);
    const wish = { zoom: camera.k, full: true, marked: marked(), measure };
    const frame = composeFrame(map, emphasised ?? NOTHING, viewport, wish);
    paintFrame(pen, frame, map, palette);
    const { ring, text } = palette;
    for (const node of marked()) {
      if (node === selected) paintRing(pen, frame, map, node, { colour: ring, distance: 4, dash: [], width: 2.5 });
      if (node === focused) paintRing(pen, frame, map, node, { colour: text, distance: 7.5, dash: [4, 3], width: 2 });
    }
  }

  /** The nodes that bear rings. */
  const marked = () => [...new Set([selected, focused])].filter((node) => part.byImportance.includes(node));

  const movement = makeMovement(layers.surface, {
    moved(transform) {
      camera = cameraOf(transform, map.bounds, map.size);
      travelled = true;
      if (!movesAsBitmap(part)) stale = true;
      clearTimeout(resting);
      ask();
    },
    ended: settle,
  });

  /** Draws in full and reports, unless the movement goes on at once. */
  function settle() {
    clearTimeout(resting);
    resting = setTimeout(() => {
      // A click too is a gesture that ends. What was commanded is reported in any case.
      if (camera.x === rested?.x && camera.y === rested.y && camera.k === rested.k) return;
      rested = camera;
      renew();
      on.moved?.({ ...camera });
    }, REST_MS);
  }

  const pointer = watchPointer(layers.surface, {
    nodeAt,
    hover: (node, at) => on.hover?.(node, at),
    select: (node) => on.select?.(node),
    open: (node) => on.open?.(node),
  });

  /**
   * @param {number} x pixels of the place
   * @param {number} y
   * @param {number} reach pixels
   */
  function nodeAt(x, y, reach) {
    const { graph, spacing } = map;
    const { x: atX, y: atY, scale, width, height } = view();
    let [found, nearest] = [-1, Infinity];
    for (const node of part.byImportance) {
      const awayX = width / 2 + (graph.x[node] - atX) * scale - x;
      const awayY = height / 2 + (graph.y[node] - atY) * scale - y;
      const distance = Math.hypot(awayX, awayY);
      if (distance < nearest && distance <= Math.max(reach, discRadius(graph.size[node], spacing * scale))) {
        [found, nearest] = [node, distance];
      }
    }
    return found;
  }

  const resize = () => {
    const { clientWidth: width, clientHeight: height } = layers.surface;
    if (width === map.size.width && height === map.size.height) return;
    map.size.width = width;
    map.size.height = height;
    if (!width || !height) return;
    if (goal && movement.isAnimating()) {
      camera = goal;
      settle();
    }
    movement.limit(zoomRange(map.bounds, map.graph.ids.length, map.size), map.size);
    movement.set(transformOf(camera, map.bounds, map.size));
    renew();
  };
  const observer = new ResizeObserver(() => {
    resize();
    // At once, since a canvas that is drawn after it was resized flickers.
    if (asked) {
      cancelAnimationFrame(asked);
      draw();
    }
  });
  observer.observe(layers.surface);
  resize();

  /** @param {Camera} to @param {boolean} animate */
  const moveTo = (to, animate = false) => {
    const seen = map.size.width > 0 && map.size.height > 0;
    rested = null;
    goal = to;
    if (!animate || !seen) camera = to;
    if (seen) movement.go(transformOf(to, map.bounds, map.size), animate);
    else settle();
  };

  return {
    /** @param {Shown} shown what passes the filters; nothing else is drawn */
    show(shown) {
      part = partOf(map, shown);
      emphasised = emphasis && emphasisOf(map, part, emphasis);
      renew();
    },

    /** @param {Emphasis | null} some in full, while the rest is faint */
    emphasise(some) {
      emphasis = some;
      emphasised = some && emphasisOf(map, part, some);
      layers.fade(some ? FAINT : 1, movement.mayAnimate());
      ask();
    },

    /** @param {number} node that gets a ring; -1 for none */
    select(node) {
      if (node === selected) return;
      selected = node;
      renew();
    },

    /** @param {number} node that has the keyboard's focus; -1 for none */
    focusRing(node) {
      if (node === focused) return;
      focused = node;
      renew();
    },

    /** @param {number[]} [nodes] that are to fill the view; by default all that are shown */
    fit(nodes = part.byImportance) {
      if (!map.size.width || !map.size.height) return;
      const bounds = boundsOf(map.graph, nodes);
      moveTo(cameraOn(map.bounds, map.graph.ids.length, bounds, map.size), true);
    },

    camera: () => ({ ...camera }),

    moveTo,

    /** @param {number} factor by which everything grows */
    zoomBy(factor) {
      goal = null;
      movement.zoomBy(factor);
    },

    /** @param {number} dx pixels by which the view goes to the right: what is drawn goes to the left @param {number} dy */
    panBy: (dx, dy) => movement.panBy(dx, dy),

    /** After the page's colours have changed. */
    recolour() {
      palette = readPalette(place, map.graph);
      measure = textMeasure(palette.family);
      renew();
    },

    /** What the drawing stands for. */
    drawn: () => ({ nodes: part.byImportance.toSorted(ascending), edges: part.edges.toSorted(ascending) }),

    /** @param {number} node @returns {{x: number, y: number}} pixels of the place */
    screenOf(node) {
      const { x, y, scale, width, height } = view();
      return {
        x: width / 2 + (map.graph.x[node] - x) * scale,
        y: height / 2 + (map.graph.y[node] - y) * scale,
      };
    },

    /** The view as a document that needs no other. */
    svg: () => svgOf(map, palette, view(), { part, emphasised, selected, zoom: camera.k, measure }),

    /** The same as pixels, twice as fine as the screen's. */
    png: () => pngOf(svgOf(map, palette, view(), { part, emphasised, selected, zoom: camera.k, measure })),

    dispose() {
      clearTimeout(resting);
      cancelAnimationFrame(asked);
      observer.disconnect();
      pointer.dispose();
      movement.dispose();
      layers.dispose();
    },
  };
}

/** @param {number} one @param {number} other */
const ascending = (one, other) => one - other;
