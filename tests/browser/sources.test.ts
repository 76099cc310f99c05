/** What readers do to see what a sentence rests on: sources, their footing, how we know. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, expectAddress, pasted } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';
import { loadFacts } from '../support/facts';

const facts = loadFacts();
const shownCount = async (page: Page) =>
  Number(
    (
      (await page.locator('[aria-labelledby="sources-title"] [role="status"]').textContent()) ?? ''
    ).match(/\d+/)?.[0],
  );
const sources = Object.entries(facts.sources);

describe('all sources', () => {
  test.each([
    ['phone', PHONE],
    ['laptop', LAPTOP],
  ] as const)(
    'on a %s: by kind, by language, by word, then to what rests on one',
    async (_, viewport) => {
      const { page } = await openPage({ path: '?panel=sources', viewport });
      await appReady(page);
      await page.getByRole('heading', { name: 'All sources' }).waitFor();
      expect(await shownCount(page)).toBe(sources.length);

      const official = page.getByRole('button', { name: /^Official/ });
      await official.click();
      expect(await official.getAttribute('aria-pressed')).toBe('true');
      expect(await shownCount(page)).toBe(
        sources.filter(([, source]) => source.kind === 'official').length,
      );
      await official.click();
      expect(await shownCount(page)).toBe(sources.length);

      await page.getByRole('combobox', { name: 'Language' }).selectOption('uk');
      expect(await shownCount(page)).toBe(
        sources.filter(([, source]) => source.lang === 'uk').length,
      );
      await page.getByRole('combobox', { name: 'Language' }).selectOption('all');

      await page.getByLabel('Publisher or title').fill('Vedomosti Путин рассказал');
      const row = page.locator('[data-source="vedomosti-2025-12-25-putyn-rasskazal-ob"]');
      await row.waitFor();
      expect(await row.textContent()).toContain('language: Russian');
      await row.getByText(/rests? on it/).click();
      await row.getByRole('button', { name: /^Kommersant: Putin spoke/ }).click();
      await expectAddress(page, 'event', '2025-12-25-putin-mining');
    },
  );

  test('a copy is named without a link', async () => {
    const { page } = await openPage({ path: '?panel=sources' });
    await appReady(page);
    await page.getByRole('button', { name: /^Copy or digest/ }).click();
    const first = page.locator('[data-source]').first();
    expect(await first.textContent()).toMatch(/read in a copy at \S+, no link given/);
    expect(await page.locator('[data-source] a').count()).toBe(0);
  });

  test('more of the list comes when asked for', async () => {
    const { page } = await openPage({ path: '?panel=sources' });
    await appReady(page);
    await page.locator('[data-source]').first().waitFor();
    const before = await page.locator('[data-source]').count();
    await page.getByRole('button', { name: /^Show \d+ more/ }).click();
    expect(await page.locator('[data-source]').count()).toBeGreaterThan(before);
  });
});

describe('cards say how firm they are', () => {
  const single = facts.events.find((event) => event.sources.length === 1);
  const several = facts.events.find((event) => event.id === '2022-03-04-seizure');

  test('an event with one source is marked, one with many is not', async () => {
    const { page } = await openPage({ path: `?panel=timeline&event=${single?.id}` });
    await appReady(page);
    const card = page.locator('article[aria-labelledby="event-title"]');
    expect(await card.textContent()).toContain('Rests on one source');
    const other = await openPage({ path: `?panel=timeline&event=${several?.id}` });
    await appReady(other.page);
    expect(
      await other.page.locator('article[aria-labelledby="event-title"]').textContent(),
    ).not.toContain('Rests on one source');
  });
});

describe('how we know', () => {
  test('from “More” on a phone: decisions with sources, what is not verified, corrections', async () => {
    const { page } = await openPage({ path: '', viewport: PHONE });
    await appReady(page);
    await page.locator('nav button:visible', { hasText: 'More' }).first().click();
    await page.getByRole('button', { name: 'How we know, corrections' }).click();
    await expectAddress(page, 'panel', 'method');
    const panel = page.locator('article[aria-labelledby="method-title"]');
    await panel.getByRole('heading', { name: 'Corrections' }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('method-title');
    const text = (await panel.textContent()) ?? '';
    const one = facts.events.filter((event) => event.status === 'disputed').length;
    expect(text).toContain(`${one} of ${facts.events.length}`);
    expect(text).toContain('Anything about the plant after 22 August 2026');

    await panel.locator('summary', { hasText: 'Complete loss 1' }).first().click();
    const decision = panel.locator('details[open] .decision').first();
    expect(await decision.textContent()).toContain('5 to 10 September 2022');
    await decision.locator('.sources summary').click();
    expect(await decision.locator('li').count()).toBeGreaterThan(1);

    await panel.getByRole('button', { name: 'June: three more complete losses' }).last().click();
    await expectAddress(page, 'event', '2026-06-losses-18-20');
  });

  test('the form for an error carries the view that was open', async () => {
    const { page } = await openPage({ path: '?panel=method&event=2022-03-04-seizure' });
    await appReady(page);
    const panel = page.locator('article[aria-labelledby="method-title"]');
    await panel.getByRole('heading', { name: 'Corrections' }).waitFor();
    await panel.getByRole('button', { name: /text/i }).last().click();
    const form = await pasted(page);
    expect(form).toMatch(/^Correction for Switchyard/);
    expect(form).toContain('event=2022-03-04-seizure');
    expect(form).toContain('What is wrong:');
  });

  test('in Ukrainian all of it is Ukrainian', async () => {
    const { page } = await openPage({ path: 'uk/?panel=method' });
    await appReady(page);
    const panel = page.locator('article[aria-labelledby="method-title"]');
    await panel.getByRole('heading', { name: 'Виправлення' }).waitFor();
    // Titles of sources keep the language they are written in.
    const own = panel.locator(':is(p, dd, summary span, li > span)[lang="en"]');
    expect(await own.count()).toBe(0);
    const text = (await panel.textContent()) ?? '';
    expect(text).toContain('Повна втрата 1');
    expect(text).toContain('Спорожнене з 18 червня 2023 року');
  });
});
