// What a query says, before anything is looked up.
// @ts-check

import { isUnspaced, keyOf, wordsOf } from "../../words/text.js";

/** From this many words on a query describes something rather than naming it. */
const DESCRIBES = 5;
/** From this many letters on a query is also sought inside names and texts. */
const LEAST = 3;

/**
 * @typedef {object} Query
 * @property {string} key the whole, folded
 * @property {string[]} words
 * @property {string[]} byRarity each word once, the one that tells most first
 * @property {boolean} telling whether it is long enough to be sought inside names and texts
 * @property {boolean} unfinished whether its last word may go on
 * @property {boolean} names whether it may be a name with slips
 */

/**
 * @param {string} text
 * @returns {Query}
 */
export function readQuery(text) {
  const key = keyOf(text);
  const words = wordsOf(text);
  return {
    key,
    words,
    // Long words are rare.
    byRarity: [...new Set(words)].sort((a, b) => b.length - a.length),
    telling: key.length >= LEAST || isUnspaced(key),
    unfinished: /[\p{L}\p{N}\p{M}]$/u.test(text),
    names: words.length < DESCRIBES && key.length > LEAST,
  };
}
