// The one ranking: what each way to match is worth. Larger is better, and a row keeps its best.
// @ts-check

/**
 * @typedef {keyof typeof WORTH} HowNamed
 * @typedef {HowNamed | "description"} How
 * @typedef {import("./files.js").Name} Name
 * @typedef {{ row: number, how: How, name: Name | null, score: number }} Candidate
 */

/** What each way to match a name is worth. */
const WORTH = {
  /** A whole name is what was meant, unless nothing else is known. */
  exact: 100,
  /** Who types the beginning of a name is on the way to it. */
  prefix: 70,
  /** Initials that nobody wrote down as an abbreviation. */
  initials: 62,
  /** All words, in any order, the last perhaps unfinished. */
  words: 60,
  /** A name but for slips: below everything that was typed as it stands. */
  spelling: 56,
};
const SLIP = 8;
/** The best description; a tie with a name that is only near is left to the number of its slips. */
const DESCRIPTION = 38;

/** Alternative names give way to preferred ones, and names that an entry had before to both. */
/** @type {Record<string, number>} */
const FIELD = { t: 1, b: 0.9, a: 0.8, f: 0.2 };
/** An entry that much is connected with is sought more often; at most nine ranks. */
const RANK = 0.6;
/** Letters of the name that were not typed, at most 40: short names first. */
const MISSING = 0.15;

/**
 * @param {Name} name
 * @param {HowNamed} how
 * @param {number} missing  letters of the name that were not typed
 * @param {number} [wrong] slips
 * @returns {number}
 */
export function nameScore(name, how, missing, wrong = 0) {
  const field = FIELD[name.field.toLowerCase()] ?? 0;
  const rest = MISSING * Math.min(40, Math.max(0, missing));
  return WORTH[how] - SLIP * wrong + 2 * field + RANK * name.rank - rest;
}

/**
 * @param {number} weight  BM25, of the row
 * @param {number} best  BM25, of the best row
 * @param {number} share  how much of the query's rarity the row has, from 0 to 1
 */
export function descriptionScore(weight, best, share) {
  return (DESCRIPTION * weight * (0.5 + 0.5 * share)) / (best || 1);
}

/** Candidates by row, each with its best reason. */
export class Candidates {
  /** @type {Map<number, Candidate>} */
  #best = new Map();

  get size() {
    return this.#best.size;
  }

  /** @param {Candidate} candidate */
  add(candidate) {
    const known = this.#best.get(candidate.row);
    if (!known || candidate.score > known.score) this.#best.set(candidate.row, candidate);
  }

  /** The best first. */
  sorted() {
    return [...this.#best.values()].sort((a, b) => b.score - a.score || a.row - b.row);
  }
}
