import assert from "node:assert/strict";
import test from "node:test";

import { Unavailable, fetchJson } from "../../../build_tools/theme/static/assets/concord/ui/fetching.js";
import { lazily } from "../../../build_tools/theme/static/assets/concord/ui/lazily.js";
import {
  Component,
  Lifetime,
  onEachPage,
  Rest,
} from "../../../build_tools/theme/static/assets/concord/ui/lifecycle.js";

const soon = () => new Promise((done) => setTimeout(done, 0));

test("what belongs together ends together, the last first, and once", () => {
  /** @type {string[]} */
  const told = [];
  const life = new Lifetime();
  const part = { name: "part", dispose: () => told.push("part") };
  assert.equal(life.own(part), part);
  life.onEnd(() => told.push("end"));
  const target = new EventTarget();
  target.addEventListener("x", () => told.push("heard"), { signal: life.signal });
  target.dispatchEvent(new Event("x"));
  assert.equal(life.signal.aborted, false);
  life.dispose();
  target.dispatchEvent(new Event("x"));
  life.dispose();
  assert.deepEqual(told, ["heard", "end", "part"]);
  life.own(part);
  assert.deepEqual(told, ["heard", "end", "part", "part"], "what comes too late ends at once");
});

test("a component takes its element away", () => {
  /** @type {string[]} */
  const told = [];
  const component = new Component(/** @type {any} */ ({ remove: () => told.push("removed") }));
  component.onEnd(() => told.push("end"));
  component.dispose();
  assert.deepEqual(told, ["end", "removed"]);
});

test("after a rest something is done, and only what was asked for last", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {string[]} */
  const told = [];
  const rest = new Rest(50);
  rest.before(() => told.push("one"));
  t.mock.timers.tick(49);
  rest.before(() => told.push("two"));
  t.mock.timers.tick(49);
  assert.deepEqual(told, []);
  t.mock.timers.tick(1);
  assert.deepEqual(told, ["two"]);
  rest.before(() => told.push("three"));
  rest.cancel();
  t.mock.timers.tick(100);
  rest.before(() => told.push("four"));
  rest.dispose();
  t.mock.timers.tick(100);
  assert.deepEqual(told, ["two"]);
});

/** Runs with a window in which a theme says when pages come. @param {(come: () => void) => Promise<void>} run */
async function withPages(run) {
  /** @type {(() => void)[]} */
  const visits = [];
  const pages = { subscribe: (/** @type {() => void} */ visit) => visits.push(visit) };
  Object.assign(globalThis, { window: { document$: pages } });
  try {
    await run(() => visits.forEach((visit) => visit()));
  } finally {
    Reflect.deleteProperty(globalThis, "window");
  }
}

test("without a theme that says otherwise there is one page", async () => {
  Object.assign(globalThis, { window: {} });
  let count = 0;
  onEachPage(() => void (count += 1));
  Reflect.deleteProperty(globalThis, "window");
  await soon();
  assert.equal(count, 1);
});

test("each page has its own, and what was there before ends first", () =>
  withPages(async (come) => {
    /** @type {string[]} */
    const told = [];
    let page = 0;
    onEachPage(async () => {
      page += 1;
      const name = page;
      told.push(`+${name}`);
      await soon();
      return { dispose: () => told.push(`-${name}`) };
    });
    come();
    come(); // before the first has come
    await soon();
    await soon();
    await soon();
    assert.deepEqual(told, ["+1", "-1", "+2"]);
  }));

test("a page that failed, or has nothing, does not keep the next one away", () =>
  withPages(async (come) => {
    /** @type {(() => any)[]} */
    const mounts = [() => Promise.reject(new Error("broken")), () => undefined, () => ({ dispose() {} })];
    let count = 0;
    onEachPage(() => {
      count += 1;
      return mounts[count - 1]();
    });
    come();
    come();
    come();
    await soon();
    assert.equal(count, 3);
  }));

test("what is fetched late is fetched once, and used at once when it is there", async () => {
  /** @type {string[]} */
  const told = [];
  let fetched = 0;
  const late = lazily(
    async () => {
      fetched += 1;
      return "value";
    },
    () => told.push("failed"),
  );
  assert.equal(late.now(), undefined);
  late.use((it) => told.push(`one ${it}`));
  const done = late.use((it) => told.push(`two ${it}`));
  assert.deepEqual(told, []);
  await done;
  assert.deepEqual(told, ["one value", "two value"]);
  assert.equal(late.now(), "value");
  late.use((it) => told.push(`three ${it}`));
  assert.deepEqual(told.slice(2), ["three value"]);
  assert.equal(fetched, 1);
});

test("what could not be fetched is fetched again", async () => {
  /** @type {string[]} */
  const told = [];
  let offline = true;
  const late = lazily(
    async () => {
      if (offline) throw new Error("offline");
      return "value";
    },
    () => told.push("failed"),
  );
  await late.use(
    () => told.push("used"),
    () => told.push("otherwise"),
  );
  await late.use(() => told.push("used"));
  offline = false;
  await late.use((it) => told.push(it));
  assert.deepEqual(told, ["failed", "otherwise", "failed", "value"]);
});

test("a file is read as JSON, and it is said if it is not there", async (t) => {
  const answers = /** @type {Record<string, () => any>} */ ({
    good: () => new Response('{"a": 1}'),
    missing: () => new Response("no", { status: 404 }),
    broken: () => new Response("<html>"),
    offline: () => Promise.reject(new TypeError("offline")),
  });
  t.mock.method(globalThis, "fetch", async (/** @type {string | URL} */ url) =>
    answers[String(url).slice("https://x/".length)](),
  );
  assert.deepEqual(await fetchJson(new URL("https://x/good")), { a: 1 });
  await assert.rejects(fetchJson("https://x/missing"), (error) => {
    assert.ok(error instanceof Unavailable);
    assert.equal(error.message, "404 https://x/missing");
    return true;
  });
  await assert.rejects(fetchJson("https://x/broken"), SyntaxError);
  await assert.rejects(fetchJson("https://x/offline"), (error) => {
    assert.ok(error instanceof Unavailable);
    assert.equal(error.message, "https://x/offline");
    assert.ok(error.cause instanceof TypeError);
    return true;
  });
});
