// What is said when there is nothing to explain, and where to go from there.
// @ts-check

import { element } from "../ui/element.js";
import { examplePairs, partners } from "./examples.js";
import { formatQuestion } from "./question.js";

/**
 * @typedef {import("../concepts/graph.js").Graph} Graph
 * @typedef {import("../concepts/match.js").Matcher} Matcher
 * @typedef {import("./answer.js").Telling} Telling
 * @typedef {import("./question.js").Question} Question
 * @typedef {{ message: string, content: Node[] }} Remark
 */

const NEAREST = 5; // entries offered for an id that no entry has

export class Remarks {
  #graph;
  #matcher;
  #telling;
  #site;

  /**
   * @param {Matcher} matcher
   * @param {Telling} telling
   * @param {URL} site
   */
  constructor(matcher, telling, site) {
    this.#graph = matcher.graph;
    this.#matcher = matcher;
    this.#telling = telling;
    this.#site = site;
  }

  /**
   * @param {Question} question
   * @param {number} from node, -1 for none
   * @param {number} to
   * @returns {Remark}
   */
  on(question, from, to) {
    const { labels } = this.#graph;
    const nodes = { from, to };
    const missing = /** @type {const} */ (["from", "to"]).filter((end) => question[end] && nodes[end] < 0);
    if (missing.length) {
      const names = missing.map((end) => `“${question[end]}”`).join(" and none ");
      const content = missing.flatMap((end) => this.#unknown(question, end));
      return { message: `There is no entry ${names}.`, content };
    }
    if (from < 0 && to < 0) {
      return { message: "Choose two entries.", content: this.#suggest("For example", examplePairs(this.#graph)) };
    }
    if (from < 0 || to < 0) {
      return { message: "Choose the other entry.", content: this.#others(Math.max(from, to)) };
    }
    if (from === to) {
      return { message: "That is the same entry twice. Choose another one.", content: this.#others(from) };
    }
    return { message: `No links lead from ${labels[from]} to ${labels[to]}.`, content: this.#apart(from, to) };
  }

  /** @param {string} heading @param {[number, number][]} pairs */
  #suggest(heading, pairs) {
    return pairs.length ? [element("h2", {}, heading), this.#telling.pairList(pairs)] : [];
  }

  /** @param {number} from @param {string} [heading] */
  #others(from, heading = `How ${this.#graph.labels[from]} connects with others`) {
    const pairs = partners(this.#graph, from).map((to) => /** @type {[number, number]} */ ([from, to]));
    return this.#suggest(heading, pairs);
  }

  /**
   * @param {Question} question
   * @param {"from" | "to"} end
   */
  #unknown(question, end) {
    const { ids, labels, topic, topics } = this.#graph;
    const code = element("code", {}, question[end]);
    const near = this.#matcher.nearest(question[end], NEAREST);
    if (!near.length) return [element("p", {}, "No entry is spelled like ", code, ".")];
    const links = near.map((node) => {
      const query = formatQuestion({ ...question, [end]: ids[node] });
      const link = { href: query, "data-ask": "", "data-topic": topics[topic[node]].key };
      return element("li", {}, element("a", link, labels[node]));
    });
    return [element("h2", {}, "Instead of ", code), element("ul", { class: "concord-path__near" }, ...links)];
  }

  /**
   * Two entries between which no links lead.
   * @param {number} from
   * @param {number} to
   */
  #apart(from, to) {
    const { ids, labels } = this.#graph;
    const reached = partners(this.#graph, from).length ? from : to;
    const steps = [from, to].map((node) => {
      const linked = partners(this.#graph, node).length > 0;
      const said = linked ? ", and what it is linked with" : ", which has no links yet";
      return element("li", {}, this.#telling.entryLink(node), said);
    });
    const address = new URL(`graph/?focus=${ids[from]}`, this.#site).href;
    const map = element("a", { href: address }, `the map around ${labels[from]}`);
    return [
      element("p", {}, "They may still have something in common that no entry states yet. Read:"),
      element("ul", { class: "concord-path__near" }, ...steps, element("li", {}, map)),
      ...this.#others(reached, `${labels[reached]} does connect with`),
    ];
  }
}
