/** Guided stories on a projector: from the first slide to the last, and back to where one was. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { appReady, expectAddress } from '../support/app';
import { LAPTOP, openPage, PHONE, PROJECTOR } from '../support/browser';

const IDS = readdirSync(join(root, 'data/stories')).map((name) => name.replace(/\.json$/, ''));
/** Smallest type on a slide at 1920×1080, px. */
const LEAST = { caption: 40, text: 28 };

/** Pixel sizes and overflow of the slide that is open. */
const look = (page: Page) =>
  page.evaluate(() => {
    const size = (node: Element) => Number.parseFloat(getComputedStyle(node).fontSize);
    const all = (selector: string) => [...document.querySelectorAll(selector)];
    const boxes = all('.present, .present .text, .present .map, .present .strip');
    return {
      caption: Math.min(...all('.present h1').map(size)),
      text: Math.min(...all('.present .text p, .present .strip p, .present button').map(size)),
      overflowing: boxes
        .filter((b) => b.scrollHeight > b.clientHeight + 1 || b.scrollWidth > b.clientWidth + 1)
        .map((b) => b.className),
      scrolls: document.documentElement.scrollHeight > innerHeight,
      step: document.querySelector('.present [aria-current="step"]')?.textContent?.trim(),
      title: document.querySelector('.present h1')?.textContent?.trim(),
    };
  });

const SMALL_PROJECTOR = { width: 1024, height: 768 };

describe.each([
  ['', PROJECTOR],
  ['uk/', PROJECTOR],
  // Ukrainian words are the longer ones.
  ['uk/', SMALL_PROJECTOR],
])('at /%s on %o', (folder, viewport) => {
  test.each(IDS)('%s is walked from start to end by PageDown, nothing cut', async (id) => {
    const { page } = await openPage({
      path: `${folder}?story=${id}`,
      viewport,
      reducedMotion: 'reduce',
    });
    await appReady(page);
    const steps = await page.locator('.present .strip li').count();
    expect(steps).toBeGreaterThanOrEqual(8);
    const titles = new Set<string | undefined>();
    for (let n = 1; n <= steps; n += 1) {
      await page.waitForFunction(
        (step) =>
          document.querySelector('.present [aria-current="step"]')?.textContent?.trim() === step,
        String(n),
      );
      const slide = await look(page);
      titles.add(slide.title);
      if (viewport === PROJECTOR) {
        expect(slide.caption, `step ${n}`).toBeGreaterThanOrEqual(LEAST.caption);
        expect(slide.text, `step ${n}`).toBeGreaterThanOrEqual(LEAST.text);
      }
      expect(slide.overflowing, `step ${n}: ${slide.title}`).toEqual([]);
      expect(slide.scrolls, `step ${n}`).toBe(false);
      await page.keyboard.press('PageDown');
    }
    expect(titles.size).toBe(steps);
    await expectAddress(page, 'present', String(steps));
    await expectAddress(page, 'story', id);
  });
});

test('a story sets date, proposal and assumptions; Escape gives all of it back', async () => {
  const before = '?panel=proposals&date=2026-03-10&proposal=ua-us-50-50&units=3&lines=repaired';
  const { page } = await openPage({ path: before, viewport: LAPTOP });
  await appReady(page);
  const address = page.url();
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Present step by step' }).click();
  await page.getByRole('button', { name: 'Stories' }).click();
  await page.getByRole('button', { name: /Who gets the power/ }).click();
  await expectAddress(page, 'story', 'power');
  await page.keyboard.press('End');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('Escape');
  await expectAddress(page, 'story', null);
  await expect.poll(() => page.url()).toBe(address);
});

test('notes, the expected answer and the sources open by N and close by N', async () => {
  const { page } = await openPage({ path: '?story=water&present=2', viewport: PROJECTOR });
  await appReady(page);
  const notes = page.getByRole('complementary', { name: 'Notes' });
  expect(await notes.count()).toBe(0);
  await page.keyboard.press('n');
  expect(await notes.textContent()).toMatch(/A good answer:.*Sources:/s);
  await page.keyboard.press('PageDown');
  expect(await notes.count()).toBe(1);
  await page.keyboard.press('N');
  expect(await notes.count()).toBe(0);
});

test('on a phone a story is chosen from the list under More', async () => {
  const { page, requests } = await openPage({ viewport: PHONE });
  await appReady(page);
  expect(requests.filter((url) => /stories|water/.test(url))).toEqual([]);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: /^Water/ }).click();
  await expectAddress(page, 'story', 'water');
  expect(await page.locator('.present h1').textContent()).toContain('reservoir');
  expect(requests.filter((url) => /water\.uk/.test(url))).toEqual([]);
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
