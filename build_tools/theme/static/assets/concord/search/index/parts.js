// What one query reads of the index, part by part, within what a reader may be kept waiting for.
// @ts-check

import { columnOf, countUpTo, filesFor, namesIn } from "./files.js";
import { keyOf } from "../../words/text.js";

/**
 * @typedef {import("./files.js").Manifest} Manifest
 * @typedef {import("./files.js").Columns} Columns
 * @typedef {import("./files.js").Name} Name
 * @typedef {import("./files.js").PartName} PartName
 * @typedef {import("./files.js").WordFile} WordFile
 * @typedef {import("./files.js").PrefixFile} PrefixFile
 * @typedef {import("./files.js").Files} Files
 */

/** Files that a query may fetch before those with the results: with the manifest and a page of
 * results, six requests to the first result. */
const FETCHES = 4;
/** Below so many files of words the index is small, and a query may read all of it. */
const SMALL = 24;
/** Names that are looked at for one word. */
const MOST = 2000;

/** @type {WeakMap<Manifest, Record<PartName, string[]>>} */
const firstKeys = new WeakMap();

/** @param {Manifest} index @returns {Record<PartName, string[]>} */
function firstsOf(index) {
  let firsts = firstKeys.get(index);
  if (!firsts) {
    const list = (/** @type {string | null} */ joined) => (joined === null ? [] : joined.split("\n"));
    firsts = {
      labels: list(index.labels),
      prefixes: list(index.prefixes),
      words: list(index.words),
      beginnings: list(index.beginnings),
      endings: list(index.endings),
    };
    firstKeys.set(index, firsts);
  }
  return firsts;
}

/** @param {Name} name */
export const keyOfName = (name) => name.key ?? keyOf(name.label);

/**
 * Names that have a word, or one that begins with it.
 * @param {WordFile} file
 * @param {string} word
 * @param {boolean} unfinished
 */
export function namesWithWord(file, word, unfinished) {
  const words = columnOf(file, "words");
  /** @type {Name[]} */
  const names = [];
  for (let at = Math.max(0, countUpTo(words, word) - 1); at < words.length; at += 1) {
    const other = /** @type {string} */ (words[at]);
    if (other < word) continue;
    if (other !== word && !(unfinished && other.startsWith(word))) break;
    names.push(...namesIn(/** @type {Columns} */ (file.names[at])));
    if (names.length > MOST) break;
  }
  return names;
}

/** Access for one query. */
export class Parts {
  #files;
  #firsts;
  #left;

  /**
   * @param {Files} files
   * @param {Manifest} index
   */
  constructor(files, index) {
    this.#files = files;
    this.#firsts = firstsOf(index);
    this.entries = index.entries;
    /** Whether all may be read. */
    this.small = this.#firsts.words.length <= SMALL;
    this.#left = this.small ? Infinity : FETCHES;
  }

  /**
   * The file of a word's names and of a stem's postings.
   * @param {string} word
   */
  async wordFile(word) {
    const { first, count } = filesFor(this.#firsts.words, word, word);
    return count ? /** @type {WordFile | null} */ (await this.#read("words", first)) : null;
  }

  /**
   * All names in the file where a key would be; none where several files share its beginning.
   * @param {string} key
   */
  async namesAround(key) {
    const { first, count } = filesFor(this.#firsts.labels, key);
    return count === 1 ? namesIn(/** @type {Columns} */ (await this.#read("labels", first))) : [];
  }

  /**
   * Names that begin with a key: all of them where one file has them, else the best.
   * @param {string} key
   * @returns {Promise<Name[]>}
   */
  async namesFrom(key) {
    if (filesFor(this.#firsts.labels, key).count <= 1) return beginningWith(await this.namesAround(key), key);
    const at = filesFor(this.#firsts.prefixes, key, key).first;
    const file = /** @type {PrefixFile} */ (await this.#read("prefixes", at));
    const columns = file.names[columnOf(file, "keys").indexOf(key)];
    return columns ? namesIn(columns) : [];
  }

  /**
   * Names by shape, from where the letters would be on, as far as the fetches go.
   * @param {"beginnings" | "endings"} part
   * @param {string[]} letters  from that end
   * @param {number} margin  of the length
   * @returns {AsyncGenerator<Name[], void, void>}
   */
  async *namesLike(part, letters, margin) {
    const { length } = letters;
    const firsts = this.#firsts[part];
    const shape = (/** @type {number} */ size) =>
      letters.slice(0, 2).join("") + String(Math.max(0, size)).padStart(3, "0");
    const itself = `${shape(length)} ${letters.join("")}`;
    const middle = filesFor(firsts, itself, itself);
    const range = filesFor(firsts, shape(length - margin), `${shape(length + margin)}\uffff`);
    const order = Array.from({ length: range.count }, (_, at) => range.first + at).sort(
      (a, b) => Math.abs(a - middle.first) - Math.abs(b - middle.first),
    );
    for (const at of order) {
      const file = /** @type {Columns | null} */ (await this.#read(part, at));
      if (!file) return;
      yield namesIn(file);
    }
  }

  /**
   * One file, or null when it would take too many fetches; what is there already is free.
   * @param {PartName} part
   * @param {number} at
   */
  async #read(part, at) {
    const name = `${part}/${at}`;
    if (!this.#files.has(name)) {
      if (this.#left <= 0) return null;
      this.#left -= 1;
    }
    return this.#files.get(name);
  }
}

/**
 * Those of sorted names that begin with a key.
 * @param {Name[]} names
 * @param {string} key
 */
function beginningWith(names, key) {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (keyOfName(/** @type {Name} */ (names[middle])) < key) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < names.length && keyOfName(/** @type {Name} */ (names[end])).startsWith(key)) end += 1;
  return names.slice(low, end);
}
