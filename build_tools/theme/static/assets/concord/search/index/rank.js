// The one ranking: what each way to match is worth. Larger is better, and a row keeps its best.
// @ts-check

/**
 * @typedef {"exact" | "prefix" | "words" | "initials" | "spelling" | "description"} How
 * @typedef {import("./files.js").Name} Name
 * @typedef {{ row: number, how: How, name: Name | null, score: number }} Candidate
 */

/** A whole name is what was meant, unless nothing else is known. */
const EXACT = 100;
/** Who types the beginning of a name is on the way to it. */
const PREFIX = 70;
/** All words, in any order, the last perhaps unfinished. */
const WORDS = 60;
/** Initials that nobody wrote down as an abbreviation. */
const INITIALS = 62;
/** A name but for slips: below everything that was typed as it stands. */
const SPELLING = 56;
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
 * @param {How} how
 * @param {number} missing  letters of the name that were not typed
 * @param {number} [wrong] slips
 * @returns {number}
 */
export function nameScore(name, how, missing, wrong = 0) {
  const worth =
    how === "exact"
      ? EXACT
      : how === "prefix"
        ? PREFIX
        : how === "words"
          ? WORDS
          : how === "initials"
            ? INITIALS
            : SPELLING - SLIP * wrong;
  const field = FIELD[name.field.toLowerCase()] ?? 0;
  const rest = MISSING * Math.min(40, Math.max(0, missing));
  return worth + 2 * field + RANK * name.rank - rest;
}

/**
 * @param {number} weight  BM25, of the row
 * @param {number} best  BM25, of the best row
 * @param {number} share  how much of the query's rarity the row has, from 0 to 1
 */
export function descriptionScore(weight, best, share) {
  return (DESCRIPTION * weight * (0.5 + 0.5 * share)) / (best || 1);
}

/**
 * Candidates by row, each with its best reason.
 * @returns {{ add(candidate: Candidate): void, sorted(): Candidate[], size(): number }}
 */
export function createCandidates() {
  /** @type {Map<number, Candidate>} */
  const best = new Map();
  return {
    add(candidate) {
      const known = best.get(candidate.row);
      if (!known || candidate.score > known.score) best.set(candidate.row, candidate);
    },
    sorted: () => [...best.values()].sort((a, b) => b.score - a.score || a.row - b.row),
    size: () => best.size,
  };
}
