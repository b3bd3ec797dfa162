// What of a shown text matched, for the reader to see.
// @ts-check

import { isUnspaced, keyOf, wordSpans } from "../../words/text.js";

const ENDINGS = 4; // letters in which forms of a word may differ at the end

/**
 * Where words of a query stand in a text.
 *
 * @param {string} text
 * @param {string[]} words  folded
 * @param {string} [initials] mark the first letters of words instead
 * @returns {[number, number][]}  offsets in UTF-16
 */
export function marksIn(text, words, initials = "") {
  /** @type {[number, number][]} */
  const marks = [];
  for (const { start, end, key } of wordSpans(text)) {
    if (initials) {
      marks.push([start, start + 1]);
      continue;
    }
    if (isUnspaced(key)) {
      for (const word of words) {
        const at = text.slice(start, end).indexOf(word);
        if (at >= 0) marks.push([start + at, start + at + word.length]);
      }
      continue;
    }
    const typed = words.find((word) => matches(key, word));
    if (typed === undefined) continue;
    const partly = key.startsWith(typed) ? lengthInText(text.slice(start, end), typed) : end - start;
    marks.push([start, start + partly]);
  }
  return joined(marks);
}

/**
 * Marks in order, those that touch or overlap as one.
 * @param {[number, number][]} marks
 */
function joined(marks) {
  /** @type {[number, number][]} */
  const found = [];
  for (const [start, end] of marks.sort((a, b) => a[0] - b[0])) {
    const last = found.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}

/** @param {string} key @param {string} word */
function matches(key, word) {
  if (key.startsWith(word)) return word.length > 2 || key === word;
  let same = 0;
  while (same < word.length && key[same] === word[same]) same += 1;
  return same >= 4 && word.length - same < ENDINGS && key.length - same < ENDINGS;
}

/**
 * How much of a text folds to a beginning: letters may fold to more or fewer.
 * @param {string} text
 * @param {string} beginning
 */
function lengthInText(text, beginning) {
  for (let length = 1; length < text.length; length += 1) {
    if (keyOf(text.slice(0, length)) === beginning) {
      while (length < text.length && keyOf(text.slice(0, length + 1)) === beginning) length += 1;
      return length;
    }
  }
  return text.length;
}
