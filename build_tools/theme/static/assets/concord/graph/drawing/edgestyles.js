/**
 * How the links of each relation look: in the picture, in its legend and in what is downloaded.
 *
 * A vocabulary lists related relations together. So four directed relations that follow one another
 * share a hue and differ in dash: with the site's own vocabulary, what a thing is, what works
 * with what, what opposes what, and what measures or governs. Symmetric relations have hues of their
 * own; one that says only that two entries bear on each other is grey.
 *
 * @typedef {object} EdgeStyle
 * @property {string} colour `#rrggbb`
 * @property {number[]} dash lengths of lines and gaps in pixels; none for an unbroken line
 * @property {number} width in pixels
 * @property {boolean} arrow whether the link has a direction
 *
 * @typedef {object} Palette the colours and letters of a drawing; all colours `#rrggbb`
 * @property {string} ground
 * @property {string} text
 * @property {string} ring round the selected node
 * @property {string[]} topics
 * @property {EdgeStyle[]} relations
 * @property {string} family of fonts
 */

import { hexOf } from "./colour.js";

const FAMILY = 4;
/** Blue, green, red, purple: as far from each other as four hues get for most eyes. */
const HUES = [255, 155, 28, 312];
const GOLDEN_ANGLE = 137.508;
const DASHES = [[], [9, 4], [9, 3, 2, 3], [3, 3]];
const SYMMETRIC_HUE = 85;
const SYMMETRIC_DASH = [6, 3];
const LOOSE_DASH = [1.5, 4];

/**
 * @param {{relations: {symmetric: boolean, cost: number}[]}} graph
 * @param {boolean} dark whether the ground is
 * @returns {EdgeStyle[]} by relation
 */
export function relationStyles({ relations }, dark) {
  const lightness = dark ? 0.76 : 0.53;
  let [directed, symmetric] = [0, 0];
  return relations.map((relation) => {
    if (relation.symmetric && relation.cost > 1) {
      return { colour: hexOf(dark ? 0.7 : 0.55, 0.012, 255), dash: LOOSE_DASH, width: 1, arrow: false };
    }
    if (relation.symmetric) {
      const hue = (SYMMETRIC_HUE + symmetric * GOLDEN_ANGLE) % 360;
      symmetric += 1;
      return { colour: hexOf(lightness, 0.11, hue), dash: SYMMETRIC_DASH, width: 1, arrow: false };
    }
    const [family, member] = [Math.floor(directed / FAMILY), directed % FAMILY];
    directed += 1;
    const hue = HUES[family] ?? (HUES[0] + family * GOLDEN_ANGLE) % 360;
    // Members differ a little in hue too, for links that are too short to show their dashes.
    return {
      colour: hexOf(lightness, 0.13, hue + 9 * (member - 1.5)),
      dash: DASHES[member],
      width: 1,
      arrow: true,
    };
  });
}
