/** What readers meet when a new version is deployed: one offer, all tabs together, nothing lost. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readPlan } from '../../scripts/build-service-worker.mjs';
import { killSwitch, killSwitchVersion } from '../../scripts/kill-switch.mjs';
import type { OfflinePlan } from '../../src/offline/messages';
import { appReady, mapInWords } from '../support/app';
import { openPage } from '../support/browser';
import {
  acceptUpdate,
  BROKEN_NETWORK,
  ENOUGH,
  savedForOffline,
  updateWaits,
  words,
} from '../support/offline';
import { startServer, type TestServer } from '../support/server';
import { makeVersionTwo, WORDS_OF_ONE, WORDS_OF_TWO } from '../support/version-two';

const plan = readPlan() as OfflinePlan;
/** Within a time that is long enough for a busy machine. */
const eventually = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 20_000 });
const EXPECTED = new RegExp(`${BROKEN_NETWORK.source}|status of 404|The app did not start`);

let two: ReturnType<typeof makeVersionTwo>;
let server: TestServer;
beforeAll(() => {
  two = makeVersionTwo();
});
afterAll(() => two.remove());
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const open = (path = '') =>
  openPage({ base: server.url, path, serviceWorkers: 'allow', expectedErrors: EXPECTED });

async function openTab(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(server.url + path);
  await appReady(page);
  await savedForOffline(page);
  return page;
}

/** The browser looks for a newer version, as it does at each visit. */
const lookForNewer = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update().catch(() => {});
  });

const version = (page: Page) => page.locator('meta[name="version"]').getAttribute('content');
const scrollTop = (page: Page) =>
  page.locator('.sheet .scroll').evaluate((scroll) => scroll.scrollTop);

describe('a new version', () => {
  it('is offered when it is complete, and all tabs move together, each in its place', async () => {
    const { page, context } = await open('?panel=claims');
    await savedForOffline(page);
    const other = await openTab(context, 'uk/?panel=proposals&date=2023-06-20&units=2');
    const address = other.url();
    await other.locator('.sheet .scroll').evaluate((scroll) => scroll.scrollTo(0, 400));
    let loads = 0;
    other.on('load', () => {
      loads += 1;
    });

    server.deploy(two.folder);
    server.requests.length = 0;
    await lookForNewer(page);
    await updateWaits(page);
    await updateWaits(other);
    const changed = plan.rest.filter((file) => file.revision === null).length;
    expect(server.requests.filter((path) => path.includes('-two')).length).toBeGreaterThanOrEqual(
      changed,
    );
    expect(loads).toBe(0);
    expect(await version(page)).toBe(plan.version);

    const moved = other.waitForEvent('load');
    await acceptUpdate(page);
    await moved;
    await appReady(other);
    expect([await version(page), await version(other)]).toEqual([two.version, two.version]);
    expect(page.url()).toBe(`${server.url}?panel=claims`);
    expect(other.url()).toBe(address);
    await eventually(() => scrollTop(other)).toBe(400);
    expect(loads).toBe(1);

    await server.stop();
    await savedForOffline(page);
    await page.goto(server.url);
    await appReady(page);
    expect(await words(page)).toContain(WORDS_OF_TWO);
    expect(await page.locator('[data-notice="update"]').count()).toBe(0);
  });

  it('says and moves nothing while a class is watching, and keeps the old parts for it', async () => {
    const { page, context } = await open();
    await savedForOffline(page);
    const wall = await openTab(context, '?present=2');
    const address = wall.url();
    server.deploy(two.folder);
    await lookForNewer(page);
    await updateWaits(page);
    expect(await wall.locator('[data-notice]').count()).toBe(0);

    await acceptUpdate(page);
    await savedForOffline(page);
    expect(await version(wall)).toBe(plan.version);
    expect(wall.url()).toBe(address);
    // The server has none of these any more.
    const missing = await wall.evaluate(
      async (urls) => {
        const failed: string[] = [];
        for (const url of urls) if (!(await fetch(url)).ok) failed.push(url);
        return failed;
      },
      plan.rest.map((file) => file.url),
    );
    expect(missing).toEqual([]);
    await wall.keyboard.press('ArrowRight');
    await eventually(() => wall.url()).toContain('present=3');

    const moved = wall.waitForEvent('load');
    await wall.keyboard.press('Escape');
    await moved;
    await appReady(wall);
    expect(await version(wall)).toBe(two.version);
    // Nobody runs the old version now: its files go.
    await eventually(() =>
      page.evaluate(async () => {
        const names = (await caches.keys()).filter((name) => name.includes('rest'));
        const keys = await Promise.all(names.map(async (n) => (await caches.open(n)).keys()));
        return keys.flat().filter(({ url }) => /-(?!two)[\w-]{8}\.js$/.test(url)).length;
      }),
    ).toBe(0);
  });

  it('of which a file fails is not offered, and the old one stays whole', async () => {
    const { page } = await open('?date=2023-06-20');
    await savedForOffline(page);
    server.deploy(two.folder);
    server.break(/basemap/, { kind: 'status', status: 500 });
    await lookForNewer(page);
    await eventually(
      () => server.requests.filter((path) => /basemap-two/.test(path)).length,
    ).toBeGreaterThan(1);
    expect(await page.locator('[data-notice="update"]').count()).toBe(0);
    await server.stop();
    await page.reload();
    await appReady(page);
    expect(await version(page)).toBe(plan.version);
    expect(await mapInWords(page)).toContain('20 June 2023');

    // With the network back the rest of the new version comes, and only then the offer.
    await server.start();
    await page.evaluate(() => dispatchEvent(new Event('online')));
    await updateWaits(page);
    await acceptUpdate(page);
    expect(await version(page)).toBe(two.version);
  });

  it('whose pages do not arrive whole does not even begin', async () => {
    const { page } = await open();
    await savedForOffline(page);
    server.deploy(two.folder);
    server.break('uk/index.html', { kind: 'log-in-page' });
    await page.goto(`${server.url}?panel=about`);
    await page.getByRole('button', { name: 'Check for update' }).click();
    await eventually(() => server.requests.includes('uk/index.html')).toBe(true);
    await server.stop();
    await page.goto(`${server.url}uk/`);
    await appReady(page);
    expect(await version(page)).toBe(plan.version);
  });

  it('is offered to a copy of the text alone as soon as its own text is saved', async () => {
    const { page, context } = await open('robots.txt');
    await context.addInitScript(() => localStorage.setItem('switchyard-save', 'text'));
    await page.goto(server.url);
    await page.waitForSelector('html[data-offline="text"]', { state: 'attached' });
    server.deploy(two.folder);
    await lookForNewer(page);
    await updateWaits(page);
    expect(server.requests.filter((path) => /basemap-two/.test(path))).toEqual([]);
    await acceptUpdate(page);
    expect(await version(page)).toBe(two.version);
  });

  it('answers the question for it in words', async () => {
    const { page } = await open('?panel=about');
    await savedForOffline(page);
    const status = page.locator('section.copy').getByRole('status');
    const check = page.getByRole('button', { name: 'Check for update' });
    server.deploy(two.folder);
    server.delay(100);
    await check.click();
    await eventually(() => status.innerText()).toContain('A newer version is being fetched');
    server.delay(0);
    await updateWaits(page);
    expect(await status.innerText()).toBe('A newer version is ready.');

    // The offer can be put away; it stays within reach.
    const notice = page.locator('[data-notice="update"]');
    await notice.getByRole('button', { name: 'Close' }).click();
    await notice.waitFor({ state: 'detached' });
    const moved = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Reload to the new version' }).click();
    await moved;
    await appReady(page);
    expect(await version(page)).toBe(two.version);
  });
});

describe('a bad deployment', () => {
  it('is undone by the worker that takes itself away: no caches, pages from the server', async () => {
    const { page, context } = await open('?date=2023-06-20');
    await savedForOffline(page);
    const other = await openTab(context, 'uk/');
    server.replace('sw.js', killSwitch);
    server.replace('version.json', killSwitchVersion);
    const moved = Promise.all([page.waitForEvent('load'), other.waitForEvent('load')]);
    await lookForNewer(page);
    await moved;
    await appReady(page);
    await appReady(other);
    expect(page.url()).toBe(`${server.url}?date=2023-06-20`);
    expect((await words(other)).length).toBeGreaterThan(ENOUGH);

    // The pages register it again, and it takes itself away again, without moving anyone.
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    const left = () =>
      page.evaluate(async () => [
        (await navigator.serviceWorker.getRegistrations()).length,
        (await caches.keys()).length,
        navigator.serviceWorker.controller === null,
      ]);
    await eventually(left).toEqual([0, 0, true]);
    await page.reload();
    await appReady(page);
    await eventually(left).toEqual([0, 0, true]);
    expect(loads).toBe(1);
    expect(await words(page)).toContain(WORDS_OF_ONE);
  });
});
