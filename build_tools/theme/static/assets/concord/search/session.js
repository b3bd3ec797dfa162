// Questions to the engine, of which only the latest counts.
// @ts-check

/**
 * @typedef {import("./engine.js").Answer} Answer
 * @typedef {{ key: string, label: string }} Label
 * @typedef {{ topics: Label[], kinds: Label[] }} Vocabulary
 * @typedef {{ text: string, topics: string[], kinds: string[], limit: number }} Question
 * @typedef {{ state: "slow" }
 *   | { state: "failed" }
 *   | { state: "answered", question: Question, answer: Answer, vocabulary: Vocabulary }} Outcome
 * @typedef {{ ready(): Promise<Vocabulary>,
 *   search(text: string, options: { limit: number, topics: string[], kinds: string[] }): Promise<Answer> }} Engine
 */

const SLOW = 200; // milliseconds after which a reader is told that something goes on

/**
 * Ask an engine. Each question replaces the one before, whose answer is then dropped whenever it
 * comes; `show` is told about the latest alone.
 *
 * @param {Engine} engine
 * @param {(outcome: Outcome) => void} show
 * @param {number} [slow] milliseconds without an answer after which the state is "slow"
 */
export function createSession(engine, show, slow = SLOW) {
  let latest = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const cancel = () => {
    latest += 1;
    clearTimeout(timer);
  };

  /** @param {Question} question */
  const ask = async (question) => {
    cancel();
    const mine = latest;
    timer = setTimeout(() => show({ state: "slow" }), slow);
    const { text, ...options } = question;
    /** @type {Outcome} */
    let outcome;
    try {
      const [vocabulary, answer] = await Promise.all([engine.ready(), engine.search(text, options)]);
      outcome = { state: "answered", question, answer, vocabulary };
    } catch {
      outcome = { state: "failed" };
    }
    if (mine !== latest) return;
    clearTimeout(timer);
    show(outcome);
  };

  return { ask, cancel };
}

/**
 * Fetch one file of the index.
 * @param {string} url
 * @returns {Promise<unknown>}
 */
export async function fetchJson(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.json();
}
