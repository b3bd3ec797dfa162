import assert from "node:assert/strict";
import test from "node:test";

import { Session } from "../../../build_tools/theme/static/assets/concord/search/ui/session.js";

const VOCABULARY = { topics: [], kinds: [] };
const question = (/** @type {string} */ text, more = {}) => ({ text, topics: [], kinds: [], limit: 8, ...more });
const soon = async () => {
  for (let turn = 0; turn < 20; turn += 1) await null;
};

/**
 * A session, what it was told, and the searches that wait for their answers.
 * @param {number} [slow]
 */
function started(slow = 1000) {
  /** @type {{ text: string, limit: number, answer: (hits: string[]) => void, fail: () => void }[]} */
  const waiting = [];
  /** @type {string[]} */
  const told = [];
  const engine = {
    ready: async () => VOCABULARY,
    search: (/** @type {string} */ text, /** @type {{ limit: number }} */ { limit }) =>
      new Promise((resolve, reject) => {
        const answer = (/** @type {string[]} */ hits) => resolve({ hits });
        waiting.push({ text, limit, answer, fail: () => reject(new Error("offline")) });
      }),
  };
  const show = (/** @type {any} */ { state, question: asked, answer, vocabulary }) => {
    if (state === "answered") assert.equal(vocabulary, VOCABULARY);
    told.push(state === "answered" ? `${asked.text}: ${answer.hits.join()}` : state);
  };
  return { session: new Session(/** @type {any} */ (engine), show, slow), told, waiting };
}

test("the best result is asked for first, and shown alone only if it takes long", async (t) => {
  const { session, told, waiting } = started();
  let now = 0;
  t.mock.method(performance, "now", () => now);
  session.ask(question("a"));
  waiting[0].answer(["best"]);
  await soon();
  assert.deepEqual(
    waiting.map(({ limit }) => limit),
    [1, 8],
  );
  assert.deepEqual(told, []);
  waiting[1].answer(["best", "other"]);
  await soon();
  assert.deepEqual(told, ["a: best,other"]);

  for (const [late, first] of /** @type {[number, string[]][]} */ ([
    [40, []],
    [41, ["b: best"]],
  ])) {
    const other = started();
    now = 0;
    other.session.ask(question("b"));
    now = late;
    other.waiting[0].answer(["best"]);
    await soon();
    assert.deepEqual(other.told, first, `${late} milliseconds`);
    other.session.dispose();
  }
});

test("a best result that is none is not shown", async (t) => {
  const { session, told, waiting } = started();
  let now = 0;
  t.mock.method(performance, "now", () => now);
  session.ask(question("a"));
  now = 100;
  waiting[0].answer([]);
  await soon();
  assert.deepEqual(told, []);
  session.dispose();
});

for (const more of [{ limit: 1 }, { topics: ["t"] }, { kinds: ["k"] }]) {
  test(`whoever asks for ${JSON.stringify(more)} is answered at once`, async () => {
    const { session, told, waiting } = started();
    session.ask(question("a", more));
    await soon();
    assert.equal(waiting.length, 1);
    waiting[0].answer(["x"]);
    await soon();
    assert.deepEqual(told, ["a: x"]);
  });
}

test("only the latest question is answered", async () => {
  const { session, told, waiting } = started();
  session.ask(question("a"));
  session.ask(question("b"));
  waiting[0].answer(["old"]);
  waiting[1].answer(["new"]);
  await soon();
  assert.deepEqual(
    waiting.map(({ text }) => text),
    ["a", "b", "b"],
  );
  waiting[2].answer(["new", "more"]);
  await soon();
  assert.deepEqual(told, ["b: new,more"]);
});

test("an answer that comes after the next question is dropped, and so is a failure", async () => {
  const { session, told, waiting } = started();
  for (const text of ["a", "b", "c"]) {
    session.ask(question(text, { limit: 1 }));
    await soon();
  }
  waiting[0].answer(["old"]);
  waiting[1].fail();
  waiting[2].answer(["new"]);
  await soon();
  assert.deepEqual(told, ["c: new"]);
});

test("what fails is told", async () => {
  for (const at of [0, 1]) {
    const { session, told, waiting } = started();
    session.ask(question("a"));
    if (at) waiting[0].answer([]);
    await soon();
    waiting[at].fail();
    await soon();
    assert.deepEqual(told, ["failed"]);
  }
});

test("a slow answer is told, and nothing after a question was taken back", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { session, told, waiting } = started(200);
  session.ask(question("a", { limit: 1 }));
  await soon();
  t.mock.timers.tick(199);
  assert.deepEqual(told, []);
  t.mock.timers.tick(1);
  assert.deepEqual(told, ["slow"]);
  session.cancel();
  waiting[0].answer(["x"]);
  session.ask(question("b", { limit: 1 }));
  session.dispose();
  t.mock.timers.tick(1000);
  await soon();
  assert.deepEqual(told, ["slow"]);
});

test("who has answered is not slow", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { session, told, waiting } = started(200);
  session.ask(question("a", { limit: 1 }));
  await soon();
  waiting[0].answer(["x"]);
  await soon();
  t.mock.timers.tick(1000);
  assert.deepEqual(told, ["a: x"]);
});

test("who was shown the best result is not told that the rest is slow", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { session, told, waiting } = started(200);
  let now = 0;
  t.mock.method(performance, "now", () => now);
  session.ask(question("a"));
  await soon();
  now = 100;
  waiting[0].answer(["best"]);
  await soon();
  t.mock.timers.tick(1000);
  assert.deepEqual(told, ["a: best"]);
});
