/**
 * How much is drawn: less of each thing, the more there is and the smaller it comes out. All are
 * functions of counts and zoom alone, so that the same view is the same picture.
 */

/** Nodes and links up to which all is drawn anew at each step of a movement. */
const AFRESH = 3000;
/** The most links that are drawn at once; more are a grey mass in which none can be followed. */
const MOST_EDGES = 3000;
/** Of these, the most that lead out of sight. */
const MOST_LEADING = 800;
/** Links up to which dashes tell relations apart; among more they are noise. */
const MOST_DASHED = 450;
const PIXELS_A_LABEL = 15000;
/** How opaque what is not emphasised stays. */
export const FAINT = 0.16;
/** Radius of the ground round a node, as a share of the distance to the next. */
export const REGION_RADIUS = 0.72;
export const REGION_OPACITY = 0.08;

/**
 * Whether a movement shows the last drawing, moved and stretched, until it comes to rest.
 *
 * @param {{byImportance: number[], edges: number[]}} shown
 */
export function movesAsBitmap({ byImportance, edges }) {
  return byImportance.length + edges.length > AFRESH;
}

/** Pixels between nodes, on average, below which no name can be read under them. */
const CROWDED = 20;

/** @param {number} spacing pixels from a node to the next, on average */
export function isCrowded(spacing) {
  return spacing < CROWDED;
}

/**
 * @param {number} size of a node, 0 to 255: its area stands for its importance
 * @param {number} spacing pixels from a node to the next, on average
 * @returns {number} pixels; grows with the zoom, but ever less
 */
export function discRadius(size, spacing) {
  const room = 60 * (1 - Math.exp(-spacing / 60));
  return room * (0.06 + (0.16 * size) / 255);
}

/**
 * @param {number} count of links in sight
 * @returns {number} how opaque each is, 0 to 1
 */
export function edgeOpacity(count) {
  return Math.min(0.75, Math.max(0.09, 8 / Math.sqrt(count + 1)));
}

/**
 * @param {number} count of links that are emphasised
 * @returns {number} how opaque each is, 0 to 1
 */
export function emphasisOpacity(count) {
  return Math.min(0.9, Math.max(0.25, 16 / Math.sqrt(count + 1)));
}

/** @param {number} count of links in sight */
export function showsDashes(count) {
  return count <= MOST_DASHED;
}

/**
 * @param {number} spacing pixels from a node to the next, on average
 * @returns {number} length of an arrowhead in pixels, 0 for none
 */
export function arrowLength(spacing) {
  return spacing < 60 ? 0 : Math.min(9, 4 + spacing / 40);
}

/**
 * How many links are drawn of those with both ends in sight and of those that lead out of it.
 *
 * @param {number} inside
 * @param {number} leading
 */
export function mostOf(inside, leading) {
  const kept = Math.min(inside, MOST_EDGES);
  return { inside: kept, leading: Math.min(leading, MOST_LEADING, MOST_EDGES - kept) };
}

/**
 * How many nodes may bear a label, the most important first. It depends on the zoom and not on what
 * is in sight, so that dragging the map does not change which they are.
 *
 * @param {number} zoom
 * @param {{width: number, height: number}} size of the view in pixels
 */
export function labelledNodes(zoom, { width, height }) {
  return Math.round(((width * height) / PIXELS_A_LABEL) * Math.max(zoom, 0.3) ** 2);
}

/**
 * @param {number} zoom
 * @returns {number} how opaque the names of topics are, 0 to 1
 */
export function regionOpacity(zoom) {
  return Math.min(1, Math.max(0, (2.6 - zoom) / 1.2));
}

/**
 * Names under the nodes are faint. Those above them could not be read so.
 *
 * @param {{crowded: boolean, regionOpacity: number}} frame
 */
export function regionNameOpacity({ crowded, regionOpacity }) {
  return (crowded ? 0.9 : 0.62) * regionOpacity;
}
