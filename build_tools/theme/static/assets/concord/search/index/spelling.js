// What a misspelt query may mean.
// @ts-check

import { allowed, slips } from "../../words/distance.js";
import { keyOfName } from "./parts.js";
import { wordsOf } from "../../words/text.js";

/**
 * @typedef {import("./files.js").Name} Name
 * @typedef {{ name: Name, wrong: number }} Near
 */

/**
 * How a name has all words of a query, the last perhaps unfinished.
 * @param {string[]} typed
 * @param {Name} name
 * @param {boolean} exactly
 * @returns {number}  of slips, or -1
 */
export function slipsOfWords(typed, name, exactly) {
  const own = wordsOf(name.label, true);
  let sum = 0;
  for (let at = 0; at < typed.length; at += 1) {
    const word = /** @type {string} */ (typed[at]);
    const last = at === typed.length - 1;
    if (own.some((other) => other === word || (last && other.startsWith(word)))) continue;
    if (exactly) return -1;
    const most = allowed(word.length);
    let least = most + 1;
    for (const other of own) least = Math.min(least, slips(word, other, most));
    if (least > most) return -1;
    sum += least;
  }
  return sum;
}

/**
 * A query with the words of a name in place of the misspelt ones.
 * @param {string[]} typed
 * @param {Name} name
 */
export function repaired(typed, name) {
  const own = wordsOf(name.label);
  return typed
    .map((word) => {
      if (own.some((other) => other.startsWith(word))) return word;
      const single = own.find((other) => slipsOfWords([word], { ...name, label: other }, false) >= 0);
      return single ?? word;
    })
    .join(" ");
}

/**
 * Whole names and single words that a misspelt key may mean, the nearest first.
 *
 * A slip changes the first two letters or the last two, not both, unless there are two; so names
 * are sought by either. Most slips come later than the first letters, and then the name stands
 * near the place where the key would: that file is there already.
 *
 * @param {import("./parts.js").Parts} parts
 * @param {string} key
 * @returns {Promise<Near[]>}
 */
export async function namesNear(parts, key) {
  const most = allowed(key.length + 1); // a letter may have been left out
  /** @type {Map<string, Near>} */
  const found = new Map();
  /** @param {Name[]} names */
  const collect = (names) => {
    for (const name of names) {
      if (name.field < "a") continue; // initials
      const other = keyOfName(name);
      if (Math.abs(other.length - key.length) > most) continue;
      const wrong = slips(key, other, most);
      if (wrong <= most && wrong > 0) found.set(`${name.row} ${other}`, { name, wrong });
    }
  };
  const nearest = () => Math.min(...[...found.values()].map(({ wrong }) => wrong));
  collect(await parts.namesAround(key));
  if (nearest() > 1) {
    const letters = [...key];
    const ways = [parts.namesLike("endings", letters.toReversed(), most), parts.namesLike("beginnings", letters, most)];
    while (ways.length) {
      const way = /** @type {AsyncGenerator<Name[], void, void>} */ (ways.shift());
      const { value, done } = await way.next();
      if (done) continue;
      collect(value);
      ways.push(way);
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      a.wrong - b.wrong ||
      Number(a.name.row < 0) - Number(b.name.row < 0) ||
      b.name.rank - a.name.rank ||
      a.name.row - b.name.row,
  );
}
