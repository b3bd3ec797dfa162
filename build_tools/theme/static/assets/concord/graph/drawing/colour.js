/**
 * Colours that look equally light whatever their hue, as hexadecimal codes that every program reads.
 *
 * From OKLCH to sRGB by the matrices of B. Ottosson, "A perceptual color space for image processing"
 * (2020), https://bottosson.github.io/posts/oklab/. Components beyond sRGB are cut off.
 */

/**
 * @param {number} lightness 0 to 1
 * @param {number} chroma 0 for grey, about 0.15 for a clear colour
 * @param {number} hue in degrees: 30 red, 85 yellow, 145 green, 255 blue, 310 purple
 * @returns {string} `#rrggbb`
 */
export function hexOf(lightness, chroma, hue) {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return hexOfLinear([
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]);
}

/** @param {number[]} light linear red, green and blue, 0 to 1 */
function hexOfLinear(light) {
  const bytes = light.map((value) => {
    const kept = Math.min(Math.max(value, 0), 1);
    return Math.round(255 * (kept <= 0.0031308 ? 12.92 * kept : 1.055 * kept ** (1 / 2.4) - 0.055));
  });
  return codeOf(bytes);
}

/**
 * @param {ArrayLike<number>} bytes red, green and blue, 0 to 255
 * @returns {string} `#rrggbb`
 */
export function codeOf(bytes) {
  return `#${[bytes[0], bytes[1], bytes[2]].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}
