/**
 * What the graph page shows, as a value, to and from the address.
 *
 * @typedef {object} Camera what of the map is in sight
 * @property {number} x the graph's point in the middle, 0 to 65535
 * @property {number} y
 * @property {number} k zoom; at 1 everything fits
 *
 * @typedef {object} View
 * @property {string[]} topics keys that are shown; none means all, here and below
 * @property {string[]} kinds
 * @property {string[]} relations
 * @property {string[]} statuses
 * @property {string} query part of a label
 * @property {string} focus id of the entry whose neighbourhood is shown, or ""
 * @property {number} hops from the focus, 1 to 5
 * @property {boolean} directed whether hops follow links only as they are stated
 * @property {string} from id where an explanation begins, or ""
 * @property {string} to
 * @property {string} selected id of the entry that is looked at, or ""
 * @property {boolean} text whether the text view is open
 * @property {Camera | null} at without one, what is shown fills the map
 */

export const MOST_HOPS = 5;
const SIDE = 65535;
const MOST_ZOOM = 1000;
export const LISTS = /** @type {const} */ (["topics", "kinds", "relations", "statuses"]);
/** The part of a view that lets everything through. */
export const UNFILTERED = { topics: [], kinds: [], relations: [], statuses: [], query: "" };
const PARAMETERS = { topics: "topic", kinds: "kind", relations: "relation", statuses: "status" };

/**
 * The view that an address states. What it states wrongly counts as not stated.
 *
 * @param {string} search the address's query, with or without `?`
 * @returns {View}
 */
export function parseView(search) {
  const given = new URLSearchParams(search);
  /** @param {string} name */
  const list = (name) => [...new Set(given.getAll(name).flatMap((value) => value.split(",")))].filter(Boolean);
  const hops = Number(given.get("hops") ?? 1);
  return {
    topics: list("topic"),
    kinds: list("kind"),
    relations: list("relation"),
    statuses: list("status"),
    query: given.get("q") ?? "",
    focus: given.get("focus") ?? "",
    hops: Number.isInteger(hops) && hops >= 1 && hops <= MOST_HOPS ? hops : 1,
    directed: given.get("directed") === "1",
    from: given.get("from") ?? "",
    to: given.get("to") ?? "",
    selected: given.get("selected") ?? "",
    text: given.get("view") === "text",
    at: parseCamera(given.get("at") ?? ""),
  };
}

/**
 * @param {string} text `x,y,k`
 * @returns {Camera | null}
 */
function parseCamera(text) {
  const numbers = text.split(",").map((part) => (part.trim() ? Number(part) : NaN));
  const [x, y, k] = numbers;
  const onMap = (/** @type {number} */ value) => value >= -SIDE && value <= 2 * SIDE;
  return numbers.length === 3 && onMap(x) && onMap(y) && k > 0 && k <= MOST_ZOOM ? { x, y, k } : null;
}

/**
 * The shortest query that states a view: `""`, or one that begins with `?`.
 *
 * @param {View} view
 * @returns {string}
 */
export function formatView(view) {
  const stated = new URLSearchParams();
  for (const name of LISTS) {
    if (view[name].length) stated.set(PARAMETERS[name], view[name].join(","));
  }
  if (view.query) stated.set("q", view.query);
  if (view.focus) {
    stated.set("focus", view.focus);
    if (view.hops !== 1) stated.set("hops", String(view.hops));
    if (view.directed) stated.set("directed", "1");
  }
  if (view.from) stated.set("from", view.from);
  if (view.to) stated.set("to", view.to);
  if (view.selected) stated.set("selected", view.selected);
  if (view.text) stated.set("view", "text");
  if (view.at) {
    const { x, y, k } = view.at;
    stated.set("at", `${Math.round(x)},${Math.round(y)},${Number(k.toPrecision(3))}`);
  }
  const text = stated.toString().replaceAll("%2C", ",");
  return text && `?${text}`;
}

/** Whether a view leaves out what the filters can. @param {View} view */
export function isFiltered(view) {
  return view.query !== "" || LISTS.some((name) => view[name].length > 0);
}
