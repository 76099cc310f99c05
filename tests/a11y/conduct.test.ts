/** How the app behaves for those who do not see, drag, point exactly or press single keys. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../scripts/lib/languages.mjs';
import { manifestFile } from '../../scripts/lib/manifest.mjs';
import { dist } from '../../scripts/lib/paths.mjs';
import { appReady, expectAddress, mapReady } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';
import { unfold } from '../support/walk';

test('the skip link is the first stop, is seen there and leads to the map in words', async () => {
  const { page } = await openPage({ path: '?panel=timeline', viewport: LAPTOP });
  await appReady(page);
  await page.keyboard.press('Tab');
  const skip = page.locator('.skip');
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  expect((await skip.boundingBox())?.y).toBeGreaterThanOrEqual(0);
  await page.keyboard.press('Enter');
  const inWords = () =>
    page.evaluate(() => document.activeElement?.closest('#map-in-words') !== null);
  await expect.poll(inWords).toBe(true);
});

describe('what a reader does is answered once, in a region that was there before', () => {
  const click = (selector: string) => (page: Page) => page.locator(selector).first().click();
  test.each<
    [
      what: string,
      path: string,
      before: (page: Page) => unknown,
      act: (page: Page) => Promise<unknown>,
    ]
  >([
    [
      'a link is copied',
      '?panel=timeline',
      click('.tools .lang + .icon-button'),
      click('dialog.share .row button'),
    ],
    [
      'events are searched',
      '?panel=timeline',
      click('.filters [type="search"]'),
      (page) => page.locator('.filters [type="search"]').fill('IAEA'),
    ],
    ['claims are filtered', '?panel=claims', () => null, click('.verdicts button:enabled')],
    ['sources are filtered', '?panel=sources', () => null, click('.kinds button')],
    [
      'proposals are filtered',
      '?panel=proposals',
      click('[aria-labelledby="proposals-title"] [aria-haspopup="dialog"]'),
      (page) => page.locator('dialog[open] select').nth(3).selectOption('named'),
    ],
    [
      'a number is none',
      '?panel=mining',
      unfold,
      async (page) => {
        const field = page.locator('[data-setting] input[type="text"]').first();
        await field.fill('x');
        await field.blur();
      },
    ],
  ])('%s', async (_, path, before, act) => {
    const { page } = await openPage({ path, viewport: LAPTOP });
    await appReady(page);
    await page.locator('.sheet .panel h1').first().waitFor();
    await before(page);
    // By the element itself: a region that comes together with its words may not be read out.
    const regions = await page.evaluateHandle(() => {
      const live = '[role="status"], [role="alert"], [aria-live="polite"]';
      const words = (it: Element) => (it.textContent ?? '').replace(/\s+/g, ' ').trim();
      const all = [...document.querySelectorAll(live)];
      const was = new Map(all.map((it) => [it, words(it)]));
      return () => all.map((it) => [was.get(it) ?? '', words(it)]).filter(([a, b]) => a !== b);
    });
    await act(page);
    const changed = () => regions.evaluate((changes) => changes());
    await expect.poll(async () => (await changed()).length).toBe(1);
    const [[, said = ''] = []] = await changed();
    expect(said).not.toBe('');
    expect(said.length).toBeLessThan(160);
  });
});

describe('what is dragged is done by a press or a tap as well (2.5.7)', () => {
  const sheetStop = (page: Page) => page.locator('.sheet').getAttribute('data-stop');

  test('the sheet', async () => {
    const { page } = await openPage({ path: '?panel=about', viewport: PHONE });
    await appReady(page);
    await page.locator('#about-title').waitFor();
    const before = await sheetStop(page);
    await page.locator('.handle').click();
    await expect.poll(() => sheetStop(page)).not.toBe(before);
  });

  test('the date: a tap on the strip, the buttons beside it', async () => {
    const { page } = await openPage({ path: '?panel=timeline&date=2024-03-01', viewport: PHONE });
    await appReady(page);
    await mapReady(page);
    const strip = await page.locator('.dates [role="slider"]').first().boundingBox();
    if (!strip) throw new Error('no strip');
    await page.mouse.click(strip.x + strip.width * 0.3, strip.y + strip.height - 8);
    const date = () => new URL(page.url()).searchParams.get('date');
    await expect.poll(date).not.toBe('2024-03-01');
    const tapped = date();
    await page.locator('.dates .step').last().click();
    await expect.poll(date).not.toBe(tapped);
  });

  test('the map: further out by its button, closer in where one taps twice', async () => {
    const { page } = await openPage({ path: '?panel=timeline', viewport: LAPTOP });
    await appReady(page);
    await mapReady(page);
    const view = () => new URL(page.url()).searchParams.get('map');
    await page.locator('.map .zoom button').nth(1).click();
    await expect.poll(view).not.toBe(null);
    const [, lat] = (view() ?? '').split('/');
    const box = await page.locator('.map canvas').first().boundingBox();
    if (!box) throw new Error('no map');
    await page.mouse.dblclick(box.x + 120, box.y + 120);
    await expect.poll(() => (view() ?? '').split('/')[1]).not.toBe(lat);
  });

  test('a number of the calculator: typed, or a tap on the slider’s track', async () => {
    const { page } = await openPage({ path: '?panel=mining', viewport: PHONE });
    await appReady(page);
    await page.locator('#mining-title').waitFor();
    await unfold(page);
    const slider = page.locator('[data-setting] input[type="range"]').first();
    const value = () => slider.inputValue();
    const before = await value();
    const box = await slider.boundingBox();
    if (!box) throw new Error('no slider');
    await slider.click({ position: { x: box.width * 0.2, y: box.height / 2 } });
    expect(await value()).not.toBe(before);
  });
});

test('single letters are no commands of the walk once they are turned off (2.1.4)', async () => {
  const { page } = await openPage({ path: '?story=water&present=1', viewport: LAPTOP });
  await appReady(page);
  await page.locator('[popovertarget="controls"]').click();
  await page.locator('#controls input').uncheck();
  await page.keyboard.press('Escape');
  for (const key of ['b', '.', '3']) await page.keyboard.press(key);
  expect(await page.locator('.present .cover').count()).toBe(0);
  await expectAddress(page, 'present', '1');
  await page.keyboard.press('PageDown');
  await expectAddress(page, 'present', '2');
});

test('the words at the pointer go by Escape, and stay while the pointer is on them (1.4.13)', async () => {
  const { page } = await openPage({
    path: '?panel=timeline',
    viewport: LAPTOP,
    prepare: (context) => context.clock.install(),
  });
  await appReady(page);
  const dot = page.locator('.tl-layer > i').first();
  await dot.waitFor();
  const box = await dot.boundingBox();
  if (!box) throw new Error('no event in the lanes');
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const tip = page.locator('.tip');
  await page.mouse.move(at.x, at.y);
  await tip.waitFor();
  const words = await tip.boundingBox();
  if (!words) throw new Error('no tip');
  await page.mouse.move(words.x + words.width / 2, words.y + words.height / 2, { steps: 3 });
  // Longer than it stays without the pointer.
  await page.clock.fastForward(2000);
  expect(await tip.count()).toBe(1);
  await page.keyboard.press('Escape');
  expect(await tip.count()).toBe(0);
});

test('the screen may be held in any way', () => {
  for (const file of LANGUAGES.map((lang) => manifestFile(lang) ?? '')) {
    const { orientation = 'any' } = JSON.parse(readFileSync(join(dist, file), 'utf8'));
    expect(orientation).toBe('any');
  }
});
