// The view and the address of the page, kept the same.
// @ts-check

import { formatView, parseView } from "./data/state.js";

/** @typedef {import("./data/state.js").View} View */

const PAUSE = 250; // milliseconds of rest before a moved camera is written down

/**
 * @param {(view: View) => void} restore told of another view when the reader goes back or on
 */
export function createAddress(restore) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let resting;
  /** @type {View | undefined} what rests */
  let pending;

  const url = (/** @type {View} */ view) => `${location.pathname}${formatView(view)}${location.hash}`;
  const flush = () => {
    clearTimeout(resting);
    if (pending) history.replaceState(history.state, "", url(pending));
    pending = undefined;
  };
  const moved = () => {
    clearTimeout(resting);
    pending = undefined;
    restore(parseView(location.search));
  };
  addEventListener("popstate", moved);
  addEventListener("pagehide", flush);

  return {
    read: () => parseView(location.search),
    /** A step that Back takes back. @param {View} view */
    push(view) {
      flush();
      if (formatView(view) !== formatView(parseView(location.search))) history.pushState(null, "", url(view));
    },
    /** The same step, seen from elsewhere. @param {View} view */
    replace(view) {
      pending = view;
      clearTimeout(resting);
      resting = setTimeout(flush, PAUSE);
    },
    flush,
    dispose() {
      flush();
      removeEventListener("popstate", moved);
      removeEventListener("pagehide", flush);
    },
  };
}
