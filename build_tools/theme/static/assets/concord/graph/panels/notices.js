// What is said to those who listen, and shown to those who look.
// @ts-check

import { element } from "../../ui/element.js";
import { Lifetime, Rest } from "../../ui/lifecycle.js";

const PAUSE = 300; // milliseconds of rest before something is announced
const SHOWN_FOR = 4000; // milliseconds that a notice stays

export class Notices extends Lifetime {
  #status = element("p", { class: "concord-unseen concord-graph__status", role: "status" });
  #notice = element("p", { class: "concord-graph__notice", "aria-hidden": "true", hidden: "" });
  #saying = this.own(new Rest(PAUSE));
  #showing = this.own(new Rest(SHOWN_FOR));

  elements = [this.#status, this.#notice];

  /** @param {string} message to those who listen */
  say = (message) => this.#saying.before(() => (this.#status.textContent = message));

  /** @param {string} message to all */
  tell = (message) => {
    this.say(message);
    this.#notice.textContent = message;
    this.#notice.hidden = false;
    this.#showing.before(() => (this.#notice.hidden = true));
  };
}
