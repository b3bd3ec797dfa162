// Shapes of SVG, made by calls, and the icons of buttons.
// @ts-check

const SPACE = "http://www.w3.org/2000/svg";

/**
 * A shape. `""` leaves an attribute out.
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 * @param {(Node | string)[]} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function shape(tag, attributes, ...children) {
  const made = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== "") made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}

/** Lines in a square of 24, drawn with a pen. */
const ICONS = {
  close: "M6 6l12 12M18 6L6 18",
  copy: "M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1",
  filter: "M4 6h16M7 12h10M10 18h4",
  fit: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5M9 12h6M12 9v6",
  full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  help: "M9 9a3 3 0 1 1 4 2.8c-.7.4-1 .9-1 2.2M12 17.5v.5",
  less: "M5 12h14",
  more: "M5 12h14M12 5v14",
  reset: "M5 12a7 7 0 1 0 2-5L4 10M4 4v6h6",
  save: "M12 4v11M7 11l5 5 5-5M5 20h14",
  swap: "M7 4v15M3 15l4 4 4-4M17 20V5M13 9l4-4 4 4",
};

/** @param {keyof typeof ICONS} name */
export function icon(name) {
  return shape("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, shape("path", { d: ICONS[name] }));
}
