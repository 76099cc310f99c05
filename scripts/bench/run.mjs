/**
 * The benchmark, chapter by chapter: `npm run bench`. Prints Markdown tables and writes every
 * number as JSON. It has no pass mark: times belong to the machine, ratios are what compares.
 *
 *   --no-build       take dist as it is
 *   --dist FOLDER    a built site elsewhere; nothing is built
 *   --only CHAPTER   one chapter
 *   --rounds N       measured rounds in each condition, 7 or more for a figure to keep
 *   --slowed 1,4     how many times slower the processor is made to seem
 *   --json FILE      where the numbers go; without it into the system's temporary folder
 *   --profile FOLDER also a CPU profile of each of the app's actions, for the browser's own tools
 *
 * A chapter is a module with `title` and `run(bench)`, which answers `{ data, markdown }`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findBrowser, launchOptions } from '../find-browser.mjs';
import { dist, root } from '../lib/paths.mjs';

const CHAPTERS = {
  proposals: () => import('./proposals.mjs'),
  dates: () => import('./dates.mjs'),
  events: () => import('./events.mjs'),
  offline: () => import('./offline.mjs'),
};

/**
 * @typedef {object} Bench
 * @property {import('playwright-core').Browser} browser
 * @property {string} site folder with the built site, a copy that nobody else builds into
 * @property {string} scratch folder of this run, removed at the end
 * @property {number} rounds
 * @property {number[]} slowed the speeds to measure at, 1 = as it is
 * @property {string | undefined} profiles folder for CPU profiles, if asked for
 * @property {(line: string) => void} log
 */

const { values } = parseArgs({
  options: {
    'no-build': { type: 'boolean', default: false },
    dist: { type: 'string' },
    only: { type: 'string' },
    rounds: { type: 'string', default: '7' },
    slowed: { type: 'string', default: '1,4' },
    json: { type: 'string' },
    profile: { type: 'string' },
  },
});
const names = values.only ? [values.only] : Object.keys(CHAPTERS);
const rounds = Number(values.rounds);
const slowed = values.slowed.split(',').map(Number);
const unknown = names.find((name) => !Object.hasOwn(CHAPTERS, name));
if (unknown || ![rounds, ...slowed].every((n) => n >= 1)) {
  console.error(unknown ? `No chapter ${unknown}` : '--rounds and --slowed want numbers from 1 up');
  process.exit(2);
}

if (!values['no-build'] && !values.dist) {
  const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (build.status !== 0) process.exit(1);
}
const built = values.dist ? resolve(values.dist) : dist;
if (!existsSync(join(built, 'index.html'))) {
  console.error(`No built site in ${built}: run without --no-build`);
  process.exit(2);
}
const started = performance.now();
const scratch = mkdtempSync(join(tmpdir(), 'switchyard-bench-'));
const site = join(scratch, 'site');
cpSync(built, site, { recursive: true });
const profiles = values.profile && resolve(values.profile);
if (profiles) mkdirSync(profiles, { recursive: true });

const browser = await chromium.launch(launchOptions(await findBrowser({ log: console.error })));
try {
  const machine = {
    cores: cpus().length,
    browser: `headless Chromium ${browser.version()}`,
    node: process.version,
    date: new Date().toISOString().slice(0, 10),
  };
  const chapters = {};
  console.log(
    `${machine.date}, ${machine.cores} cores, ${machine.browser}, Node ${machine.node}, medians of ${rounds} rounds\n`,
  );
  for (const name of names) {
    const { title, run } = await CHAPTERS[name]();
    const log = (line) => console.error(`${name}: ${line}`);
    const { data, markdown } = await run({ browser, site, scratch, rounds, slowed, profiles, log });
    chapters[name] = data;
    console.log(`## ${title}\n\n${markdown}\n`);
  }
  const file = values.json ? resolve(values.json) : join(tmpdir(), 'switchyard-bench.json');
  writeFileSync(file, `${JSON.stringify({ machine, rounds, chapters }, null, 2)}\n`);
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.error(`Numbers in ${file}, ${seconds} s without the build`);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
