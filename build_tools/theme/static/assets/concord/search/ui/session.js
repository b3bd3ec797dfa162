// Questions to the engine, of which only the latest counts.
// @ts-check

/**
 * @typedef {import("../index/engine.js").Answer} Answer
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
const EARLY = 40; // milliseconds of waiting for the best result after which it is shown alone

/**
 * Ask an engine. Each question replaces the one before, whose answer is then dropped whenever it
 * comes; `show` is told about the latest alone.
 *
 * The best result is asked for by itself, since ten of them may lie in ten files. Where fetching
 * takes its time it is shown before the others; where all is there already, asking twice costs
 * less than a millisecond.
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
    const asked = performance.now();
    /** @type {Outcome} */
    let outcome;
    try {
      if (question.limit > 1 && !question.topics.length && !question.kinds.length) {
        const best = await engine.search(text, { ...options, limit: 1 });
        if (mine !== latest) return;
        if (best.hits.length && performance.now() - asked > EARLY) {
          clearTimeout(timer);
          show({ state: "answered", question, answer: best, vocabulary: await engine.ready() });
          if (mine !== latest) return;
        }
      }
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
