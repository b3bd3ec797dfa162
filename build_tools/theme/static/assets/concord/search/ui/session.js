// Questions to the engine, of which only the latest counts.
// @ts-check

import { Rest } from "../../ui/lifecycle.js";

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
 * Asks an engine. Each question replaces the one before, whose answer is then dropped whenever it
 * comes; `show` is told about the latest alone.
 */
export class Session {
  #engine;
  #show;
  #waiting;
  #latest = 0;

  /**
   * @param {Engine} engine
   * @param {(outcome: Outcome) => void} show
   * @param {number} [slow] milliseconds without an answer after which the state is "slow"
   */
  constructor(engine, show, slow = SLOW) {
    this.#engine = engine;
    this.#show = show;
    this.#waiting = new Rest(slow);
  }

  /** @param {Question} question */
  async ask(question) {
    this.cancel();
    const mine = this.#latest;
    this.#waiting.before(() => this.#show({ state: "slow" }));
    /** @type {Outcome} */
    let outcome;
    try {
      await this.#askForBest(question, mine);
      if (mine !== this.#latest) return;
      outcome = await this.#answered(question);
    } catch {
      outcome = { state: "failed" };
    }
    if (mine !== this.#latest) return;
    this.#waiting.cancel();
    this.#show(outcome);
  }

  cancel() {
    this.#latest += 1;
    this.#waiting.cancel();
  }

  dispose() {
    this.cancel();
  }

  /**
   * The best result is asked for by itself, since ten of them may lie in ten files. Where fetching
   * takes its time it is shown before the others; where all is there already, asking twice costs
   * less than a millisecond.
   *
   * @param {Question} question
   * @param {number} mine
   */
  async #askForBest(question, mine) {
    if (question.limit <= 1 || question.topics.length || question.kinds.length) return;
    const asked = performance.now();
    const { text, ...options } = question;
    const best = await this.#engine.search(text, { ...options, limit: 1 });
    if (mine !== this.#latest || !best.hits.length || performance.now() - asked <= EARLY) return;
    this.#waiting.cancel();
    this.#show({ state: "answered", question, answer: best, vocabulary: await this.#engine.ready() });
  }

  /** @param {Question} question @returns {Promise<Outcome>} */
  async #answered(question) {
    const { text, ...options } = question;
    const [vocabulary, answer] = await Promise.all([this.#engine.ready(), this.#engine.search(text, options)]);
    return { state: "answered", question, answer, vocabulary };
  }
}
