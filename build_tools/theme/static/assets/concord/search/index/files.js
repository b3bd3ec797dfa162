// The files of the index: fetching them once, and finding what they hold.
// Their format: docs/design/0007-search.md.
// @ts-check

/**
 * @typedef {(url: string) => Promise<unknown>} FetchJson  resolves to parsed JSON, rejects on failure
 * @typedef {{ labels: string, rows: number[], fields: string, ranks: string, keys?: Record<string, string> }} Columns
 * @typedef {{ label: string, row: number, field: string, rank: number, key: string | undefined }} Name
 *   `key` where the label folds to something else
 * @typedef {{ words: string, names: Columns[], stems: string, counts: number[], postings: string }} WordFile
 * @typedef {{ keys: string, names: Columns[] }} PrefixFile
 * @typedef {{ ids: string, terms: string[], topics: number[], kinds: number[], definitions: string[] }} EntryPage
 * @typedef {{ key: string, label: string }} Label
 * @typedef {"labels" | "prefixes" | "words" | "beginnings" | "endings"} PartName
 * @typedef {{ version: number, entries: number, page: number, facets: number, stemmer: string | null,
 *   topics: Label[], kinds: Label[] } & Record<PartName, string | null>} Manifest
 */

export const VERSION = 1;

/** A file of the index could not be fetched, or is of another version. */
export class SearchUnavailable extends Error {
  /** @param {string} url @param {unknown} [cause] */
  constructor(url, cause) {
    super(`The search index is not available: ${url}`, { cause });
    this.name = "SearchUnavailable";
    this.url = url;
  }
}

/** Fetches each file once; a failed fetch is tried once more, and anew when the file is next wanted. */
export class Files {
  #fetchJson;
  #base;
  /** @type {Map<string, Promise<unknown>>} */
  #files = new Map();

  /**
   * @param {FetchJson} fetchJson
   * @param {string} base
   */
  constructor(fetchJson, base) {
    this.#fetchJson = fetchJson;
    this.#base = base;
  }

  /** @param {string} name  below the index's folder, without its suffix */
  get(name) {
    let file = this.#files.get(name);
    if (!file) {
      const url = new URL(`data/search/${name}.json`, this.#base).href;
      file = this.#fetchJson(url)
        .catch(() => this.#fetchJson(url))
        .catch((error) => {
          this.#files.delete(name);
          throw new SearchUnavailable(url, error);
        });
      this.#files.set(name, file);
    }
    return file;
  }

  /** @param {string} name */
  has(name) {
    return this.#files.has(name);
  }

  clear() {
    this.#files.clear();
  }
}

/**
 * How many of sorted keys are at most `key`.
 * @param {string[]} keys
 * @param {string} key
 */
export function countUpTo(keys, key) {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (/** @type {string} */ (keys[middle]) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Whether sorted keys have one.
 * @param {string[]} keys
 * @param {string} key
 */
export function hasKey(keys, key) {
  return keys[countUpTo(keys, key) - 1] === key;
}

/**
 * The files that may hold keys with a prefix: the first, and how many.
 * @param {string[]} firsts
 * @param {string} from
 * @param {string} [to] the last key; without it, all that begin with `from`
 */
export function filesFor(firsts, from, to = `${from}\uffff`) {
  const first = Math.max(0, countUpTo(firsts, from) - 1);
  return { first, count: firsts.length ? Math.max(1, countUpTo(firsts, to) - first) : 0 };
}

/** @type {WeakMap<Columns, Name[]>} */
const unpacked = new WeakMap();

/**
 * The names in columns.
 * @param {Columns} columns
 * @returns {Name[]}
 */
export function namesIn(columns) {
  let names = unpacked.get(columns);
  if (!names) {
    const { rows, fields, ranks, keys } = columns;
    names = columns.labels.split("\n").map((label, at) => ({
      label,
      row: /** @type {number} */ (rows[at]),
      field: fields.charAt(at),
      rank: ranks.charCodeAt(at) - 48,
      key: keys?.[at],
    }));
    unpacked.set(columns, names);
  }
  return names;
}

/** @type {WeakMap<object, Map<string, string[]>>} */
const split = new WeakMap();

/**
 * A column of a file as a list, made once.
 * @param {object} file
 * @param {string} name
 * @returns {string[]}
 */
export function columnOf(file, name) {
  let columns = split.get(file);
  if (!columns) split.set(file, (columns = new Map()));
  let lines = columns.get(name);
  if (!lines) {
    const column = /** @type {Record<string, string>} */ (file)[name];
    columns.set(name, (lines = column ? column.split("\n") : []));
  }
  return lines;
}

/**
 * Postings as rows and levels.
 * @param {string} packed  distances of rows in base 36, each with a capital for the level
 * @param {(row: number, level: number) => void} each  level from 0 to 1
 */
export function eachPosting(packed, each) {
  let row = 0;
  let distance = 0;
  for (let at = 0; at < packed.length; at += 1) {
    const code = packed.charCodeAt(at);
    if (code >= 97) distance = distance * 36 + code - 87;
    else if (code < 65) distance = distance * 36 + code - 48;
    else {
      row += distance;
      distance = 0;
      each(row, (code - 65) / 25);
    }
  }
}
