// The question of the page of paths, to and from its address: ?from=ID&to=ID.
// @ts-check

/** @typedef {{ from: string, to: string }} Question ids; `""` for none */

/**
 * The question that an address asks.
 * @param {string} search the address's query
 * @returns {Question}
 */
export function parseQuestion(search) {
  const given = new URLSearchParams(search);
  return { from: (given.get("from") ?? "").trim(), to: (given.get("to") ?? "").trim() };
}

/**
 * The shortest query that asks a question: `""`, or one that begins with `?`.
 * @param {Question} question
 */
export function formatQuestion({ from, to }) {
  const stated = new URLSearchParams();
  if (from) stated.set("from", from);
  if (to) stated.set("to", to);
  const text = stated.toString();
  return text && `?${text}`;
}
