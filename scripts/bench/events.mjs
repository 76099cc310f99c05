/**
 * The same site with the real events and with generated ones beside them: how long until it can be
 * used, how it moves, how long it ever keeps the reader waiting.
 */
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../lib/paths.mjs';
import { createStaticServer, listen } from '../lib/static-server.mjs';
import { dragFrames } from './drag.mjs';
import { openPage, quantile, VIEWPORTS } from './measure.mjs';
import { ms, tableOf } from './tables.mjs';

export const title = 'More events';

const COUNTS = [10_000, 50_000];
const PAN = { px: 240, moves: 60 };
/** Zoomed in by this many presses of "+", so that there is something to move. */
const ZOOMS = 3;
const SETTLE_MS = 1500;

/** A copy of the site whose content files hold `n` events. */
function siteWith(bench, many, n) {
  const folder = join(bench.scratch, `events-${n}`);
  cpSync(bench.site, folder, { recursive: true });
  const assets = join(folder, 'assets');
  const write = (name, value) => {
    const file = readdirSync(assets).find((f) => f.startsWith(`${name}-`) && f.endsWith('.json'));
    if (!file) throw new Error(`no ${name} in ${assets}`);
    writeFileSync(join(assets, file), JSON.stringify(value));
  };
  write('facts', many.facts);
  for (const [lang, words] of Object.entries(many.text)) write(`words-${lang}`, words);
  return folder;
}

/** Runs in the page before its own script: when the app answers, and every long task. */
function watch() {
  globalThis.seen = { longest: 0, ready: null, timeline: null };
  const look = () => {
    const { seen } = globalThis;
    if (!seen.ready && document.documentElement.dataset.app === 'ready') {
      seen.ready = performance.now();
    }
    if (seen.ready && !seen.timeline && document.querySelector('[data-date-cursor]')) {
      seen.timeline = performance.now();
    }
    if (!seen.timeline) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      globalThis.seen.longest = Math.max(globalThis.seen.longest, duration);
    }
  }).observe({ type: 'longtask', buffered: true });
}

/** Opens, waits until it can be used, moves the timeline back and forth. */
async function visit(bench, url, viewport, slowed) {
  const page = await openPage(bench.browser, 'about:blank', viewport);
  try {
    await page.cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed });
    await page.page.addInitScript(watch);
    await page.page.goto(`${url}?panel=timeline`);
    await page.page.waitForFunction(() => globalThis.seen?.timeline, null, { timeout: 120_000 });
    await page.page.waitForTimeout(SETTLE_MS);
    const {
      ready,
      timeline,
      longest: longestStart,
    } = await page.page.evaluate(() => {
      const { seen } = globalThis;
      globalThis.seen = { ...seen, longest: 0 };
      return seen;
    });
    const ground = page.page.locator('[data-date-ground]');
    await page.page.locator('[role="application"], [role="slider"]').first().focus();
    for (let i = 0; i < ZOOMS; i++) await page.page.keyboard.press('+');
    await page.page.waitForTimeout(SETTLE_MS);
    const box = await ground.boundingBox();
    const y = box.y + box.height * 0.3;
    const from = { x: box.x + box.width * 0.2, y };
    const to = { x: from.x + PAN.px * (box.width < 500 ? 0.7 : 1), y };
    const frames = [
      ...(await dragFrames(page, from, to, PAN.moves)),
      ...(await dragFrames(page, to, from, PAN.moves)),
    ];
    const longestPan = await page.page.evaluate(() => globalThis.seen.longest);
    if (page.errors.length > 0) throw new Error(`the page failed: ${page.errors.join('; ')}`);
    return { ready, timeline, longestStart, longestPan, frame: quantile(frames, 0.5) };
  } finally {
    await page.close();
  }
}

/** @param {import('./run.mjs').Bench} bench */
export async function run(bench) {
  const options = { configFile: false, root, logLevel: 'warn' };
  const [{ module: facts }, { module: generator }] = await Promise.all([
    runnerImport(join(root, 'tests/support/facts.ts'), options),
    runnerImport(join(root, 'tests/support/many-events.ts'), options),
  ]);
  const own = facts.loadFacts();
  const text = { en: facts.loadWords('en'), uk: facts.loadWords('uk') };
  const real = own.events.length;
  const sites = [
    [real, bench.site],
    ...COUNTS.map((n) => [n, siteWith(bench, generator.manyEvents(own, text, n), n)]),
  ];
  const servers = sites.map(([, folder]) => createStaticServer(folder));
  const urls = await Promise.all(
    servers.map(async (server) => `http://localhost:${await listen(server, 0)}/`),
  );
  const results = [];
  for (const [name, viewport] of Object.entries(VIEWPORTS)) {
    for (const slowed of bench.slowed) {
      const seen = sites.map(() => []);
      for (let turn = 0; turn < bench.rounds; turn++) {
        for (const [i, [n]] of sites.entries()) {
          bench.log(`${name}, slowed ${slowed} ×, ${n} events, round ${turn + 1}`);
          seen[i].push(await visit(bench, urls[i], viewport, slowed));
        }
      }
      for (const [i, [events]] of sites.entries()) {
        const median = (key) =>
          quantile(
            seen[i].map((row) => row[key]),
            0.5,
          );
        const keys = ['ready', 'timeline', 'longestStart', 'longestPan', 'frame'];
        const row = Object.fromEntries(keys.map((key) => [key, median(key)]));
        results.push({ viewport: name, slowed, events, ...row });
      }
    }
  }
  for (const server of servers) server.close();
  const markdown = tableOf(
    [
      'ms, medians',
      'Events',
      'Page answers',
      'Timeline answers',
      'Over the real events’',
      'Longest task, start',
      'Frame while panning',
      'Longest task, pan',
    ],
    results.map((r) => {
      const base = results.find(
        (b) => b.viewport === r.viewport && b.slowed === r.slowed && b.events === real,
      );
      return [
        `${r.viewport}, ${r.slowed} ×`,
        r.events.toLocaleString('en'),
        ms(r.ready),
        ms(r.timeline),
        (r.timeline / base.timeline).toFixed(2),
        ms(r.longestStart),
        ms(r.frame),
        ms(r.longestPan),
      ];
    }),
  );
  return { data: results, markdown };
}
