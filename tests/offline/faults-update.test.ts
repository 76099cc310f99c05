/** The network goes, or lies, while a newer version is on its way to a reader who has a copy. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appReady, expectAddress, mapReady, openSection } from '../support/app';
import { openPage } from '../support/browser';
import type { Fault } from '../support/faults';
import {
  acceptUpdate,
  BROKEN_NETWORK,
  REFUSED_FILES,
  savedForOffline,
  updateWaits,
} from '../support/offline';
import { startServer, type TestServer } from '../support/server';
import { makeVersionTwo, WORDS_OF_ONE, WORDS_OF_TWO } from '../support/version-two';

const AT_ONCE = 3;
const PATH = '?date=2023-06-20';
const EXPECTED = new RegExp(`${BROKEN_NETWORK.source}|${REFUSED_FILES.source}|ServiceWorker`);
/** Answers before the cut: each of the first ones, then samples up to the last file. */
const CUTS = [0, 1, 2, 3, 5, 8, 13, 18, 24, 30, 36];

let two: ReturnType<typeof makeVersionTwo>;
beforeAll(() => {
  two = makeVersionTwo();
});
afterAll(() => two.remove());

interface Reader {
  server: TestServer;
  page: Page;
  context: BrowserContext;
  end(): Promise<void>;
}

/** A reader with a whole copy of the first version, at a server that has just got the second. */
async function readerOfOne(): Promise<Reader> {
  const server = await startServer();
  const { page, context } = await openPage({
    base: server.url,
    path: PATH,
    serviceWorkers: 'allow',
    expectedErrors: EXPECTED,
  });
  await savedForOffline(page);
  server.deploy(two.folder);
  const end = async () => {
    await context.close();
    await server.stop();
  };
  return { server, page, context, end };
}

/** What the browser does by itself at the next visit; the answer is of no interest here. */
const lookForUpdate = (page: Page) =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update().catch(() => null);
  });

/** Loads again without a network: the app must come, and say which version it is. */
async function wordsOffline({ server, page }: Reader): Promise<string> {
  await server.stop();
  await page.reload();
  await appReady(page);
  expect(page.url()).toBe(server.url + PATH);
  const story = await page.locator('.story').innerText();
  await server.start();
  return story;
}

async function updateAfterCut(after: number): Promise<{ after: number; old: string; new: string }> {
  const reader = await readerOfOne();
  const { server, page } = reader;
  try {
    const died = server.dieAfter(after, after % 2 === 0 ? 'close' : 'half');
    const complete = updateWaits(page);
    // Where the cut comes, the notice does not.
    complete.catch(() => null);
    await lookForUpdate(page);
    await Promise.race([died, complete]);
    const old = await wordsOffline(reader);

    await page.reload();
    await appReady(page);
    await lookForUpdate(page);
    await updateWaits(page);
    await acceptUpdate(page);
    return { after, old, new: await wordsOffline(reader) };
  } finally {
    await reader.end();
  }
}

describe('the network goes during an update', () => {
  it('at any point: the old version stays whole, and the update comes later', {
    timeout: 240_000,
  }, async () => {
    const left = [...CUTS];
    const found: Awaited<ReturnType<typeof updateAfterCut>>[] = [];
    const one = async () => {
      for (let after = left.shift(); after !== undefined; after = left.shift()) {
        found.push(await updateAfterCut(after));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    expect(found).toHaveLength(CUTS.length);
    expect(found.filter((f) => !f.old.includes(WORDS_OF_ONE))).toEqual([]);
    expect(found.filter((f) => !f.new.includes(WORDS_OF_TWO))).toEqual([]);
  });
});

describe('during an update the network lies', () => {
  const LIES: [string, Fault][] = [
    ['500', { kind: 'status', status: 500 }],
    ['a log-in page', { kind: 'log-in-page' }],
    ['a redirect to a log-in page', { kind: 'redirect', to: '/log-in' }],
    ['half a file', { kind: 'half' }],
    ['a wrong type', { kind: 'type', type: 'text/plain' }],
  ];

  it('about the service worker: the old version goes on, also offline', async () => {
    const reader = await readerOfOne();
    for (const [name, fault] of LIES) {
      reader.server.break('sw.js', fault);
      await lookForUpdate(reader.page);
      expect(await wordsOffline(reader), name).toContain(WORDS_OF_ONE);
    }
    await reader.page.reload();
    await lookForUpdate(reader.page);
    await updateWaits(reader.page);
    await reader.end();
  });

  it('about all other files: nothing of it is kept, and the update comes later', {
    timeout: 120_000,
  }, async () => {
    const reader = await readerOfOne();
    const { server, page } = reader;
    for (const [, fault] of LIES) {
      server.break(/^assets\//, fault);
      await lookForUpdate(page);
      expect(await wordsOffline(reader)).toContain(WORDS_OF_ONE);
    }
    await page.reload();
    await appReady(page);
    await lookForUpdate(page);
    await updateWaits(page);
    await acceptUpdate(page);
    expect(await wordsOffline(reader)).toContain(WORDS_OF_TWO);
    await reader.end();
  });
});

describe('tabs of two versions', () => {
  const versionOf = (page: Page) => page.locator('meta[name="version"]').getAttribute('content');

  it('without a copy: a part that the new deployment removed brings one reload', async () => {
    const server = await startServer();
    const { page, context } = await openPage({
      base: server.url,
      path: PATH,
      expectedErrors: EXPECTED,
    });
    await appReady(page);
    const old = await versionOf(page);
    server.deploy(two.folder);
    const reloaded = page.waitForEvent('load');
    await openSection(page, 'Timeline');
    await reloaded;
    await mapReady(page);
    expect(await versionOf(page)).not.toBe(old);
    await expectAddress(page, 'panel', 'timeline');
    await expectAddress(page, 'date', '2023-06-20');
    await context.close();
    await server.stop();
  });

  it('with a copy: one tab takes the new version, the other goes on where it was', async () => {
    const reader = await readerOfOne();
    const { server, page, context } = reader;
    const other = await context.newPage();
    await other.goto(server.url + PATH);
    await appReady(other);
    await lookForUpdate(page);
    await updateWaits(page);
    await acceptUpdate(page);
    expect(await page.locator('.story').innerText()).toContain(WORDS_OF_TWO);

    // Whether it has moved as well or waits for its reader: every part that it asks for comes.
    await appReady(other);
    await openSection(other, 'Timeline');
    await mapReady(other);
    await expectAddress(other, 'panel', 'timeline');
    await expectAddress(other, 'date', '2023-06-20');
    await reader.end();
  });
});
