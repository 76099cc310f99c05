/** Proposals side by side: equal assumptions, one address, numbers that equal the core's. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { snapshotAt } from '../../src/core/snapshot';
import { appReady, expectAddress } from '../support/app';
import { axe, LAPTOP, openPage, PHONE, PROJECTOR } from '../support/browser';
import { loadFacts } from '../support/facts';

const facts = loadFacts();
const PATH =
  '?panel=proposals&date=2026-03-10&lines=repaired&compare=ua-full-return;us-trilateral-thirds~3;unga-2024-return';

test('three columns stand under equal assumptions, and what differs is marked', async () => {
  const { page } = await openPage({ path: PATH, viewport: LAPTOP });
  await appReady(page);
  const columns = page.locator('.compare article');
  expect(await columns.count()).toBe(3);
  const deliverable = snapshotAt(facts, {
    ...DEFAULT_CHOICE,
    date: '2026-03-10',
    lines: 'repaired',
    proposal: 'ua-full-return',
  }).scenario?.islands[0]?.deliverableMw;
  const shown = (await columns.nth(0).locator('dd.leaves').textContent())?.replace(/\D/g, '');
  expect(Number(shown)).toBe(Math.round((deliverable ?? 0) / 10) * 10);
  expect(await columns.nth(1).textContent()).toContain('differs from the first');
  expect(await columns.nth(2).locator('dd.leaves').textContent()).toContain('–');
  expect(await page.locator('.compare footer').textContent()).toContain('nothing said about power');
  expect(await axe(page)).toEqual([]);
});

test('the address holds the comparison, and the last column but one ends it', async () => {
  const { page } = await openPage({ path: PATH, viewport: LAPTOP });
  await appReady(page);
  await page
    .getByRole('button', { name: /^Remove/ })
    .last()
    .click();
  await expectAddress(page, 'compare', 'ua-full-return;us-trilateral-thirds~3');
  await page.reload();
  await appReady(page);
  expect(await page.locator('.compare article').count()).toBe(2);
  await page.keyboard.press('Escape');
  await expectAddress(page, 'compare', null);
});

test('one proposal stands twice under different assumptions, and the table says what changes', async () => {
  const { page } = await openPage({
    path: '?date=2026-03-10&compare=ua-full-return;ua-us-50-50',
    viewport: LAPTOP,
  });
  await appReady(page);
  await page
    .getByRole('button', { name: /^Remove/ })
    .last()
    .waitFor();
  await page.getByRole('combobox', { name: /^Add/ }).selectOption('ua-full-return');
  await expectAddress(page, 'compare', 'ua-full-return;ua-us-50-50;ua-full-return~~repaired');
  const fits = (lines: 'asof' | 'repaired') =>
    Math.round(
      (snapshotAt(facts, {
        ...DEFAULT_CHOICE,
        date: '2026-03-10',
        lines,
        proposal: 'ua-full-return',
      }).scenario?.islands[0]?.deliverableMw ?? 0) / 10,
    ) * 10;
  const more = (fits('repaired') - fits('asof')).toLocaleString('en');
  const row = page.locator('.compare footer tbody tr').first();
  expect(await row.locator('td').allTextContents()).toEqual([
    'the same',
    expect.stringMatching(new RegExp(`^${more}\\sMW more$`)),
  ]);
  const last = page.locator('.compare article').nth(2);
  expect(await last.textContent()).toContain('differs from the first');
  await last.getByRole('combobox', { name: /^Used on site/ }).selectOption('20');
  await expectAddress(page, 'compare', 'ua-full-return;ua-us-50-50;ua-full-return~~repaired~20');
  await page.reload();
  await appReady(page);
  expect(await last.getByRole('combobox', { name: /^Used on site/ }).inputValue()).toBe('20');
  await last.getByRole('button', { name: 'As the others' }).click();
  await expectAddress(page, 'compare', 'ua-full-return;ua-us-50-50;ua-full-return');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
  expect(await axe(page)).toEqual([]);
});

test('on a phone the columns switch in place', async () => {
  const { page } = await openPage({ path: PATH, viewport: PHONE, touch: true });
  await appReady(page);
  expect(await page.locator('.compare article').count()).toBe(1);
  for (const button of await page.locator('.compare .switch button').all()) {
    const box = await button.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 1e9)).toBeLessThanOrEqual(PHONE.width);
  }
  await page.locator('.compare .switch button').nth(1).click();
  expect(await page.locator('.compare article h2').textContent()).toContain('thirds');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);
});

test('on a phone an added proposal is the one shown, and going back shows another', async () => {
  const { page } = await openPage({
    path: '?date=2026-03-10&compare=ua-full-return;ua-us-50-50',
    viewport: PHONE,
    touch: true,
  });
  await appReady(page);
  await page.getByRole('combobox', { name: /^Add/ }).selectOption('us-trilateral-thirds');
  const shown = page.locator('.compare article');
  await expect
    .poll(() => shown.locator('h2').allTextContents())
    .toEqual([expect.stringContaining('thirds')]);
  await page.getByRole('button', { name: /^Remove/ }).click();
  await expect.poll(() => shown.count()).toBe(1);
  const pressed = page.locator('.compare .switch [aria-pressed="true"]');
  expect(await pressed.count()).toBe(1);
});

test('a proposal’s page opens a comparison', async () => {
  const { page } = await openPage({
    path: '?panel=proposals&proposal=ua-us-50-50',
    viewport: LAPTOP,
  });
  await appReady(page);
  await page.getByRole('button', { name: 'Compare' }).click();
  await expectAddress(page, 'compare', 'ua-us-50-50;ua-full-return');
});

describe.each([
  ['phone', PHONE],
  ['projector', PROJECTOR],
] as const)('on a %s', (_, viewport) => {
  test('choose, change an assumption, read what is over its rating, compare, reload', async () => {
    const { page } = await openPage({ path: '?panel=proposals&date=2026-03-10', viewport });
    await appReady(page);
    await page
      .getByRole('button', { name: /Full return to Ukraine/ })
      .first()
      .click();
    await expectAddress(page, 'proposal', 'ua-full-return');
    expect(await page.locator('ul.over').textContent()).toContain('more than twice');
    await page.getByText('Change', { exact: true }).click();
    const units = page.getByRole('slider', { name: /Units running/ });
    await units.focus();
    for (let n = 6; n > 4; n -= 1) await page.keyboard.press('ArrowLeft');
    await expectAddress(page, 'units', '4');
    expect(await page.locator('ul.over').textContent()).toMatch(/Dniprovska.*% of/);
    await page.getByRole('button', { name: 'Compare', exact: true }).click();
    const numbers = page.locator('.compare dd:is(.leaves, .toUkraine, .toRussia, .nowhere)');
    await numbers.first().waitFor();
    const before = await numbers.allTextContents();
    const fits = snapshotAt(facts, {
      ...DEFAULT_CHOICE,
      date: '2026-03-10',
      units: 4,
      proposal: 'ua-full-return',
    }).scenario?.islands[0]?.deliverableMw;
    expect(Number(before[0]?.replace(/\D/g, ''))).toBe(Math.round((fits ?? 0) / 10) * 10);
    await page.reload();
    await appReady(page);
    await numbers.first().waitFor();
    expect(await numbers.allTextContents()).toEqual(before);
  });
});
