/** Guided stories on a projector without a network: from the first slide to the last, and back. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { appReady, expectAddress } from '../support/app';
import { LAPTOP, openPage, PHONE, PROJECTOR } from '../support/browser';
import { BROKEN_NETWORK, savedForOffline } from '../support/offline';
import { startServer, type TestServer } from '../support/server';
import { goTo } from '../support/walk';

const IDS = readdirSync(join(root, 'data/stories')).map((name) => name.replace(/\.json$/, ''));
const SMALL_PROJECTOR = { width: 1024, height: 768 };
/** Projector → smallest type on a slide, px. */
const LEAST = [
  { viewport: PROJECTOR, caption: 40, text: 28 },
  { viewport: SMALL_PROJECTOR, caption: 28, text: 15 },
];

/** Type, overflow and cut words of the slide that is open; the map's credit is no part of it. */
const look = (page: Page) =>
  page.evaluate(() => {
    const within = (inner: DOMRect, outer: DOMRect) =>
      inner.top >= outer.top - 1 &&
      inner.left >= outer.left - 1 &&
      inner.bottom <= outer.bottom + 1 &&
      inner.right <= outer.right + 1;
    const sizeOf = (node: Element) => Number.parseFloat(getComputedStyle(node).fontSize);
    const present = document.querySelector('.present');
    if (!present) throw new Error('nothing is presented');
    const words: { size: number; text: string; cut: boolean }[] = [];
    const nodes = document.createTreeWalker(present, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const element = node.parentElement;
      if (!node.nodeValue?.trim() || !element?.checkVisibility()) continue;
      if (element.closest('.visually-hidden, .credit')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = element.closest('.text, .strip')?.getBoundingClientRect();
      words.push({
        size: sizeOf(element),
        text: node.nodeValue.trim(),
        // Names on the map may run over its edge, as the land does.
        cut: box !== undefined && ![...range.getClientRects()].every((r) => within(r, box)),
      });
    }
    const boxes = [...document.querySelectorAll('.present, .text, .present .map, .strip')];
    const page = document.documentElement;
    return {
      caption: sizeOf(present.querySelector('h1') as Element),
      text: Math.min(...words.map(({ size }) => size)),
      cut: words.filter(({ cut }) => cut).map(({ text }) => text),
      overflowing: boxes
        .filter((b) => b.scrollHeight > b.clientHeight + 1 || b.scrollWidth > b.clientWidth + 1)
        .map((b) => b.className),
      bars: innerWidth > page.clientWidth || innerHeight > page.clientHeight,
      step: present.querySelector('[aria-current="step"] .disc')?.textContent?.trim(),
      steps: present.querySelectorAll('.strip li').length,
      title: present.querySelector('h1')?.textContent?.trim(),
    };
  });

const atStep = (page: Page, step: number) =>
  page.waitForFunction(
    (n) =>
      document.querySelector('.present [aria-current="step"] .disc')?.textContent?.trim() === n,
    String(step),
  );

describe('without a network', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server.stop());

  test.each(['', 'uk/'])(
    'at /%s every story is walked from start to end by PageDown, nothing cut',
    async (path) => {
      const { page } = await openPage({
        base: server.url,
        path,
        viewport: PROJECTOR,
        reducedMotion: 'reduce',
        serviceWorkers: 'allow',
        expectedErrors: BROKEN_NETWORK,
      });
      await savedForOffline(page);
      await server.stop();
      await page.goto(server.url + path);
      await appReady(page);

      for (const { viewport, caption, text } of LEAST) {
        await page.setViewportSize(viewport);
        for (const id of IDS) {
          await goTo(page, `?story=${id}`);
          await atStep(page, 1);
          const { steps } = await look(page);
          expect(steps, id).toBeGreaterThanOrEqual(8);
          const titles = new Set<string | undefined>();
          for (let n = 1; n <= steps; n += 1) {
            await atStep(page, n);
            const slide = await look(page);
            const where = `${id}, step ${n} at ${viewport.width} px: ${slide.title}`;
            titles.add(slide.title);
            expect(slide.caption, where).toBeGreaterThanOrEqual(caption);
            expect(slide.text, where).toBeGreaterThanOrEqual(text);
            expect(slide.cut, where).toEqual([]);
            expect(slide.overflowing, where).toEqual([]);
            expect(slide.bars, where).toBe(false);
            await page.keyboard.press('PageDown');
          }
          expect(titles.size, id).toBe(steps);
          await expectAddress(page, 'present', String(steps));
          await expectAddress(page, 'story', id);
          await page.keyboard.press('Escape');
          await expectAddress(page, 'present', null);
        }
      }
    },
    180_000,
  );
});

test('on a phone a story is chosen from the list under More', async () => {
  const { page, requests } = await openPage({ viewport: PHONE });
  await appReady(page);
  expect(requests.filter((url) => /stories|water/.test(url))).toEqual([]);
  const more = page.getByRole('button', { name: 'More' });
  await more.click();
  const water = page.getByRole('button', { name: /^Water/ });
  await water.click();
  await expectAddress(page, 'story', 'water');
  expect(await page.locator('.present h1').textContent()).toContain('reservoir');
  expect(requests.filter((url) => /water\.uk/.test(url))).toEqual([]);
  await page.keyboard.press('Escape');
  await expectAddress(page, 'story', null);
  expect(await water.evaluate((b) => b === document.activeElement)).toBe(true);
});

test('back leads through the slides and out of the story', async () => {
  const { page } = await openPage({ path: '?panel=mining', viewport: LAPTOP });
  await appReady(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Present step by step' }).click();
  await page.getByRole('button', { name: 'Stories' }).click();
  await page.getByRole('button', { name: /^Water/ }).click();
  await expectAddress(page, 'story', 'water');
  await page.keyboard.press('PageDown');
  await expectAddress(page, 'present', '2');
  await page.goBack();
  await expectAddress(page, 'present', '1');
  await expectAddress(page, 'story', 'water');
  await page.goBack();
  await expectAddress(page, 'story', null);
  await page.goBack();
  await expectAddress(page, 'panel', 'mining');
  expect(await page.locator('.present').count()).toBe(0);
});

test('a story that does not exist is named, and the plain walk opens', async () => {
  const { page } = await openPage({ path: '?story=moon&present=2', viewport: LAPTOP });
  await appReady(page);
  expect(await page.locator('.present h1').textContent()).toContain('IAEA');
  await expectAddress(page, 'story', null);
});

test('a story that does not arrive is said in words; the walk that is open goes on', async () => {
  const { page, context } = await openPage({
    path: '?present=2',
    viewport: LAPTOP,
    expectedErrors: /ERR_INTERNET_DISCONNECTED/,
  });
  await appReady(page);
  await page.getByRole('button', { name: 'Stories' }).click();
  const water = page.getByRole('button', { name: /^Water/ });
  await water.waitFor();
  await context.setOffline(true);
  await water.click();
  await page.getByText('The guided stories could not be loaded').waitFor();
  await expectAddress(page, 'story', null);
  await expectAddress(page, 'present', '2');
  await context.setOffline(false);
  await page.getByRole('button', { name: 'Stories' }).click();
  await water.click();
  await expectAddress(page, 'story', 'water');
});
