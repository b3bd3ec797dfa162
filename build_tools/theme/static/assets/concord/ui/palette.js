// The page's palette, which a reader may switch: Material writes it into an attribute of the body.
// @ts-check

/**
 * @param {(dark: boolean) => void} change called at once, and whenever it is another one
 * @returns {() => void} ends it
 */
export function watchPalette(change) {
  const tell = () => change(document.body.dataset.mdColorScheme === "slate");
  const observer = new MutationObserver(tell);
  observer.observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
  tell();
  return () => observer.disconnect();
}
