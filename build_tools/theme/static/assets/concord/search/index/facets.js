// Topics and kinds of what was found.
// @ts-check

/**
 * @typedef {import("./files.js").Manifest} Manifest
 * @typedef {import("./rank.js").Candidate} Candidate
 * @typedef {{ topic: string, kind: string }} Facets
 */

const FIRST_NUMBER = "0".charCodeAt(0);

/**
 * The topic and the kind of each candidate.
 *
 * @param {import("./files.js").Files} files
 * @param {Manifest} index
 * @param {Candidate[]} candidates
 * @returns {Promise<Facets[]>}
 */
export async function facetsOf(files, index, candidates) {
  const numberOf = (/** @type {Candidate} */ { row }) => Math.floor(row / index.facets);
  const numbers = [...new Set(candidates.map(numberOf))];
  const read = numbers.map(async (number) => /** @type {const} */ ([number, await files.get(`facets/${number}`)]));
  const pages = /** @type {Map<number, { topics: string, kinds: string }>} */ (new Map(await Promise.all(read)));
  return candidates.map((candidate) => {
    const page = pages.get(numberOf(candidate));
    const at = candidate.row % index.facets;
    return { topic: keyAt(index.topics, page?.topics, at), kind: keyAt(index.kinds, page?.kinds, at) };
  });
}

/**
 * @param {{ key: string }[]} labels
 * @param {string | undefined} packed a letter an entry, which counts from `0`
 * @param {number} at
 */
function keyAt(labels, packed, at) {
  return labels[(packed?.charCodeAt(at) ?? 0) - FIRST_NUMBER]?.key ?? "";
}

/**
 * How many there are of each.
 * @param {string[]} keys
 */
export function counted(keys) {
  /** @type {Record<string, number>} */
  const counts = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
