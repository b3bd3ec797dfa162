import assert from "node:assert/strict";
import test from "node:test";

import { isUnspaced, keyOf, wordsOf, wordSpans } from "../../../build_tools/theme/static/assets/concord/words/text.js";

for (const [text, key] of [
  ["Façade", "facade"],
  ["STRASSE", "strasse"],
  ["Straße", "strasse"],
  ["ﬁne-tuning", "fine tuning"],
  ["Goodhart’s law", "goodharts law"],
  ["don't", "dont"],
  ["l'eau", "l eau"],
  ["l’eau d’une", "l eau d une"],
  ["it’s, don’t", "its dont"],
  ["Σίσυφος", "σισυφοσ"],
  ["لْتَّعَلُّم", "لتعلم"],
  ["  A/B_test (v2) ", "a b test v2"],
  ["…", ""],
]) {
  test(`the key of “${text}”`, () => assert.equal(keyOf(text), key));
}

for (const [text, some, all] of /** @type {[string, string[], string[]][]} */ ([
  ["", [], []],
  ["Reward hacking", ["reward", "hacking"], ["reward", "hacking"]],
  ["強化学習", ["強化", "化学", "学習"], ["強", "化", "学", "習", "強化", "化学", "学習"]],
  ["強", ["強"], ["強"]],
  ["AI安全x", ["ai", "安全", "x"], ["ai", "安", "全", "安全", "x"]],
  ["安1全", ["安", "1", "全"], ["安", "1", "全"]],
  ["𠮷野", ["𠮷野"], ["𠮷", "野", "𠮷野"]],
])) {
  test(`the words of “${text}”`, () => {
    assert.deepEqual(wordsOf(text), some);
    assert.deepEqual(wordsOf(text, true), all);
  });
}

test("scripts without spaces are told", () => {
  assert.deepEqual(["abc", "", "ab強", "ไทย", "한국"].map(isUnspaced), [false, false, true, true, false]);
});

test("words stand where they do", () => {
  const text = "On Goodhart’s law: x, don't";
  const spans = wordSpans(text);
  assert.deepEqual(
    spans.map(({ start, end }) => text.slice(start, end)),
    ["On", "Goodhart’s", "law", "x", "don't"],
  );
  assert.deepEqual(
    spans.map(({ key }) => key),
    ["on", "goodharts", "law", "x", "dont"],
  );
});

test("keys are right beyond what is remembered", () => {
  for (let at = 0; at < 20_010; at += 1) keyOf(`Ä${at}`);
  assert.equal(keyOf("Ä5"), "a5");
  assert.equal(keyOf("Ä20009"), "a20009");
});
