// Which entries a query may mean: names first, then names with slips, then descriptions.
// @ts-check

import { wordsOf } from "../../words/text.js";
import { rowsDescribed } from "./description.js";
import { columnOf, hasKey } from "./files.js";
import { keyOfName, namesWithWord, Parts } from "./parts.js";
import { readQuery } from "./query.js";
import { Candidates, descriptionScore, nameScore } from "./rank.js";
import { namesNear, repaired, slipsOfWords } from "./spelling.js";

/**
 * @typedef {import("./files.js").Manifest} Manifest
 * @typedef {import("./files.js").Name} Name
 * @typedef {import("./files.js").WordFile} WordFile
 * @typedef {import("./query.js").Query} Query
 * @typedef {import("./rank.js").Candidate} Candidate
 * @typedef {import("./rank.js").HowNamed} HowNamed
 * @typedef {(word: string) => string} Stem
 * @typedef {{ candidates: Candidate[], corrected: string | null, widened: boolean, words: string[] }} Found
 */

const MOST = 200;

/**
 * Looks names up, and goes on to what costs more only while there are none.
 *
 * @param {import("./files.js").Files} files
 * @param {Manifest} index
 * @param {() => Promise<Stem>} stemmer
 * @param {string} text
 * @returns {Promise<Found>}
 */
export async function lookUp(files, index, stemmer, text) {
  const query = readQuery(text);
  const parts = new Parts(files, index);
  const lookup = new Lookup(parts, query);
  await lookup.addNamesThatBegin();
  await lookup.addNamesWithWords(query.telling ? query.byRarity.slice(0, 1) : []);
  const stem = query.telling ? await stemmer() : (/** @type {string} */ word) => word;
  if (lookup.isEmpty && query.names) await lookup.addNamesMisspelt(stem);
  if (lookup.isEmpty && query.words.length > 1) await lookup.addNamesWithWords(query.byRarity);
  const named = !lookup.isEmpty;
  if (query.telling && (!named || parts.small)) await lookup.addDescribed(stem);
  return { ...lookup.found(), widened: !named && !lookup.isEmpty };
}

/** What was found of one query, and what was read for it. */
class Lookup {
  #parts;
  #query;
  #candidates = new Candidates();
  /** Read so far, by the word that was sought in it. @type {Map<string, WordFile>} */
  #files = new Map();
  /** The query without its slips. @type {string | null} */
  #corrected = null;

  /**
   * @param {Parts} parts
   * @param {Query} query
   */
  constructor(parts, query) {
    this.#parts = parts;
    this.#query = query;
  }

  get isEmpty() {
    return this.#candidates.size === 0;
  }

  found() {
    const corrected = this.#corrected;
    return {
      candidates: this.#candidates.sorted().slice(0, MOST),
      corrected,
      words: corrected === null ? this.#query.words : wordsOf(corrected),
    };
  }

  /** Whole names and initials, and beginnings of names. */
  async addNamesThatBegin() {
    const { key } = this.#query;
    for (const name of await this.#parts.namesFrom(key)) {
      const whole = keyOfName(name) === key;
      const initials = name.field < "a";
      if (whole || !initials) this.#addName(name, initials ? "initials" : whole ? "exact" : "prefix");
    }
  }

  /**
   * Names that have all words of the query, among those that have one of these; with slips, if
   * nothing else is found.
   * @param {string[]} some
   */
  async addNamesWithWords(some) {
    await this.#load(some);
    this.#addNamesOfFiles(true);
    if (this.isEmpty) this.#addNamesOfFiles(false);
  }

  /** Names that the query misspells, unless it describes something. @param {Stem} stem */
  async addNamesMisspelt(stem) {
    const [first, second] = this.#query.byRarity;
    if (first && second && this.#isKnown(first, stem)) {
      await this.addNamesWithWords([second]);
      // Two words that are spelled well and make no name are about something.
      if (this.#isKnown(second, stem)) return;
    }
    if (this.isEmpty) await this.#addNamesNear();
  }

  /** Entries whose texts have words of the query. @param {Stem} stem */
  async addDescribed(stem) {
    await this.#load(this.#query.byRarity);
    const stems = [];
    for (const one of new Set([...this.#files.keys()].map(stem))) {
      const file = await this.#parts.wordFile(one);
      if (file) stems.push({ stem: one, file });
    }
    const rows = rowsDescribed(stems, this.#parts.entries);
    const best = rows.reduce((most, { weight }) => Math.max(most, weight), 0);
    for (const { row, weight, share } of rows) {
      this.#candidates.add({ row, how: "description", name: null, score: descriptionScore(weight, best, share) });
    }
  }

  /** Whole names whose letters are near, and names with a word whose letters are. */
  async #addNamesNear() {
    const near = await namesNear(this.#parts, this.#query.key);
    const [nearest] = near;
    if (!nearest) return;
    this.#corrected = keyOfName(nearest.name);
    for (const { name, wrong } of near) {
      if (name.row >= 0) this.#addName(name, "spelling", wrong, 0);
      else if (wrong === nearest.wrong) await this.#addNamesWithWord(keyOfName(name), wrong);
    }
  }

  /** @param {string} word @param {number} wrong slips that led to it */
  async #addNamesWithWord(word, wrong) {
    const file = await this.#parts.wordFile(word);
    for (const name of file ? namesWithWord(file, word, false) : []) this.#addName(name, "spelling", wrong);
  }

  /** @param {string[]} words */
  async #load(words) {
    for (const word of words) {
      const file = this.#files.has(word) ? null : await this.#parts.wordFile(word);
      if (file) this.#files.set(word, file);
    }
  }

  /** Names of the files at hand that have all words of the query. @param {boolean} exactly */
  #addNamesOfFiles(exactly) {
    const { words, unfinished } = this.#query;
    for (const [word, file] of this.#files) {
      for (const name of namesWithWord(file, word, unfinished)) {
        const wrong = slipsOfWords(words, name, exactly);
        if (wrong < 0) continue;
        this.#addName(name, wrong ? "spelling" : "words", wrong);
        if (wrong) this.#corrected ??= repaired(words, name);
      }
    }
  }

  /**
   * @param {Name} name
   * @param {HowNamed} how
   * @param {number} [wrong] slips
   * @param {number} [missing] letters that were not typed
   */
  #addName(name, how, wrong = 0, missing = keyOfName(name).length - this.#query.key.length) {
    this.#candidates.add({ row: name.row, how, name, score: nameScore(name, how, missing, wrong) });
  }

  /** Whether some entry has a word, as far as the files at hand say. @param {string} word @param {Stem} stem */
  #isKnown(word, stem) {
    const file = this.#files.get(word);
    return file !== undefined && (hasKey(columnOf(file, "words"), word) || hasKey(columnOf(file, "stems"), stem(word)));
  }
}
