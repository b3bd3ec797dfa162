// Entries by what their texts say: BM25 over stems.
// @ts-check

import { columnOf, countUpTo, eachPosting } from "./files.js";

/** @typedef {import("./files.js").WordFile} WordFile */

/** What a form that the stemmer keeps apart is worth: *flattery* for *flatters*. */
const FORM = 0.25;
/** Letters that two forms must share, and that one may have more at the end. */
const SHARED = 5;
const ENDING = 4;

/**
 * A stem and its near forms among the sorted stems of a file.
 * @param {string[]} stems
 * @param {string} stem
 */
function formsOf(stems, stem) {
  const found = [];
  const shared = stem.slice(0, Math.max(SHARED, stem.length - 2));
  for (let at = Math.max(0, countUpTo(stems, shared) - 1); at < stems.length; at += 1) {
    const other = /** @type {string} */ (stems[at]);
    if (other === stem) found.push({ at, share: 1 });
    else if (other > stem && !other.startsWith(shared)) break;
    else if (stem.length >= SHARED && other.startsWith(shared) && other.length - shared.length <= ENDING) {
      found.push({ at, share: FORM });
    }
  }
  return found;
}

/** BM25's inverse document frequency. @param {number} entries @param {number} count */
function rarityOf(entries, count) {
  return Math.log(1 + (entries - count + 0.5) / (count + 0.5));
}

/**
 * Rows by weight.
 * @param {{ stem: string, file: WordFile }[]} stems
 * @param {number} entries  of the glossary
 * @returns {{ row: number, weight: number, share: number }[]}  `share` is the part of the query's
 *   rarity that a row has, from 0 to 1
 */
export function rowsDescribed(stems, entries) {
  /** @type {Map<number, { weight: number, rarity: number }>} */
  const rows = new Map();
  let total = 0;
  for (const { stem, file } of stems) {
    /** @type {Map<number, number>} */
    const weights = new Map();
    for (const { at, share } of formsOf(columnOf(file, "stems"), stem)) {
      const rarity = share * rarityOf(entries, /** @type {number} */ (file.counts[at]));
      eachPosting(columnOf(file, "postings")[at] ?? "", (row, level) => {
        weights.set(row, Math.max(weights.get(row) ?? 0, rarity * level));
      });
    }
    const rarity = rarityOf(entries, weights.size);
    total += rarity;
    for (const [row, weight] of weights) {
      const sum = rows.get(row) ?? { weight: 0, rarity: 0 };
      sum.weight += weight;
      sum.rarity += rarity;
      rows.set(row, sum);
    }
  }
  return [...rows].map(([row, { weight, rarity }]) => ({
    row,
    weight,
    share: total ? rarity / total : 0,
  }));
}
