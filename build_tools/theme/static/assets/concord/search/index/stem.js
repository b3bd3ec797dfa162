// The stemmer of the index's language, loaded when a description is first searched.
// @ts-check

/** @typedef {{ stemWord(word: string): string }} Stemmer */

// What Snowball generates is a function that fills `this`, which has no type of its own.
/** @type {Record<string, () => Promise<{ Stemmer: unknown }>>} */
const MODULES = {
  english: () => import("../../../vendor/snowball/english.js"),
  french: () => import("../../../vendor/snowball/french.js"),
  german: () => import("../../../vendor/snowball/german.js"),
  spanish: () => import("../../../vendor/snowball/spanish.js"),
};

/**
 * @param {string | null} name  of Snowball's algorithm
 * @returns {Promise<(word: string) => string>}
 */
export async function loadStemmer(name) {
  const load = name === null ? undefined : MODULES[name];
  if (!load) return (word) => word;
  const Stemmer = /** @type {new () => Stemmer} */ ((await load()).Stemmer);
  const stemmer = new Stemmer();
  /** @type {Map<string, string>} */
  const known = new Map();
  return (word) => {
    let stem = known.get(word);
    if (stem === undefined) known.set(word, (stem = stemmer.stemWord(word)));
    return stem;
  };
}
