/** A reader does the sum of the mining page: slides, types, mistypes, shares and saves it. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, expectAddress } from '../support/app';
import { axe, LAPTOP, openPage, PHONE } from '../support/browser';

const fold = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

async function openSum(page: Page): Promise<void> {
  await appReady(page);
  const sum = page.locator('details.sum');
  await sum.waitFor();
  // It stands open where the address sets it.
  if (await sum.evaluate((part) => (part as HTMLDetailsElement).open)) return;
  await page.getByText(/^(Do the sum yourself|Порахуйте самі)$/).click();
  await page.locator('[data-result="share"]').waitFor();
}

const result = (page: Page, id: string) =>
  page.locator(`[data-result="${id}"]`).textContent().then(fold);

/** Every result and its span, as written. */
const results = (page: Page) =>
  page
    .locator('[data-result], [data-span], [data-sum]')
    .evaluateAll((nodes) => nodes.map((n) => (n.textContent ?? '').replace(/\s+/g, ' ').trim()));

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label }).fill(text);
  await page.keyboard.press('Tab');
}

test('a reader on a phone comes from the first view, types, and shares what came out', async () => {
  const { page } = await openPage({ viewport: PHONE, touch: true });
  await appReady(page);
  await page.getByRole('link', { name: /^Bitcoin mining: is it true\?/ }).click();
  await openSum(page);
  expect(await result(page, 'share')).toBe('21.8 %');
  expect(await result(page, 'energy')).toBe('136,800 MWh');
  // Over all eight machines.
  expect(fold(await page.locator('[data-span="share"]').textContent())).toContain('18.5–35');

  await type(page, 'Reactors running', '3');
  expect(await result(page, 'share')).toBe('12.3 %');
  await expectAddress(page, 'units', '3');
  await type(page, 'Price of power', '110');
  await expectAddress(page, 'price', '0.11');
  expect(await result(page, 'cost')).toBe('152 %');
  await page.getByRole('combobox', { name: 'Other machines' }).selectOption('s19xp');
  expect(await result(page, 'machines')).toBe('861,000');
  await page.getByText('Antminer S23 Hydro', { exact: true }).click();
  await expectAddress(page, 'machine', 's23hyd');
  await page.getByRole('combobox', { name: 'Hash rate' }).selectOption('2026-06-26');
  await type(page, 'Fees on top', '12.5');
  await page.getByText('12', { exact: true }).click();
  await expectAddress(page, 'confirmations', '12');
  await expectAddress(page, 'fees', '0.125');
  expect(await result(page, 'share')).toBe('22.5 %');
  const before = await results(page);

  const again = await openPage({ path: new URL(page.url()).search, viewport: PHONE });
  await openSum(again.page);
  expect(await results(again.page)).toEqual(before);
  expect(before.length).toBe(21);
});

test('what is typed wrong stays, is said in words, and changes nothing', async () => {
  const { page } = await openPage({ path: '?panel=mining&units=4' });
  await openSum(page);
  const before = await results(page);
  const field = page.getByRole('textbox', { name: 'Reactors running' });
  const wrong = page.locator('#calc-units-wrong');

  await type(page, 'Reactors running', 'seven');
  expect(fold(await wrong.textContent())).toBe(
    '“seven” does not fit here: type a whole number from 0 to 6. The sum still uses 4.',
  );
  expect(await field.inputValue()).toBe('seven');
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  expect(await results(page)).toEqual(before);
  await expectAddress(page, 'units', '4');

  await type(page, 'Reactors running', '7');
  expect(fold(await wrong.textContent())).toContain('“7” does not fit');
  await type(page, 'Reactors running', '5');
  expect(fold(await wrong.textContent())).toBe('');
  expect(await field.getAttribute('aria-invalid')).toBeNull();
  await expectAddress(page, 'units', '5');
});

test('slider and typed number are one; back to the data leaves the address bare', async () => {
  const { page } = await openPage({ path: '?panel=mining&overhead=1.3' });
  await openSum(page);
  const typed = page.getByRole('textbox', { name: 'Overhead' });
  const slider = page.getByRole('slider', { name: 'Overhead' });
  expect([await typed.inputValue(), await slider.inputValue()]).toEqual(['1.3', '1.3']);
  await slider.press('ArrowRight');
  expect(await typed.inputValue()).toBe('1.31');
  await expectAddress(page, 'overhead', '1.31');
  await typed.fill('1,2');
  expect(await slider.inputValue()).toBe('1.2');
  await expectAddress(page, 'overhead', '1.2');

  const own = page.getByText('Your setting', { exact: true });
  expect(await own.count()).toBe(1);
  await page.getByRole('button', { name: 'Back to 1.1' }).click();
  expect(await own.count()).toBe(0);
  expect(await typed.inputValue()).toBe('1.1');
  await expectAddress(page, 'overhead', null);
});

test('each of the reader’s settings says so, and goes back by itself', async () => {
  const path =
    '?panel=mining&units=3&mining=40&machine=s19xp&overhead=1.2&uptime=0.9&hash=2026-06-26&price=0.1&fees=0.2&confirmations=12';
  const { page } = await openPage({ path, viewport: LAPTOP });
  await openSum(page);
  const own = page.getByText('Your setting', { exact: true });
  const backs = page.getByRole('button', { name: /^Back to / });
  expect(await own.count()).toBe(9);
  for (let left = 9; left > 0; left -= 1) {
    await backs.first().click();
    await expect.poll(() => own.count()).toBe(left - 1);
    // The button is gone; the focus is on what it set.
    expect(await page.evaluate(() => document.activeElement?.localName)).toMatch(/input|select/);
  }
  expect(await result(page, 'share')).toBe('21.8 %');
  expect(await result(page, 'break-even')).toBe('USD 64.3/MWh');
  for (const key of ['machine', 'overhead', 'uptime', 'hash', 'price', 'fees', 'confirmations']) {
    await expectAddress(page, key, null);
  }
});

test('a value in the address that makes no sense is named, and the sum keeps the data’s', async () => {
  const { page } = await openPage({ path: '?panel=mining&fees=2&confirmations=7&overhead=1.2' });
  await openSum(page);
  expect(await page.locator('[data-notice="ignored"]').textContent()).toContain(
    'fees, confirmations',
  );
  expect(await page.getByRole('textbox', { name: 'Fees on top' }).inputValue()).toBe('0');
  expect(await page.getByRole('radio', { name: '6' }).isChecked()).toBe(true);
});

test('a change is read out once, when it rests', async () => {
  const { page } = await openPage({ path: '?panel=mining' });
  await openSum(page);
  const said = page.locator('.calculator [role="status"]:not(.save *)');
  expect(fold(await said.textContent())).toBe('');
  const slider = page.getByRole('slider', { name: 'Reactors running' });
  for (let i = 0; i < 3; i += 1) await slider.press('ArrowLeft');
  await expect
    .poll(() => said.textContent().then(fold))
    .toBe('12.3 % of the network, break-even at USD 72.2/MWh');
});

test('both charts under the reader’s settings are saved with them', async () => {
  const { page } = await openPage({ path: '?panel=mining&units=2&price=0.03&hash=2026-06-26' });
  await openSum(page);
  for (const [title, ...words] of [
    ['under your settings', '10 % of the network takes 1,090–2,590 MW', '984 EH/s'],
    ['Break-even power price', 'your price', 'before joining, 51–120', 'prices miners look for'],
  ]) {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: new RegExp(`${title}.*: SVG$`) }).click();
    const download = await coming;
    const svg = readFileSync(await download.path(), 'utf8').replace(/\s+/g, ' ');
    expect(download.suggestedFilename()).toMatch(/^switchyard-mining-[a-z-]+-2026-08-22-en\.svg$/);
    for (const word of [...words, 'with 1,900 MW', 'Switchyard']) expect(svg).toContain(word);
  }
});

describe.each([
  ['', PHONE, 'light'],
  ['uk/', PHONE, 'dark'],
  ['uk/', { width: 320, height: 640 }, 'light'],
  ['', LAPTOP, 'dark'],
] as const)('the open sum at /%s, %o, %s', (folder, viewport, colorScheme) => {
  test('fits its width, has targets to hit, and no fault that axe finds', async () => {
    const path = `${folder}?panel=mining&units=3&mining=45&overhead=1.25&uptime=0.9&price=0.1&fees=0.3`;
    const { page } = await openPage({ path, viewport, colorScheme });
    await openSum(page);
    const faults = await page.locator('.calculator').evaluate((box) => {
      const edge = box.getBoundingClientRect().right;
      const all = [...box.querySelectorAll<HTMLElement>('*')].filter(
        (one) => !one.closest('.visually-hidden') && one.getClientRects().length > 0,
      );
      const name = (one: Element) => `${one.localName} ${one.textContent?.trim().slice(0, 40)}`;
      const wide = all.filter((one) => one.getBoundingClientRect().right > edge + 0.5);
      const low = all.filter(
        (one) =>
          one.matches('input, select, button, summary, .segment label') &&
          one.getBoundingClientRect().height < 43.9,
      );
      return { wide: wide.map(name), low: low.map(name) };
    });
    expect(faults).toEqual({ wide: [], low: [] });
    expect(await axe(page)).toEqual([]);
  });
});
