// Numbers and texts as a document of SVG has them.
// @ts-check

/** @param {number} value @returns {string} with at most two decimals */
export const shortest = (value) => String(Math.round(value * 100) / 100);

/** @param {string} text @returns {string} for content and attributes */
export const escape = (text) =>
  text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
