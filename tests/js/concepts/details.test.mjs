import assert from "node:assert/strict";
import test from "node:test";

import { Details } from "../../../build_tools/theme/static/assets/concord/concepts/details.js";

/** Two nodes a file. */
const GRAPH = { page: 2, edges: { source: [0, 1, 3, 4], target: [1, 0, 0, 0], relation: [0, 0, 0, 0] } };
const WORK = ["k", "Work", "https://example.org/"];
const FILES = [
  {
    definitions: ["of 0", "of 1"],
    reasons: [[0, "because 0"]],
    sources: [
      [0, [0]],
      [1, [0]],
    ],
    works: [WORK],
  },
  { definitions: ["of 2", "of 3"], reasons: [[2, "because 2"]], sources: [], works: [] },
  "not what a file of details is",
];

/** A reader, the numbers of the files that it asked for, and a switch. */
function reader() {
  const state = { asked: /** @type {number[]} */ ([]), offline: false };
  const details = new Details(GRAPH, async (number) => {
    state.asked.push(number);
    if (state.offline) throw new Error("offline");
    return FILES[number];
  });
  return { details, state };
}

test("a file of details is fetched once", async () => {
  const { details, state } = reader();
  assert.equal(await details.definition(3), "of 3");
  assert.equal(await details.definition(2), "of 2");
  await Promise.all([details.of([0]), details.of([1, 2])]);
  assert.deepEqual(state.asked, [1, 0]);
});

test("a link has its reason and the works that its numbers stand for", async () => {
  const { details, complete } = await reader().details.of([0, 1, 2]);
  assert.ok(complete);
  assert.deepEqual(details.get(0), { because: "because 0", works: [WORK] });
  assert.deepEqual(details.get(1), { because: "", works: [WORK] });
  assert.deepEqual(details.get(2), { because: "because 2", works: [] });
});

test("what cannot be read is missing, and asked for again", async () => {
  const { details, state } = reader();
  state.offline = true;
  await assert.rejects(details.definition(3));
  assert.equal((await details.of([2])).complete, false);
  state.offline = false;
  const again = await details.of([2]);
  assert.ok(again.complete);
  assert.equal(again.details.get(2)?.because, "because 2");
  assert.deepEqual(state.asked, [1, 1, 1]);
});

test("one file that is broken leaves the others", async () => {
  const { details, complete } = await reader().details.of([0, 3]);
  assert.equal(complete, false);
  assert.equal(details.get(0)?.because, "because 0");
});

test("an entry of which nothing is said has no definition", async () => {
  const details = new Details(GRAPH, async () => ({ definitions: [], reasons: [], sources: [], works: [] }));
  assert.equal(await details.definition(0), "");
});

test("four files are fetched at once, in their order", async () => {
  /** @type {(() => void)[]} */
  const waiting = [];
  /** @type {number[]} */
  const asked = [];
  const graph = { page: 1, edges: { source: [6, 5, 4, 3, 2, 1], target: [], relation: [] } };
  const details = new Details(graph, (number) => {
    asked.push(number);
    return new Promise((done) => waiting.push(() => done({ definitions: [], reasons: [], sources: [], works: [] })));
  });
  const all = details.of([0, 1, 2, 3, 4, 5]);
  assert.deepEqual(asked, [1, 2, 3, 4]);
  while (asked.length < 6) {
    waiting.shift()?.();
    await new Promise((done) => setTimeout(done, 0));
  }
  for (const done of waiting) done();
  assert.equal((await all).complete, true);
  assert.deepEqual(asked, [1, 2, 3, 4, 5, 6]);
});
