// The view and the address of the page, kept the same.
// @ts-check

import { Lifetime, Rest } from "../ui/lifecycle.js";
import { formatView, parseView } from "./data/view.js";

/** @typedef {import("./data/view.js").View} View */

const PAUSE = 250; // milliseconds of rest before a moved camera is written down

export class Address extends Lifetime {
  #resting = new Rest(PAUSE);
  /** What rests. @type {View | undefined} */
  #pending;

  /** @param {(view: View) => void} restore told of another view when the reader goes back or on */
  constructor(restore) {
    super();
    const { signal } = this;
    const moved = () => {
      this.#resting.cancel();
      this.#pending = undefined;
      restore(this.read());
    };
    addEventListener("popstate", moved, { signal });
    addEventListener("pagehide", () => this.flush(), { signal });
    this.onEnd(() => this.flush());
  }

  read() {
    return parseView(location.search);
  }

  /** A step that Back takes back. @param {View} view */
  push(view) {
    this.flush();
    if (formatView(view) !== formatView(this.read())) history.pushState(null, "", urlOf(view));
  }

  /** The same step, seen from elsewhere. @param {View} view */
  replace(view) {
    this.#pending = view;
    this.#resting.before(() => this.flush());
  }

  /** Writes down what rests. */
  flush() {
    this.#resting.cancel();
    if (this.#pending) history.replaceState(history.state, "", urlOf(this.#pending));
    this.#pending = undefined;
  }
}

/** @param {View} view */
function urlOf(view) {
  return `${location.pathname}${formatView(view)}${location.hash}`;
}
