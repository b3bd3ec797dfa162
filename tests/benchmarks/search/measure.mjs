/**
 * Measure one engine: `node measure.mjs JOB.json`, where the job says which engine, what it
 * searches and what is asked; the results are written as JSON to the file that the job names.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { argv } from "node:process";

import { concord, materialLunr, miniSearch } from "./engines.mjs";

/** @typedef {import("./engines.mjs").Engine} Engine */
/** @typedef {import("./engines.mjs").Session} Session */
/**
 * @typedef {object} Job
 * @property {"concord" | "minisearch" | "lunr"} engine
 * @property {string} out
 * @property {string} [documents]  of the peers: a file with all documents
 * @property {{ module: string, root: string, files: string[], buildSeconds: number }} [index]
 * @property {string[]} queries
 * @property {string[]} typed  queries that are typed letter by letter
 */

/** CPU of this process, with what its collector and compiler do meanwhile. @param {NodeJS.CpuUsage} since */
function milliseconds(since) {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

/** @param {Job} job @returns {Promise<Engine>} */
function makeEngine(job) {
  if (job.engine === "concord") {
    if (!job.index) throw new Error("an index is wanted");
    return concord(job.index);
  }
  const documents = JSON.parse(readFileSync(job.documents ?? "", "utf-8"));
  return job.engine === "minisearch" ? miniSearch(documents) : materialLunr(documents);
}

/**
 * @param {Engine} engine
 * @returns {Promise<{ session: Session, cpu: number, wall: number }>}  in milliseconds
 */
async function becomeReady(engine) {
  const session = engine.visit();
  const cpu = process.cpuUsage();
  const wall = performance.now();
  await session.ready();
  return { session, cpu: milliseconds(cpu), wall: performance.now() - wall };
}

/**
 * The CPU of every keystroke of every query, all files being there.
 *
 * @param {Session} session
 * @param {string[]} queries
 */
async function type(session, queries) {
  const cost = [];
  for (const query of queries) {
    const letters = [...query];
    for (let length = 1; length <= letters.length; length += 1) {
      const started = process.cpuUsage();
      await session.search(letters.slice(0, length).join(""));
      cost.push(milliseconds(started));
    }
  }
  return cost;
}

/** @param {Job} job */
async function measure(job) {
  const engine = await makeEngine(job);
  // The first visit is the one that matters: nothing has been compiled by then.
  const { session, cpu, wall } = await becomeReady(engine);
  const atFirst = session.traffic();
  const fetchesAtOnce = job.engine !== "concord";
  const answers = [];
  for (const query of job.queries) {
    const visit = fetchesAtOnce ? session : engine.visit();
    if (!fetchesAtOnce) await visit.ready();
    // As the box asks: the best result first, then all ten.
    await visit.first?.(query);
    const traffic = visit.traffic();
    answers.push({ ids: await visit.search(query), ...traffic });
  }
  /** @type {{ bytes: number, requests: number }[]} */
  const typing = [];
  for (const query of fetchesAtOnce ? [] : job.typed) {
    const visit = engine.visit();
    await visit.ready();
    await type(visit, [query]);
    typing.push(visit.traffic());
  }
  if (!fetchesAtOnce) await type(session, job.typed);
  const keystrokes = await type(session, job.typed);
  const { visit: _visit, ...index } = engine;
  return {
    ...index,
    ready: { cpu, wall, ...atFirst },
    answers,
    typing,
    keystrokes,
  };
}

/** @type {Job} */
const job = JSON.parse(readFileSync(argv[2] ?? "", "utf-8"));
writeFileSync(job.out, JSON.stringify(await measure(job)));
