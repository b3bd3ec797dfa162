// Definitions, reasons and sources, which come in files of some nodes each when somebody wants to read them.
// @ts-check

/**
 * @typedef {import("./graph.js").Graph} Graph
 * @typedef {[key: string, text: string, url: string]} Work
 * @typedef {{ because: string, works: Work[] }} Detail why a link is there, and who says so
 *
 * @typedef {object} Page the file `data/graph/K.json`
 * @property {string[]} definitions by node, from the file's first one on
 * @property {[edge: number, because: string][]} reasons
 * @property {[edge: number, works: number[]][]} sources
 * @property {Work[]} works
 */

const AT_ONCE = 4;

/** What is known of entries and links, as far as it was asked for. */
export class Details {
  #graph;
  #fetchPage;
  /** @type {Map<number, Promise<Page>>} */
  #pages = new Map();
  /** @type {Map<number, Detail>} by edge */
  #known = new Map();

  /**
   * @param {Pick<Graph, "page" | "edges">} graph
   * @param {(number: number) => Promise<unknown>} fetchPage rejects on failure; asked again next time
   */
  constructor(graph, fetchPage) {
    this.#graph = graph;
    this.#fetchPage = fetchPage;
  }

  /** @param {number} node @returns {Promise<string>} rejected when its file cannot be read */
  async definition(node) {
    const { page } = this.#graph;
    const number = Math.floor(node / page);
    return (await this.#page(number)).definitions[node - number * page] ?? "";
  }

  /**
   * What is said about some edges, with whatever else is known by then.
   *
   * @param {Iterable<number>} edges
   * @returns {Promise<{ details: ReadonlyMap<number, Detail>, complete: boolean }>} by edge;
   *   incomplete without what cannot be read
   */
  async of(edges) {
    const { page, edges: ends } = this.#graph;
    const numbers = new Set();
    for (const edge of edges) numbers.add(Math.floor(ends.source[edge] / page));
    const wanted = [...numbers].sort((one, other) => one - other);
    let complete = true;
    const take = async () => {
      for (let number = wanted.shift(); number !== undefined; number = wanted.shift()) {
        await this.#page(number).catch(() => (complete = false));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, take));
    return { details: this.#known, complete };
  }

  /** @param {number} number */
  #page(number) {
    let found = this.#pages.get(number);
    if (!found) {
      found = this.#read(number);
      this.#pages.set(number, found);
      found.catch(() => this.#pages.delete(number));
    }
    return found;
  }

  /** @param {number} number */
  async #read(number) {
    const known = this.#known;
    const page = /** @type {Page} */ (await this.#fetchPage(number));
    for (const [edge, because] of page.reasons) known.set(edge, { because, works: [] });
    for (const [edge, works] of page.sources) {
      known.set(edge, { because: known.get(edge)?.because ?? "", works: works.map((at) => page.works[at]) });
    }
    return page;
  }
}
