// All of search that each page loads: it remembers entries, and fetches the rest when it is wanted.
// @ts-check

// A block, since other plain scripts have names as well.
{
  const site = new URL("../../../", /** @type {HTMLScriptElement} */ (document.currentScript).src);
  const box = document.querySelector(".concord-search");
  const input = box?.querySelector("input");
  const opener = box?.querySelector("a");
  const pageInput = () => document.querySelector("main [data-concord-search] input");
  /** @type {{ dispose(): void } | undefined} */
  let results;

  const remember = () => {
    const entry = /** @type {HTMLElement | null} */ (document.querySelector("main [data-entry-id]"));
    const term = entry?.querySelector("h1")?.firstChild?.textContent;
    if (!entry || !term) return;
    const key = `concord-recent ${site.pathname}`;
    const { entryId: id, topic } = entry.dataset;
    try {
      /** @type {{id: string}[]} */
      const known = JSON.parse(localStorage[key] ?? "[]");
      const others = known.filter((it) => it.id !== id).slice(0, 7);
      localStorage[key] = JSON.stringify([{ id, term, topic }, ...others]);
    } catch {} // no storage, or something else's
  };

  const visit = async () => {
    remember();
    results?.dispose();
    results = undefined;
    const page = pageInput()?.closest("[data-concord-search]");
    if (!page) return;
    const { ResultsPage } = await import("./ui/page.js");
    results = new ResultsPage(page, site);
  };
  // Material's bundle says when it has put another page in place; without it there is one page.
  const pages = /** @type {any} */ (window).document$;
  if (pages) pages.subscribe(visit);
  else visit();

  /** @param {Element} box @param {HTMLInputElement} input @param {HTMLAnchorElement} opener */
  const waitForReader = (box, input, opener) => {
    input.form?.setAttribute("action", `${site}search/`);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-expanded", "false");
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-label", opener.title);

    const fetchBox = () =>
      import("./ui/box.js").then(
        ({ SearchBox }) => new SearchBox(box, site),
        () => input.addEventListener("input", fetchBox, { once: true }), // again at the next key
      );
    input.addEventListener("focus", fetchBox, { once: true });

    /** @param {Event} event */
    const open = (event) => {
      const field = /** @type {HTMLInputElement | null} */ (pageInput());
      event.preventDefault();
      if (!field) box.classList.add("concord-search--open");
      (field ?? input).focus();
    };
    opener.addEventListener("click", open);
    addEventListener("keydown", (event) => {
      const { target, key, altKey } = event;
      const fields = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
      const typing = target instanceof Element && target.closest(fields);
      const wanted = event.ctrlKey || event.metaKey ? key.toLowerCase() === "k" : key === "/" && !typing;
      if (wanted && !altKey) open(event);
    });
  };
  if (box && input && opener) waitForReader(box, input, opener);
}
