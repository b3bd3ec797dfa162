// Where a step leads from an entry, and what a step lights up.
// @ts-check

/**
 * @typedef {import("../../concepts/graph.js").Graph} Graph
 * @typedef {import("../../concepts/graph.js").Step} Step
 * @typedef {import("../../concepts/explain.js").Explanation} Explanation
 * @typedef {{ nodes: Set<number>, edges: Set<number> }} Lit
 */

/**
 * The nearest node in a direction: what lies aside counts double, and what lies more aside than
 * ahead not at all.
 *
 * @param {Graph} graph
 * @param {number[]} nodes
 * @param {number} from
 * @param {number} dx direction, -1, 0 or 1
 * @param {number} dy downwards
 * @returns {number} -1 where there is none
 */
export function nearestTowards({ x, y }, nodes, from, dx, dy) {
  let best = -1;
  let least = Infinity;
  for (const node of nodes) {
    const [right, down] = [x[node] - x[from], y[node] - y[from]];
    const ahead = right * dx + down * dy;
    const aside = Math.abs(right * dy) + Math.abs(down * dx);
    const distance = ahead + 2 * aside;
    if (node === from || ahead <= 0 || aside > ahead || distance >= least) continue;
    least = distance;
    best = node;
  }
  return best;
}

/**
 * The neighbours of a node, each once, by label.
 *
 * @param {Graph} graph
 * @param {Step[]} steps of that node
 * @param {(edge: number) => boolean} shows
 */
export function neighbours(graph, steps, shows) {
  const { compare } = new Intl.Collator("en");
  const others = new Set(steps.filter(({ edge }) => shows(edge)).map(({ to }) => to));
  return [...others].sort((one, other) => compare(graph.labels[one], graph.labels[other]) || one - other);
}

/**
 * A node with its neighbours.
 *
 * @param {number} node
 * @param {Step[]} steps of that node
 * @param {(edge: number) => boolean} shows
 * @returns {Lit}
 */
export function around(node, steps, shows) {
  const led = steps.filter(({ edge }) => shows(edge));
  return { nodes: new Set([node, ...led.map(({ to }) => to)]), edges: new Set(led.map(({ edge }) => edge)) };
}

/**
 * All that explanations pass.
 *
 * @param {Explanation[]} explanations
 * @param {number[]} ends lit even where nothing connects them
 * @returns {Lit}
 */
export function along(explanations, ends) {
  const steps = explanations.flatMap((it) => it.steps);
  return {
    nodes: new Set([...ends.filter((node) => node >= 0), ...steps.flatMap(({ from, to }) => [from, to])]),
    edges: new Set(steps.map(({ edge }) => edge)),
  };
}
