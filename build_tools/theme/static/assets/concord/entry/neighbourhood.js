// The map of an entry's neighbourhood, answering: a neighbour that is pointed at or focused lights
// its line and says in a card below why it is there. The reason stands in the page's list of
// connections; the definition is fetched when it is wanted. Arrow keys walk the neighbours.
// @ts-check

/**
 * @typedef {object} Neighbour
 * @property {SVGAElement} link
 * @property {Element} line
 * @property {string} details the file of details and its place there, `K.AT`
 * @property {{ x: number, y: number }} at where its dot is drawn
 */

const HINT = "Point at an entry, or walk with Tab and the arrow keys, to read why it is here.";

/** @type {Map<string, Promise<string[]>>} definitions by file */
const files = new Map();

/**
 * @param {SVGSVGElement} map
 * @param {URL} site the site's root
 * @returns {() => void} makes it a drawing again
 */
export function mountMap(map, site) {
  const lines = map.querySelectorAll(":scope > g > path");
  const places = (map.dataset.details ?? "").split(" ");
  const links = /** @type {NodeListOf<SVGAElement>} */ (map.querySelectorAll(":scope > a"));
  /** @type {Neighbour[]} */
  const neighbours = [...links].map((link, at) => {
    const [x = 0, y = 0] = (link.getAttribute("transform")?.match(/\d+/g) ?? []).map(Number);
    return { link, line: lines[at], details: places[at] ?? "", at: { x, y } };
  });
  const card = document.createElement("div");
  card.className = "concord-map__card";
  card.id = "map-card";
  card.append(paragraph(HINT, "concord-map__hint"));
  map.after(card);
  map.classList.add("concord-map--live");

  const controller = new AbortController();
  const { signal } = controller;
  let lit = -1;

  /** @param {number} next a neighbour, or -1 */
  function light(next) {
    map.classList.toggle("lit", next >= 0);
    if (next === lit) return;
    const before = neighbours[lit];
    before?.link.classList.remove("lit");
    before?.link.removeAttribute("aria-describedby");
    before?.line.classList.remove("lit");
    lit = next;
    const neighbour = neighbours[next];
    if (!neighbour) {
      delete card.dataset.topic;
      card.replaceChildren(paragraph(HINT, "concord-map__hint"));
      return;
    }
    neighbour.link.classList.add("lit");
    neighbour.line.classList.add("lit");
    neighbour.link.setAttribute("aria-describedby", card.id);
    card.dataset.topic = neighbour.link.dataset.topic ?? "";
    const said = paragraph(neighbour.link.getAttribute("aria-label") ?? "", "concord-map__said");
    const definition = paragraph("", "concord-map__definition");
    const stated = reasons(neighbour.link.getAttribute("href") ?? "").map((reason) => paragraph(reason, ""));
    card.replaceChildren(said, ...stated, definition);
    define(neighbour.details, site).then((text) => (definition.textContent = text));
  }

  /** @param {Event} event */
  const found = ({ target }) => {
    return target instanceof Element ? neighbours.findIndex(({ link }) => link.contains(target)) : -1;
  };

  /** @param {KeyboardEvent} event */
  function walk(event) {
    const from = found(event);
    if (from < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") light(-1);
    const next = stepFrom(
      neighbours.map(({ at }) => at),
      from,
      event.key,
    );
    if (next < 0) return;
    event.preventDefault();
    neighbours[next].link.focus();
  }

  map.addEventListener("pointerover", (event) => found(event) >= 0 && light(found(event)), { signal });
  map.addEventListener("focusin", (event) => light(found(event)), { signal });
  map.addEventListener("keydown", walk, { signal });
  // The card stays, so that it can be read and its text be copied; the other lines come back.
  const rest = () => map.classList.remove("lit");
  map.addEventListener("pointerleave", rest, { signal });
  map.addEventListener("focusout", rest, { signal });

  const focused = neighbours.findIndex(({ link }) => link === document.activeElement);
  light(focused);

  return () => {
    controller.abort();
    light(-1);
    card.remove();
    map.classList.remove("concord-map--live");
  };
}

/**
 * Where an arrow key leads: up and down in a column, across to the nearest of the other one, and to
 * the ends with Home and End.
 * @param {{ x: number, y: number }[]} dots
 * @param {number} from
 * @param {string} key
 * @returns {number} -1 for nowhere
 */
export function stepFrom(dots, from, key) {
  const here = dots[from];
  const column = [...dots.keys()].filter((at) => dots[at].x === here.x).sort((a, b) => dots[a].y - dots[b].y);
  const at = column.indexOf(from);
  if (key === "ArrowDown") return column[at + 1] ?? -1;
  if (key === "ArrowUp") return column[at - 1] ?? -1;
  if (key === "Home") return column[0];
  if (key === "End") return column[column.length - 1];
  if (key !== "ArrowLeft" && key !== "ArrowRight") return -1;
  const across = [...dots.keys()].filter((it) => (key === "ArrowLeft" ? dots[it].x < here.x : dots[it].x > here.x));
  const [nearest = -1] = across.sort((a, b) => Math.abs(dots[a].y - here.y) - Math.abs(dots[b].y - here.y));
  return nearest;
}

/**
 * What the page's list of connections says of links with an entry, one text a link.
 * @param {string} href
 */
function reasons(href) {
  return [...document.querySelectorAll(".concord-relation li")]
    .filter((item) => item.querySelector(":scope > a")?.getAttribute("href") === href)
    .map((item) => {
      const reason = item.querySelector(".concord-because")?.cloneNode(true);
      if (!(reason instanceof Element)) return "";
      reason.querySelector(".concord-cite")?.remove(); // numbers that lead nowhere from here
      return reason.textContent ?? "";
    })
    .filter(Boolean);
}

/**
 * An entry's definition; `""` where it cannot be had.
 * @param {string} details
 * @param {URL} site
 */
async function define(details, site) {
  const [file, at] = details.split(".");
  let definitions = files.get(file);
  if (!definitions) {
    definitions = fetch(new URL(`data/graph/${file}.json`, site))
      .then((response) => response.json())
      .then((it) => it.definitions);
    files.set(file, definitions);
  }
  try {
    return String((await definitions)[Number(at)] ?? "");
  } catch {
    files.delete(file); // asked again next time
    return "";
  }
}

/** @param {string} text @param {string} name of its class */
function paragraph(text, name) {
  const made = document.createElement("p");
  if (name) made.className = name;
  made.textContent = text;
  return made;
}
