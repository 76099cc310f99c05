/** Pages for paper: rendered to PDF and measured, in both languages and on both sizes of paper. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import type { LessonWords } from '../../src/core/story';
import { appReady, expectAddress } from '../support/app';
import { axe, LAPTOP, openPage, PHONE } from '../support/browser';
import { goTo } from '../support/walk';

const LEAST_PX = 11;
/** What a school's mail and a slow line still carry, bytes of a PDF. */
const MOST_BYTES = { view: 850_000, story: 1_300_000, tasks: 300_000 } as const;
/** The map of a view, px: less and its names crowd. */
const LEAST_MAP_PX = 280;
/** A last page that holds less of what it could is a page too many. */
const LEAST_LAST_PAGE = 0.2;
/** What many printers leave white at the lower edge: 6 mm. */
const UNPRINTED_PX = 23;
/** PDF points. */
const SIZES = { A4: [595, 842], Letter: [612, 792] } as const;

/** [address, most pages] */
const DOCUMENTS = [
  ['?print=handout', 1],
  // Ten lines to be named, and the longest words.
  ['?print=handout&date=2022-08-25', 1],
  ['?print=handout&date=2025-10-18', 1],
  ['?print=handout&date=2026-03-10&proposal=us-trilateral-thirds', 1],
  ['?print=handout&proposal=us-trilateral-thirds&lines=repaired', 1],
  ['?print=handout&date=2026-03-10&proposal=ru-rosatom-russian-grid&lines=prewar', 1],
  ['?print=handout&story=front-line', 3],
  ['?print=handout&story=thread', 3],
  ['?print=handout&story=power', 4],
  ['?print=handout&story=water', 3],
  ['?print=worksheet&story=water', 1],
  ['?print=worksheet&story=mining', 2],
  ['?print=key&story=mining', 2],
  ['?print=key&story=water', 1],
] as const;

/** The tightest of them, for the other pairs of language and paper. */
const TIGHTEST = DOCUMENTS.filter(([search]) =>
  /story=(front-line|thread|power)|trilateral/.test(search),
);
const RENDERED = [
  ['', 'A4', DOCUMENTS],
  ['', 'Letter', TIGHTEST],
  ['uk/', 'A4', TIGHTEST],
  ['uk/', 'Letter', DOCUMENTS],
] as const;

async function openPages(page: Page, search: string): Promise<void> {
  await goTo(page, '?panel=about');
  await page.waitForSelector('.print-view', { state: 'detached' });
  await goTo(page, search);
  await page.waitForSelector('.paper .page footer');
}

/** What a printer would cut, shrink or leave out. */
const faults = (page: Page) =>
  page.evaluate(
    ([least, unprinted, leastMap, leastLast]) => {
      const found: string[] = [];
      const pages = [...document.querySelectorAll<HTMLElement>('.page')];
      pages.forEach((sheet, i) => {
        const say = (what: string) => found.push(`page ${i + 1}: ${what}`);
        const box = sheet.getBoundingClientRect();
        for (const part of [sheet, ...sheet.querySelectorAll<HTMLElement>('.content, .room')]) {
          const { scrollHeight, clientHeight, scrollWidth, clientWidth, className } = part;
          if (scrollHeight > clientHeight + 1) say(`${className} ${scrollHeight}/${clientHeight}`);
          if (scrollWidth > clientWidth + 1) say(`${className} ${scrollWidth}/${clientWidth}`);
        }
        const walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const text = node.textContent?.trim();
          const parent = node.parentElement;
          if (!text || !parent) continue;
          const size = Number.parseFloat(getComputedStyle(parent).fontSize);
          if (size < least) say(`“${text}” has ${size} px`);
          const range = document.createRange();
          range.selectNodeContents(node);
          const map = parent.closest('.paper-map')?.getBoundingClientRect();
          const room = map ?? {
            left: box.left + 46,
            right: box.right - 46,
            top: box.top + 40,
            bottom: box.bottom - unprinted,
          };
          for (const at of range.getClientRects()) {
            const out =
              at.left < room.left - 1 ||
              at.right > room.right + 1 ||
              at.top < room.top - 1 ||
              at.bottom > room.bottom + 1;
            if (out) say(`“${text}” leaves its box`);
          }
        }
        for (const map of sheet.querySelectorAll<HTMLElement>('.paper-map')) {
          for (const id of map.dataset['named']?.split(' ') ?? []) {
            const named = map.querySelector(`[data-label="line-${id}"], [data-pill="${id}"]`);
            if (!named) say(`the map does not name ${id}`);
          }
        }
        const footer = sheet.querySelector('footer')?.textContent ?? '';
        for (const part of ['2026', `${i + 1}`, `${pages.length}`]) {
          if (!footer.includes(part)) say(`the footer lacks ${part}`);
        }
        const map = sheet.querySelector('.room .paper-map')?.getBoundingClientRect();
        if (map && map.height < leastMap) say(`the map has ${map.height} px`);
      });
      const content = pages.at(-1)?.querySelector('.content');
      const last = content?.lastElementChild?.getBoundingClientRect().bottom ?? 0;
      const { top = 0, height = 1 } = content?.getBoundingClientRect() ?? {};
      if (pages.length > 1 && last - top < leastLast * height) found.push('the last page is empty');
      return found;
    },
    [LEAST_PX, UNPRINTED_PX, LEAST_MAP_PX, LEAST_LAST_PAGE] as const,
  );

test.each(RENDERED)(
  'pages at /%s on %s hold all that is on them',
  async (folder, paper, documents) => {
    const { page } = await openPage({
      path: `${folder}?panel=about`,
      viewport: LAPTOP,
      reducedMotion: 'reduce',
    });
    await appReady(page);
    for (const [search, most] of documents) {
      await openPages(page, search);
      await page.getByRole('button', { name: paper, exact: true }).click();
      await page.waitForSelector(`[data-paper="${paper === 'A4' ? 'a4' : 'letter'}"] .page footer`);
      await page.emulateMedia({ media: 'print' });
      expect(await faults(page), search).toEqual([]);
      expect(await page.locator('.print-view .bar').isVisible()).toBe(false);
      const count = await page.locator('.page').count();
      expect(count, search).toBeLessThanOrEqual(most);
      const footers = await page.locator('.page footer').allTextContents();
      for (const [i, text] of footers.entries()) {
        expect(text).toMatch(folder ? /Факти до 22\s/ : /Facts up to 22\s/);
        expect(text).toContain(
          folder ? `Сторінка ${i + 1} з\u00a0${count}` : `Page ${i + 1} of ${count}`,
        );
      }
      const file = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const kind = /handout/.test(search) ? (/story=/.test(search) ? 'story' : 'view') : 'tasks';
      expect(file.length, search).toBeLessThan(MOST_BYTES[kind]);
      const pdf = file.toString('latin1');
      const boxes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]*)\]/g)].map((match) =>
        (match[1] ?? '').trim().split(/\s+/).slice(2).map(Number).map(Math.round),
      );
      expect(boxes, search).toEqual(Array.from({ length: count }, () => SIZES[paper]));
      await page.emulateMedia({ media: null });
    }
  },
  240_000,
);

describe.each(['', 'uk/'])('at /%s', (folder) => {
  test.each(['water', 'mining', 'thread'])(
    '%s: no answer on the worksheet, all on the key',
    async (id) => {
      const lang = folder ? 'uk' : 'en';
      const file = readFileSync(join(root, `data/text/${lang}/stories/${id}.json`), 'utf8');
      const { lesson } = JSON.parse(file) as { lesson: LessonWords };
      const asks = [
        ...(lesson.sheet?.tasks ?? Object.values(lesson.questions)),
        ...(lesson.reading?.tasks ?? []),
      ];
      const { page } = await openPage({ path: `${folder}?story=${id}&print=worksheet` });
      await appReady(page);
      const text = async () => {
        await page.waitForSelector('.paper .page footer');
        const all = await page.locator('.page').allTextContents();
        return all.join(' ').replace(/\s+/g, ' ');
      };
      const flat = (words: string) => words.replace(/\s+/g, ' ');
      const sheet = await text();
      for (const { ask, expect: answer } of asks) {
        expect(sheet).toContain(flat(ask));
        // A short answer may be a part of another task's words.
        if (answer.length > 12) expect(sheet).not.toContain(flat(answer));
      }
      expect(sheet).toContain(`/${folder}?story=${id}`);
      expect(await page.locator('.page .expect').count()).toBe(0);
      expect(await page.locator('.page .rule').count()).toBeGreaterThanOrEqual(2 * asks.length);
      await openPages(page, `?story=${id}&print=key`);
      const key = await text();
      for (const { ask, expect: answer } of [...asks, ...Object.values(lesson.questions)]) {
        expect(key).toContain(flat(ask));
        expect(key).toContain(flat(answer));
      }
      const marks = await page.locator('.page footer b').allTextContents();
      expect(marks.length).toBe(await page.locator('.page').count());
    },
  );
});

test('the handout of a view prints its short address and a code, black on white in a dark theme', async () => {
  const { page } = await openPage({
    path: '?panel=timeline&date=2023-06-20&theme=dark',
    viewport: LAPTOP,
  });
  await appReady(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Handout of this view' }).click();
  await page.waitForSelector('.paper .page footer');
  await expectAddress(page, 'print', 'handout');
  const { host } = new URL(page.url());
  const text = (await page.locator('.page').textContent()) ?? '';
  expect(text).toContain(`${host}/?panel=timeline&date=2023-06-20`);
  expect(text).not.toMatch(/theme=|print=/);
  expect(await page.getByRole('img', { name: /^Code that opens/ }).count()).toBe(1);
  const colours = await page.locator('.page h1').evaluate((heading) => ({
    ink: getComputedStyle(heading).color,
    paper: getComputedStyle(heading.closest('.page') as Element).backgroundColor,
  }));
  expect(colours).toEqual({ ink: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)' });
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: 'Leave' }).click();
  await expectAddress(page, 'print', null);
  await expectAddress(page, 'date', '2023-06-20');
  expect(await page.locator('.app').isVisible()).toBe(true);
});

test('on a phone the pages are drawn smaller and nothing scrolls sideways', async () => {
  const { page } = await openPage({ path: '?story=water&print=handout', viewport: PHONE });
  await appReady(page);
  await page.waitForSelector('.paper .page footer');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);
});

test('a story that does not arrive is said in words, and can be asked for again', async () => {
  const { page, context } = await openPage({
    path: '?panel=lesson&story=water',
    viewport: LAPTOP,
    expectedErrors: /ERR_INTERNET_DISCONNECTED|Failed to fetch/,
  });
  await appReady(page);
  const print = page.getByRole('button', { name: 'Print handout' });
  await print.waitFor();
  await context.setOffline(true);
  await print.click();
  await page.getByText(/could not be loaded/).waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: /Leave/ }).click();
  await expectAddress(page, 'print', null);
  await expectAddress(page, 'story', 'water');
});
