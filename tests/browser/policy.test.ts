/** What the page's policy lets happen (all of the app) and what it stops (everything else). */
import { createServer } from 'node:http';
import type { Page, Worker } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { SECURITY_HEADERS } from '../../scripts/lib/policy.mjs';
import { listen } from '../../scripts/lib/static-server.mjs';
import { appReady, mapReady } from '../support/app';
import { LAPTOP, openPage, outsideAttempts, PHONE } from '../support/browser';
import { walk } from '../support/walk';

const ELSEWHERE = 'elsewhere.example';

test.each([
  ['', LAPTOP],
  ['uk/', PHONE],
] as const)('no part of the app breaks the policy: /%s', async (path, viewport) => {
  const { page } = await openPage({ path: `${path}?panel=timeline`, viewport });
  await appReady(page);
  await mapReady(page);
  // Counted beside the browser's own errors in the console, which fail every test.
  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      document.documentElement.append(`policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  await walk(page);
  expect(await page.evaluate(() => document.documentElement.lastChild?.nodeName)).toBe('BODY');
});

/** Name of an attempt → whether the page could do it. */
const attempts = (page: Page) =>
  page.evaluate(async (elsewhere) => {
    const away = (what: string) => `https://${what}.${elsewhere}/`;
    const settled = (element: HTMLElement) =>
      new Promise<boolean>((done) => {
        element.onload = () => done(true);
        element.onerror = () => done(false);
        document.head.append(element);
      });
    const make = <K extends keyof HTMLElementTagNameMap>(
      tag: K,
      values: Partial<HTMLElementTagNameMap[K]>,
    ) => Object.assign(document.createElement(tag), values);
    const works = async (attempt: () => unknown) => {
      try {
        return (await attempt()) !== false;
      } catch {
        return false;
      }
    };
    return {
      'fetch elsewhere': await works(() => fetch(away('fetch'))),
      'beacon elsewhere': await works(
        () =>
          new Promise((done) => {
            document.addEventListener('securitypolicyviolation', () => done(false), { once: true });
            if (!navigator.sendBeacon(away('beacon'))) done(false);
          }),
      ),
      'socket elsewhere': await works(
        () =>
          new Promise((done) => {
            const socket = new WebSocket(`wss://socket.${elsewhere}/`);
            socket.onopen = () => done(true);
            socket.onerror = () => done(false);
          }),
      ),
      'picture elsewhere': await works(() => settled(make('img', { src: away('picture') }))),
      'style elsewhere': await works(() =>
        settled(make('link', { rel: 'stylesheet', href: away('style') })),
      ),
      'prefetch elsewhere': await works(() =>
        settled(make('link', { rel: 'prefetch', href: away('prefetch') })),
      ),
      'script elsewhere': await works(() => settled(make('script', { src: away('script') }))),
      'script from text': await works(() => {
        const script = document.createElement('script');
        script.text = 'document.title = "taken over"';
        document.head.append(script);
        return document.title === 'taken over';
      }),
      'text run as code': await works(() => new Function('return true')()),
      'markup from text': await works(() => {
        document.createElement('p').innerHTML = '<b>bold</b>';
      }),
      'address that is script': await works(
        () =>
          new Promise((done) => {
            document.addEventListener('securitypolicyviolation', () => done(false), { once: true });
            const link = make('a', { href: 'javascript:document.title = "taken over"' });
            document.body.append(link);
            link.click();
          }),
      ),
      'another file as worker': await works(() => new Worker('icons/icon.svg')),
      'a worker of one’s own making': await works(
        () => new Worker(URL.createObjectURL(new Blob(['']))),
      ),
      'the map’s worker, again': await works(() => {
        const [file] = performance
          .getEntriesByType('resource')
          .filter(({ name }) => /maplibre-gl-worker/.test(name));
        new Worker(file?.name ?? '', { type: 'module' }).terminate();
      }),
    };
  }, ELSEWHERE);

const ALL_REFUSED = {
  'fetch elsewhere': false,
  'beacon elsewhere': false,
  'socket elsewhere': false,
  'picture elsewhere': false,
  'style elsewhere': false,
  'prefetch elsewhere': false,
  'script elsewhere': false,
  'script from text': false,
  'text run as code': false,
  'markup from text': false,
  'address that is script': false,
  'another file as worker': false,
  'a worker of one’s own making': false,
  'the map’s worker, again': true,
};

test('what a page must not do is refused, noted as an error, and never leaves the browser', async () => {
  const { page, errors } = await openPage({ path: '?panel=timeline', viewport: LAPTOP });
  await appReady(page);
  await mapReady(page);
  expect(await attempts(page)).toEqual(ALL_REFUSED);
  expect(outsideAttempts()).toEqual([]);
  // Every refusal would have failed any other test.
  const refused = Object.values(ALL_REFUSED).filter((done) => !done).length;
  expect(errors.length).toBeGreaterThanOrEqual(refused);
  errors.length = 0;
});

test('a host that sends no headers of ours: the page’s own policy holds alone', async () => {
  const { page, errors } = await openPage({ path: '?panel=timeline', viewport: LAPTOP });
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    for (const name of Object.keys(SECURITY_HEADERS)) delete headers[name.toLowerCase()];
    await route.fulfill({ response, headers });
  });
  const answer = await page.reload();
  expect(answer?.headers()['content-security-policy']).toBeUndefined();
  await appReady(page);
  await mapReady(page);
  expect(await attempts(page)).toEqual(ALL_REFUSED);
  expect(outsideAttempts()).toEqual([]);
  errors.length = 0;
});

test('the workers reach no other machine either', async () => {
  const { page, context, errors } = await openPage({
    path: '?panel=timeline',
    viewport: LAPTOP,
    serviceWorkers: 'allow',
  });
  await appReady(page);
  await mapReady(page);
  const asked = (worker: Worker | undefined) =>
    worker?.evaluate(
      (away) =>
        fetch(away).then(
          () => 'answered',
          () => 'refused',
        ),
      `https://${ELSEWHERE}/`,
    );
  expect(await asked(page.workers()[0])).toBe('refused');
  const service = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  expect(await asked(service)).toBe('refused');
  expect(outsideAttempts()).toEqual([]);
  errors.length = 0;
});

test('any page may show the site in a frame, as embed=1 is meant to be', async () => {
  const site = inject('siteUrl');
  const other = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    const frame = `<iframe src="${site}?embed=1&panel=timeline" width="900" height="600"></iframe>`;
    response.end(request.url === '/' ? `<link rel="icon" href="data:,">${frame}` : '');
  });
  const port = await listen(other, 0);
  try {
    const { page } = await openPage({
      base: `http://127.0.0.1:${port}/`,
      viewport: LAPTOP,
      // The other page does contact the site.
      expectedErrors: new RegExp(`request to another origin: ${site}`),
    });
    const frame = page.frames()[1];
    expect(frame?.url()).toContain('embed=1');
    await frame?.waitForSelector('html[data-app="ready"]', { state: 'attached' });
  } finally {
    other.close();
    other.closeAllConnections();
  }
});
