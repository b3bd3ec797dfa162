// What search shows, as elements. Texts come from authors and readers: they are only ever text nodes.
// @ts-check

import { element } from "../../ui/element.js";

/**
 * @typedef {import("../index/engine.js").Hit} Hit
 * @typedef {import("../index/engine.js").Answer} Answer
 * @typedef {import("./session.js").Vocabulary} Vocabulary
 * @typedef {{ id: string, term: string, topic: string }} Recent
 * @typedef {{ topics: string[], kinds: string[] }} Selection
 */

/**
 * A text with its matching parts in `<mark>`.
 * @param {string} text
 * @param {[number, number][]} ranges UTF-16 offsets; what lies outside the text or overlaps is dropped
 */
export function marked(text, ranges) {
  const shown = document.createDocumentFragment();
  let at = 0;
  for (const [from, to] of [...ranges].sort((one, other) => one[0] - other[0])) {
    if (from < at || to <= from || to > text.length) continue;
    shown.append(text.slice(at, from), element("mark", {}, text.slice(from, to)));
    at = to;
  }
  shown.append(text.slice(at));
  return shown;
}

/**
 * The link to a hit's entry: its term, why it was found, topic, kind and definition.
 * @param {Hit} hit
 * @param {URL} site
 * @param {Vocabulary} vocabulary
 */
export function hitLink(hit, site, vocabulary) {
  const { field, how, label } = hit.match;
  const named = field === "term" && label === hit.term;
  const topic = labelOf(vocabulary.topics, hit.topic);
  const kind = labelOf(vocabulary.kinds, hit.kind);
  return element(
    "a",
    { class: "concord-hit", href: entryUrl(hit.id, site), "data-entry-id": hit.id, "data-topic": hit.topic },
    element(
      "span",
      { class: "concord-hit__head" },
      element("span", { class: "concord-hit__term" }, named ? marked(hit.term, hit.marks.label) : hit.term),
      field === "abbreviation" && element("span", { class: "concord-hit__short" }, " ", marked(label, hit.marks.label)),
    ),
    field === "alias" && because("also known as ", marked(label, hit.marks.label)),
    field === "former-id" && because("formerly ", marked(label, hit.marks.label)),
    field === "text" && because("found in its text"),
    how === "spelling" && because("spelled alike"),
    how === "initials" && because("by its initials"),
    element("span", { class: "concord-hit__definition" }, marked(hit.definition, hit.marks.definition)),
    element(
      "span",
      { class: "concord-hit__facts" },
      element("span", { class: "concord-hit__topic" }, topic),
      ` · ${kind}`,
    ),
  );
}

/** @param {(Node | string)[]} reason */
function because(...reason) {
  return element("span", { class: "concord-hit__because" }, ...reason);
}

/**
 * The link to an entry that was read before.
 * @param {Recent} recent
 * @param {URL} site
 */
export function recentLink(recent, site) {
  return element(
    "a",
    { class: "concord-hit", href: entryUrl(recent.id, site), "data-entry-id": recent.id, "data-topic": recent.topic },
    element("span", { class: "concord-hit__head" }, element("span", { class: "concord-hit__term" }, recent.term)),
  );
}

/**
 * Entries that were read before, latest first; none where storage is closed or holds something else.
 * @param {URL} site
 * @returns {Recent[]}
 */
export function recentEntries(site) {
  try {
    const known = JSON.parse(localStorage[`concord-recent ${site.pathname}`] ?? "[]");
    return known
      .filter((/** @type {any} */ it) => typeof it?.term === "string" && /^[a-z0-9-]+$/.test(it.id))
      .map((/** @type {any} */ it) => ({ id: it.id, term: it.term, topic: String(it.topic ?? "") }));
  } catch {
    return [];
  }
}

/**
 * Buttons that narrow an answer to topics and kinds, each with how many it would leave.
 * @param {Answer} answer
 * @param {Vocabulary} vocabulary
 * @param {Selection} selection what is pressed
 * @returns {{ topics: HTMLButtonElement[], kinds: HTMLButtonElement[] }}
 */
export function facetChips(answer, vocabulary, selection) {
  /**
   * @param {"topics" | "kinds"} facet
   * @param {string} data the attribute that bears the key
   */
  const chips = (facet, data) =>
    vocabulary[facet]
      .map(({ key, label }) => ({
        key,
        label,
        count: countOf(answer[facet], key),
        pressed: selection[facet].includes(key),
      }))
      .filter(({ count, pressed }) => count > 0 || pressed)
      .sort((one, other) => Number(other.pressed) - Number(one.pressed) || other.count - one.count)
      .map(({ key, label, count, pressed }) =>
        element(
          "button",
          {
            type: "button",
            class: "concord-facet",
            "aria-pressed": String(pressed),
            "data-facet": facet,
            "data-key": key,
            [data]: key,
          },
          label,
          element("span", { class: "concord-facet__count" }, ` ${count}`),
        ),
      );
  return { topics: chips("topics", "data-topic"), kinds: chips("kinds", "data-kind") };
}

/**
 * A selection with one key put in or taken out.
 * @param {Selection} selection
 * @param {HTMLElement} chip
 * @returns {Selection}
 */
export function toggled(selection, chip) {
  const facet = chip.dataset.facet === "kinds" ? "kinds" : "topics";
  const key = chip.dataset.key ?? "";
  const keys = selection[facet];
  return { ...selection, [facet]: keys.includes(key) ? keys.filter((it) => it !== key) : [...keys, key] };
}

/**
 * What is to be said about an answer before its hits, if anything.
 * @param {Answer} answer
 */
export function remark(answer) {
  if (answer.corrected !== null)
    return element("p", { class: "concord-remark" }, "Did you mean ", correction(answer.corrected), "?");
  if (answer.widened && answer.hits.length)
    return element("p", { class: "concord-remark" }, "No name matches. These descriptions do:");
  return null;
}

/** @param {string} text */
function correction(text) {
  return element("button", { type: "button", class: "concord-plain concord-correction", "data-query": text }, text);
}

/**
 * How many results there are, and of what sort.
 * @param {Answer} answer
 */
export function summary(answer) {
  if (!answer.hits.length) return `No result for ${answer.query}`;
  const count = answer.total === 1 ? "1 result" : `${answer.total.toLocaleString("en")} results`;
  if (answer.corrected !== null) return `${count} for ${answer.corrected}`;
  return answer.widened ? `${count} in descriptions` : count;
}

/**
 * The address of the page that answers a question.
 * @param {Selection & { text: string }} question
 * @param {URL} site
 */
export function resultsUrl({ text, topics, kinds }, site) {
  const url = new URL("search/", site);
  if (text) url.searchParams.set("q", text);
  for (const key of topics) url.searchParams.append("topic", key);
  for (const key of kinds) url.searchParams.append("kind", key);
  return url.href;
}

/**
 * @param {string} id
 * @param {URL} site
 */
function entryUrl(id, site) {
  return new URL(`terms/${id}/`, site).href;
}

/**
 * @param {{ key: string, label: string }[]} labels
 * @param {string} key
 */
function labelOf(labels, key) {
  return labels.find((it) => it.key === key)?.label ?? key;
}

/**
 * @param {Record<string, number>} counts
 * @param {string} key
 */
function countOf(counts, key) {
  return Object.hasOwn(counts, key) ? counts[key] : 0;
}
