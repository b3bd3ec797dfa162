import assert from "node:assert/strict";
import test from "node:test";

import { loadStemmer } from "../../../build_tools/theme/static/assets/concord/search/index/stem.js";

for (const [algorithm, word, stem] of /** @type {[string | null, string, string][]} */ ([
  ["english", "rewarding", "reward"],
  ["german", "belohnungen", "belohn"],
  ["french", "apprentissages", "apprentissag"],
  ["spanish", "aprendizajes", "aprendizaj"],
  [null, "rewarding", "rewarding"],
  ["klingon", "rewarding", "rewarding"],
])) {
  test(`${algorithm ?? "no stemmer"} makes ${stem} of ${word}`, async () => {
    const stemmer = await loadStemmer(algorithm);
    assert.deepEqual([stemmer(word), stemmer(word)], [stem, stem]);
  });
}
