/**
 * What the scripts make of a corpus: `node tokens.mjs CORPUS` prints, for each of its lines, the
 * key, the words of an index, the words of a query, and the stems by every stemmer.
 */

import { readFileSync } from "node:fs";
import { argv, stdout } from "node:process";

import { loadStemmer } from "../../build_tools/theme/static/assets/concord/search/index/stem.js";
import { keyOf, wordsOf } from "../../build_tools/theme/static/assets/concord/words/text.js";

const [, , corpus = "", ...algorithms] = argv;
const stemmers = await Promise.all(algorithms.map(loadStemmer));
const answers = readFileSync(corpus, "utf-8")
  .split("\n")
  .map((line) => {
    const words = wordsOf(line, true);
    return {
      key: keyOf(line),
      words: words.toSorted(),
      stems: stemmers.map((stem) => words.map(stem).toSorted()),
    };
  });
stdout.write(JSON.stringify(answers));
