// A found entry as it is shown.
// @ts-check

import { isUnspaced, keyOf } from "../../words/text.js";
import { marksIn } from "./marks.js";

/**
 * @typedef {{ field: "term" | "alias" | "abbreviation" | "former-id" | "definition" | "text",
 *   how: import("./rank.js").How, label: string }} Match
 * @typedef {{ id: string, term: string, topic: string, kind: string, definition: string,
 *   match: Match, score: number,
 *   marks: { label: [number, number][], definition: [number, number][] } }} Hit
 * @typedef {import("./files.js").Manifest} Manifest
 * @typedef {import("./files.js").EntryPage} EntryPage
 * @typedef {import("./rank.js").Candidate} Candidate
 */

/** @type {Record<string, Match["field"]>} */
const FIELDS = { t: "term", a: "alias", b: "abbreviation", f: "former-id" };

/**
 * @param {Manifest} index
 * @param {EntryPage} page  that has the candidate's row
 * @param {Candidate} candidate
 * @param {string[]} words  of the query, repaired
 * @returns {Hit}
 */
export function hitOf(index, page, { row, how, name, score }, words) {
  const at = row % index.page;
  const term = page.terms[at] ?? "";
  const definition = page.definitions[at] ?? "";
  const label = name?.label ?? term;
  // Marks on every *a* and *of* would hide the others.
  const telling = words.filter((word) => word.length > 2 || isUnspaced(word));
  const inDefinition = marksIn(definition, telling);
  const field = name ? (FIELDS[name.field.toLowerCase()] ?? "term") : inDefinition.length ? "definition" : "text";
  const initials = how === "initials" ? keyOf(words.join(" ")) : "";
  return {
    id: page.ids.split("\n")[at] ?? "",
    term,
    topic: index.topics[page.topics[at] ?? 0]?.key ?? "",
    kind: index.kinds[page.kinds[at] ?? 0]?.key ?? "",
    definition,
    match: { field, how, label },
    score,
    marks: { label: marksIn(label, words, initials), definition: inDefinition },
  };
}
