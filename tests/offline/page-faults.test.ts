/** What a reader sees when the browser holds something back: storage, time, history, room. */
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, expectAddress, mapInWords, mapReady, openSection } from '../support/app';
import { openPage, PHONE } from '../support/browser';

/** Every way to storage throws, as under "block all site data". */
const blockStorage = (context: BrowserContext) =>
  context.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('refused on purpose', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, { get: refuse });
    }
    Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse });
  });

/** The browser's clock stands in another year, on the page and in its date pickers. */
const clockAt = (when: string) => (context: BrowserContext) =>
  context.clock.install({ time: new Date(when) });

const address = (page: Page) => new URL(page.url()).search;

describe('with storage blocked', () => {
  test('everything works; a theme holds for as long as the page is open', async () => {
    const { page } = await openPage({
      path: '?panel=timeline&date=2023-06-20',
      prepare: blockStorage,
    });
    await appReady(page);
    await mapReady(page);
    expect(await mapInWords(page)).toContain('reservoir: drained');
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Dark theme' }).click();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await openSection(page, 'Proposals');
    await page.locator('[data-proposal="ua-us-50-50"]').click();
    await expectAddress(page, 'proposal', 'ua-us-50-50');
    await expectAddress(page, 'date', '2023-06-20');
    await page.reload();
    await appReady(page);
    expect(await mapInWords(page)).toContain('20 June 2023');
  });
});

describe.each(['2001-01-01T12:00:00Z', '2040-01-01T12:00:00Z'])('with the clock at %s', (when) => {
  test('date, words and timeline are those of the facts', async () => {
    const { page } = await openPage({ path: '?panel=timeline', prepare: clockAt(when) });
    await page.clock.resume();
    await appReady(page);
    const words = await mapInWords(page);
    expect(words).toContain('22 August 2026');
    expect(words).toContain('reservoir: drained');
    const strip = page.getByRole('slider').first();
    expect(await strip.getAttribute('aria-valuetext')).toContain('22 August 2026');
    await page.goto(new URL('?date=2023-06-20', page.url()).href);
    await appReady(page);
    expect(await mapInWords(page)).toContain('20 June 2023');
    expect(address(page)).toBe('?date=2023-06-20');
  });
});

describe('a page brought back by "back"', () => {
  test('shows the date and panel of its address, and goes on from there', async () => {
    const { page } = await openPage({ path: '?panel=timeline&date=2023-06-20' });
    await appReady(page);
    await page.getByRole('button', { name: 'Next event' }).first().click();
    await expect.poll(() => address(page)).not.toContain('2023-06-20');
    const left = { address: address(page), words: await mapInWords(page) };
    await page.goto('about:blank');
    await page.goBack();
    await appReady(page);
    expect(address(page)).toBe(left.address);
    await expect.poll(() => mapInWords(page)).toBe(left.words);
    await page.getByRole('button', { name: 'Previous event' }).first().click();
    await expect.poll(() => address(page)).not.toBe(left.address);
  });

  test('from the browser’s memory: the very page that was left, and it goes on', async () => {
    const { page } = await openPage({
      path: '?panel=claims&date=2023-06-20',
      keepsPages: true,
      // Of the plain text file, which cannot name an icon.
      expectedErrors: /favicon\.ico/,
    });
    await appReady(page);
    // A browser keeps no page that is still loading.
    await page.waitForLoadState('networkidle');
    const left = { address: address(page), words: await mapInWords(page) };
    await page.evaluate(() => {
      addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
    });
    await page.goto(new URL('licences.txt', page.url()).href);
    await page.goBack({ waitUntil: 'commit' });
    const persisted = () =>
      page.evaluate(() => (globalThis as { persisted?: boolean }).persisted ?? null);
    await expect.poll(persisted).toBe(true);
    expect({ address: address(page), words: await mapInWords(page) }).toEqual(left);
    await openSection(page, 'Timeline');
    await expectAddress(page, 'panel', 'timeline');
    await expectAddress(page, 'date', '2023-06-20');
  });
});

/** 1280 × 1024 at 400 %. */
const AT_400 = { width: 320, height: 256 };

/** Elements with words that reach beyond the sides of the screen or are cut off. */
const offSides = (page: Page) =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    const tables = 'table, [role=region] table *, .map *, svg *, .visually-hidden, .skip, .strip *';
    return [...document.querySelectorAll('#app *')]
      .filter((node) => node.childElementCount === 0 && node.textContent?.trim())
      .filter((node) => !node.matches(tables) && !node.closest('table'))
      .filter((node) => {
        const { left, right, width } = node.getBoundingClientRect();
        return width > 1 && (right > wide + 1 || left < -1);
      })
      .map((node) => `${node.tagName}: ${node.textContent?.trim().slice(0, 40)}`);
  });

describe('at 400 %', () => {
  test.each([
    '',
    'uk/',
    '?panel=timeline',
    '?proposal=ua-us-50-50',
    '?panel=mining',
    '?panel=claims',
  ])('“%s” scrolls one way, and nothing is lost', async (path) => {
    const { page } = await openPage({ path, viewport: AT_400 });
    await appReady(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    expect(await offSides(page)).toEqual([]);
    // One scroller: the page itself.
    const inner = await page.evaluate(() => {
      const sheet = document.querySelector('.sheet .scroll');
      return sheet ? sheet.scrollHeight - sheet.clientHeight : -1;
    });
    expect(inner).toBe(0);
    for (const part of ['.tabs', '.map', '#map-in-words']) {
      await page.locator(part).first().scrollIntoViewIfNeeded();
      expect(await page.locator(part).first().isVisible(), part).toBe(true);
    }
  });

  test('a section opened from the tabs is brought to the eyes', async () => {
    const { page } = await openPage({ path: '?panel=timeline', viewport: AT_400 });
    await appReady(page);
    await openSection(page, 'Proposals');
    await expectAddress(page, 'panel', 'proposals');
    const title = page.getByRole('heading', { level: 1 });
    await expect
      .poll(async () => (await title.boundingBox())?.y ?? -1)
      .toSatisfy((y: number) => y >= 0 && y < 256);
  });
});

describe('with type at 200 % on a narrow phone', () => {
  test.each(['', 'uk/'])('the tab bar of “%s” keeps within the screen', async (path) => {
    const { page } = await openPage({ path, viewport: { width: 360, height: 780 } });
    await appReady(page);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const tabs = await page.locator('.tabs button').all();
    expect(tabs).toHaveLength(4);
    for (const tab of tabs) {
      const box = await tab.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(360);
      expect((box?.y ?? 0) + (box?.height ?? 999)).toBeLessThanOrEqual(780);
      expect(await tab.evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThan(1);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });
});

test('a phone turned while the app is open keeps choice and address', async () => {
  const { page } = await openPage({ path: '?panel=timeline&date=2023-06-20', viewport: PHONE });
  await appReady(page);
  const words = await mapInWords(page);
  await page.setViewportSize({ width: 844, height: 390 });
  expect(await mapInWords(page)).toBe(words);
  await page.setViewportSize(AT_400);
  expect(await mapInWords(page)).toBe(words);
  expect(new URL(page.url()).searchParams.get('date')).toBe('2023-06-20');
});
