// Why links are there and who says so: fetched for the links that are shown, and kept.
// @ts-check

import { fetchJson } from "../search/session.js";

/**
 * @typedef {import("./match.js").Graph} Graph
 *
 * @typedef {[key: string, text: string, url: string]} Work
 * @typedef {{ because: string, works: Work[] }} Detail
 * @typedef {{ reasons: [number, string][], sources: [number, number[]][], works: Work[] }} File a file
 *   `data/graph/K.json`: reasons and cited works by edge
 */

/**
 * Reads details of edges, each file once.
 * @param {Graph} graph
 * @param {URL} site the site's root
 * @param {(url: string) => Promise<unknown>} [fetchFile]
 */
export function createDetails(graph, site, fetchFile = fetchJson) {
  /** @type {Map<number, Promise<Map<number, Detail>>>} */
  const files = new Map();

  /** @param {number} number */
  function file(number) {
    let wanted = files.get(number);
    if (!wanted) {
      wanted = fetchFile(new URL(`data/graph/${number}.json`, site).href).then((it) => byEdge(/** @type {File} */ (it)));
      wanted.catch(() => files.delete(number)); // asked again next time
      files.set(number, wanted);
    }
    return wanted;
  }

  return {
    /**
     * @param {number[]} edges
     * @returns {Promise<Map<number, Detail>>} by edge; rejected when a file cannot be read
     */
    async of(edges) {
      const numbers = [...new Set(edges.map((edge) => Math.floor(graph.edges.source[edge] / graph.page)))];
      const read = await Promise.all(numbers.map(file));
      return new Map(read.flatMap((details) => [...details]));
    },
  };
}

/**
 * @param {File} file
 * @returns {Map<number, Detail>}
 */
function byEdge({ reasons, sources, works }) {
  /** @type {Map<number, Detail>} */
  const details = new Map(reasons.map(([edge, because]) => [edge, { because, works: [] }]));
  for (const [edge, cited] of sources) {
    details.set(edge, { because: details.get(edge)?.because ?? "", works: cited.map((at) => works[at]) });
  }
  return details;
}
