/** The list of events as the equal of the drawn timeline: search, filters, keys, long lists. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, expectAddress, openSection } from '../support/app';
import { axe, LAPTOP, openPage, PHONE } from '../support/browser';
import { loadFacts } from '../support/facts';
import { serveManyEvents } from '../support/many-events';
import { startServer } from '../support/server';

const facts = loadFacts();
const all = facts.events.length;
const dated = [...facts.events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));

const field = (page: Page) => page.getByRole('searchbox');
/** Chooses in a filter; the four of them are folded away at first. */
async function choose(page: Page, filter: string, label: string) {
  const fold = page.getByRole('button', { name: /filters?$/i });
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  await page.getByRole('combobox', { name: filter, exact: true }).selectOption({ label });
}
const count = async (page: Page) =>
  ((await page.locator('.events [role="status"]').textContent()) ?? '').replace(/\s+/g, ' ').trim();
const rows = (page: Page) => page.locator('.events li > a');
const shownIds = (page: Page) =>
  rows(page).evaluateAll((links) =>
    links.map((a) => new URL((a as HTMLAnchorElement).href).searchParams.get('event') ?? ''),
  );
/** The event whose row has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const link = document.activeElement?.closest<HTMLAnchorElement>('.events li > a');
    return link ? new URL(link.href).searchParams.get('event') : null;
  });
/** Rows that Tab reaches. */
const stops = (page: Page) =>
  rows(page).evaluateAll((links) => links.filter((a) => (a as HTMLElement).tabIndex === 0).length);

test('a reader filters, searches in Ukrainian, walks to the last event, opens it and comes back', async () => {
  const { page, requests } = await openPage({ path: '?panel=timeline', viewport: LAPTOP });
  await appReady(page);
  expect(await count(page)).toBe(`${all} events`);
  expect(await rows(page).count()).toBe(all);
  expect(await stops(page)).toBe(1);
  expect(requests.filter((url) => /\/(search|words-uk)-/.test(url))).toEqual([]);

  await choose(page, 'Place', 'Zaporizhzhia plant');
  const there = dated.filter((event) => event.place?.name === 'znpp').map(({ id }) => id);
  await expect.poll(() => shownIds(page)).toEqual(there);
  expect(await count(page)).toBe(`${there.length} of ${all} events`);

  await field(page).fill('Запоріжжя пожежа');
  await expect.poll(() => count(page)).toMatch(new RegExp(`^\\d+ of ${all} events$`));
  await expect.poll(async () => (await shownIds(page)).length).toBeLessThan(there.length);
  const left = await shownIds(page);
  expect(left).toContain('2022-03-04-seizure');
  expect(there.filter((id) => left.includes(id))).toEqual(left);
  expect(await axe(page)).toEqual([]);

  // From the last filter, Tab leads past "Show all" to the one row that can be tabbed to.
  await page.getByRole('combobox', { name: 'How sure' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  expect(left).toContain(await focused(page));
  await page.keyboard.press('Home');
  expect(await focused(page)).toBe(left[0]);
  for (const id of left.slice(1)) {
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(id);
  }
  await page.keyboard.press('ArrowDown');
  const last = left.at(-1) ?? '';
  expect(await focused(page)).toBe(last);
  expect(await stops(page)).toBe(1);

  await page.keyboard.press('Enter');
  await expectAddress(page, 'event', last);
  await page.goBack();
  await expectAddress(page, 'event', null);
  expect(await shownIds(page)).toEqual(left);

  await openSection(page, 'Proposals');
  await openSection(page, 'Timeline');
  expect(await field(page).inputValue()).toBe('Запоріжжя пожежа');
  await expect.poll(() => shownIds(page)).toEqual(left);
  expect(await page.getByRole('combobox', { name: 'Place' }).inputValue()).toBe('znpp');
  await page.getByRole('button', { name: '1 filter' }).click();
  expect(await page.getByRole('combobox', { name: 'Place' }).count()).toBe(0);

  await page.getByRole('button', { name: 'Show all' }).click();
  expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
  expect(await rows(page).count()).toBe(all);
});

test('an English query on the Ukrainian page marks what it found, in the page’s own spelling', async () => {
  const { page } = await openPage({ path: 'uk/?panel=timeline', viewport: PHONE });
  await appReady(page);
  await field(page).fill('Energodar');
  await expect.poll(() => page.locator('.events mark').count()).toBeGreaterThan(2);
  const marked = await page.locator('.events mark').allTextContents();
  expect(marked.filter((text) => !text.startsWith('Енергодар'))).toEqual([]);
  expect(await axe(page)).toEqual([]);
});

test('a reader who finds nothing is told so and shown the way back', async () => {
  const { page } = await openPage({ path: '?panel=timeline', viewport: PHONE });
  await appReady(page);
  await field(page).fill('xylophone');
  await expect.poll(() => count(page)).toBe(`0 of ${all} events`);
  expect(await page.locator('.events').textContent()).toContain('No event matches');
  await page.getByRole('button', { name: 'Show all' }).click();
  expect(await count(page)).toBe(`${all} events`);
});

test('places are in the page’s language and order; uncertain dates say so', async () => {
  const { page } = await openPage({ path: 'uk/?panel=timeline', viewport: PHONE });
  await appReady(page);
  await page.getByRole('button', { name: 'Фільтри' }).click();
  const places = await page
    .getByRole('combobox', { name: 'Місце', exact: true })
    .locator('option')
    .allTextContents();
  const named = places.slice(1, -1);
  expect([places[0], places.at(-1)]).toEqual(['Усі місця', 'Місце не вказано']);
  expect(named).toContain('Енергодар');
  expect(named).toEqual([...named].sort((a, b) => a.localeCompare(b, 'uk')));
  const unsure = dated.find((event) => event.precision === 'month');
  expect(await page.locator(`.events a[href$="event=${unsure?.id}"]`).textContent()).toContain(
    'близько',
  );
  for (const box of await page
    .locator('.events :is(input, select, button)')
    .evaluateAll((all) => all.map((e) => e.getBoundingClientRect().height))) {
    expect(box).toBeGreaterThanOrEqual(44);
  }
});

test('a search that does not arrive is said in words, nothing is lost, and it can be asked again', async () => {
  const server = await startServer();
  server.fail(/assets\/search-/);
  server.fail(/words-uk-/, 2);
  const { page } = await openPage({
    base: server.url,
    path: '?panel=timeline',
    viewport: PHONE,
    expectedErrors: /500 \(Internal Server Error\)/,
  });
  await appReady(page);
  await choose(page, 'Topic', 'Diplomacy');
  const diplomacy = await shownIds(page);
  const again = page.getByRole('button', { name: 'Try again' });
  await field(page).fill('Trump');
  await again.waitFor();
  await expect.poll(() => count(page)).toContain('could not be loaded');
  expect(await shownIds(page)).toEqual(diplomacy);
  expect(await field(page).inputValue()).toBe('Trump');
  await expect
    .poll(async () => {
      if (await again.isVisible()) await again.click();
      return (await shownIds(page)).length;
    })
    .toBeLessThan(diplomacy.length);
  expect(await field(page).evaluate((input) => input === document.activeElement)).toBe(true);
  await server.stop();
});

describe('with 10,000 events', () => {
  const TOTAL = 10_000;
  const MOST = 300;
  async function openMany() {
    const server = await startServer();
    serveManyEvents(server, TOTAL);
    const { page } = await openPage({
      base: server.url,
      path: '?panel=timeline&date=2024-06-01',
      viewport: PHONE,
    });
    await appReady(page);
    await page.locator('.handle').focus();
    await page.keyboard.press('ArrowUp');
    return { page, server };
  }
  const built = async (page: Page) => {
    const ids = await shownIds(page);
    expect(ids.length).toBeLessThanOrEqual(MOST);
    return ids;
  };

  test('few rows are built, and keys still reach the first and the last', async () => {
    const { page, server } = await openMany();
    expect(await count(page)).toBe('10,000 events');
    expect(await built(page)).toHaveLength(200);
    expect(await page.locator('.events h3').allTextContents()).toContainEqual(
      expect.stringContaining('2024'),
    );
    await page.locator('.events li > a[tabindex="0"]').focus();
    const date = () => page.evaluate(() => document.activeElement?.querySelector('time')?.dateTime);
    expect(await date()).toMatch(/^2024-0[56]/);
    await page.keyboard.press('End');
    expect(await date()).toMatch(/^2026-08/);
    expect(await page.getByRole('button', { name: /^Show later/ }).count()).toBe(0);
    await page.keyboard.press('Home');
    expect(await date()).toMatch(/^2022-02/);
    expect(await page.getByRole('button', { name: /^Show earlier/ }).count()).toBe(0);
    await page.keyboard.press('PageDown');
    expect(await date()).toMatch(/^2023-02/);
    await page.keyboard.press('PageUp');
    expect(await date()).toMatch(/^2022-02/);
    const seen = new Set<string | null>();
    for (let i = 0; i < 230; i += 1) {
      await page.keyboard.press('ArrowDown');
      seen.add(await focused(page));
    }
    expect(seen.size).toBe(230);
    expect(seen.has(null)).toBe(false);
    await built(page);
    expect(await stops(page)).toBe(1);
    await server.stop();
  });

  test('earlier and later rows come by button and by scrolling, and nothing jumps', async () => {
    const { page, server } = await openMany();
    const before = await built(page);
    const first = page.locator(`.events a[href$="event=${before[0]}"]`);
    const earlier = page.getByRole('button', { name: /^Show earlier/ });
    expect((await earlier.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await earlier.focus();
    const top = (await first.boundingBox())?.y ?? 0;
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await built(page)).indexOf(before[0] ?? '')).toBe(100);
    expect(Math.abs(((await first.boundingBox())?.y ?? 0) - top)).toBeLessThan(2);

    const scroll = page.locator('.sheet .scroll');
    await scroll.evaluate((box) => box.scrollTo(0, box.scrollHeight / 2));
    const newest = async () => (await built(page)).at(-1) ?? '';
    const end = await newest();
    await page.getByRole('button', { name: /^Show later/ }).scrollIntoViewIfNeeded();
    await expect.poll(newest).not.toBe(end);
    await server.stop();
  });

  test('a moving date touches the rows it leaves and reaches; at rest the rows follow it', async () => {
    const { page, server } = await openMany();
    const steps = 8;
    await page.evaluate(() => {
      const records: string[] = [];
      Object.assign(globalThis, { records });
      const list = document.querySelector('.events .rows');
      if (!list) throw new Error('no list');
      new MutationObserver((all) => records.push(...all.map((r) => r.type))).observe(list, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    });
    for (let i = 0; i < steps; i += 1) await page.getByRole('slider').first().press('ArrowLeft');
    await expectAddress(page, 'date', '2024-05-24');
    const records = await page.evaluate(
      () => (globalThis as unknown as { records: string[] }).records,
    );
    expect(new Set(records)).toEqual(new Set(['attributes']));
    expect(records.length).toBeLessThanOrEqual(4 * steps);

    await page.getByRole('slider').first().press('Home');
    await expectAddress(page, 'date', '2022-02-24');
    await expect
      .poll(() => page.locator('.events time').first().getAttribute('datetime'))
      .toMatch(/^2022-02/);
    expect((await built(page)).length).toBe(200);
    await server.stop();
  });
});
