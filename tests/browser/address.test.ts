/** Links: shared views open as they were, nonsense never breaks the page. */
import { expect, test } from 'vitest';
import { appReady, expectAddress, flowTable, mapInWords, openSection } from '../support/app';
import { LAPTOP, openPage } from '../support/browser';

test('a shared view opens as it was left', async () => {
  const { page } = await openPage({
    path: '?panel=proposals&date=2025-12-24&proposal=us-trilateral-thirds&lines=repaired&units=5',
    viewport: LAPTOP,
  });
  await appReady(page);
  const before = await flowTable(page);
  expect(before.size).toBeGreaterThan(5);
  await page.reload();
  await appReady(page);
  expect(await flowTable(page)).toEqual(before);
  expect(await mapInWords(page)).toContain('24 December 2025');
});

test('nonsense in the address falls back and is said in words', async () => {
  const { page } = await openPage({ path: '?date=soon&proposal=x&units=99&panel=%3Cb%3E&event=1' });
  await appReady(page);
  expect(await mapInWords(page)).toContain('22 August 2026');
  const note = await page.locator('[data-notice="ignored"]').textContent();
  expect(note).toContain('date, proposal, units, event, panel');
});

test('lang= on any page goes to that language and keeps the rest', async () => {
  const { page } = await openPage({ path: '?lang=uk&date=2023-06-20' });
  await page.waitForURL(/\/uk\/\?date=2023-06-20$/);
  await appReady(page);
  expect(await mapInWords(page)).toContain('20 червня 2023');
});

test('back undoes a step, not a drag of the date', async () => {
  const { page } = await openPage({ viewport: LAPTOP });
  await appReady(page);
  await openSection(page, 'Proposals');
  await page.locator('[data-proposal="ua-us-50-50"]').click();
  await expectAddress(page, 'proposal', 'ua-us-50-50');
  await page.goBack();
  await expectAddress(page, 'proposal', null);
  await expectAddress(page, 'panel', 'proposals');
  await page.goBack();
  await expectAddress(page, 'panel', null);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Who gets');
});

test('choosing an event moves date, words and address; choosing a proposal does not move the date', async () => {
  const { page } = await openPage({ path: '?panel=timeline', viewport: LAPTOP });
  await appReady(page);
  await page.locator('a[href="?event=2023-06-06-kakhovka"]').click();
  await expectAddress(page, 'event', '2023-06-06-kakhovka');
  expect(await mapInWords(page)).toContain('6 June 2023');
  await openSection(page, 'Proposals');
  await page.locator('[data-proposal="ua-us-50-50"]').click();
  expect(await mapInWords(page)).toContain('6 June 2023');
  expect(await page.locator('.not-yet').textContent()).toContain('24 December 2025');
});

test('a drag followed at once by a step leaves both in the history', async () => {
  const { page } = await openPage({ path: '?panel=timeline' });
  await appReady(page);
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowLeft');
  await openSection(page, 'Proposals');
  await page.waitForTimeout(400);
  expect(new URL(page.url()).searchParams.get('panel')).toBe('proposals');
  await page.goBack();
  await expectAddress(page, 'panel', 'timeline');
  await expectAddress(page, 'date', '2026-08-21');
});

test('back from a page reached by lang= does not come through it again', async () => {
  const { page } = await openPage({ path: '?panel=about' });
  await appReady(page);
  await page.goto(`${new URL(page.url()).origin}/?lang=uk`);
  await page.waitForURL(/\/uk\//);
  await appReady(page);
  await page.goBack();
  await expectAddress(page, 'panel', 'about');
});
