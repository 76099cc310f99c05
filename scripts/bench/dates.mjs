/**
 * Dragging the date through the whole record, beside dragging a bare MapLibre map: same browser,
 * same minutes, by turns. One pointer move a frame, as a finger gives them.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../lib/paths.mjs';
import { createStaticServer, listen } from '../lib/static-server.mjs';
import { writeBareMap } from './bare-map.mjs';
import { dragAlong, steps } from './drag.mjs';
import { openPage, quantile, VIEWPORTS } from './measure.mjs';
import { ms, tableOf } from './tables.mjs';

export const title = 'Dragging the date';

const CURSOR = '[data-date-cursor]';
const GROUND = '[data-date-ground]';
const MOVES = 120;
/** How far a bare map is dragged back and forth, px. */
const PAN_PX = 160;

/** From the last day with facts to the first, and back. */
async function datePath(page) {
  const knob = await page.locator(CURSOR).boundingBox();
  const ground = await page.locator(GROUND).boundingBox();
  const y = knob.y + knob.height / 2;
  const last = { x: knob.x + knob.width / 2, y };
  const first = { x: ground.x + 2, y };
  return { back: steps(last, first, MOVES), on: steps(first, last, MOVES) };
}

/** Around the page's script; a frame's callback is told by the function that it calls. */
const SCRIPT = new Set(['EventDispatch', 'RunMicrotasks', 'TimerFire', 'FireIdleCallback']);
/** Work of the browser inside a script's time. */
const BROWSER = new Set(['Layout', 'MajorGC', 'MinorGC', 'Paint', 'PrePaint', 'UpdateLayoutTree']);

/**
 * The page's own script between one move of the pointer and the next: the main thread's time in
 * script, without what MapLibre does when it draws, without style, layout and garbage.
 * @param {Buffer} buffer as `browser.stopTracing` gives it
 * @returns {{ script: number, busy: number, map: number, style: number }[]} an entry for each move,
 *   ms by the clock; `busy` is the processor time of `script`
 */
function byMove(buffer) {
  const { traceEvents } = JSON.parse(buffer.toString());
  const isMove = ({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'pointermove';
  const firstMove = traceEvents.find(isMove);
  if (!firstMove) throw new Error('no move of the pointer in the trace');
  const events = traceEvents
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === firstMove.pid && tid === firstMove.tid)
    .sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  const moves = [];
  const open = [];
  for (const event of events) {
    while (open.length > 0 && open.at(-1).end <= event.ts) open.pop();
    if (isMove(event)) moves.push({ script: 0, busy: 0, map: 0, style: 0 });
    const outer = open.at(-1);
    const url = event.name === 'FunctionCall' ? (event.args?.data?.url ?? '') : null;
    let owner = outer?.owner ?? null;
    if (url && /maplibre-gl/.test(url)) owner = 'map';
    else if (!owner && (url || SCRIPT.has(event.name))) owner = 'script';
    const part = BROWSER.has(event.name) || outer?.part === 'style' ? 'style' : owner;
    open.push({ end: event.ts + event.dur, owner, part });
    const now = moves.at(-1);
    if (!now) continue;
    for (const [whose, sign] of [
      [part, 1],
      [outer?.part, -1],
    ]) {
      if (!whose) continue;
      now[whose] += (sign * event.dur) / 1000;
      if (whose === 'script') now.busy += (sign * (event.tdur ?? event.dur)) / 1000;
    }
  }
  return moves;
}

/** On the phone the strip folds away while a proposal is open. */
const CONDITIONS = {
  phone: { region: '?panel=timeline' },
  desktop: {
    region: '?panel=timeline',
    proposal: '?panel=proposals&proposal=us-trilateral-thirds&lines=asof',
  },
};

async function measureViewport(bench, name, flows, results) {
  const { browser, site, scratch } = bench;
  const viewport = VIEWPORTS[name];
  const bareFolder = join(scratch, 'bare-dates');
  writeBareMap(bareFolder, site, flows);
  const servers = [createStaticServer(site), createStaticServer(bareFolder, {})];
  const [appUrl, bareUrl] = await Promise.all(
    servers.map(async (server) => `http://localhost:${await listen(server, 0)}/`),
  );
  const pages = {};
  for (const [condition, search] of Object.entries(CONDITIONS[name])) {
    pages[condition] = await openPage(browser, appUrl + search, viewport);
    await pages[condition].page.waitForSelector('[data-map-picture="gl"]', { timeout: 60_000 });
    await pages[condition].page.waitForSelector(CURSOR);
  }
  const pane = await pages.region.page.locator('[data-map-picture]').boundingBox();
  const bare = await openPage(
    browser,
    `${bareUrl}?way=paint&width=${pane.width}&height=${pane.height}`,
    viewport,
  );
  await bare.page.waitForSelector('html[data-ready]', { timeout: 60_000 });
  const middle = { x: pane.width / 2 + PAN_PX / 2, y: pane.height / 2 };
  const aside = { x: middle.x - PAN_PX, y: middle.y };

  for (const slowed of bench.slowed) {
    bench.log(`${name}, processor slowed ${slowed} ×`);
    for (const { cdp } of [...Object.values(pages), bare]) {
      await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed });
    }
    const seen = Object.fromEntries(
      [...Object.keys(pages), 'bare'].map((key) => [key, { frames: [], moves: [] }]),
    );
    for (let turn = 0; turn < bench.rounds + 1; turn++) {
      for (const [key, page] of Object.entries({ ...pages, bare })) {
        await page.page.bringToFront();
        const path =
          key === 'bare'
            ? { back: steps(middle, aside, MOVES), on: steps(aside, middle, MOVES) }
            : await datePath(page.page);
        await browser.startTracing(page.page, {
          categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'],
        });
        const frames = [...(await dragAlong(page, path.back)), ...(await dragAlong(page, path.on))];
        const trace = await browser.stopTracing();
        if (page.errors.length > 0) throw new Error(`the page failed: ${page.errors.join('; ')}`);
        if (bench.profiles) writeFileSync(join(bench.profiles, `${name}-${key}.trace`), trace);
        // The first round warms the code.
        if (turn === 0) continue;
        seen[key].frames.push(...frames);
        seen[key].moves.push(...byMove(trace));
      }
    }
    for (const [key, { frames, moves }] of Object.entries(seen)) {
      const of = (values) => ({ median: quantile(values, 0.5), p95: quantile(values, 0.95) });
      results.push({
        viewport: name,
        slowed,
        page: key,
        frame: of(frames),
        script: of(moves.map(({ script }) => script)),
        busy: of(moves.map(({ busy }) => busy)),
        map: of(moves.map(({ map }) => map)),
        style: of(moves.map(({ style }) => style)),
      });
    }
  }
  for (const { close } of [...Object.values(pages), bare]) await close();
  for (const server of servers) server.close();
}

const NAMES = {
  region: 'App: date, no proposal',
  proposal: 'App: date, proposal open',
  bare: 'Bare map: pan',
};

/** @param {import('./run.mjs').Bench} bench */
export async function run(bench) {
  const { module } = await runnerImport(join(root, 'scripts/bench/solve.ts'), {
    configFile: false,
    root,
    logLevel: 'warn',
  });
  const flows = module.bareFlows();
  const results = [];
  for (const name of Object.keys(VIEWPORTS)) await measureViewport(bench, name, flows, results);
  const pair = ({ median, p95 }) => `${ms(median)} · ${ms(p95)}`;
  const parts = [];
  for (const name of Object.keys(VIEWPORTS)) {
    for (const slowed of bench.slowed) {
      const here = results.filter((r) => r.viewport === name && r.slowed === slowed);
      const bare = here.find((r) => r.page === 'bare');
      parts.push(
        `### ${name}, processor slowed ${slowed} ×`,
        tableOf(
          [
            'ms, median · 95th percentile',
            'Own script a frame',
            'Its processor time',
            'Drawing of the map',
            'Style and layout',
            'Frame',
            'Frame over the bare pan’s',
          ],
          here.map((r) => [
            NAMES[r.page],
            r.page === 'bare' ? '–' : pair(r.script),
            r.page === 'bare' ? '–' : pair(r.busy),
            pair(r.map),
            pair(r.style),
            pair(r.frame),
            (r.frame.median / bare.frame.median).toFixed(2),
          ]),
        ),
      );
    }
  }
  return { data: results, markdown: parts.join('\n\n') };
}
