// The links of an entry, as they are told.
// @ts-check

/**
 * @typedef {import("../../concepts/graph.js").Graph} Graph
 * @typedef {import("../../concepts/graph.js").Step} Step
 * @typedef {{ label: string, relation: number, inverse: boolean, steps: Step[] }} Group
 */

/**
 * The links of a node by what they say, the stated direction before the other.
 *
 * @param {Graph} graph
 * @param {Step[]} steps
 * @returns {Group[]} by label of the other end
 */
export function linkGroups(graph, steps) {
  /** @type {Map<number, Group>} */
  const groups = new Map();
  for (const step of steps) {
    const relation = graph.edges.relation[step.edge];
    const { label, inverse, symmetric } = graph.relations[relation];
    const against = step.inverse && !symmetric;
    const key = relation * 2 + Number(against);
    const group = groups.get(key) ?? { label: against ? inverse : label, relation, inverse: against, steps: [] };
    group.steps.push(step);
    groups.set(key, group);
  }
  const { compare } = new Intl.Collator("en");
  for (const group of groups.values()) {
    group.steps.sort((one, other) => compare(graph.labels[one.to], graph.labels[other.to]) || one.to - other.to);
  }
  return [...groups].sort(([one], [other]) => one - other).map(([, group]) => group);
}
