/** The device has no room, loses or spoils what was saved, or lets nothing be saved at all. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dist } from '../../scripts/lib/paths.mjs';
import { appReady, mapInWords } from '../support/app';
import { type OpenPage, openPage } from '../support/browser';
import {
  BROKEN_NETWORK,
  ENOUGH,
  hasWorker,
  REFUSED_FILES,
  savedForOffline,
  visit,
  words,
} from '../support/offline';
import { startServer, type TestServer } from '../support/server';

const PATH = '?date=2023-06-20';
const EXPECTED = new RegExp(`${BROKEN_NETWORK.source}|${REFUSED_FILES.source}|Quota|ServiceWorker`);

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const openNothing = (): Promise<OpenPage> =>
  openPage({
    base: server.url,
    path: 'about:blank',
    serviceWorkers: 'allow',
    expectedErrors: EXPECTED,
  });

/** The app is there with the date of the address, whatever the copy is like. */
async function expectApp(page: Page): Promise<void> {
  await appReady(page);
  expect((await words(page)).length).toBeGreaterThan(ENOUGH);
  expect(await mapInWords(page)).toContain('20 June 2023');
  expect(page.url()).toBe(server.url + PATH);
}

describe('no room on the device', () => {
  it.each([
    ['for anything', 1],
    ['for more than a part of the files', 600_000],
  ])(
    '%s: the app works, and the copy is completed when there is room',
    {
      timeout: 120_000,
    },
    async (_, quotaSize) => {
      const { page, context } = await openNothing();
      const browser = await context.newCDPSession(page);
      const origin = new URL(server.url).origin;
      await browser.send('Storage.overrideQuotaForOrigin', { origin, quotaSize });
      await page.goto(server.url + PATH);
      await expectApp(page);
      // It was tried, and what did not fit is not called saved.
      await expect.poll(() => server.requests.filter((path) => path === 'sw.js').length).toBe(1);
      await hasWorker(page);
      await page.reload();
      await expectApp(page);
      expect(await page.locator('html').getAttribute('data-offline')).not.toBe('ready');

      await browser.send('Storage.overrideQuotaForOrigin', { origin });
      await page.reload();
      await savedForOffline(page);
      await server.stop();
      await page.reload();
      await expectApp(page);
    },
  );
});

/** Every saved answer whose address matches is deleted, or gets this text as its body. */
const spoil = (page: Page, part: string, body: string | null): Promise<number> =>
  page.evaluate(
    async ([address, text]) => {
      let found = 0;
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          if (!new RegExp(address as string).test(request.url)) continue;
          found += 1;
          if (text === null) await cache.delete(request);
          else {
            const saved = await cache.match(request);
            await cache.put(request, new Response(text, { headers: saved?.headers ?? {} }));
          }
        }
      }
      return found;
    },
    [part, body] as const,
  );

const SAVED = [
  ['facts', '/facts-'],
  ['words', '/words-en-'],
  ['page', '/index.html'],
  ['script', '\\.js'],
  ['style', '\\.css'],
] as const;

/** The tabs are closed in between: a reader comes back to a copy that is not whole. */
async function comeBackTo({ context }: OpenPage, part: string, body: string | null) {
  const first = await context.newPage();
  await first.goto(server.url + PATH);
  await savedForOffline(first);
  expect(await spoil(first, part, body)).toBeGreaterThan(0);
  await first.close();

  await server.stop();
  const offline = await context.newPage();
  await visit(offline, server.url + PATH);
  // The page itself may be what is lost: then the other language's, or two sentences.
  expect((await words(offline)).length).toBeGreaterThan(100);
  expect(offline.url()).toMatch(/\?date=2023-06-20$|\/uk\/$/);
  await offline.close();

  await server.start();
  const page = await context.newPage();
  await page.goto(server.url + PATH);
  await expectApp(page);
  await savedForOffline(page);
  await server.stop();
  await page.reload();
  await expectApp(page);
  await page.close();
  await server.start();
}

describe('an entry of the copy is damaged by hand', () => {
  it.each(SAVED)(
    '%s deleted, then overwritten: words offline, mended online',
    {
      timeout: 120_000,
    },
    async (_, part) => {
      const opened = await openNothing();
      for (const body of [null, '<p>not it</p>']) await comeBackTo(opened, part, body);
    },
  );

  it('facts spoilt in the browser’s own cache: fetched anew on the same visit', async () => {
    const facts = /facts-/;
    server.break(facts, { kind: 'body', body: '{"log":"in"}' }, 1);
    const { page } = await openNothing();
    await page.goto(server.url + PATH);
    await expectApp(page);
    expect(await page.locator('.load-error').isVisible()).toBe(false);
    expect(server.requests.filter((path) => facts.test(path)).length).toBeGreaterThanOrEqual(2);
  });
});

it('a page fails while the service worker is installed: tried again on the same visit', async () => {
  server.break('uk/index.html', { kind: 'status', status: 500 }, 1);
  const { page } = await openNothing();
  await page.goto(`${server.url}${PATH}&panel=about`);
  await appReady(page);
  const about = () => page.locator('.sheet').innerText();
  await expect.poll(about).toContain('not saved: the saving failed');
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await savedForOffline(page);
  expect(await about()).not.toContain('not saved');
  await server.stop();
  await page.reload();
  await appReady(page);
  expect(await mapInWords(page)).toContain('20 June 2023');
});

describe('the browser lets nothing be saved', () => {
  it('caches refused to the page: the app works and saving is not disturbed', async () => {
    const { page, context } = await openNothing();
    await context.addInitScript(() => {
      const refuse = () => Promise.reject(new DOMException('refused', 'SecurityError'));
      Object.assign(CacheStorage.prototype, {
        open: refuse,
        keys: refuse,
        match: refuse,
        delete: refuse,
      });
    });
    await page.goto(server.url + PATH);
    await savedForOffline(page);
    await server.stop();
    await page.reload();
    await expectApp(page);
  });

  it('caches refused to the service worker: the app works, nothing is called saved', async () => {
    const refuse =
      "CacheStorage.prototype.open = () => Promise.reject(new DOMException('refused', 'UnknownError'));";
    server.replace('sw.js', refuse + readFileSync(join(dist, 'sw.js'), 'utf8'));
    const { page } = await openNothing();
    await page.goto(server.url + PATH);
    await expectApp(page);
    await expect.poll(() => server.requests.includes('sw.js')).toBe(true);
    await hasWorker(page);
    expect(await page.locator('html').getAttribute('data-offline')).not.toBe('ready');
    await page.reload();
    await expectApp(page);
  });

  it.each([
    ['the browser has no service workers', 'unsupported', 'not saved: this browser cannot'],
    ['registration is refused', 'refused', 'not saved: storage is blocked'],
    ['the service worker’s file is missing', 'missing', 'not saved: the saving failed'],
    ['a log-in page comes in its place', 'log-in', 'not saved: the saving failed'],
  ])('%s: the app works and About says why there is no copy', async (_, kind, said) => {
    const { page, context } = await openNothing();
    if (kind === 'missing') server.break('sw.js', { kind: 'status', status: 404 });
    else if (kind === 'log-in') server.break('sw.js', { kind: 'log-in-page' });
    else {
      await context.addInitScript((how) => {
        if (how === 'unsupported') {
          delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
        } else {
          const refuse = () => Promise.reject(new DOMException('refused', 'SecurityError'));
          ServiceWorkerContainer.prototype.register = refuse;
          CacheStorage.prototype.keys = refuse;
        }
      }, kind);
    }
    await page.goto(`${server.url}${PATH}&panel=about`);
    await appReady(page);
    await expect.poll(() => page.locator('.sheet').innerText()).toContain(said);
    expect(await mapInWords(page)).toContain('20 June 2023');
    expect(await page.locator('html').getAttribute('data-offline')).not.toBe('ready');
  });
});
