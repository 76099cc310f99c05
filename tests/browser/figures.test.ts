/** Figures on screen: where they come from, of what year, written by the rules of the language. */
import { expect, test } from 'vitest';
import { appReady } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';

/** Opens a path and gives the panel, ready. */
async function panelAt(path: string, viewport: typeof PHONE | typeof LAPTOP) {
  const { page } = await openPage({ path, viewport });
  await appReady(page);
  return page;
}

test('why one reactor cannot feed two grids names who reported the day of the link', async () => {
  const page = await panelAt('?panel=why', PHONE);
  const list = page.locator('.why h2', { hasText: 'two grids' }).locator('~ details.sources');
  await list.locator('summary').click();
  expect(await list.textContent()).toMatch(/ENTSO-E/);
  expect(await page.locator('.why').textContent()).toMatch(/Physical Review 73, 1948/);
});

test('what was last recorded of units and power names its sources', async () => {
  const page = await panelAt('?panel=danger', PHONE);
  const list = page
    .locator('.danger h2', { hasText: 'Last recorded' })
    .locator('~ details.sources');
  await list.locator('summary').click();
  expect(await list.locator('li').count()).toBeGreaterThan(2);
});

test('the published limits of the plant’s output say when they were published', async () => {
  const page = await panelAt('?proposal=us-trilateral-thirds', LAPTOP);
  const said = (await page.locator('.panel').first().textContent()) ?? '';
  expect(said).toMatch(/2 lines: 4,000\u00a0MW \(2012\)/);
  expect(said).toMatch(/4 lines: 6,000\u00a0MW \(2020–2021\)/);
});

test('a part of the output used on site has its sign beside it in Ukrainian too', async () => {
  const page = await panelAt('uk/?proposal=us-trilateral-thirds&mining=20', LAPTOP);
  expect(await page.locator('.assumptions summary').textContent()).toMatch(/20\u00a0%/);
  const said = (await page.locator('.panel').first().textContent()) ?? '';
  expect(said).toMatch(/2 лінії: 4\u00a0000\u00a0МВт \(2012\)/);
});
