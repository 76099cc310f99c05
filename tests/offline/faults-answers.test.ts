/** The network answers, but not with what was asked for. */
import { describe, expect, it } from 'vitest';
import { appReady } from '../support/app';
import { openPage } from '../support/browser';
import type { Fault } from '../support/faults';
import {
  BROKEN_NETWORK,
  ENOUGH,
  hasWorker,
  REFUSED_FILES,
  type Seen,
  savedForOffline,
  visit,
  words,
} from '../support/offline';
import { startServer, type TestServer } from '../support/server';

const PATH = '?date=2023-06-20';
/** The last: followed up to the browser's own refusal; the other server says that nothing came. */
const EXPECTED = new RegExp(
  `${BROKEN_NETWORK.source}|${REFUSED_FILES.source}|request to another origin: .*/log-in`,
);

const PARTS = {
  script: /\.js$/,
  'facts and words': /\.json$/,
  style: /\.css$/,
  'map, type and pictures': /basemap|maplibre|woff2|icons/,
} as const;
/** Without these the page is still the app. */
const SPARED: RegExp = PARTS['map, type and pictures'];

/**
 * How a page fares whose network does this to one kind of file; then the network is well, the copy
 * is completed and the app opens without a network.
 */
async function fare(
  part: RegExp,
  fault: (other: TestServer) => Fault,
): Promise<{ first: Seen; address: string }> {
  const server = await startServer();
  // Where a Wi-Fi sends its guests.
  const other = await startServer();
  other.break(/./, { kind: 'log-in-page' });
  server.break('log-in', { kind: 'log-in-page' });
  server.break(part, fault(other));
  const { page, context } = await openPage({
    base: server.url,
    path: 'about:blank',
    serviceWorkers: 'allow',
    expectedErrors: EXPECTED,
  });
  try {
    const url = server.url + PATH;
    const first = await visit(page, url);
    if (part === SPARED) await appReady(page);
    // A copy that is being begun fails or comes before the network is well.
    await hasWorker(page);
    server.mend();
    await page.goto(url);
    await savedForOffline(page);
    await server.stop();
    await page.reload();
    await appReady(page);
    // The style is there as well.
    const display = await page.locator('.app').evaluate((app) => getComputedStyle(app).display);
    expect(display).toBe('grid');
    expect(other.requests).toEqual([]);
    return { first, address: page.url().slice(server.url.length) };
  } finally {
    await context.close();
    await Promise.all([server.stop(), other.stop()]);
  }
}

async function fareEach(fault: (other: TestServer) => Fault) {
  const parts = Object.entries(PARTS);
  const fared: [string, Awaited<ReturnType<typeof fare>>][] = [];
  for (let i = 0; i < parts.length; i += 2) {
    const two = parts.slice(i, i + 2).map(async ([name, part]) => {
      fared.push([name, await fare(part, fault)]);
    });
    await Promise.all(two);
  }
  return Object.fromEntries(fared);
}

const FAULTS: Record<string, (other: TestServer) => Fault> = {
  'the server answers 500': () => ({ kind: 'status', status: 500 }),
  'the connection closes in the middle of a body': () => ({ kind: 'half' }),
  'a compressed body ends in the middle': () => ({ kind: 'half-gzip' }),
  'files come under a wrong type': () => ({ kind: 'type', type: 'application/octet-stream' }),
  'a Wi-Fi’s log-in page comes in the place of files': () => ({ kind: 'log-in-page' }),
  'a Wi-Fi sends to its log-in page on the same origin': () => ({
    kind: 'redirect',
    to: '/log-in',
  }),
  'a Wi-Fi sends to its log-in page on another origin': (other) => ({
    kind: 'redirect',
    to: `${other.url}log-in`,
  }),
};

describe('on the first visit', () => {
  it.each(Object.keys(FAULTS))(
    '%s: the words stay, and the copy is whole later',
    {
      timeout: 120_000,
    },
    async (name) => {
      const fared = await fareEach(FAULTS[name] as (other: TestServer) => Fault);
      for (const [part, { first, address }] of Object.entries(fared)) {
        expect(['app', 'words'], `${part}: ${name}`).toContain(first);
        expect(address).toBe(PATH);
      }
    },
  );
});

it('a network as slow as 2G: the words are there long before the app, and all is saved', {
  timeout: 120_000,
}, async () => {
  const server = await startServer();
  const { page, context } = await openPage({
    base: server.url,
    path: 'about:blank',
    serviceWorkers: 'allow',
  });
  const browser = await context.newCDPSession(page);
  await browser.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 300,
    downloadThroughput: 50_000,
    uploadThroughput: 20_000,
  });
  // The service worker's own fetches know only the server's pace.
  server.delay(100);
  await page.goto(server.url + PATH, { waitUntil: 'commit' });
  await expect.poll(async () => (await words(page)).length).toBeGreaterThan(ENOUGH);
  expect(await page.locator('html').getAttribute('data-app')).toBeNull();
  await page.waitForSelector('html[data-app="ready"]', { state: 'attached', timeout: 60_000 });
  expect(page.url()).toBe(server.url + PATH);
  await savedForOffline(page, 60_000);
  await server.stop();
  await page.reload();
  await appReady(page);
});

it('a copy is on the device: a server that answers only nonsense is not even noticed', async () => {
  const server = await startServer();
  const { page } = await openPage({
    base: server.url,
    path: PATH,
    serviceWorkers: 'allow',
    expectedErrors: EXPECTED,
  });
  await savedForOffline(page);
  const nonsense: Fault[] = [
    { kind: 'status', status: 500 },
    { kind: 'log-in-page' },
    { kind: 'redirect', to: '/log-in' },
    { kind: 'close' },
  ];
  for (const fault of nonsense) {
    server.mend();
    server.break(/./, fault);
    await page.reload();
    await appReady(page);
    expect(page.url()).toBe(server.url + PATH);
    expect((await words(page)).length).toBeGreaterThan(ENOUGH);
  }
  await server.stop();
});
