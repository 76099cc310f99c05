/** The page as an article: script switched off, and scripts that never arrive. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { dist, root } from '../../scripts/lib/paths.mjs';
import { LANGUAGES } from '../../src/core/vocabulary';
import { LANGUAGE_NAMES } from '../../src/i18n/languages';
import { axe, LAPTOP, openPage, PHONE } from '../support/browser';
import { loadFacts } from '../support/facts';
import { startServer } from '../support/server';

const facts = loadFacts();
const keyEvents = facts.events.filter((event) => event.importance === 1);
const read = (path: string) => JSON.parse(readFileSync(join(root, 'data/text', path), 'utf8'));

const PAGES = [
  { lang: 'en', path: '', other: 'uk/', upTo: 'Facts up to 22 August 2026' },
  { lang: 'uk', path: 'uk/', other: '../', upTo: 'Факти до 22 серпня 2026' },
] as const;

const fold = (text: string) => text.replace(/\s+/g, ' ');
const folded = async (page: Page, selector: string) =>
  fold((await page.locator(selector).textContent()) ?? '');
/** Those of the texts that `all` lacks; short to read when a test fails. */
const missing = (all: string, texts: (string | undefined)[]) =>
  texts.filter((text) => text && !all.includes(fold(text)));

/** Boxes that stay on the screen while the page scrolls, or scroll by themselves. */
const trapsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((node) => {
        const { position, overflowY } = getComputedStyle(node);
        const scrolls = /auto|scroll/.test(overflowY) && node.scrollHeight > node.clientHeight + 1;
        return node.getClientRects().length > 0 && (/fixed|sticky/.test(position) || scrolls);
      })
      .map((node) => `${node.tagName}.${node.className}`),
  );

describe.each(PAGES)('with script off, the page in $lang', ({ lang, path, other, upTo }) => {
  test.each([
    ['phone', PHONE],
    ['laptop', LAPTOP],
  ])('reads as one article on a %s: nothing covers it, nothing is cut off', async (_, viewport) => {
    const { page } = await openPage({ path, viewport, javaScript: false });
    expect(await trapsOf(page)).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(viewport.width);
    const map = await page.getByRole('img').first().boundingBox();
    const title = await page.getByRole('heading', { level: 1 }).boundingBox();
    if (!map || !title) throw new Error('no map or no title');
    expect(map.y + map.height).toBeLessThanOrEqual(title.y);
    for (const gone of ['.header', '.tabs', '.panel-tabs', '.dates']) {
      expect(await page.locator(gone).isVisible(), gone).toBe(false);
    }
  });

  test('has every key event with its date and a link to each source', async () => {
    const { page } = await openPage({ path, javaScript: false });
    const words = read(`${lang}/events.json`);
    const section = page.locator('#what-happened');
    const text = await folded(page, '#what-happened');
    expect(keyEvents.length).toBeGreaterThanOrEqual(12);
    expect(
      missing(
        text,
        keyEvents.map(({ id }) => words[id].title),
      ),
    ).toEqual([]);
    for (const id of new Set(keyEvents.flatMap((event) => event.sources))) {
      const source = facts.sources[id];
      expect(missing(text, [source?.publisher])).toEqual([]);
      if (source?.url) {
        expect(await section.locator(`a[href="${source.url}"]`).count(), id).toBeGreaterThan(0);
      }
    }
    await section.locator('summary').first().click();
    expect(await section.locator('a').first().isVisible()).toBe(true);
  });

  test('has the proposals as a table: name, first report, power, four stances', async () => {
    const { page } = await openPage({ path, viewport: LAPTOP, javaScript: false });
    const table = page.locator('#proposals table');
    expect(await table.locator('thead th[scope="col"]').count()).toBe(7);
    expect(await table.locator('tbody tr').count()).toBe(facts.proposals.length);
    const words = read(`${lang}/proposals.json`);
    const ui = read(`${lang}/ui.json`);
    const text = await folded(page, '#proposals table');
    const said = facts.proposals.flatMap(({ id }) => [words[id].name, words[id].power]);
    expect(missing(text, said)).toEqual([]);
    const rows = (await table.locator('tbody tr').allTextContents()).map(fold);
    for (const { id, stances } of facts.proposals) {
      const row = rows.find((line) => line.includes(fold(words[id].name))) ?? '';
      const stanceWords = Object.values(stances).map(({ stance }) => ui[`stance.${stance}`]);
      expect(missing(row, stanceWords), id).toEqual([]);
    }
  });

  test('has the claims with verdict, evidence and sum, and mining in the order of its questions', async () => {
    const { page } = await openPage({ path, javaScript: false });
    const claims = read(`${lang}/claims.json`);
    const ui = read(`${lang}/ui.json`);
    const text = await folded(page, '#claims');
    const said = facts.claims.flatMap(({ id, verdict }) => [
      claims[id].claim,
      claims[id].evidence,
      ...(claims[id].sum ?? []),
      ui[`verdict.${verdict}`],
    ]);
    expect(missing(text, said)).toEqual([]);
    const mining = await folded(page, '#mining');
    const obstacles = read(`${lang}/obstacles.json`);
    const elsewhere = read(`${lang}/mining.json`).precedents;
    expect(
      missing(mining, [
        ...facts.mining.law.map(({ id }) => obstacles[id].text),
        ...facts.mining.precedents.flatMap(({ id }) => Object.values<string>(elsewhere[id])),
      ]),
    ).toEqual([]);
    const places = [1, 2, 3, 4].map((n) => mining.indexOf(fold(ui[`mining.q${n}`])));
    expect(places[0]).toBeGreaterThan(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test('leads by its contents list to each part, and to every other language', async () => {
    const { page } = await openPage({ path, javaScript: false });
    expect(await page.getByText(upTo).first().isVisible()).toBe(true);
    const links = page.locator('#contents nav a:not([hreflang])');
    const anchors = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect(anchors.length).toBeGreaterThanOrEqual(5);
    const doors = await page
      .locator('.door')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    for (const anchor of [...anchors, ...doors]) {
      expect(await page.locator(anchor).count(), anchor).toBe(1);
    }
    await page.locator('#contents nav a[href="#proposals"]').click();
    const top = (await page.locator('#proposals').boundingBox())?.y ?? -1;
    expect(Math.abs(top)).toBeLessThan(40);
    const there = new URL(other, page.url().replace(/#.*/, '')).href;
    const names = page.locator('#contents a[hreflang]');
    expect(await names.allInnerTexts()).toEqual(
      LANGUAGES.filter((tag) => tag !== lang).map((tag) => LANGUAGE_NAMES[tag].name),
    );
    await names.first().click();
    expect(page.url()).toBe(there);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'en' ? 'uk' : 'en');
  });
});

describe('when the app’s script does not arrive', () => {
  test('the page becomes the same article, whatever the address opens', async () => {
    const server = await startServer();
    const main = /src="\.\/(assets\/index-[^"]+\.js)"/.exec(
      readFileSync(join(dist, 'index.html'), 'utf8'),
    )?.[1];
    if (!main) throw new Error('no main script in the page');
    server.fail(main, 9);
    const { page } = await openPage({
      base: server.url,
      path: '?panel=timeline&date=2023-06-20',
      expectedErrors: /status of 500/,
    });
    await page.locator('#contents').waitFor({ state: 'visible' });
    expect(await page.locator('.header').isVisible()).toBe(false);
    expect(await trapsOf(page)).toEqual([]);
    expect(await axe(page)).toEqual([]);
    expect(new URL(page.url()).search).toBe('?panel=timeline&date=2023-06-20');
    await server.stop();
  });
});
