/** Changes are spoken in one place: few short sentences, one for each rest, none while it moves. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, expectAddress } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';
import { loadTestContent } from '../support/facts';

/** Longer than a rest and shorter than a patient reader. */
const REST_MS = 1500;

declare global {
  var announced: string[];
}

/** Opens the page and writes down whatever the live region says from then on. */
async function listen(path: string, viewport = PHONE): Promise<Page> {
  const { page } = await openPage({ path, viewport, reducedMotion: 'reduce' });
  await appReady(page);
  await page.evaluate(() => {
    const region = document.querySelector('[data-announcer]');
    if (!region) throw new Error('no live region');
    globalThis.announced = [];
    new MutationObserver(() => {
      globalThis.announced.push((region.textContent ?? '').replace(/\s/g, ' '));
    }).observe(region, { childList: true, characterData: true, subtree: true });
  });
  return page;
}

const transcript = (page: Page) => page.evaluate(() => globalThis.announced);
/** All that is said until nothing more comes. */
async function said(page: Page): Promise<string[]> {
  await page.waitForTimeout(REST_MS);
  return transcript(page);
}

test('it is one polite region, outside everything that is put away', async () => {
  for (const path of ['?panel=timeline', '?panel=proposals&proposal=ua-us-50-50', '?present=2']) {
    const page = await listen(path);
    const region = page.locator('[data-announcer]');
    expect(await region.getAttribute('aria-live')).toBe('polite');
    expect(await region.evaluate((e) => e.closest('[inert], [hidden], [aria-hidden]'))).toBe(null);
    expect(await said(page), 'nothing is said on arrival').toEqual([]);
  }
});

describe('the date by keys', () => {
  test('twenty quick steps are one sentence, about where they end', async () => {
    const page = await listen('?panel=timeline&date=2025-10-04');
    await page.getByRole('slider').first().focus();
    for (let i = 0; i < 20; i += 1) await page.keyboard.press('ArrowRight');
    await expectAddress(page, 'date', '2025-10-24');
    expect(await said(page)).toEqual([
      '24 October 2025: outside power by one line, Dniprovska (750 kV).',
    ]);
  });

  test('a day on which nothing changes leaves the slider to speak its date', async () => {
    const page = await listen('?panel=timeline&date=2025-10-10');
    await page.getByRole('slider').first().focus();
    await page.keyboard.press('ArrowRight');
    await expectAddress(page, 'date', '2025-10-11');
    expect(await said(page)).toEqual([]);
  });
});

test('nothing is written or spoken while the date is dragged, and one sentence when it rests', async () => {
  const page = await listen('?panel=timeline&date=2026-08-22');
  const written = await page.evaluate(async () => {
    const strip = document.querySelector('[role="slider"]');
    const words = document.querySelector('#map-in-words');
    if (!strip || !words) throw new Error('no strip or no words');
    let changes = 0;
    const watch = new MutationObserver((list) => {
      changes += list.length;
    });
    watch.observe(words, { childList: true, characterData: true, subtree: true, attributes: true });
    const { left, top, width, height } = strip.getBoundingClientRect();
    const point = (type: string, x: number) =>
      strip.dispatchEvent(
        new PointerEvent(type, {
          pointerId: 1,
          isPrimary: true,
          bubbles: true,
          clientX: x,
          clientY: top + height / 2,
          buttons: 1,
        }),
      );
    strip.setPointerCapture = () => undefined;
    const frame = () => new Promise(requestAnimationFrame);
    const from = left + width - 16;
    point('pointerdown', from);
    for (let i = 0; i <= 60; i += 1) {
      point('pointermove', from - (i / 60) * width * 0.6);
      // Effects run before the next step; few frames, so that a busy machine is not taken for a rest.
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      if (i % 20 === 0) await frame();
    }
    const whileDragged = changes + globalThis.announced.length;
    point('pointerup', from - width * 0.6);
    watch.disconnect();
    return whileDragged;
  });
  expect(written).toBe(0);
  const spoken = await said(page);
  expect(spoken).toHaveLength(1);
  expect(spoken[0]).toMatch(/^\d+ \w+ 202[2-5]: .{10,100}\.$/);
});

test('a proposal, its units and its lines: the answer of each in one sentence', async () => {
  const page = await listen('?panel=proposals&date=2026-03-10', LAPTOP);
  await page.getByRole('button', { name: /50:50/ }).first().click();
  await said(page);
  await page.getByRole('radio', { name: 'repaired' }).first().check({ force: true });
  expect(await said(page)).toEqual([
    '“Ukraine–US 50:50”: 2,920 MW have nowhere to go.',
    expect.stringMatching(/^Lines repaired\. .*MW/),
  ]);
});

test('played events by their titles; while they pass too quickly, turning points alone', async () => {
  const page = await listen('?panel=timeline&date=2024-11-21', LAPTOP);
  await page.getByRole('button', { name: /^Play the story/ }).click();
  await expect.poll(() => transcript(page), { timeout: 10_000 }).toHaveLength(1);
  expect((await transcript(page))[0]).toMatch(/^10 December 2024: \S/);

  const shown = new Set<string>();
  page.on('framenavigated', (frame) => {
    shown.add(new URL(frame.url()).searchParams.get('event') ?? '');
  });
  await page.getByRole('button', { name: /^Speed/ }).click();
  await page.getByRole('radio', { name: /fast/ }).check({ force: true });
  const before = (await transcript(page)).length;
  await expect.poll(() => shown.size, { timeout: 20_000 }).toBeGreaterThan(4);
  const { facts, words } = loadTestContent('en');
  const turning = facts.events
    .filter((event) => event.importance === 1)
    .map(({ id }) => words.events[id]?.title);
  const quick = (await transcript(page)).slice(before);
  expect(quick.length).toBeLessThan(shown.size - 1);
  for (const sentence of quick) expect(turning).toContain(sentence.replace(/^.*?: /, ''));
});

test('steps of a walk by number and title, and never what is already read', async () => {
  const page = await listen('?present=2', LAPTOP);
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageDown');
  const heading = await page.locator('.present h1').textContent();
  expect(await said(page)).toEqual([expect.stringMatching(/^Step 4 of \d+: /)]);
  expect((await transcript(page))[0]).toContain((heading ?? '').trim());
});
