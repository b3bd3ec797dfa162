// Which entries a query may mean: names first, then names with slips, then descriptions.
// @ts-check

import { columnOf, countUpTo } from "./files.js";
import { rowsDescribed } from "./description.js";
import { createParts, keyOfName, namesWithWord } from "./parts.js";
import { createCandidates, descriptionScore, nameScore } from "./rank.js";
import { namesNear, slipsOfWords } from "./spelling.js";
import { isUnspaced, keyOf, wordsOf } from "../../words/text.js";

/**
 * @typedef {import("./files.js").Manifest} Manifest
 * @typedef {import("./files.js").Name} Name
 * @typedef {import("./files.js").WordFile} WordFile
 * @typedef {import("./rank.js").Candidate} Candidate
 * @typedef {{ candidates: Candidate[], corrected: string | null, widened: boolean, words: string[] }} Found
 */

/** From this many words on a query describes something rather than naming it. */
const DESCRIBES = 5;
/** From this many letters on a query is also sought inside names and texts. */
const LEAST = 3;
const MOST = 200;

/**
 * @param {import("./parts.js").Files} files
 * @param {Manifest} index
 * @param {() => Promise<(word: string) => string>} stemmer
 * @param {string} query
 * @returns {Promise<Found>}
 */
export async function lookUp(files, index, stemmer, query) {
  const parts = createParts(files, index);
  const key = keyOf(query);
  const words = wordsOf(query);
  const telling = key.length >= LEAST || isUnspaced(key);
  const unfinished = /[\p{L}\p{N}\p{M}]$/u.test(query);
  // The rarest word tells most; long words are rare.
  const byRarity = [...new Set(words)].sort((a, b) => b.length - a.length);
  const candidates = createCandidates();
  /** @type {Map<string, WordFile>} */
  const wordFiles = new Map();
  /** @type {string | null} */
  let corrected = null;

  /** @param {string[]} some */
  const load = async (some) => {
    for (const word of some) {
      const file = wordFiles.has(word) ? null : await parts.wordFile(word);
      if (file) wordFiles.set(word, file);
    }
  };

  for (const name of await parts.namesFrom(key)) {
    const whole = keyOfName(name);
    const initials = name.field < "a";
    if (initials && whole !== key) continue;
    const how = initials ? "initials" : whole === key ? "exact" : "prefix";
    const score = nameScore(name, how, whole.length - key.length);
    candidates.add({ row: name.row, how, name, score });
  }

  /** @param {boolean} exactly */
  const addNamesByWords = (exactly) => {
    for (const [word, file] of wordFiles) {
      for (const name of namesWithWord(file, word, unfinished)) {
        const wrong = slipsOfWords(words, name, exactly);
        if (wrong < 0) continue;
        const how = wrong ? "spelling" : "words";
        const missing = keyOfName(name).length - key.length;
        const score = nameScore(name, how, missing, wrong);
        candidates.add({ row: name.row, how, name, score });
        if (wrong) corrected ??= repaired(words, name);
      }
    }
  };

  if (telling) await load(byRarity.slice(0, 1));
  addNamesByWords(true);
  if (candidates.size() === 0) addNamesByWords(false);

  const stem = telling ? await stemmer() : (/** @type {string} */ word) => word;
  /** Whether some entry has a word, as far as the files at hand say. @param {string} word */
  const isKnown = (word) => {
    const file = wordFiles.get(word);
    if (!file) return false;
    return ["words", "stems"].some((column, at) => {
      const list = columnOf(file, column);
      const wanted = at ? stem(word) : word;
      return list[countUpTo(list, wanted) - 1] === wanted;
    });
  };

  if (candidates.size() === 0 && words.length < DESCRIBES && key.length > LEAST) {
    const [first, second] = byRarity;
    if (first && second && isKnown(first)) {
      await load([second]);
      addNamesByWords(true);
      if (candidates.size() === 0) addNamesByWords(false);
    }
    const describes = byRarity.length > 1 && byRarity.slice(0, 2).every(isKnown);
    if (candidates.size() === 0 && !describes) await addNamesNear();
  }

  /** Names whose letters are near, and names with a word whose letters are. */
  async function addNamesNear() {
    const near = await namesNear(parts, key);
    const nearest = near[0];
    if (!nearest) return;
    corrected = keyOfName(nearest.name);
    for (const { name, wrong } of near) {
      if (name.row >= 0) {
        const score = nameScore(name, "spelling", 0, wrong);
        candidates.add({ row: name.row, how: "spelling", name, score });
      } else if (wrong === nearest.wrong) {
        const word = keyOfName(name);
        const file = await parts.wordFile(word);
        for (const other of file ? namesWithWord(file, word, false) : []) {
          const missing = keyOfName(other).length - key.length;
          const score = nameScore(other, "spelling", missing, wrong);
          candidates.add({ row: other.row, how: "spelling", name: other, score });
        }
      }
    }
  }

  const widened = candidates.size() === 0;
  if (widened && words.length > 1) {
    await load(byRarity);
    addNamesByWords(true);
    if (candidates.size() === 0) addNamesByWords(false);
  }
  const named = candidates.size();
  if (telling && (named === 0 || parts.small)) {
    await load(byRarity);
    /** @type {{ stem: string, file: WordFile }[]} */
    const stems = [];
    for (const one of new Set([...wordFiles.keys()].map(stem))) {
      const file = await parts.wordFile(one);
      if (file) stems.push({ stem: one, file });
    }
    const rows = rowsDescribed(stems, parts.entries);
    const best = rows.reduce((most, { weight }) => Math.max(most, weight), 0);
    for (const { row, weight, share } of rows) {
      const score = descriptionScore(weight, best, share);
      candidates.add({ row, how: "description", name: null, score });
    }
  }
  return {
    candidates: candidates.sorted().slice(0, MOST),
    corrected,
    widened: named === 0 && candidates.size() > 0,
    words: corrected === null ? words : wordsOf(corrected),
  };
}

/**
 * A query with the words of a name in place of the misspelt ones.
 * @param {string[]} typed
 * @param {Name} name
 */
function repaired(typed, name) {
  const own = wordsOf(name.label);
  return typed
    .map((word) => {
      if (own.some((other) => other.startsWith(word))) return word;
      const single = own.find((other) => slipsOfWords([word], { ...name, label: other }, false) >= 0);
      return single ?? word;
    })
    .join(" ");
}
