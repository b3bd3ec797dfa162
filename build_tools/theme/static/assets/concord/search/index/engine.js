// The search engine: reads the sharded static index, knows no page. docs/design/0007-search.md.
// @ts-check

import { keyOf } from "../../words/text.js";
import { counted, facetsOf } from "./facets.js";
import { Files, SearchUnavailable, VERSION } from "./files.js";
import { hitOf } from "./hits.js";
import { lookUp } from "./lookup.js";
import { loadStemmer } from "./stem.js";

export { SearchUnavailable };

/**
 * @typedef {import("./hits.js").Hit} Hit
 * @typedef {{ query: string, hits: Hit[], total: number, corrected: string | null, widened: boolean,
 *   topics: Record<string, number>, kinds: Record<string, number> }} Answer
 * @typedef {import("./files.js").FetchJson} FetchJson
 * @typedef {import("./files.js").Manifest} Manifest
 * @typedef {import("./files.js").EntryPage} EntryPage
 * @typedef {import("./rank.js").Candidate} Candidate
 * @typedef {{ limit?: number, topics?: string[], kinds?: string[] }} Options
 */

const LIMIT = 10;

/** An engine over the index of one site. */
export class Engine {
  #files;
  #base;
  /** @type {Promise<(word: string) => string> | undefined} */
  #stemming;

  /** @param {{ fetchJson: FetchJson, base: string }} site  `base` is the URL of the site's root */
  constructor({ fetchJson, base }) {
    this.#files = new Files(fetchJson, base);
    this.#base = base;
  }

  /** The manifest alone, once. */
  async ready() {
    const { version, entries, topics, kinds } = await this.#manifest();
    return { version, entries, topics, kinds };
  }

  /**
   * @param {string} query
   * @param {Options} [options]
   * @returns {Promise<Answer>}
   */
  async search(query, { limit = LIMIT, topics = [], kinds = [] } = {}) {
    const index = await this.#manifest();
    /** @type {Answer} */
    const answer = { query, hits: [], total: 0, corrected: null, widened: false, topics: {}, kinds: {} };
    if (!keyOf(query) || index.entries === 0) return answer;
    const found = await lookUp(this.#files, index, () => this.#stemmer(), query);
    let wanted = found.candidates;
    // Who asks for the best result alone is told no counts, which would cost a fetch.
    if (limit > 1 || topics.length || kinds.length) {
      const facets = await facetsOf(this.#files, index, wanted);
      answer.topics = counted(facets.map(({ topic }) => topic));
      answer.kinds = counted(facets.map(({ kind }) => kind));
      const passes = (/** @type {string[]} */ some, /** @type {string} */ key) => !some.length || some.includes(key);
      wanted = wanted.filter((_, at) => passes(topics, facets[at].topic) && passes(kinds, facets[at].kind));
    }
    answer.hits = await Promise.all(wanted.slice(0, limit).map((it) => this.#hit(index, it, found.words)));
    answer.total = wanted.length;
    answer.corrected = found.corrected;
    answer.widened = found.widened;
    return answer;
  }

  dispose() {
    this.#files.clear();
  }

  async #manifest() {
    const read = /** @type {Manifest} */ (await this.#files.get("manifest"));
    if (read.version !== VERSION) {
      throw new SearchUnavailable(new URL("data/search/manifest.json", this.#base).href);
    }
    return read;
  }

  async #stemmer() {
    const { stemmer: name } = await this.#manifest();
    this.#stemming ??= loadStemmer(name).catch((error) => {
      this.#stemming = undefined;
      throw new SearchUnavailable(`${name ?? ""}.js`, error);
    });
    return this.#stemming;
  }

  /**
   * @param {Manifest} index
   * @param {Candidate} candidate
   * @param {string[]} words  of the query, repaired
   */
  async #hit(index, candidate, words) {
    const page = /** @type {EntryPage} */ (await this.#files.get(`entries/${Math.floor(candidate.row / index.page)}`));
    return hitOf(index, page, candidate, words);
  }
}
