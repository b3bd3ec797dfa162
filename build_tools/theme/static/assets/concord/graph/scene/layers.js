/**
 * The two canvases of the scene. Below lies what is shown; above it what is emphasised, so that an
 * emphasis, which changes with every node that the mouse passes, draws only itself.
 *
 * The lower one may be larger than the view. While the map moves it can then be moved and stretched
 * as it is, which no script draws.
 *
 * @typedef {import("../drawing/camera.js").Size} Size
 * @typedef {import("../drawing/camera.js").Viewport} Viewport
 *
 * @typedef {object} Layer
 * @property {HTMLCanvasElement} canvas
 * @property {CanvasRenderingContext2D} pen
 */

/** A canvas of more pixels is refused by some phones. */
const MOST_PIXELS = 16_000_000;
const MOST_RATIO = 3;
const SURFACE = "position:absolute;inset:0;overflow:hidden;touch-action:none;cursor:grab;user-select:none";

export class Layers {
  #below;
  #above;
  /** What the lower canvas was painted for. @type {Viewport | null} */
  #painted = null;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.surface = document.createElement("div");
    this.surface.setAttribute("aria-hidden", "true");
    this.surface.style.cssText = SURFACE;
    if (getComputedStyle(place).position === "static") place.style.position = "relative";
    this.#below = makeLayer(this.surface);
    this.#above = makeLayer(this.surface);
    place.prepend(this.surface);
  }

  /**
   * Clears the lower canvas and makes it ready for a drawing of this view with a margin.
   *
   * @param {Viewport} view
   * @param {number} margin pixels on each side
   * @returns {{pen: CanvasRenderingContext2D, viewport: Viewport}} the view with its margin
   */
  below(view, margin) {
    const viewport = { ...view, width: view.width + 2 * margin, height: view.height + 2 * margin };
    prepare(this.#below, viewport, -margin);
    this.#below.canvas.style.transform = "none";
    this.#painted = viewport;
    return { pen: this.#below.pen, viewport };
  }

  /**
   * Moves and stretches the lower canvas to where it belongs in a view.
   *
   * @param {Viewport} view
   * @returns {boolean} whether it covers the view and is not stretched beyond recognition
   */
  shift(view) {
    const painted = this.#painted;
    if (!painted) return false;
    const stretch = view.scale / painted.scale;
    const x = (painted.x - view.x) * view.scale;
    const y = (painted.y - view.y) * view.scale;
    this.#below.canvas.style.transform = `translate(${x}px,${y}px) scale(${stretch})`;
    const roomX = (painted.width * stretch - view.width) / 2 - Math.abs(x);
    const roomY = (painted.height * stretch - view.height) / 2 - Math.abs(y);
    return roomX >= 0 && roomY >= 0 && stretch < 2.5;
  }

  /** @param {number} opacity of the lower canvas @param {boolean} gently */
  fade(opacity, gently) {
    const { style } = this.#below.canvas;
    style.transition = gently ? "opacity 120ms" : "none";
    style.opacity = String(opacity);
  }

  /**
   * @param {Viewport} view
   * @returns {CanvasRenderingContext2D} of the upper canvas, cleared
   */
  above(view) {
    this.#above.canvas.hidden = false;
    prepare(this.#above, view, 0);
    return this.#above.pen;
  }

  /** Takes the upper canvas away: even an empty one costs a pass over all pixels. */
  hideAbove() {
    this.#above.canvas.hidden = true;
  }

  dispose() {
    this.surface.remove();
  }
}

/**
 * @param {HTMLElement} surface
 * @returns {Layer}
 */
function makeLayer(surface) {
  const canvas = document.createElement("canvas");
  canvas.hidden = true;
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("This browser draws no canvas.");
  surface.append(canvas);
  return { canvas, pen };
}

/**
 * @param {Layer} layer
 * @param {Size} size
 * @param {number} offset of its corner from the view's
 */
function prepare({ canvas, pen }, { width, height }, offset) {
  const ratio = Math.min(window.devicePixelRatio || 1, MOST_RATIO, Math.sqrt(MOST_PIXELS / (width * height)));
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  canvas.hidden = false;
  if (canvas.width !== wide || canvas.height !== high) {
    canvas.width = wide;
    canvas.height = high;
    canvas.style.cssText += `;position:absolute;left:${offset}px;top:${offset}px;width:${width}px;height:${height}px;max-width:none;pointer-events:none`;
  } else {
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, wide, high);
  }
  pen.setTransform(wide / width, 0, 0, high / height, 0, 0);
}
