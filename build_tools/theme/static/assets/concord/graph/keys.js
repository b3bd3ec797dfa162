// The keys of the map. What they do is told in panels/help.js.
// @ts-check

/**
 * @typedef {object} Actions
 * @property {(dx: number, dy: number) => void} pan pixels
 * @property {(factor: number) => void} zoom
 * @property {() => void} fit
 * @property {(step: 1 | -1) => void} walk to the next neighbour, or the one before
 * @property {(dx: number, dy: number) => void} stride to the nearest entry in a direction
 * @property {(open: boolean) => void} enter selects; or opens the page
 * @property {() => void} text
 * @property {() => void} find
 * @property {() => void} focus
 * @property {() => void} leave
 * @property {() => void} help
 */

const DISTANCE = 60; // pixels that one key moves the map
const DIRECTIONS = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
});

/**
 * @param {HTMLElement} region the map's region, which has the focus
 * @param {Actions} on
 */
export function listenForKeys(region, on) {
  region.addEventListener("keydown", (event) => {
    if (event.target !== region || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!act(event, on)) return;
    event.preventDefault();
    event.stopPropagation(); // "/" is the site's search elsewhere
  });
}

/** @param {KeyboardEvent} event @param {Actions} on @returns {boolean} whether the key means something */
function act({ key, shiftKey }, on) {
  const direction = DIRECTIONS[key];
  if (direction && shiftKey) on.stride(...direction);
  else if (direction) on.pan(direction[0] * DISTANCE, direction[1] * DISTANCE);
  else if (key === "+" || key === "=") on.zoom(1.4);
  else if (key === "-" || key === "_") on.zoom(1 / 1.4);
  else if (key === "0") on.fit();
  else if (key === "n" || key === "]") on.walk(1);
  else if (key === "p" || key === "[") on.walk(-1);
  else if (key === "Enter") on.enter(shiftKey);
  else if (key === "f") on.focus();
  else if (key === "t") on.text();
  else if (key === "/") on.find();
  else if (key === "?") on.help();
  else if (key === "Escape") on.leave();
  else return false;
  return true;
}
