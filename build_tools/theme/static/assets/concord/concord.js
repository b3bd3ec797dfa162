// What pages gain where scripts run. Everything works without.
// @ts-check

// A block, since other plain scripts have names as well.
{
  const SHOWN_FOR = 2000; // milliseconds
  const site = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  /** @type {{ dispose(): void } | undefined} */
  let map;

  /** Put a copy button on every format of "Cite this entry". */
  const addCopyButtons = () => {
    for (const block of document.querySelectorAll(".concord-cite-format")) {
      const text = block.querySelector("pre");
      const name = block.querySelector("h3")?.textContent ?? "";
      if (!text || block.querySelector(".concord-copy")) continue;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "concord-button concord-copy";
      button.textContent = "Copy";
      button.setAttribute("aria-label", `Copy as ${name}`);
      button.setAttribute("aria-live", "polite");
      button.addEventListener("click", async () => {
        const done = await copied(text.textContent ?? "", text);
        button.textContent = done ? "Copied" : "Press Ctrl+C";
        setTimeout(() => (button.textContent = "Copy"), SHOWN_FOR);
      });
      block.append(button);
    }
  };

  /**
   * Copy text; where the browser forbids it, select it so that the reader can.
   * @param {string} text
   * @param {Element} shown
   */
  const copied = async (text, shown) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      getSelection()?.selectAllChildren(shown);
      return false;
    }
  };

  /** Let the map of the neighbourhood answer, from when it comes into view. */
  const watchMap = () => {
    const drawing = /** @type {SVGSVGElement | null} */ (document.querySelector("svg.concord-map"));
    map?.dispose();
    map = undefined;
    if (!drawing) return;
    const observer = new IntersectionObserver((seen) => {
      if (!seen.some((it) => it.isIntersecting)) return;
      observer.disconnect();
      import("./entry/neighbourhood.js").then(
        ({ Neighbourhood }) => (map = new Neighbourhood(drawing, site)),
        () => undefined,
      );
    });
    observer.observe(drawing);
  };

  const visit = () => {
    addCopyButtons();
    watchMap();
  };

  // Material's bundle says when it has put another page in place; without it there is one page.
  const pages = /** @type {{subscribe(next: () => void): void} | undefined} */ (/** @type {any} */ (window).document$);
  if (pages) pages.subscribe(visit);
  else visit();
}
