import assert from "node:assert/strict";
import test from "node:test";

import { readQuery } from "../../../build_tools/theme/static/assets/concord/search/index/query.js";

test("a query is folded, and its longest word tells most", () => {
  const query = readQuery("The Façade of the facade ");
  assert.equal(query.key, "the facade of the facade");
  assert.deepEqual(query.words, ["the", "facade", "of", "the", "facade"]);
  assert.deepEqual(query.byRarity, ["facade", "the", "of"]);
});

for (const [text, telling, unfinished, names] of /** @type {[string, boolean, boolean, boolean][]} */ ([
  ["", false, false, false],
  ["ab", false, true, false],
  ["abc", true, true, false],
  ["abcd", true, true, true],
  ["abcd ", true, false, true],
  ["強", true, true, false],
  ["one two three four", true, true, true],
  ["one two three four five", true, true, false],
])) {
  test(`“${text}” is ${telling ? "" : "not "}telling and ${names ? "may be" : "is not"} a name with slips`, () => {
    const query = readQuery(text);
    assert.deepEqual([query.telling, query.unfinished, query.names], [telling, unfinished, names]);
  });
}
