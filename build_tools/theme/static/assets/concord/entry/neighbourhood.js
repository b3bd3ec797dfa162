// The map of an entry's neighbourhood, answering: a neighbour that is pointed at or focused lights
// its line and says in a card below why it is there. The reason stands in the page's list of
// connections; the definition is fetched when it is wanted. Arrow keys walk the neighbours.
// @ts-check

import { element } from "../ui/element.js";
import { fetchJson } from "../ui/fetching.js";
import { Component, Lifetime } from "../ui/lifecycle.js";
import { stepFrom } from "./steps.js";

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

/** Makes the drawing answer; when it ends, it is a drawing again. */
export class Neighbourhood extends Lifetime {
  #map;
  #site;
  #neighbours;
  #card = this.own(new Component(element("div", { class: "concord-map__card", id: "map-card" })));
  /** The neighbour that is lit, or -1. */
  #lit = -1;

  /**
   * @param {SVGSVGElement} map
   * @param {URL} site the site's root
   */
  constructor(map, site) {
    super();
    this.#map = map;
    this.#site = site;
    this.#neighbours = neighboursIn(map);
    this.#hint();
    map.after(this.#card.element);
    map.classList.add("concord-map--live");
    this.#listen();
    this.onEnd(() => {
      this.#light(-1);
      map.classList.remove("concord-map--live");
    });
    this.#light(this.#neighbours.findIndex(({ link }) => link === document.activeElement));
  }

  #listen() {
    const { signal } = this;
    const map = this.#map;
    const pointed = (/** @type {Event} */ event) => this.#found(event) >= 0 && this.#light(this.#found(event));
    // The card stays, so that it can be read and its text be copied; the other lines come back.
    const rest = () => map.classList.remove("lit");
    map.addEventListener("pointerover", pointed, { signal });
    map.addEventListener("focusin", (event) => this.#light(this.#found(event)), { signal });
    map.addEventListener("keydown", (event) => this.#walk(event), { signal });
    map.addEventListener("pointerleave", rest, { signal });
    map.addEventListener("focusout", rest, { signal });
  }

  #hint() {
    this.#card.element.replaceChildren(element("p", { class: "concord-map__hint" }, HINT));
  }

  /** @param {number} next a neighbour, or -1 */
  #light(next) {
    this.#map.classList.toggle("lit", next >= 0);
    if (next === this.#lit) return;
    const before = this.#neighbours[this.#lit];
    before?.link.classList.remove("lit");
    before?.link.removeAttribute("aria-describedby");
    before?.line.classList.remove("lit");
    this.#lit = next;
    const neighbour = this.#neighbours[next];
    if (neighbour) {
      neighbour.link.classList.add("lit");
      neighbour.line.classList.add("lit");
      neighbour.link.setAttribute("aria-describedby", this.#card.element.id);
      this.#tell(neighbour);
    } else {
      delete this.#card.element.dataset.topic;
      this.#hint();
    }
  }

  /** @param {Neighbour} neighbour */
  #tell({ link, details }) {
    const card = this.#card.element;
    card.dataset.topic = link.dataset.topic ?? "";
    const said = element("p", { class: "concord-map__said" }, link.getAttribute("aria-label") ?? "");
    const definition = element("p", { class: "concord-map__definition" });
    const stated = reasons(link.getAttribute("href") ?? "").map((reason) => element("p", {}, reason));
    card.replaceChildren(said, ...stated, definition);
    define(details, this.#site).then((text) => (definition.textContent = text));
  }

  /** The neighbour that an event is about, or -1. @param {Event} event */
  #found({ target }) {
    if (!(target instanceof Element)) return -1;
    return this.#neighbours.findIndex(({ link }) => link.contains(target));
  }

  /** @param {KeyboardEvent} event */
  #walk(event) {
    const from = this.#found(event);
    if (from < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") this.#light(-1);
    const dots = this.#neighbours.map(({ at }) => at);
    const next = stepFrom(dots, from, event.key);
    if (next < 0) return;
    event.preventDefault();
    this.#neighbours[next].link.focus();
  }
}

/** @param {SVGSVGElement} map @returns {Neighbour[]} */
function neighboursIn(map) {
  const lines = map.querySelectorAll(":scope > g > path");
  const places = (map.dataset.details ?? "").split(" ");
  const links = /** @type {NodeListOf<SVGAElement>} */ (map.querySelectorAll(":scope > a"));
  return [...links].map((link, at) => {
    const [x = 0, y = 0] = (link.getAttribute("transform")?.match(/\d+/g) ?? []).map(Number);
    return { link, line: lines[at], details: places[at] ?? "", at: { x, y } };
  });
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
    definitions = fetchJson(new URL(`data/graph/${file}.json`, site)).then(
      (it) => /** @type {{ definitions: string[] }} */ (it).definitions,
    );
    files.set(file, definitions);
  }
  try {
    return String((await definitions)[Number(at)] ?? "");
  } catch {
    files.delete(file); // asked again next time
    return "";
  }
}
