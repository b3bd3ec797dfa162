/**
 * Explanations as text, for tests: `node explanations.mjs FILE` prints what the graph page's script
 * answers to each case of a file like `tests/contracts/graph_explanations.json`.
 */

import { readFileSync } from "node:fs";
import { argv, stdout } from "node:process";
import { fileURLToPath } from "node:url";

import { explanations } from "../../build_tools/theme/static/assets/concord/concepts/explain.js";

/**
 * The part of a graph's file that explanations need.
 *
 * @param {string[]} ids
 * @param {[string, string, string][]} links source, relation, target
 * @param {Record<string, number>} costs by relation
 */
export function graphOf(ids, links, costs) {
  const keys = Object.keys(costs);
  return {
    format: 1,
    topics: [],
    kinds: [],
    statuses: [],
    labels: ids,
    topic: [],
    kind: [],
    status: [],
    x: [],
    y: [],
    importance: [],
    page: 128,
    relations: keys.map((key) => ({ key, label: key, inverse: key, symmetric: false, cost: costs[key] })),
    ids,
    edges: {
      source: links.map(([source]) => ids.indexOf(source)),
      target: links.map(([, , target]) => ids.indexOf(target)),
      relation: links.map(([, relation]) => keys.indexOf(relation)),
    },
  };
}

/** Each explanation of a case as `{path, cost}`. */
export function told({ ids, links, from, to }, costs) {
  const graph = graphOf(ids, links, costs);
  const keys = Object.keys(costs);
  return explanations(graph, ids.indexOf(from), ids.indexOf(to)).map(({ steps, cost }) => ({
    path: steps.reduce((path, { to: node, edge, inverse }) => {
      const way = inverse ? "<" : ">";
      return `${path}${way}${keys[graph.edges.relation[edge]]}${way}${ids[node]}`;
    }, from),
    cost,
  }));
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { relations, cases } = JSON.parse(readFileSync(argv[2], "utf-8"));
  stdout.write(JSON.stringify(cases.map((item) => told(item, relations))));
}
