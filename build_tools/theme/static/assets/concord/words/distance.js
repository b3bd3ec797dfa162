// Damerau's edit distance with a bound, of whole words and of beginnings.
// @ts-check

/**
 * How many slips lead from one text to the other: a letter left out, too many, another, or two
 * neighbours swapped (optimal string alignment).
 *
 * @param {string} typed
 * @param {string} meant
 * @param {number} most
 * @param {boolean} [beginning] compare with the beginning of `meant` that fits best
 * @returns {number}  above `most` as soon as it is clear that it is
 */
export function slips(typed, meant, most, beginning = false) {
  const n = typed.length;
  let m = meant.length;
  if (beginning) m = Math.min(m, n + most);
  if (m < n - most || (!beginning && m > n + most)) return most + 1;
  let before = new Uint8Array(m + 1);
  let last = new Uint8Array(m + 1);
  let row = new Uint8Array(m + 1);
  for (let j = 0; j <= m; j += 1) last[j] = Math.min(j, most + 1);
  for (let i = 1; i <= n; i += 1) {
    const from = Math.max(1, i - most);
    const to = Math.min(m, i + most);
    row.fill(most + 1);
    if (from === 1) row[0] = Math.min(i, most + 1);
    let least = row[0] ?? 0;
    const letter = typed.charCodeAt(i - 1);
    for (let j = from; j <= to; j += 1) {
      const other = meant.charCodeAt(j - 1);
      let cost = /** @type {number} */ (last[j - 1]) + (letter === other ? 0 : 1);
      cost = Math.min(cost, /** @type {number} */ (last[j]) + 1, /** @type {number} */ (row[j - 1]) + 1);
      if (i > 1 && j > 1 && letter === meant.charCodeAt(j - 2) && typed.charCodeAt(i - 2) === other) {
        cost = Math.min(cost, /** @type {number} */ (before[j - 2]) + 1);
      }
      row[j] = Math.min(cost, most + 1);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  if (!beginning) return /** @type {number} */ (last[m]);
  return last.reduce((least, cost, j) => (j >= n - most ? Math.min(least, cost) : least), most + 1);
}

/**
 * How many slips a text of this length may have: one from four letters, two from eight.
 * @param {number} length
 */
export function allowed(length) {
  return length >= 8 ? 2 : length >= 4 ? 1 : 0;
}
