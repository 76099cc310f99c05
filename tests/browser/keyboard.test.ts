/** Everything by keyboard: few Tab stops, a timeline that answers arrows, a walk with a clicker. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appReady, expectAddress, mapReady } from '../support/app';
import { LAPTOP, openPage, PHONE, PROJECTOR } from '../support/browser';
import { serveManyEvents } from '../support/many-events';
import { startServer } from '../support/server';

/** The lanes on wide screens, the strip on phones. */
const TIMELINE = '.ground[role="application"], [role="slider"]';

/** Names of the elements that Tab reaches, in order, once round the page. */
async function tabStops(page: Page, most = 80): Promise<string[]> {
  const names: string[] = [];
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (let i = 0; i < most; i += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return null;
      return `${e.tagName} ${e.getAttribute('aria-label') ?? e.textContent?.trim().slice(0, 40)}`;
    });
    if (name === null) break;
    names.push(name);
  }
  return names;
}

test('the timeline is one Tab stop and its events answer to arrows', async () => {
  const { page } = await openPage({ path: '?panel=timeline', viewport: LAPTOP });
  await appReady(page);
  await mapReady(page);
  const stops = await tabStops(page);
  expect(stops.length).toBeLessThanOrEqual(20);

  const timeline = page
    .locator('[aria-roledescription], [role="listbox"], [role="application"]')
    .last();
  await timeline.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expectAddress(page, 'event', '2022-03-04-seizure');
});

test('no page has more than twenty Tab stops, however many events there are', async () => {
  const many = await startServer();
  serveManyEvents(many, 10_000);
  for (const viewport of [LAPTOP, PHONE]) {
    for (const path of ['?panel=timeline', '?panel=story']) {
      const stops: number[] = [];
      for (const options of [
        { path, viewport },
        { path, viewport, base: many.url },
      ]) {
        const { page } = await openPage(options);
        await appReady(page);
        await page.waitForSelector(TIMELINE, { state: 'attached' });
        stops.push((await tabStops(page)).length);
        await page.close();
      }
      expect(Math.max(...stops), `${path} ${viewport.width}: ${stops}`).toBeLessThanOrEqual(20);
    }
  }
  await many.stop();
});

test('the date moves by keys and is spoken as a date', async () => {
  const { page } = await openPage({ path: '?panel=timeline' });
  await appReady(page);
  const slider = page.getByRole('slider').first();
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expectAddress(page, 'date', '2026-08-21');
  expect(await slider.getAttribute('aria-valuetext')).toContain('21 August 2026');
  await page.keyboard.press('Home');
  await expectAddress(page, 'date', '2022-02-24');
});

test('stepping through events keeps the focus on the button', async () => {
  const { page } = await openPage({ path: '?panel=timeline' });
  await appReady(page);
  const previous = page.getByRole('button', { name: /previous event/i }).first();
  await previous.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expectAddress(page, 'event', '2026-08-20-loss');
  expect(await previous.evaluate((b) => b === document.activeElement)).toBe(true);
});

test('leaving the walk gives back the date and the panel', async () => {
  const { page } = await openPage({ path: '?panel=mining&date=2024-05-05', viewport: LAPTOP });
  await appReady(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Present step by step' }).click();
  await expectAddress(page, 'present', '1');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Escape');
  await expectAddress(page, 'present', null);
  await expectAddress(page, 'panel', 'mining');
  await expectAddress(page, 'date', '2024-05-05');
});

test('a clicker walks the presentation and Escape leaves it as it was', async () => {
  const { page } = await openPage({ path: '?present=1', viewport: PROJECTOR });
  await appReady(page);
  const heading = page.locator('.present h1');
  const first = await heading.textContent();
  await page.keyboard.press('PageDown');
  await expectAddress(page, 'present', '2');
  expect(await heading.textContent()).not.toBe(first);
  await page.keyboard.press('PageUp');
  expect(await heading.textContent()).toBe(first);
  await page.keyboard.press('End');
  const size = await heading.evaluate((h) => Number.parseFloat(getComputedStyle(h).fontSize));
  expect(size).toBeGreaterThanOrEqual(40);
  const smallest = await page
    .locator('.present .text p, .present .strip p, .present .strip button')
    .evaluateAll((nodes) =>
      Math.min(...nodes.map((n) => Number.parseFloat(getComputedStyle(n).fontSize))),
    );
  expect(smallest).toBeGreaterThanOrEqual(28);
  await page.keyboard.press('Escape');
  await expectAddress(page, 'present', null);
  expect(await page.locator('.present').count()).toBe(0);
});
