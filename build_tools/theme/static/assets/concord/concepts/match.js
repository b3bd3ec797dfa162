// Which entries a reader means by a few letters, and which by an id that no entry has.
// @ts-check

import { allowed, slips } from "../words/distance.js";
import { keyOf } from "../words/text.js";

/** @typedef {import("./graph.js").Graph} Graph */

/** A matcher over labels and ids. Of equally good matches the more important entry comes first. */
export class Matcher {
  /** @type {{ labels: string[], ids: string[] } | undefined} */
  #folded;
  /** @type {Map<string, number>} */
  #nodes;

  /** @param {Graph} graph */
  constructor(graph) {
    this.graph = graph;
    this.#nodes = new Map(graph.ids.map((id, node) => [id, node]));
  }

  /**
   * The node of an id, or -1.
   * @param {string} id
   */
  nodeOf(id) {
    return this.#nodes.get(id) ?? -1;
  }

  /**
   * The best matches, as nodes: the whole label, then labels that begin so, labels with a word that
   * does, ids that begin so, labels that hold it; without any of these, labels spelled alike.
   * Without text the most important entries.
   * @param {string} text
   * @param {number} most
   */
  best(text, most) {
    const key = keyOf(text);
    if (!key) return this.graph.importance.slice(0, most);
    const { labels, ids } = this.#keys();
    /** @type {number[][]} */
    const found = [[], [], [], [], []];
    for (const node of this.graph.importance) {
      const label = labels[node];
      const at = label.indexOf(key);
      if (at === 0) found[label === key ? 0 : 1].push(node);
      else if (at > 0) found[label.includes(` ${key}`) ? 2 : 4].push(node);
      else if (ids[node].startsWith(key)) found[3].push(node);
    }
    const matches = found.flat();
    return (matches.length ? matches : this.#nearestBy(labels, key, allowed(key.length), true)).slice(0, most);
  }

  /**
   * The entries that an unknown id most likely means: spelled alike, then found by its words.
   * @param {string} id
   * @param {number} most
   */
  nearest(id, most) {
    const typed = keyOf(id);
    const alike = this.#nearestBy(this.#keys().ids, typed, Math.max(1, Math.floor(typed.length / 3)), false);
    return [...new Set(typed ? [...alike, ...this.best(typed, most)] : [])].slice(0, most);
  }

  #keys() {
    const { labels, ids } = this.graph;
    return (this.#folded ??= { labels: labels.map(keyOf), ids: ids.map((id) => id.replaceAll("-", " ")) });
  }

  /**
   * Nodes whose text is a few slips away, fewest first.
   * @param {string[]} texts by node
   * @param {string} typed
   * @param {number} most slips
   * @param {boolean} beginning
   */
  #nearestBy(texts, typed, most, beginning) {
    if (!most) return [];
    return this.graph.importance
      .map((node) => ({ node, slips: slips(typed, texts[node], most, beginning) }))
      .filter((it) => it.slips <= most)
      .sort((one, other) => one.slips - other.slips)
      .map((it) => it.node);
  }
}
