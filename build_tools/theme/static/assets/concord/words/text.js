// How the search sees text: folded words. `stages/search/words.py` does the same, and one corpus in
// tests/contracts/ holds both to the same answers; the reasons stand there.
// @ts-check

const UNTYPED =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200c\u200d\u0640]/gu;
const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]+/gu;
const SEPARATORS = /[^\p{L}\p{N}\p{M}]+/gu;

/** @type {Map<string, string>} */
const cache = new Map();
const MOST = 20000;

/**
 * The words of a text with one space between, lower case and without accents.
 * @param {string} text
 */
export function keyOf(text) {
  let key = cache.get(text);
  if (key === undefined) {
    key = fold(text);
    if (cache.size >= MOST) cache.clear();
    cache.set(text, key);
  }
  return key;
}

/** @param {string} text */
function fold(text) {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll("ß", "ss")
    .replaceAll("ς", "σ")
    .normalize("NFKD")
    .replace(UNTYPED, "")
    .replaceAll("’", "'")
    .replace(/'(?=[st])/gu, "")
    .replace(SEPARATORS, " ")
    .trim();
}

/**
 * Whether a text has a script without spaces, in which two characters are often a word.
 * @param {string} text
 */
export function isUnspaced(text) {
  return text.search(UNSPACED) >= 0;
}

/**
 * The words of a text; a run of a script without spaces gives its pairs, and a lone character
 * itself. The index has single characters too, which a query of more than one does without.
 * @param {string} text
 * @param {boolean} [all] also the single characters, as the index has them
 */
export function wordsOf(text, all = false) {
  const key = keyOf(text);
  const words = key ? key.split(" ") : [];
  if (!isUnspaced(key)) return words;
  return words.flatMap((word) => parts(word, all));
}

/** @param {string} word @param {boolean} all */
function parts(word, all) {
  const found = [];
  let at = 0;
  for (const match of word.matchAll(UNSPACED)) {
    if (match.index > at) found.push(word.slice(at, match.index));
    const run = [...match[0]];
    if (all || run.length === 1) found.push(...run);
    for (let i = 1; i < run.length; i += 1) found.push(`${run[i - 1]}${run[i]}`);
    at = match.index + match[0].length;
  }
  if (at < word.length) found.push(word.slice(at));
  return found;
}

/**
 * Where words stand in a text.
 * @param {string} text
 * @returns {{ start: number, end: number, key: string }[]}  offsets in UTF-16
 */
export function wordSpans(text) {
  const spans = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}\u00ad\u200c\u200d]+(?:['’][st](?![\p{L}\p{N}\p{M}]))?/gu)) {
    spans.push({ start: match.index, end: match.index + match[0].length, key: keyOf(match[0]) });
  }
  return spans;
}
