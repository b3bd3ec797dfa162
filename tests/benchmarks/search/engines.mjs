/**
 * The engines that are compared, behind one interface. Each is made from the same documents.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const require = createRequire(new URL("../../js/package.json", import.meta.url));

/** @typedef {{ id: string, term: string, aliases: string, abbreviation: string, definition: string, text: string }} Document */
/** @typedef {{ bytes: number, requests: number }} Traffic  compressed with gzip at level 6 */
/**
 * @typedef {object} Session  One reader's visit: nothing is cached when it begins.
 * @property {() => Promise<void>} ready  all that is done before the first letter is typed
 * @property {(query: string) => Promise<string[]>} search  ids, best first, at most ten
 * @property {((query: string) => Promise<void>) | undefined} [first]  what is asked for before anything is shown
 * @property {() => Traffic} traffic  what was fetched so far
 */
/**
 * @typedef {object} Engine
 * @property {() => Session} visit
 * @property {number} indexBytes  all files of the index, as they lie on the server
 * @property {number} indexGzipBytes
 * @property {number} indexFiles
 * @property {number} buildSeconds  CPU spent on the index beforehand; 0 when the browser does it
 */

const MOST = 10;

/** @param {string | Uint8Array} content */
function gzipped(content) {
  return gzipSync(content, { level: 6 }).length;
}

/**
 * Concord's own engine over the files of a built index.
 *
 * @param {{ module: string, root: string, files: string[], buildSeconds: number }} index
 * @returns {Promise<Engine>}
 */
export async function concord({ module, root, files, buildSeconds }) {
  const { Engine } = await import(pathToFileURL(module).href);
  const base = "https://glossary.example/";
  /** @type {Map<string, { text: string, gzip: number }>} */
  const disk = new Map();
  /** @param {string} path */
  const read = (path) => {
    let file = disk.get(path);
    if (file === undefined) {
      const text = readFileSync(join(root, path), "utf-8");
      file = { text, gzip: gzipped(text) };
      disk.set(path, file);
    }
    return file;
  };
  const contents = files.map((path) => readFileSync(join(root, path)));
  return {
    indexBytes: contents.reduce((sum, content) => sum + content.length, 0),
    indexGzipBytes: contents.reduce((sum, content) => sum + gzipped(content), 0),
    indexFiles: files.length,
    buildSeconds,
    visit() {
      const traffic = { bytes: 0, requests: 0 };
      /** @param {string} url */
      const fetchJson = async (url) => {
        const { pathname } = new URL(url, base);
        const file = read(decodeURIComponent(pathname.slice(1)));
        traffic.requests += 1;
        traffic.bytes += file.gzip;
        return JSON.parse(file.text);
      };
      const engine = new Engine({ fetchJson, base });
      return {
        ready: async () => void (await engine.ready()),
        first: async (query) => void (await engine.search(query, { limit: 1 })),
        search: async (query) => {
          const { hits } = await engine.search(query, { limit: MOST });
          return hits.map((/** @type {{ id: string }} */ hit) => hit.id);
        },
        traffic: () => ({ ...traffic }),
      };
    },
  };
}

/**
 * Whether a word is one of those that Lunr's English filter leaves out, too common to tell.
 *
 * @param {any} lunr
 * @param {string} word
 */
function isCommon(lunr, word) {
  return lunr.stopWordFilter({ toString: () => word }) === undefined;
}

/** @param {string} text */
function folded(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}

/**
 * MiniSearch with an index that is built beforehand and fetched whole.
 *
 * Prefixes from the first letter, slips in proportion to a word's length, names above texts, common
 * words left out; the weights are the best of those tried on the tuning queries.
 *
 * @param {Document[]} documents
 * @returns {Promise<Engine>}
 */
export async function miniSearch(documents) {
  const MiniSearch = require("minisearch");
  const lunr = require("lunr");
  const options = {
    fields: ["term", "aliases", "abbreviation", "definition", "text"],
    storeFields: ["term", "definition"],
    processTerm: (/** @type {string} */ term) => {
      const word = folded(term);
      return word && !isCommon(lunr, word) ? word : null;
    },
    searchOptions: {
      prefix: true,
      fuzzy: (/** @type {string} */ term) => (term.length > 3 ? 0.25 : false),
      maxFuzzy: 2,
      boost: { term: 8, abbreviation: 8, aliases: 6, definition: 2 },
      weights: { fuzzy: 0.3, prefix: 0.6 },
    },
  };
  const started = process.cpuUsage();
  const built = new MiniSearch(options);
  built.addAll(documents);
  const text = JSON.stringify(built);
  const spent = process.cpuUsage(started);
  const bytes = Buffer.byteLength(text);
  const gzip = gzipped(text);
  return {
    indexBytes: bytes,
    indexGzipBytes: gzip,
    indexFiles: 1,
    buildSeconds: (spent.user + spent.system) / 1e6,
    visit() {
      /** @type {any} */
      let index;
      return {
        ready: async () => {
          index = MiniSearch.loadJSON(text, options);
        },
        search: async (query) =>
          index
            .search(query)
            .slice(0, MOST)
            .map((/** @type {{ id: string }} */ hit) => hit.id),
        traffic: () => ({ bytes: gzip, requests: 1 }),
      };
    },
  };
}

/**
 * Lunr as Material for MkDocs sets it up for English: title and text, a wildcard after each word,
 * no stemming, the index made in the browser from one file with all texts.
 *
 * @param {Document[]} documents
 * @returns {Promise<Engine>}
 */
export async function materialLunr(documents) {
  const lunr = require("lunr");
  lunr.tokenizer.separator = /[\s\-]+/;
  const docs = documents.map(({ id, term, aliases, abbreviation, definition, text }) => ({
    location: id,
    title: term,
    text: [aliases, abbreviation, definition, text].filter(Boolean).join("\n"),
  }));
  const text = JSON.stringify({ config: {}, docs });
  const gzip = gzipped(text);
  return {
    indexBytes: Buffer.byteLength(text),
    indexGzipBytes: gzip,
    indexFiles: 1,
    buildSeconds: 0,
    visit() {
      /** @type {any} */
      let index;
      return {
        ready: async () => {
          const parsed = JSON.parse(text);
          index = lunr(function (/** @type {any} */ builder) {
            builder.metadataWhitelist = ["position"];
            builder.b(0);
            for (const step of [lunr.trimmer, lunr.stemmer]) {
              builder.pipeline.remove(step);
              builder.searchPipeline.remove(step);
            }
            builder.ref("location");
            builder.field("title", { boost: 1e3 });
            builder.field("text", { boost: 1 });
            builder.field("tags", { boost: 1e6 });
            for (const doc of parsed.docs) builder.add(doc);
          });
        },
        search: async (query) => searchAsMaterial(lunr, index, query),
        traffic: () => ({ bytes: gzip, requests: 1 }),
      };
    },
  };
}

/**
 * A page whose text has more of the words counts for more, on top of Lunr's own score.
 *
 * @param {any} lunr
 * @param {any} index
 * @param {string} query
 * @returns {string[]}
 */
function searchAsMaterial(lunr, index, query) {
  const words = folded(query)
    // The operators of Lunr's query language, which the labelled queries do not mean.
    .replace(/[:^~+*"]/g, " ")
    .split(/[\s\-]+/)
    .filter(Boolean);
  if (words.length === 0) return [];
  const wanted = [...new Set(words)].filter((word) => !isCommon(lunr, word));
  /** @type {{ ref: string, score: number, matchData: { metadata: Record<string, unknown> } }[]} */
  const results = index.search(words.map((word) => `${word}*`).join(" "));
  return results
    .map(({ ref, score, matchData }) => {
      const matched = Object.keys(matchData.metadata);
      const found = wanted.filter((word) => matched.some((term) => term.startsWith(word)));
      const share = wanted.length ? found.length / wanted.length : 0;
      return { ref, score: score * (1 + (1 + share) ** 2) };
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ ref }) => ref);
}
