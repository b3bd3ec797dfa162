/** Colours for libraries that do not read all of CSS: evenly spread hues. @param {number} at @param {number} count */
export const colourOf = (at, count) => {
  const channel = (/** @type {number} */ shift) =>
    Math.round(120 + 90 * Math.cos(2 * Math.PI * (at / count + shift / 3)))
      .toString(16)
      .padStart(2, "0");
  return `#${channel(0)}${channel(1)}${channel(2)}`;
};
