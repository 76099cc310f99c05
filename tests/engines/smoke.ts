/** The same errands in every engine: what a reader must be able to do wherever the page opens. */
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import type { EngineId } from '../../scripts/find-engines.mjs';
import { loadFacts } from '../support/facts';
import { startServer } from '../support/server';
import { type Engine, LAPTOP, PHONE, startEngine } from './lib/engine';
import { Reader } from './lib/reader';

/** Characters of text that a page with its words in it surely has. */
const ENOUGH = 300;
const PROPOSAL = '?proposal=us-trilateral-thirds&lines=repaired&date=2026-03-10';

const GL_MAP = '[data-map-picture="gl"][data-map-ready="true"]';
const DRAWN_MAP = '[data-map-ready="true"] [data-static-map]';

const PANELS = [
  ['timeline', 'Timeline'],
  ['proposals', 'Proposals'],
  ['claims', 'Claims'],
  ['about', 'About'],
  ['story', 'Story'],
] as const;
/** Behind "More" on a phone. */
const MORE = [
  ['mining', 'Bitcoin mining: is it true?'],
  ['claims', 'Claims, checked'],
  ['why', 'Why a stopped reactor needs power'],
  ['danger', 'Is it dangerous now?'],
  ['sources', 'All sources'],
  ['method', 'How we know, corrections'],
  ['about', 'About, credits, offline'],
] as const;

const flowsOf = (selector: string, name: 'flow' | 'line') =>
  [...document.querySelectorAll<HTMLElement>(selector)]
    .map((e) => [e.dataset[name] ?? '', Math.round(Number(e.dataset['mw']))] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** What sticks out of the page or of the panel to the side. */
const tooWide = () =>
  [document.documentElement, ...document.querySelectorAll('.sheet .scroll')]
    .filter((e) => e.scrollWidth > e.clientWidth + 1)
    .map((e) => `${e.tagName} ${e.className}: ${e.scrollWidth} in ${e.clientWidth}`);

export interface Started {
  readonly engine: Engine;
  readonly reader: Reader;
}

/** Declares the suite; gives access to the engine for tests that only one engine has. */
export function smoke<E extends Engine>(
  id: EngineId,
): { get: () => { engine: E; reader: Reader } } {
  let engine: E;
  let reader: Reader;
  beforeAll(async () => {
    engine = (await startEngine(id)) as E;
    console.log(`Engine: ${engine.version}`);
    reader = new Reader(engine, inject('siteUrl'));
    await engine.resize(PHONE);
  });
  afterAll(() => engine?.close());
  afterEach(async () => {
    expect(await reader.problems()).toEqual([]);
  });

  test('whatever a page does wrong is noticed', async () => {
    await reader.open('');
    await engine.evaluate(() => {
      console.error('said on purpose');
      setTimeout(() => {
        throw new Error('thrown on purpose');
      });
      void Promise.reject(new Error('rejected on purpose'));
      const picture = new Image();
      picture.src = 'https://other.example/picture.png';
      document.body.append(picture);
      setTimeout(() => picture.setAttribute('style', 'color: red'));
    });
    const wanted = [/said/, /thrown/, /rejected/, /other\.example|img-src/, /style-src/];
    const problems: string[] = [];
    await expect
      .poll(async () => {
        problems.push(...(await reader.problems()));
        return wanted.filter((one) => !problems.some((problem) => one.test(problem)));
      })
      .toEqual([]);
  });

  describe('on a phone', () => {
    beforeAll(() => engine.resize(PHONE));

    test('the first page has its words in both languages', async () => {
      for (const [path, lang, title] of [
        ['', 'en', 'Who gets the power?'],
        ['uk/', 'uk', 'Кому дістанеться'],
      ] as const) {
        await reader.open(path);
        expect(await engine.evaluate(() => document.documentElement.lang)).toBe(lang);
        await reader.seeText('h1', title);
        await reader.see('[data-map-ready="true"]');
        const words = await engine.evaluate(() => document.body.innerText);
        expect(words.replace(/\s+/g, ' ').length).toBeGreaterThan(ENOUGH);
        expect(await engine.evaluate(tooWide)).toEqual([]);
      }
    });

    test('the date is dragged to the beginning, and map and words follow', async () => {
      await reader.open('?panel=timeline');
      await reader.see('[role="slider"] svg, [role="slider"] .track');
      await reader.see('[data-map-ready="true"]');
      const strip = await reader.box('[role="slider"]');
      const y = strip.y + strip.height / 2;
      const cursor = await reader.box('[data-date-cursor]');
      const from = { x: cursor.x + cursor.width / 2, y };
      await engine.pointer([from, { x: strip.width / 2, y }, { x: 1, y }]);
      await reader.seeAddress('date', '2022-02-24');
      await reader.seeText('#map-in-words', /24 February 2022.*reservoir: full/);
      await reader.seeText('.dates', '24 February 2022');
    });

    test('every panel behind "More" opens from there and fits the screen', async () => {
      await reader.open('');
      for (const [panel, name] of MORE) {
        await reader.click('nav.tabs button', 'More');
        await reader.click('.sheet nav button', name);
        await reader.seeAddress('panel', panel);
        await reader.see('.sheet h1:not(:empty)');
        expect(await engine.evaluate(tooWide), panel).toEqual([]);
      }
    });

    test('a link opens what it names, also after a reload', async () => {
      const link = '?date=2023-06-20&panel=claims&claim=c29&map=8.5%2F47.5%2F34.6';
      for (let visit = 0; visit < 2; visit += 1) {
        await reader.open(link);
        await reader.seeText('.dates', '20 June 2023');
        await reader.see('.evidence');
        await reader.seeAddress('claim', 'c29');
        await reader.seeAddress('date', '2023-06-20');
      }
    });
  });

  describe('on a laptop', () => {
    beforeAll(() => engine.resize(LAPTOP));

    test('the map is drawn, and its flows are those of the table', async () => {
      await reader.open(PROPOSAL);
      const webgl = await engine.evaluate(
        () => document.createElement('canvas').getContext('webgl2') !== null,
      );
      await reader.see(webgl ? GL_MAP : DRAWN_MAP);
      await reader.see('.overlay .flow');
      const drawn = await engine.evaluate(flowsOf, '.overlay .flow', 'line' as const);
      const table = await engine.evaluate(flowsOf, '#map-in-words [data-flow]', 'flow' as const);
      const named = new Map(table);
      expect(drawn.length).toBeGreaterThan(5);
      for (const [line, mw] of drawn) if (named.has(line)) expect(named.get(line)).toBe(mw);
      expect(drawn.filter(([line]) => named.has(line)).length).toBeGreaterThan(5);
      expect(await engine.evaluate(tooWide)).toEqual([]);
    });

    test('the lanes stand, and the date is dragged along them', async () => {
      await reader.open('?panel=timeline&date=2024-05-05');
      await reader.see('.tl-cursor');
      await reader.see('.tl-dot');
      const names = await engine.evaluate(
        () => document.querySelectorAll('[role="application"] .vis-label').length,
      );
      expect(names).toBeGreaterThanOrEqual(3);
      const lanes = await reader.box('.vis-panel.vis-center');
      const cursor = await reader.box('.tl-cursor');
      const y = cursor.y + 6;
      const left = lanes.x - 40;
      await engine.pointer([
        { x: cursor.x + cursor.width / 2, y },
        { x: (cursor.x + left) / 2, y },
        { x: left, y },
      ]);
      await reader.seeAddress('date', '2022-02-24');
      await reader.seeText('#map-in-words', /24 February 2022.*reservoir: full/);
    });

    test('every tab opens its panel', async () => {
      await reader.open('');
      for (const [panel, name] of PANELS) {
        await reader.click('nav.panel-tabs button', name);
        await reader.seeAddress('panel', panel === 'story' ? null : panel);
        await reader.see('.sheet h1:not(:empty)');
        expect(await engine.evaluate(tooWide), panel).toEqual([]);
      }
    });

    test('proposals stand in one order, newest first', async () => {
      await reader.open('?panel=proposals');
      await reader.see('[data-proposal]');
      const shown = await engine.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('ol [data-proposal]')].map(
          (e) => e.dataset['proposal'],
        ),
      );
      const newest = loadFacts().proposals.toSorted((a, b) =>
        b.firstReported.localeCompare(a.firstReported),
      );
      expect(shown).toEqual(newest.map(({ id }) => id));
    });

    test('search finds an event', async () => {
      await reader.open('?panel=timeline');
      await reader.click('input[type="search"]');
      await reader.type('Kakhovka');
      await reader.seeText('.events [role="status"]', /^\d+ of \d+ events$/);
      await reader.seeText('.events li', /Kakhovka/);
    });

    test('Tab reaches the map and the timeline, arrows and Enter open an event', async () => {
      await reader.open('?panel=timeline');
      await reader.see('.tl-cursor');
      await reader.see('[data-map-ready="true"]');
      await reader.tabTo('canvas.maplibregl-canvas, .drawn');
      await reader.tabTo('.ground[role="application"]');
      for (const key of ['Home', 'ArrowRight', 'Enter']) await engine.press(key);
      await reader.seeAddress('event', '2022-03-04-seizure');
    });

    test('the walk opens from the menu, goes by a clicker and gives the page back', async () => {
      await reader.open('?panel=mining&date=2024-05-05');
      await reader.click('header button', 'Menu');
      await reader.click('#menu button', 'Present step by step');
      await reader.seeAddress('present', '1');
      await reader.see('.present h1');
      const first = await reader.text('.present h1');
      await engine.press('PageDown');
      await reader.seeAddress('present', '2');
      expect(await reader.text('.present h1')).not.toBe(first);
      await engine.press('Escape');
      await reader.seeAddress('present', null);
      await reader.seeAddress('date', '2024-05-05');
      await reader.seeAddress('panel', 'mining');
    });

    test('saved on the first visit, everything opens with the server gone', async () => {
      const server = await startServer();
      try {
        await reader.open('', server.url);
        await reader.see('html[data-offline="ready"]');
        expect(await reader.problems()).toEqual([]);
        await server.stop();
        await reader.open(PROPOSAL, server.url);
        await reader.see(`${GL_MAP}, ${DRAWN_MAP}`);
        await reader.see('.overlay .flow');
        await reader.open('uk/?panel=timeline', server.url);
        await reader.see('.tl-cursor');
        await reader.seeText('#map-in-words', 'водосховище: спорожнене');
      } finally {
        await server.stop();
      }
    });
  });

  return { get: () => ({ engine, reader }) };
}
