/**
 * Pages in a real Chromium. A test fails on any request to another origin, on any console error and
 * on any uncaught error of the page, whatever else it looks at.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject } from 'vitest';
import { findBrowser, launchOptions } from '../../scripts/find-browser.mjs';
import { type Outside, startOutside } from './outside';

export const PHONE = { width: 390, height: 844 };
export const LAPTOP = { width: 1366, height: 768 };
export const PROJECTOR = { width: 1920, height: 1080 };

export interface OpenOptions {
  /** Below the site, without a slash in front: `uk/?date=2023-06-20`. */
  path?: string;
  /** Another server than the shared one, from `startServer`. */
  base?: string;
  viewport?: { width: number; height: number };
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  touch?: boolean;
  /** The browser's own network switch. */
  offline?: boolean;
  javaScript?: boolean;
  /** Service workers are blocked unless the test is about them. */
  serviceWorkers?: 'allow' | 'block';
  /** Console errors that the test causes on purpose, such as those of a server that is gone. */
  expectedErrors?: RegExp;
  deviceScaleFactor?: number;
  /** A page that is left may be brought back whole; go back with `waitUntil: 'commit'` then. */
  keepsPages?: boolean;
  waitUntil?: 'load' | 'domcontentloaded' | 'commit';
  /** Sets up routes and first scripts before the page opens. */
  prepare?: (context: BrowserContext) => Promise<unknown>;
}

export interface OpenPage {
  page: Page;
  context: BrowserContext;
  /** Addresses asked for. */
  requests: string[];
  /** Errors so far; looked at again when the test ends. */
  errors: string[];
}

/** By whether it keeps pages that are left, to bring them back whole. */
const browsers = new Map<boolean, Promise<Browser>>();
let outside: Outside | undefined;
const opened: { context: BrowserContext; errors: string[] }[] = [];

/** Whatever the browser would send to another machine goes to `outside`, which notes and refuses it. */
async function launch(keepsPages: boolean): Promise<Browser> {
  outside ??= await startOutside();
  const options = launchOptions(await findBrowser());
  return chromium.launch({
    ...options,
    args: [...options.args, `--proxy-server=${outside.url}`],
    ignoreDefaultArgs: keepsPages ? ['--disable-back-forward-cache'] : [],
  });
}

/** One browser for all pages of a file, also for those that are opened at once. */
function sharedBrowser(keepsPages: boolean): Promise<Browser> {
  const open = browsers.get(keepsPages) ?? launch(keepsPages);
  browsers.set(keepsPages, open);
  return open;
}

/** A fresh context, with nothing stored. Closed and judged after the test. */
export async function openPage(options: OpenOptions = {}): Promise<OpenPage> {
  const { path = '', base = inject('siteUrl'), offline = false, expectedErrors } = options;
  const browser = await sharedBrowser(options.keepsPages ?? false);
  const context = await browser.newContext({
    viewport: options.viewport ?? PHONE,
    colorScheme: options.colorScheme ?? 'light',
    reducedMotion: options.reducedMotion ?? 'no-preference',
    hasTouch: options.touch ?? false,
    isMobile: options.touch ?? false,
    javaScriptEnabled: options.javaScript ?? true,
    serviceWorkers: options.serviceWorkers ?? 'block',
    deviceScaleFactor: options.deviceScaleFactor ?? 1,
    // A zone west of Greenwich finds dates that were read as local midnight.
    timezoneId: 'America/New_York',
    locale: 'en-GB',
  });
  const requests: string[] = [];
  const errors: string[] = [];
  opened.push({ context, errors });
  const note = (error: string) => {
    if (!expectedErrors?.test(error)) errors.push(error);
  };

  const { origin, host } = new URL(base);
  // Those of workers and of the service worker as well.
  context.on('request', (request) => {
    const url = request.url();
    requests.push(url);
    if (!/^(data|blob|about):/.test(url) && new URL(url).origin !== origin) {
      note(`request to another origin: ${url}`);
    }
  });
  context.on('page', (opening) => {
    opening.on('websocket', (socket) => {
      if (new URL(socket.url()).host !== host) note(`socket to another origin: ${socket.url()}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack || error.error()}`));

  await context.setOffline(offline);
  await options.prepare?.(context);
  const page = await context.newPage();
  await page.goto(new URL(path, base).href, { waitUntil: options.waitUntil ?? 'load' });
  return { page, context, requests, errors };
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);

/** axe-core's violations, one line each: rule, what is wrong, where. */
export async function axe(
  page: Pick<Page, 'evaluate'>,
  options: RunOptions = {},
): Promise<string[]> {
  // By the debugger and not by a script element, which the page's own policy refuses.
  const there = await page.evaluate(() => 'axe' in globalThis);
  if (!there) await page.evaluate(axeSource);
  const results = (await page.evaluate(
    (run) => (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run(document, run),
    // What it does not hold against a page is named once per rule and not once per element.
    { resultTypes: ['violations'], ...options } as RunOptions,
  )) as AxeResults;
  return results.violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((n) => n.target.join(' ')).join(', ')}`,
  );
}

afterEach(async () => {
  const pages = opened.splice(0);
  await Promise.all(pages.map(({ context }) => context.close()));
  const sentOut = outside?.attempts.splice(0) ?? [];
  expect(pages.flatMap(({ errors }) => errors)).toEqual([]);
  expect(sentOut, 'what would have left this machine').toEqual([]);
});

afterAll(async () => {
  for (const browser of browsers.values()) await (await browser).close();
  await outside?.stop();
  browsers.clear();
  outside = undefined;
});

/** Hosts that the browser wanted to reach outside this machine since the last test. */
export const outsideAttempts = (): string[] => outside?.attempts ?? [];
