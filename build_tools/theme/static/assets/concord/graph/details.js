// Definitions and reasons, which come in files of some nodes each when somebody wants to read them.
// @ts-check

/**
 * @typedef {import("./state.js").Graph} Graph
 * @typedef {{ definitions: string[], reasons: [number, string][] }} Page the file `data/graph/K.json`
 * @typedef {ReturnType<typeof createDetails>} Details
 */

const AT_ONCE = 4;

/**
 * @param {Graph} graph
 * @param {(number: number) => Promise<Page>} fetchPage rejects on failure; asked again next time
 */
export function createDetails(graph, fetchPage) {
  /** @type {Map<number, Promise<Page>>} */
  const pages = new Map();
  /** @type {Map<number, string>} reasons by edge */
  const reasons = new Map();

  /** @param {number} number */
  function page(number) {
    let found = pages.get(number);
    if (!found) {
      found = fetchPage(number);
      pages.set(number, found);
      found.then(
        (it) => it.reasons.forEach(([edge, because]) => reasons.set(edge, because)),
        () => pages.delete(number),
      );
    }
    return found;
  }

  /** @param {number} node @returns {Promise<string>} */
  async function definition(node) {
    const number = Math.floor(node / graph.page);
    return (await page(number)).definitions[node - number * graph.page] ?? "";
  }

  /**
   * The reasons of some edges, with whatever others are known; without those that cannot be had.
   *
   * @param {Iterable<number>} edges
   * @returns {Promise<ReadonlyMap<number, string>>}
   */
  async function reasonsOf(edges) {
    const numbers = new Set();
    for (const edge of edges) numbers.add(Math.floor(graph.edges.source[edge] / graph.page));
    const wanted = [...numbers].sort((one, other) => one - other);
    const take = async () => {
      for (let number = wanted.shift(); number !== undefined; number = wanted.shift()) {
        await page(number).catch(() => null);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, take));
    return reasons;
  }

  return { definition, reasonsOf };
}
