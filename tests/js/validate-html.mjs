// Validate the pages below some folders: `node validate-html.mjs FOLDER…` prints a JSON list of
// what is wrong with them. Our own markup passes every rule of the HTML standard; what Material
// for MkDocs writes and offers no block to change is excused here, element by element.
// @ts-check

import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

const CONFIG = {
  root: true,
  extends: ["html-validate:standard"],
};

/** @type {{rule: string, selector: RegExp, reason: string}[]} */
const EXCUSED = [
  {
    rule: "valid-autocomplete",
    selector: /^#__(drawer|search)$/,
    reason:
      "Material turns autocomplete off on the checkboxes that open its drawers, so that Firefox does not " +
      "restore them opened; the standard allows the attribute on text fields alone. (base.html)",
  },
];

/** @type {{file: string, line: number, column: number, rule: string, message: string, selector: string | null}[]} */
const problems = [];
const validator = new HtmlValidate(new StaticConfigLoader(CONFIG));

for (const folder of process.argv.slice(2)) {
  const names = await readdir(folder, { recursive: true });
  for (const name of names.filter((name) => name.endsWith(".html")).sort()) {
    const file = join(folder, name);
    const report = await validator.validateString(await readFile(file, "utf8"), file);
    for (const { messages } of report.results) {
      for (const { ruleId: rule, message, selector, line, column } of messages) {
        if (!EXCUSED.some((item) => item.rule === rule && item.selector.test(selector ?? ""))) {
          problems.push({ file, line, column, rule, message, selector });
        }
      }
    }
  }
}

console.log(JSON.stringify(problems, null, 1));
