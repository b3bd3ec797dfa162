// The page's palette, which a reader may switch: Material writes it into an attribute of the body.
// @ts-check

import { Lifetime } from "./lifecycle.js";

/** Watches it. */
export class Palette extends Lifetime {
  /** @param {(dark: boolean) => void} change called at once, and whenever it is another one */
  constructor(change) {
    super();
    const tell = () => change(document.body.dataset.mdColorScheme === "slate");
    const observer = new MutationObserver(tell);
    observer.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    this.onEnd(() => observer.disconnect());
    tell();
  }
}
