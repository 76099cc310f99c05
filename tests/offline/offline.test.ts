/** What a reader does when the network goes: the server is stopped for real. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPlan } from '../../scripts/build-service-worker.mjs';
import type { OfflinePlan } from '../../src/offline/messages';
import { appReady, mapInWords } from '../support/app';
import { openPage } from '../support/browser';
import { BROKEN_NETWORK, ENOUGH, savedForOffline, words } from '../support/offline';
import { startServer, type TestServer } from '../support/server';

const plan = readPlan() as OfflinePlan;
const NOTE = '#load-note';
/** Within a time that is long enough for a busy machine. */
const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 20_000 });
/** Where the app does not come, the page says so to developers as well. */
const EXPECTED = new RegExp(`${BROKEN_NETWORK.source}|The app did not start`);

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const open = (path = '') =>
  openPage({ base: server.url, path, serviceWorkers: 'allow', expectedErrors: EXPECTED });

/** A reader whose device asks to save data. */
async function openFrugally(path = '') {
  const opened = await open('robots.txt');
  await opened.context.addInitScript(() =>
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
  );
  await opened.page.goto(server.url + path);
  return opened;
}

/** The browser's own cache would hide what the offline copy lacks. */
async function forgetBrowserCache(context: BrowserContext, page: Page) {
  const debug = await context.newCDPSession(page);
  await debug.send('Network.clearBrowserCache');
}

const saved = (page: Page, tier: 'text' | 'ready') =>
  page.waitForSelector(`html[data-offline="${tier}"]`, { state: 'attached', timeout: 50_000 });

describe('with the server stopped', () => {
  it('both pages open again with their words, whatever the address says', async () => {
    const { page } = await open();
    await savedForOffline(page);
    await server.stop();

    await page.reload();
    await appReady(page);
    await page.goto(`${server.url}?date=2023-06-20&panel=claims&nonsense=1`);
    await appReady(page);
    expect(await mapInWords(page)).toContain('20 June 2023');

    await page.goto(`${server.url}uk/?date=2022-02-24`);
    expect(await page.locator('html').getAttribute('lang')).toBe('uk');
    await appReady(page);
    await page.goto(`${server.url}uk`);
    expect(page.url()).toBe(`${server.url}uk/`);
    expect((await words(page)).length).toBeGreaterThan(ENOUGH);
  });

  it('every file of both tiers is there, the map engine and its worker included', async () => {
    const { page } = await open('uk/');
    await savedForOffline(page);
    await server.stop();
    await page.goto(server.url);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');

    const missing = await page.evaluate(
      async (urls) => {
        const failed: string[] = [];
        for (const url of urls) {
          const answer = await fetch(url).catch(() => null);
          if (!answer?.ok) failed.push(url);
        }
        return failed;
      },
      [...plan.text, ...plan.rest].map((file) => file.url),
    );
    expect(missing).toEqual([]);
  });
});

describe('on a connection that is not to be spent', () => {
  it('the text is saved by itself, reads without a network, and the rest waits for a yes', async () => {
    const { page, context } = await openFrugally('?date=2023-06-20');
    await saved(page, 'text');
    const asks = page.locator('[data-notice="save"]');
    await asks.waitFor();
    expect(await asks.innerText()).toMatch(/text is saved.*\s[\d.]+\sMB/);
    const inCache = await page.evaluate(async () => {
      const names = await caches.keys();
      const all = await Promise.all(names.map(async (n) => (await caches.open(n)).keys()));
      return all.flat().map((request) => new URL(request.url).pathname.slice(1));
    });
    expect(inCache.filter((path) => plan.rest.some(({ url }) => url === path))).toEqual([]);

    await server.stop();
    await forgetBrowserCache(context, page);
    for (const path of ['', 'uk/', '?date=2023-06-20']) {
      await page.goto(server.url + path);
      await page.locator(NOTE).waitFor({ state: 'visible' });
      expect((await words(page)).length).toBeGreaterThan(5_000);
    }
    expect(await page.locator(NOTE).innerText()).toContain('not saved on this device');
    expect(await page.locator('.app button:not(.logo):visible').count()).toBe(0);

    await server.start();
    await page.locator(`${NOTE} button`).click();
    await appReady(page);
    expect(await page.locator(NOTE).isVisible()).toBe(false);
    expect(page.url()).toBe(`${server.url}?date=2023-06-20`);
    await asks.getByRole('button').first().click();
    await saved(page, 'ready');
    await server.stop();
    await page.reload();
    await appReady(page);
  });
});

describe('saving', () => {
  it('goes on after one file fails, ends complete, and says so once', async () => {
    // Not a file the page loads by itself, which would meet the failure first.
    const broken = 'licences.txt';
    server.fail(broken, 1);
    const { page } = await open();
    await savedForOffline(page);
    expect(server.requests.filter((path) => path === broken)).toHaveLength(2);
    await page.locator('[data-notice="ready"]').waitFor();

    await page.reload();
    await savedForOffline(page);
    expect(await page.locator('[data-notice="ready"]').count()).toBe(0);
  });

  it('takes no file twice and never saves version.json, the way out of a stuck version', async () => {
    const { page, context } = await open();
    await savedForOffline(page);
    server.requests.length = 0;
    const again = await context.newPage();
    await again.goto(server.url);
    await savedForOffline(again);
    const rest = new Set(plan.rest.map((file) => file.url));
    expect(server.requests.filter((path) => rest.has(path))).toEqual([]);

    server.requests.length = 0;
    await page.evaluate(() => fetch('version.json'));
    await page.evaluate(() => fetch('version.json'));
    expect(server.requests.filter((path) => path === 'version.json')).toHaveLength(2);
  });

  it('fetches again what was deleted from the device', async () => {
    const { page } = await open();
    await savedForOffline(page);
    await page.evaluate(async () => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        const keys = await cache.keys();
        await Promise.all(keys.filter((_, i) => i % 2 === 0).map((key) => cache.delete(key)));
      }
    });
    await page.reload();
    await savedForOffline(page);
    await server.stop();
    await page.reload();
    await appReady(page);
  });

  it('mends a part of the app that was spoilt on the device, and the page starts by itself', async () => {
    const { page } = await open('?date=2023-06-20');
    await savedForOffline(page);
    const app = plan.rest.find(({ url }) => url.includes('/start-'))?.url ?? '';
    await page.evaluate(async (url) => {
      const spoilt = new Response('<p>', { headers: { 'content-type': 'text/javascript' } });
      const name = (await caches.keys()).find((key) => key.includes('rest')) ?? '';
      await (await caches.open(name)).put(url, spoilt);
    }, app);
    await page.reload({ waitUntil: 'commit' });
    await appReady(page);
    expect(await mapInWords(page)).toContain('20 June 2023');
  });
});

describe('the page about the site', () => {
  it('says what is stored, whether it is the newest, and lets the copy be stopped and removed', async () => {
    const { page, context } = await openFrugally('?panel=about');
    await saved(page, 'text');
    const copy = page.locator('section.copy');
    const said = copy.locator('[data-offline-words]');
    await eventually(() => said.innerText()).toMatch(
      /^text saved on this device · takes [\d.]+\sMB/,
    );

    const button = (name: RegExp) => copy.getByRole('button', { name });
    // Slow enough to be stopped in the middle.
    server.delay(150);
    await button(/^Save the rest \([\d.]+\sMB\)$/).click();
    await eventually(() => said.innerText()).toMatch(/saving for offline: [1-9]\d?\s%/);
    await button(/^Stop saving$/).click();
    await button(/^Save the rest/).waitFor();
    server.delay(0);
    await button(/^Save the rest/).click();
    await saved(page, 'ready');
    await eventually(() => said.innerText()).toMatch(/^saved on this device · takes [\d.]+\sMB/);

    const status = copy.getByRole('status');
    await button(/^Check for update$/).click();
    await eventually(() => status.innerText()).toBe('This is the newest version.');
    await server.stop();
    await button(/^Check for update$/).click();
    await eventually(() => status.innerText()).toContain('No connection');
    await server.start();

    const other = await context.newPage();
    await other.goto(`${server.url}?panel=about`);
    await saved(other, 'ready');
    await page.bringToFront();
    await button(/^Remove offline copy$/).click();
    await button(/^Keep$/).click();
    expect(await said.innerText()).toMatch(/^saved/);
    await button(/^Remove offline copy$/).click();
    await button(/^Remove$/).click();
    await eventually(() => said.innerText()).toBe('not saved on this device');
    await eventually(() => other.locator('[data-offline-words]').innerText()).toBe(
      'not saved on this device',
    );
    // Looking at the other tab must not bring the copy back.
    await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await other.close();
    expect(await page.evaluate(() => caches.keys())).toEqual([]);
    expect(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
    ).toBe(0);

    await button(/^Save it again now$/).click();
    await saved(page, 'text');
  });
});
