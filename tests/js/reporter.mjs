// Tells each test as one line of JSON: where it stands, its name, and what went wrong if anything did.

import { inspect } from "node:util";

/** @param {AsyncIterable<import("node:test/reporters").TestEvent>} events */
export default async function* report(events) {
  for await (const { type, data } of events) {
    if (type !== "test:pass" && type !== "test:fail") continue;
    const { file, line, name, details, skip, todo } = data;
    if (details.type === "suite") continue;
    const wrong = type === "test:fail" ? inspect(details.error.cause ?? details.error, { depth: 4 }) : "";
    yield `${JSON.stringify({ file, line, name, wrong, left: Boolean(skip || todo) })}\n`;
  }
}
