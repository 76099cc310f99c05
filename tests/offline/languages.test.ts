/** A language beside the complete ones comes along offline once a reader has chosen it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readPlan } from '../../scripts/build-service-worker.mjs';
import type { OfflinePlan } from '../../src/offline/messages';
import { appReady, mapInWords } from '../support/app';
import { openPage } from '../support/browser';
import { BROKEN_NETWORK, savedForOffline } from '../support/offline';
import { startServer, type TestServer } from '../support/server';

const plan = readPlan() as OfflinePlan;

let server: TestServer;
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

const open = (path = '') =>
  openPage({ base: server.url, path, serviceWorkers: 'allow', expectedErrors: BROKEN_NETWORK });

const answered = (urls: readonly string[]) =>
  Promise.all(urls.map(async (url) => (await fetch(url).catch(() => null))?.ok === true));

it('an English reader’s copy holds no other language', async () => {
  const { page, requests } = await open();
  await savedForOffline(page);
  const optional = Object.values(plan.optional).flatMap((files) => files.map(({ url }) => url));
  expect(optional.length).toBeGreaterThan(15);
  expect(optional.filter((url) => requests.includes(server.url + url))).toEqual([]);
  await server.stop();
  expect((await page.evaluate(answered, optional)).some(Boolean)).toBe(false);
});

it('a German reader has German, English and Ukrainian with the server stopped', async () => {
  const { page } = await open('de/?date=2023-06-20');
  await savedForOffline(page);
  await server.stop();

  await page.reload();
  await appReady(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  expect(await mapInWords(page)).toContain('20. Juni 2023');
  const german = plan.optional.de?.map(({ url }) => server.url + url) ?? [];
  expect(await page.evaluate(answered, german)).toEqual(german.map(() => true));
  const polish = plan.optional.pl?.map(({ url }) => server.url + url) ?? [];
  expect((await page.evaluate(answered, polish)).some(Boolean)).toBe(false);

  await page.goto(`${server.url}de`);
  expect(page.url()).toBe(`${server.url}de/`);
  await appReady(page);
  for (const path of ['', 'uk/']) {
    await page.goto(server.url + path);
    await appReady(page);
  }
});

it('a language chosen later joins the copy, and the pages not chosen lead to one that is there', async () => {
  const { page } = await open();
  await savedForOffline(page);
  await page.goto(`${server.url}pl/`);
  await appReady(page);
  await savedForOffline(page);
  await expect
    .poll(
      () =>
        page.evaluate(
          async (urls) => {
            const names = (await caches.keys()).filter((name) =>
              name.startsWith('switchyard-rest'),
            );
            const kept = await Promise.all(
              names.map(async (name) => (await (await caches.open(name)).keys()).map((r) => r.url)),
            );
            return urls.filter((url) => !kept.flat().some((key) => key.startsWith(url))).length;
          },
          plan.optional.pl?.map(({ url }) => server.url + url) ?? [],
        ),
      { timeout: 30_000 },
    )
    .toBe(0);
  await server.stop();
  await page.reload();
  await appReady(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('pl');
  await page.goto(`${server.url}fr/`);
  await appReady(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
});
