// What is said to those who listen, and shown to those who look.
// @ts-check

import { element } from "../../ui/element.js";

const PAUSE = 300; // milliseconds of rest before something is announced
const SHOWN_FOR = 4000; // milliseconds that a notice stays

export function createNotices() {
  const status = element("p", { class: "concord-graph__status", role: "status" });
  const notice = element("p", { class: "concord-graph__notice", "aria-hidden": "true", hidden: "" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let saying;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let showing;

  /** @param {string} message to those who listen */
  function say(message) {
    clearTimeout(saying);
    saying = setTimeout(() => (status.textContent = message), PAUSE);
  }

  /** @param {string} message to all */
  function tell(message) {
    say(message);
    clearTimeout(showing);
    notice.textContent = message;
    notice.hidden = false;
    showing = setTimeout(() => (notice.hidden = true), SHOWN_FOR);
  }

  return {
    ...{ elements: [status, notice], say, tell },
    dispose() {
      clearTimeout(saying);
      clearTimeout(showing);
    },
  };
}
