// Definitions, reasons and sources, which come in files of some nodes each when somebody wants to read them.
// @ts-check

/**
 * @typedef {import("../graph/data/state.js").Graph} Graph
 * @typedef {[key: string, text: string, url: string]} Work
 * @typedef {{ because: string, works: Work[] }} Detail why a link is there, and who says so
 * @typedef {ReturnType<typeof createDetails>} Details
 *
 * @typedef {object} Page the file `data/graph/K.json`
 * @property {string[]} definitions by node, from the file's first one on
 * @property {[edge: number, because: string][]} reasons
 * @property {[edge: number, works: number[]][]} sources
 * @property {Work[]} works
 */

const AT_ONCE = 4;

/**
 * @param {Pick<Graph, "page" | "edges">} graph
 * @param {(number: number) => Promise<unknown>} fetchPage rejects on failure; asked again next time
 */
export function createDetails(graph, fetchPage) {
  /** @type {Map<number, Promise<Page>>} */
  const pages = new Map();
  /** @type {Map<number, Detail>} by edge */
  const known = new Map();

  /** @param {number} number */
  async function read(number) {
    const page = /** @type {Page} */ (await fetchPage(number));
    for (const [edge, because] of page.reasons) known.set(edge, { because, works: [] });
    for (const [edge, works] of page.sources) {
      known.set(edge, { because: known.get(edge)?.because ?? "", works: works.map((at) => page.works[at]) });
    }
    return page;
  }

  /** @param {number} number */
  function page(number) {
    let found = pages.get(number);
    if (!found) {
      found = read(number);
      pages.set(number, found);
      found.catch(() => pages.delete(number));
    }
    return found;
  }

  return {
    /** @param {number} node @returns {Promise<string>} rejected when its file cannot be read */
    async definition(node) {
      const number = Math.floor(node / graph.page);
      return (await page(number)).definitions[node - number * graph.page] ?? "";
    },

    /**
     * What is said about some edges, with whatever else is known by then.
     *
     * @param {Iterable<number>} edges
     * @returns {Promise<{ details: ReadonlyMap<number, Detail>, complete: boolean }>} by edge;
     *   incomplete without what cannot be read
     */
    async of(edges) {
      const numbers = new Set();
      for (const edge of edges) numbers.add(Math.floor(graph.edges.source[edge] / graph.page));
      const wanted = [...numbers].sort((one, other) => one - other);
      let complete = true;
      const take = async () => {
        for (let number = wanted.shift(); number !== undefined; number = wanted.shift()) {
          await page(number).catch(() => (complete = false));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, take));
      return { details: known, complete };
    },
  };
}
