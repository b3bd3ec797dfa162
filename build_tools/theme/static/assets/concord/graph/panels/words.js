// All that tells in words, which is fetched as soon as somebody wants to read: the map needs none of it.
// @ts-check

import { Details } from "../../concepts/details.js";
import { Lifetime } from "../../ui/lifecycle.js";
import { Card } from "./card.js";
import { entryUrl, Panel } from "./panel.js";
import { Route } from "./route.js";
import { TextView } from "./text.js";

/**
 * @typedef {object} Listener
 * @property {(node: number) => void} select an entry that is named in the panel
 * @property {(node: number) => void} tell an entry of the text
 * @property {(node: number) => void} focus
 * @property {(node: number) => void} path
 * @property {(lit: {edge?: number, way?: number}) => void} light what is pointed at
 * @property {() => void} close
 */

export class Words extends Lifetime {
  /**
   * @param {import("../../concepts/graph.js").Graph} graph
   * @param {URL} site the site's root
   * @param {HTMLElement} stage what the card stays inside of
   * @param {(number: number) => Promise<unknown>} fetchPage of details
   * @param {Listener} on
   */
  constructor(graph, site, stage, fetchPage, { select, tell, focus, path, light, close }) {
    super();
    const details = new Details(graph, fetchPage);
    const urlOf = (/** @type {number} */ node) => entryUrl(graph, site, node);
    this.panel = this.own(new Panel(graph, site, details, { select, focus, path, close, light }));
    this.route = this.own(new Route(graph, site, details, { select, leave: close, light }));
    this.card = this.own(new Card(graph, stage, details));
    this.told = this.own(new TextView(graph, { urlOf, details, select: tell }));
  }
}
