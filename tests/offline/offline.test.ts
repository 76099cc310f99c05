/** What a reader does when the network goes: the server is stopped for real. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlan } from '../../scripts/build-service-worker.mjs';
import { dist } from '../../scripts/lib/paths.mjs';
import type { OfflinePlan } from '../../src/offline/messages';
import { openPage } from '../support/browser';
import { startServer, type TestServer } from '../support/server';

const plan = readPlan() as OfflinePlan;
const mapModules = plan.heavy.filter((file) => /maplibre/.test(file.url));
/** A server that is gone, or that answers 500 on purpose, is an error in the browser's console. */
const GONE = /ERR_CONNECTION_REFUSED|ERR_FAILED|status of 500|Failed to find a valid digest/;

/** Characters of text that a page with its words in it surely has. */
const ENOUGH = 300;

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const open = (path = '') =>
  openPage({ base: server.url, path, serviceWorkers: 'allow', expectedErrors: GONE });

const savedForOffline = (page: Page, timeout = 50_000) =>
  page.waitForFunction(() => document.documentElement.dataset.offline === 'ready', undefined, {
    timeout,
  });

/** The words of the page, without the white space. */
const words = async (page: Page) => (await page.locator('body').innerText()).replace(/\s+/g, ' ');

describe('with the server stopped', () => {
  it('both pages open again with their words, whatever the address says', async () => {
    const { page } = await open();
    await savedForOffline(page);
    await server.stop();

    await page.reload();
    expect((await words(page)).length).toBeGreaterThan(ENOUGH);
    await page.goto(`${server.url}?date=2023-06-20&panel=claims&nonsense=1`);
    expect((await words(page)).length).toBeGreaterThan(ENOUGH);

    await page.goto(`${server.url}uk/?date=2022-02-24`);
    expect(await page.locator('html').getAttribute('lang')).toBe('uk');
    expect((await words(page)).length).toBeGreaterThan(ENOUGH);
    await page.goto(`${server.url}uk`);
    expect(page.url()).toBe(`${server.url}uk/`);
  });

  it('every file of both tiers is there, the map engine and its worker included', async () => {
    const { page } = await open();
    await savedForOffline(page);
    await server.stop();
    await page.reload();

    expect(mapModules.length).toBeGreaterThanOrEqual(1);
    const missing = await page.evaluate(
      async (urls) => {
        const failed: string[] = [];
        for (const url of urls) {
          const answer = await fetch(url).catch(() => null);
          if (!answer?.ok) failed.push(url);
        }
        return failed;
      },
      [...plan.shell, ...plan.heavy].map((file) => file.url),
    );
    expect(missing).toEqual([]);
  });

  it('a page first opened in Ukrainian also works in English', async () => {
    const { page } = await open('uk/');
    await savedForOffline(page);
    await server.stop();
    await page.goto(server.url);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect((await words(page)).length).toBeGreaterThan(ENOUGH);
  });
});

describe('saving', () => {
  it('goes on after one file fails and ends complete', async () => {
    // Not a file the page loads by itself, which would meet the failure first.
    const broken = 'icons/icon-512.png';
    server.fail(broken, 1);
    const { page } = await open();
    await savedForOffline(page);
    expect(server.requests.filter((path) => path === broken)).toHaveLength(2);
  });

  it('takes no file twice: a second visit asks only for what the first lacks', async () => {
    const { page, context } = await open();
    await savedForOffline(page);
    server.requests.length = 0;
    const again = await context.newPage();
    await again.goto(server.url);
    await savedForOffline(again);
    const heavy = new Set(plan.heavy.map((file) => file.url));
    expect(server.requests.filter((path) => heavy.has(path))).toEqual([]);
  });

  it('never saves version.json, the way out of a stuck version', async () => {
    const { page } = await open();
    await savedForOffline(page);
    await page.reload();
    server.requests.length = 0;
    await page.evaluate(() => fetch('version.json'));
    await page.evaluate(() => fetch('version.json'));
    expect(server.requests.filter((path) => path === 'version.json')).toHaveLength(2);
  });
});

describe('a new version', () => {
  it('waits for the reader: nothing reloads by itself, the old copy keeps working', async () => {
    const { page } = await open();
    await savedForOffline(page);
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });

    const worker = readFileSync(join(dist, 'sw.js'), 'utf8');
    server.replace('sw.js', worker.replaceAll(plan.version, 'ffffffffffff'));
    server.replace('version.json', '{"version":"ffffffffffff"}');
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update());
    await page.waitForFunction(async () => !!(await navigator.serviceWorker.ready).waiting);
    await page.waitForTimeout(1_000);
    expect(loads).toBe(0);

    await page.evaluate(async () => {
      (await navigator.serviceWorker.ready).waiting?.postMessage({ type: 'update' });
    });
    await page.waitForFunction(async () => {
      const { waiting, installing } = await navigator.serviceWorker.ready;
      return !waiting && !installing;
    });
    await server.stop();
    await page.reload();
    expect((await words(page)).length).toBeGreaterThan(ENOUGH);
  });
});
