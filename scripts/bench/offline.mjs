/**
 * A repeat visit with a server and the same visit without one, by turns in one browser: what the
 * offline copy costs or saves the reader.
 */
import { createStaticServer, listen } from '../lib/static-server.mjs';
import { openPage, quantile, VIEWPORTS } from './measure.mjs';
import { ms, tableOf } from './tables.mjs';

export const title = 'Opening again, with and without a server';

const SEARCH = '?panel=timeline';
const SAVED_MS = 120_000;
const WAYS = ['online', 'offline'];

/** Runs in the page before its own script: first text, the app's answer, the map at rest. */
function watch() {
  globalThis.seen = { text: null, ready: null, map: null };
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === 'first-contentful-paint') globalThis.seen.text = startTime;
    }
  }).observe({ type: 'paint', buffered: true });
  const look = () => {
    const { seen } = globalThis;
    if (!seen.ready && document.documentElement.dataset.app === 'ready') {
      seen.ready = performance.now();
    }
    if (!seen.map && document.querySelector('[data-map-picture="gl"][data-map-ready]')) {
      seen.map = performance.now();
    }
    if (!seen.ready || !seen.map) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function reload({ page, errors }) {
  await page.reload();
  await page.waitForFunction(
    () => globalThis.seen.text && globalThis.seen.ready && globalThis.seen.map,
    null,
    { timeout: SAVED_MS },
  );
  if (errors.length > 0) throw new Error(`the page failed: ${errors.join('; ')}`);
  return page.evaluate(() => globalThis.seen);
}

/** @param {import('./run.mjs').Bench} bench */
export async function run(bench) {
  let server = createStaticServer(bench.site);
  const port = await listen(server, 0);
  const url = `http://localhost:${port}/`;
  const stop = () =>
    new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    });
  const start = async () => {
    server = createStaticServer(bench.site);
    await listen(server, port);
  };
  const results = [];
  for (const [name, viewport] of Object.entries(VIEWPORTS)) {
    const visitor = await openPage(bench.browser, 'about:blank', viewport, 'allow');
    await visitor.page.addInitScript(watch);
    await visitor.page.goto(url + SEARCH);
    await visitor.page.waitForSelector('html[data-offline="ready"]', {
      state: 'attached',
      timeout: SAVED_MS,
    });
    for (const slowed of bench.slowed) {
      await visitor.cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed });
      const rows = { online: [], offline: [] };
      for (let turn = 0; turn < bench.rounds + 1; turn++) {
        bench.log(`${name}, slowed ${slowed} ×, round ${turn}`);
        for (const way of turn % 2 === 0 ? WAYS : WAYS.toReversed()) {
          if (way === 'offline') await stop();
          const row = await reload(visitor);
          if (way === 'offline') await start();
          // The first round warms caches and code.
          if (turn > 0) rows[way].push(row);
        }
      }
      for (const [what, key] of [
        ['First text', 'text'],
        ['App answers', 'ready'],
        ['Map at rest', 'map'],
      ]) {
        const of = (way) =>
          quantile(
            rows[way].map((row) => row[key]),
            0.5,
          );
        results.push({
          viewport: name,
          slowed,
          what,
          online: of('online'),
          offline: of('offline'),
        });
      }
    }
    await visitor.close();
  }
  await stop();
  const markdown = tableOf(
    ['ms, medians', 'Slowed', 'With a server', 'Without', 'Without over with'],
    results.map((r) => [
      `${r.viewport}: ${r.what}`,
      `${r.slowed} ×`,
      ms(r.online),
      ms(r.offline),
      (r.offline / r.online).toFixed(2),
    ]),
  );
  return { data: results, markdown };
}
