// The search engine: reads the sharded static index, knows no page. docs/design/0007-search.md.
// @ts-check

import { lookUp } from "./lookup.js";
import { SearchUnavailable, VERSION, createFiles } from "./files.js";
import { marksIn } from "./marks.js";
import { loadStemmer } from "./stem.js";
import { isUnspaced, keyOf } from "../../words/text.js";

export { SearchUnavailable };

/**
 * @typedef {{ field: "term" | "alias" | "abbreviation" | "former-id" | "definition" | "text",
 *   how: import("./rank.js").How, label: string }} Match
 * @typedef {{ id: string, term: string, topic: string, kind: string, definition: string,
 *   match: Match, score: number,
 *   marks: { label: [number, number][], definition: [number, number][] } }} Hit
 * @typedef {{ query: string, hits: Hit[], total: number, corrected: string | null, widened: boolean,
 *   topics: Record<string, number>, kinds: Record<string, number> }} Answer
 * @typedef {import("./files.js").FetchJson} FetchJson
 * @typedef {import("./files.js").Manifest} Manifest
 * @typedef {import("./files.js").Label} Label
 * @typedef {import("./files.js").EntryPage} EntryPage
 * @typedef {import("./rank.js").Candidate} Candidate
 * @typedef {{ limit?: number, topics?: string[], kinds?: string[] }} Options
 */

const LIMIT = 10;
const FIRST_NUMBER = "0".charCodeAt(0);

/** @type {Record<string, Match["field"]>} */
const FIELDS = { t: "term", a: "alias", b: "abbreviation", f: "former-id" };

/**
 * An engine over the index of one site.
 *
 * @param {{ fetchJson: FetchJson, base: string }} site  `base` is the URL of the site's root
 */
export function createEngine({ fetchJson, base }) {
  const files = createFiles(fetchJson, base);

  const manifest = async () => {
    const read = /** @type {Manifest} */ (await files.get("manifest"));
    if (read.version !== VERSION) throw new SearchUnavailable(new URL("data/search/manifest.json", base).href);
    return read;
  };

  /** @type {Promise<(word: string) => string> | undefined} */
  let stemming;
  const stemmer = async () => {
    const { stemmer: name } = await manifest();
    stemming ??= loadStemmer(name).catch((error) => {
      stemming = undefined;
      throw new SearchUnavailable(`${name ?? ""}.js`, error);
    });
    return stemming;
  };

  /** The manifest alone, once. */
  const ready = async () => {
    const { version, entries, topics, kinds } = await manifest();
    return { version, entries, topics, kinds };
  };

  /**
   * @param {string} query
   * @param {Options} [options]
   * @returns {Promise<Answer>}
   */
  const search = async (query, { limit = LIMIT, topics = [], kinds = [] } = {}) => {
    const index = await manifest();
    /** @type {Answer} */
    const answer = { query, hits: [], total: 0, corrected: null, widened: false, topics: {}, kinds: {} };
    if (!keyOf(query) || index.entries === 0) return answer;
    const found = await lookUp(files, index, stemmer, query);
    let wanted = found.candidates;
    // Who asks for the best result alone is told no counts, which would cost a fetch.
    if (limit > 1 || topics.length || kinds.length) {
      const facets = await facetsOf(index, wanted);
      for (const { topic, kind } of facets) {
        answer.topics[topic] = (answer.topics[topic] ?? 0) + 1;
        answer.kinds[kind] = (answer.kinds[kind] ?? 0) + 1;
      }
      wanted = wanted.filter((_candidate, at) => {
        const { topic = "", kind = "" } = facets[at] ?? {};
        return (topics.length === 0 || topics.includes(topic)) && (kinds.length === 0 || kinds.includes(kind));
      });
    }
    answer.hits = await Promise.all(wanted.slice(0, limit).map((candidate) => hitOf(index, candidate, found.words)));
    answer.total = wanted.length;
    answer.corrected = found.corrected;
    answer.widened = found.widened;
    return answer;
  };

  /**
   * The topic and the kind of each candidate.
   *
   * @param {Manifest} index
   * @param {Candidate[]} candidates
   */
  const facetsOf = async (index, candidates) => {
    const numbers = [...new Set(candidates.map(({ row }) => Math.floor(row / index.facets)))];
    const pages = new Map(
      await Promise.all(
        numbers.map(async (number) => {
          const page = /** @type {{ topics: string, kinds: string }} */ (await files.get(`facets/${number}`));
          return /** @type {const} */ ([number, page]);
        }),
      ),
    );
    return candidates.map(({ row }) => {
      const page = pages.get(Math.floor(row / index.facets));
      const at = row % index.facets;
      return {
        topic: index.topics[(page?.topics.charCodeAt(at) ?? 0) - FIRST_NUMBER]?.key ?? "",
        kind: index.kinds[(page?.kinds.charCodeAt(at) ?? 0) - FIRST_NUMBER]?.key ?? "",
      };
    });
  };

  /**
   * @param {Manifest} index
   * @param {Candidate} candidate
   * @param {string[]} words  of the query, repaired
   * @returns {Promise<Hit>}
   */
  const hitOf = async (index, { row, how, name, score }, words) => {
    const page = /** @type {EntryPage} */ (await files.get(`entries/${Math.floor(row / index.page)}`));
    const at = row % index.page;
    const term = page.terms[at] ?? "";
    const definition = page.definitions[at] ?? "";
    const label = name?.label ?? term;
    // Marks on every *a* and *of* would hide the others.
    const telling = words.filter((word) => word.length > 2 || isUnspaced(word));
    const inDefinition = marksIn(definition, telling);
    /** @type {Match["field"]} */
    const field = name ? (FIELDS[name.field.toLowerCase()] ?? "term") : inDefinition.length ? "definition" : "text";
    return {
      id: page.ids.split("\n")[at] ?? "",
      term,
      topic: index.topics[page.topics[at] ?? 0]?.key ?? "",
      kind: index.kinds[page.kinds[at] ?? 0]?.key ?? "",
      definition,
      match: { field, how, label },
      score,
      marks: {
        label: marksIn(label, words, how === "initials" ? keyOf(words.join(" ")) : ""),
        definition: inDefinition,
      },
    };
  };

  return { ready, search, dispose: () => files.clear() };
}
