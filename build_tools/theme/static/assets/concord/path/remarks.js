// What is said when there is nothing to explain, and where to go from there.
// @ts-check

import { element } from "../ui/element.js";
import { examplePairs, partners } from "./examples.js";
import { formatQuestion } from "./question.js";

/**
 * @typedef {import("../graph/data/state.js").Graph} Graph
 * @typedef {import("../concepts/match.js").Matcher} Matcher
 * @typedef {import("./question.js").Question} Question
 * @typedef {{ message: string, content: Node[] }} Remark
 */

const NEAREST = 5; // entries offered for an id that no entry has

/**
 * @param {Graph} graph
 * @param {Matcher} matcher
 * @param {ReturnType<typeof import("./answer.js").createViews>} views
 * @param {URL} site
 */
export function createRemarks(graph, matcher, views, site) {
  /** @param {string} heading @param {[number, number][]} pairs */
  const suggestions = (heading, pairs) => (pairs.length ? [element("h2", {}, heading), views.pairList(pairs)] : []);

  /** @param {number} from @param {string} heading */
  const withOthers = (from, heading) =>
    suggestions(
      heading,
      partners(graph, from).map((to) => /** @type {[number, number]} */ ([from, to])),
    );

  /** @param {number} node */
  const others = (node) => withOthers(node, `How ${graph.labels[node]} connects with others`);

  const examples = () => suggestions("For example", examplePairs(graph));

  /**
   * @param {Question} question
   * @param {"from" | "to"} end
   */
  function unknown(question, end) {
    const near = matcher.nearest(question[end], NEAREST);
    const links = near.map((node) => {
      const query = formatQuestion({ ...question, [end]: graph.ids[node] });
      const topic = graph.topics[graph.topic[node]].key;
      const link = element("a", { href: query, "data-ask": "", "data-topic": topic }, graph.labels[node]);
      return element("li", {}, link);
    });
    const code = element("code", {}, question[end]);
    if (!near.length) return [element("p", {}, "No entry is spelled like ", code, ".")];
    return [element("h2", {}, "Instead of ", code), element("ul", { class: "concord-path__near" }, ...links)];
  }

  /**
   * Two entries between which no links lead.
   * @param {number} from
   * @param {number} to
   */
  function apart(from, to) {
    const reached = partners(graph, from).length ? from : to;
    const steps = [from, to].map((node) => {
      const linked = partners(graph, node).length > 0;
      return element(
        "li",
        {},
        views.entryLink(node),
        linked ? ", and what it is linked with" : ", which has no links yet",
      );
    });
    const address = new URL(`graph/?focus=${graph.ids[from]}`, site).href;
    const map = element("a", { href: address }, `the map around ${graph.labels[from]}`);
    return [
      element("p", {}, "They may still have something in common that no entry states yet. Read:"),
      element("ul", { class: "concord-path__near" }, ...steps, element("li", {}, map)),
      ...withOthers(reached, `${graph.labels[reached]} does connect with`),
    ];
  }

  return {
    /**
     * @param {Question} question
     * @param {number} from node, -1 for none
     * @param {number} to
     * @returns {Remark}
     */
    on(question, from, to) {
      const nodes = { from, to };
      const missing = /** @type {const} */ (["from", "to"]).filter((end) => question[end] && nodes[end] < 0);
      if (missing.length) {
        const names = missing.map((end) => `“${question[end]}”`).join(" and none ");
        return { message: `There is no entry ${names}.`, content: missing.flatMap((end) => unknown(question, end)) };
      }
      if (from < 0 && to < 0) return { message: "Choose two entries.", content: examples() };
      if (from < 0 || to < 0) {
        return { message: "Choose the other entry.", content: others(Math.max(from, to)) };
      }
      if (from === to) {
        return { message: "That is the same entry twice. Choose another one.", content: others(from) };
      }
      return { message: `No links lead from ${graph.labels[from]} to ${graph.labels[to]}.`, content: apart(from, to) };
    },
  };
}
