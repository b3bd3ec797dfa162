/**
 * What the pointer means: over which node it is, what it chooses, what it opens.
 *
 * @typedef {object} Meaning
 * @property {(x: number, y: number, reach: number) => number} nodeAt the node within so many pixels, or -1
 * @property {(node: number, at: {x: number, y: number} | null) => void} hover
 * @property {(node: number) => void} select
 * @property {(node: number) => void} open
 */

/** Pixels round a node that still mean it: a finger covers more than a mouse. */
const REACH = { mouse: 8, pen: 14, touch: 24 };
const DOUBLE_TAP_MS = 400;

/**
 * @param {HTMLElement} surface
 * @param {Meaning} meaning
 * @returns {{ again: () => void, dispose: () => void }} `again` looks once more under a mouse that
 *   rests while the map moves
 */
export function watchPointer(surface, { nodeAt, hover, select, open }) {
  const ending = new AbortController();
  const { signal } = ending;
  let hovered = -1;
  /** @type {keyof typeof REACH} */
  let kind = "mouse";
  let tapped = { node: -1, time: -Infinity };
  /** @type {{x: number, y: number} | null} where a mouse rests that holds nothing */
  let resting = null;

  /** @param {MouseEvent} event */
  const place = (event) => {
    const { left, top } = surface.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  /** @param {MouseEvent} event */
  const nodeUnder = (event) => {
    const { x, y } = place(event);
    return nodeAt(x, y, REACH[kind]);
  };
  /** @param {PointerEvent} event */
  const recognise = ({ pointerType }) => {
    kind = pointerType === "touch" || pointerType === "pen" ? pointerType : "mouse";
  };
  /** @param {number} node @param {{x: number, y: number}} at */
  const pass = (node, at) => {
    if (node < 0) return clear();
    hovered = node;
    surface.style.cursor = "pointer";
    hover(node, at);
  };
  const clear = () => {
    if (hovered < 0) return;
    hovered = -1;
    surface.style.cursor = "grab";
    hover(-1, null);
  };

  surface.addEventListener("pointerdown", recognise, { signal });
  surface.addEventListener(
    "pointermove",
    (event) => {
      recognise(event);
      if (kind === "touch") return;
      // While a button is held the map is dragged and the node under the pointer stays the same.
      resting = event.buttons ? null : place(event);
      if (resting) pass(nodeUnder(event), resting);
    },
    { signal },
  );
  surface.addEventListener(
    "pointerleave",
    () => {
      resting = null;
      clear();
    },
    { signal },
  );
  surface.addEventListener(
    "click",
    (event) => {
      const node = nodeUnder(event);
      select(node);
      // Not every browser tells of a double tap where touches are ours.
      const again = node >= 0 && node === tapped.node && event.timeStamp - tapped.time < DOUBLE_TAP_MS;
      if (kind !== "mouse" && again) open(node);
      tapped = { node: again ? -1 : node, time: event.timeStamp };
    },
    { signal },
  );
  surface.addEventListener(
    "dblclick",
    (event) => {
      const node = nodeUnder(event);
      if (kind === "mouse" && node >= 0) open(node);
    },
    { signal },
  );
  return {
    again() {
      if (!resting) return;
      const node = nodeAt(resting.x, resting.y, REACH.mouse);
      if (node !== hovered) pass(node, resting);
    },
    dispose: () => ending.abort(),
  };
}
