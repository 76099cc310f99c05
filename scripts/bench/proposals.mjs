/**
 * Choosing a proposal, beside what a map without an app takes for another style. Three ways to
 * choose, three ways to restyle, one after the other in every round, in the same browser.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from '../lib/paths.mjs';
import { createStaticServer, listen } from '../lib/static-server.mjs';
import { writeBareMap } from './bare-map.mjs';
import { measure, openPage, summary, VIEWPORTS } from './measure.mjs';
import { ms, tableOf } from './tables.mjs';

export const title = 'Choosing a proposal';

/** Rounds thrown away; at the slower speed the code is warm already. */
const warmUp = (slowed) => (slowed > 1 ? 1 : 2);
/** How long main thread and map get to finish after an action, ms. */
const settleMs = (slowed) => 60 + 60 * slowed;

const ACTIONS = {
  list: 'App: a proposal from the list',
  back: 'App: another proposal, page open',
  held: 'App: another proposal, map held still',
  lines: 'App: another line set',
  paint: 'Bare map: setPaintProperty × 2',
  data: 'Bare map: setData',
  style: 'Bare map: setStyle, diff',
};
const OF_APP = ['list', 'back', 'lines', 'held'];
/** A view that the reader has chosen: the camera stays. */
const HELD = '&map=6.4/47.4/34.8';
const OF_BARE = ['paint', 'data', 'style'];

/** Runs in the app's page. */
const inApp = {
  list: (id) =>
    globalThis.bench.untilChanged(document.querySelector('.overlay'), () =>
      document.querySelector(`[data-proposal="${id}"]`).click(),
    ),
  back: (search) =>
    globalThis.bench.untilChanged(document.querySelector('.overlay'), () => {
      // As the browser does it for back and forward between two proposals.
      history.pushState(null, '', search);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }),
  lines: (set) =>
    globalThis.bench.untilChanged(document.querySelector('.overlay'), () =>
      document.querySelector(`.sheet input[name="lines"][value="${set}"]`).click(),
    ),
};

const flowsShown = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.overlay .flow')]
      .map((flow) => `${flow.dataset.line} ${flow.innerHTML}`)
      .join(),
  );

/** The app and three bare maps of the size that the app's own map has, all loaded and still. */
async function openPages({ browser, site, scratch, viewport, flows, date }) {
  const bareFolder = join(scratch, 'bare');
  writeBareMap(bareFolder, site, flows);
  const servers = [createStaticServer(site), createStaticServer(bareFolder, {})];
  const [appUrl, bareUrl] = await Promise.all(
    servers.map(async (server) => `http://localhost:${await listen(server, 0)}/`),
  );
  const searchOf = (id, lines) => `?panel=proposals&proposal=${id}&lines=${lines}&date=${date}`;
  const first = flows.proposals[0].id;
  const app = await openPage(browser, appUrl + searchOf(first, 'repaired'), viewport);
  await app.page.waitForSelector('[data-map-picture="gl"]', { timeout: 60_000 });
  const pane = await app.page.locator('[data-map-picture]').boundingBox();
  const bare = {};
  for (const way of OF_BARE) {
    const query = `?way=${way}&width=${pane.width}&height=${pane.height}`;
    bare[way] = await openPage(browser, bareUrl + query, viewport);
    await bare[way].page.waitForSelector('html[data-ready]', { timeout: 60_000 });
  }
  return {
    app,
    bare,
    searchOf,
    async close() {
      for (const page of [app, ...Object.values(bare)]) await page.close();
      for (const server of servers) server.close();
    },
  };
}

/** One function for each action: makes ready, measures, checks that other flows are drawn. */
function actionsOn({ app, bare, searchOf }, flows, settle) {
  const { proposals } = flows;
  const shown = { turn: 0, lines: 'repaired' };
  const next = () => {
    shown.turn += 1;
    return proposals[shown.turn % proposals.length].id;
  };
  const changing = async (action, argument) => {
    const before = await flowsShown(app.page);
    const times = await measure(app, action, argument, settle);
    if ((await flowsShown(app.page)) === before) throw new Error(`no other flows: ${argument}`);
    return times;
  };
  const bareTurn = { paint: 0, data: 0, style: 0 };
  return {
    async list() {
      await app.page.locator('button.back').evaluate((button) => button.click());
      await app.page.waitForSelector('[data-proposal]', { state: 'attached' });
      await app.page.waitForTimeout(settle);
      return changing(inApp.list, next());
    },
    back: () => changing(inApp.back, searchOf(next(), shown.lines)),
    async held() {
      const goTo = (search) =>
        app.page.evaluate((to) => {
          history.replaceState(null, '', to);
          window.dispatchEvent(new PopStateEvent('popstate'));
        }, search);
      await goTo(searchOf(next(), shown.lines) + HELD);
      await app.page.waitForTimeout(settle);
      const search = searchOf(next(), shown.lines);
      const times = await changing(inApp.back, search + HELD);
      await goTo(search);
      await app.page.waitForTimeout(settle);
      return times;
    },
    lines() {
      shown.lines = shown.lines === 'repaired' ? 'asof' : 'repaired';
      return changing(inApp.lines, shown.lines);
    },
    ...Object.fromEntries(
      OF_BARE.map((way) => [
        way,
        () => {
          bareTurn[way] = (bareTurn[way] + 1) % proposals.length;
          const change = (index) => globalThis.change(index);
          return measure(bare[way], change, bareTurn[way], settle);
        },
      ]),
    ),
  };
}

/** A CPU profile of each of the app's actions, three times over. */
async function profile(pages, actions, folder, name) {
  const { cdp } = pages.app;
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
  for (const action of OF_APP) {
    await cdp.send('Profiler.start');
    for (let turn = 0; turn < 3; turn++) await actions[action]();
    const { profile: recorded } = await cdp.send('Profiler.stop');
    writeFileSync(join(folder, `${name}-${action}.cpuprofile`), JSON.stringify(recorded));
  }
}

async function measureViewport(bench, viewportName, flows, date, results) {
  const viewport = VIEWPORTS[viewportName];
  const pages = await openPages({ ...bench, viewport, flows, date });
  try {
    for (const slowed of bench.slowed) {
      bench.log(`${viewportName}, processor slowed ${slowed} ×`);
      for (const { cdp } of [pages.app, ...Object.values(pages.bare)]) {
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowed });
      }
      const actions = actionsOn(pages, flows, settleMs(slowed));
      const rows = Object.fromEntries(Object.keys(ACTIONS).map((name) => [name, []]));
      // App and bare map by turns, the other way round in every second round.
      const order = OF_APP.flatMap((name, i) => [name, OF_BARE[i]].filter(Boolean));
      for (let turn = 0; turn < warmUp(slowed) + bench.rounds; turn++) {
        for (const name of turn % 2 ? order.toReversed() : order) {
          const times = await actions[name]();
          if (turn >= warmUp(slowed)) rows[name].push(times);
        }
      }
      for (const [name, all] of Object.entries(rows)) {
        results.push({ viewport: viewportName, slowed, action: name, times: summary(all) });
      }
      if (bench.profiles && slowed === bench.slowed[0]) {
        await profile(pages, actions, bench.profiles, viewportName);
      }
    }
  } finally {
    await pages.close();
  }
}

/** Median and, in brackets, the middle half of the rounds. */
const spread = ({ median, q1, q3 }) => `${ms(median)} (${ms(q1)}–${ms(q3)})`;

/** @param {import('./run.mjs').Bench} bench */
export async function run(bench) {
  const { module } = await runnerImport(join(root, 'scripts/bench/solve.ts'), {
    configFile: false,
    root,
    logLevel: 'warn',
  });
  bench.log('the model under Node');
  const model = module.modelTimes();
  const flows = module.bareFlows();
  const results = [];
  for (const name of Object.keys(VIEWPORTS)) {
    await measureViewport(bench, name, flows, module.DATE, results);
  }

  const parts = [];
  const ratios = [];
  for (const viewport of Object.keys(VIEWPORTS)) {
    for (const slowed of bench.slowed) {
      const here = results.filter((r) => r.viewport === viewport && r.slowed === slowed);
      const { width, height } = VIEWPORTS[viewport];
      parts.push(
        `### ${viewport} ${width}×${height}, processor slowed ${slowed} ×`,
        tableOf(
          ['ms, median (middle half)', 'New lines there', 'Painted', 'Script', 'Main thread'],
          here.map(({ action, times }) => [
            ACTIONS[action],
            // What a bare map has at this point is a request to its worker.
            OF_APP.includes(action) ? spread(times.newMs) : '–',
            ...['pictureMs', 'scriptMs', 'mainThreadMs'].map((key) => spread(times[key])),
          ]),
        ),
      );
      const of = (action) => here.find((r) => r.action === action).times;
      for (const action of OF_APP) {
        const ratio = (way, key) => of(action)[key].median / of(way)[key].median;
        ratios.push({
          action,
          viewport,
          slowed,
          ...Object.fromEntries(
            ['pictureMs', 'scriptMs', 'mainThreadMs'].flatMap((key) =>
              OF_BARE.map((way) => [`${key} to ${way}`, ratio(way, key)]),
            ),
          ),
        });
      }
    }
  }
  const keys = ['pictureMs', 'scriptMs'].flatMap((key) => OF_BARE.map((way) => `${key} to ${way}`));
  parts.push(
    '### The app’s time over the bare map’s',
    tableOf(
      ['', ...['painted', 'script'].flatMap((what) => OF_BARE.map((way) => `${what}, ${way}`))],
      ratios.map((r) => [
        `${ACTIONS[r.action].slice('App: '.length)}, ${r.viewport}, ${r.slowed} ×`,
        ...keys.map((key) => r[key].toFixed(2)),
      ]),
    ),
  );

  const bareStyle = results.find(
    (r) => r.viewport === 'desktop' && r.slowed === bench.slowed[0] && r.action === 'style',
  ).times.pictureMs.median;
  parts.push(
    '### The model, under Node',
    tableOf(
      ['', 'Buses', 'Branches', 'ms', 'Over a bare setStyle (desktop, painted)'],
      model.map((t) => [
        t.name,
        t.buses ?? '–',
        t.branches ?? '–',
        ms(t.ms),
        (t.ms / bareStyle).toPrecision(2),
      ]),
    ),
  );
  return { data: { results, ratios, model }, markdown: parts.join('\n\n') };
}
