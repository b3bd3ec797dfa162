// The search engine: reads the sharded static index, knows no page. docs/design/0007-search.md.
// @ts-check

import { lookUp } from "./lookup.js";
import { SearchUnavailable, VERSION, createFiles } from "./files.js";
import { marksIn } from "./marks.js";
import { loadStemmer } from "./stem.js";
import { isUnspaced, keyOf } from "./text.js";

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
/** Candidates whose topics and kinds are counted and filtered when a reader asks for some. */
const FACETED = 60;

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
    const filtered = topics.length > 0 || kinds.length > 0;
    const shown = found.candidates.slice(0, filtered ? Math.max(FACETED, limit) : limit);
    const hits = await Promise.all(shown.map((candidate) => hitOf(index, candidate, found.words)));
    for (const hit of hits) {
      answer.topics[hit.topic] = (answer.topics[hit.topic] ?? 0) + 1;
      answer.kinds[hit.kind] = (answer.kinds[hit.kind] ?? 0) + 1;
    }
    const wanted = hits.filter(
      (hit) =>
        (topics.length === 0 || topics.includes(hit.topic)) &&
        (kinds.length === 0 || kinds.includes(hit.kind)),
    );
    answer.hits = wanted.slice(0, limit);
    answer.total = filtered ? wanted.length : found.candidates.length;
    answer.corrected = found.corrected;
    answer.widened = found.widened;
    return answer;
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
    const field = name
      ? (FIELDS[name.field.toLowerCase()] ?? "term")
      : inDefinition.length
        ? "definition"
        : "text";
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
