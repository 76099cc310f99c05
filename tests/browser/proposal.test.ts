/** Ask the grid: change assumptions, read what is over its rating, keep it all in the link. */
import { describe, expect, test } from 'vitest';
import { appReady, expectAddress, flowTable, mapInWords } from '../support/app';
import { LAPTOP, openPage, PHONE, PROJECTOR } from '../support/browser';
import { loadFacts } from '../support/facts';

describe.each([
  ['phone', PHONE],
  ['projector', PROJECTOR],
] as const)('on a %s', (_, viewport) => {
  test('units, lines and switches change the numbers, and a reload keeps them', async () => {
    const { page } = await openPage({
      path: '?proposal=ua-full-return&date=2026-03-10',
      viewport,
    });
    await appReady(page);
    expect(await page.locator('.result').textContent()).toMatch(/2,920\sMW have nowhere to go/);
    expect(await page.locator('ul.over').textContent()).toMatch(
      /The Dniprovska \(750\skV\) line: 213\s% of its estimated rating, more than twice/,
    );
    await page.getByText('Change', { exact: true }).click();
    const units = page.getByRole('slider', { name: /Units running/ });
    await units.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expectAddress(page, 'units', '2');
    expect(await page.locator('.result').textContent()).toMatch(/All 1,820\sMW get out/);

    await page.getByText('repaired', { exact: true }).click();
    await page.getByRole('checkbox', { name: /Dniprovska/ }).uncheck();
    await expectAddress(page, 'lines', 'repaired');
    // A drag writes the address a moment later; the switch must stand in it before the reload.
    await expect.poll(() => page.url()).toContain('repair=l_');
    const before = await flowTable(page);
    expect(before.has('l_znpp_dnip_750')).toBe(false);
    expect(before.has('l_znpp_zap_750')).toBe(true);
    await page.reload();
    await appReady(page);
    expect(await flowTable(page)).toEqual(before);
  });
});

test('where no shares are stated, the division is the reader’s to move, and says so', async () => {
  const { page } = await openPage({
    path: '?proposal=us-witkoff-2025-04&lines=repaired&date=2026-03-10',
    viewport: PHONE,
    touch: true,
  });
  await appReady(page);
  await page.getByText('Change', { exact: true }).click();
  const slider = page.getByRole('slider', { name: /Units for each/ });
  expect(await slider.getAttribute('aria-valuetext')).toBe('Ukraine 3 · Russia 3');
  await slider.focus();
  await page.keyboard.press('ArrowRight');
  await expectAddress(page, 'split', '4-0-2');
  expect(await slider.getAttribute('aria-valuetext')).toBe('Ukraine 4 · Russia 2');
  expect(await page.locator('#why-split').textContent()).toContain('what-if');
  const moved = await flowTable(page);
  await page.reload();
  await appReady(page);
  expect(await flowTable(page)).toEqual(moved);
  await page.getByText('Change', { exact: true }).click();
  await page.getByRole('button', { name: 'Back to the defaults' }).click();
  await expectAddress(page, 'split', null);
});

test('the visible cells are the model’s numbers, coarser on ties far from the plant', async () => {
  const { page } = await openPage({
    path: '?proposal=us-trilateral-thirds&lines=repaired&date=2026-03-10',
    viewport: LAPTOP,
  });
  await appReady(page);
  const cells = await page.locator('article [data-flow]').evaluateAll((rows) =>
    rows.map((row) => ({
      id: row.getAttribute('data-flow') ?? '',
      mw: Math.abs(Number(row.getAttribute('data-mw'))),
      shown: row.querySelector('td')?.textContent?.trim() ?? '',
    })),
  );
  expect(cells.length).toBeGreaterThan(8);
  const ties = new Set(loadFacts().grid.lines.flatMap((l) => (/^tie/.test(l.group) ? l.id : [])));
  expect(cells.some(({ id }) => ties.has(id))).toBe(true);
  for (const { id, mw, shown } of cells) {
    const step = ties.has(id) ? 50 : 10;
    const number = Number(shown.replace(/\D/g, ''));
    expect(shown.startsWith('≈') || shown.startsWith('<'), id).toBe(ties.has(id));
    expect(number, id).toBe(shown.startsWith('<') ? 50 : Math.round(mw / step) * step);
  }
});

test('a stated share cannot be turned into its opposite by a link', async () => {
  const { page } = await openPage({ path: '?proposal=ua-full-return&split=0-0-6' });
  await appReady(page);
  expect(await page.locator('ul.bar').textContent()).toMatch(/Ukraine\s100\s%/);
});

test('with one transformer for two sides the reason is said, not “no line”', async () => {
  const { page } = await openPage({ path: '?proposal=us-28-point-2025-11' });
  await appReady(page);
  const words = await mapInWords(page);
  expect(words).toContain('one transformer serves the other side');
  expect(words).not.toContain('No line in service');
});

test('opening the map in words scrolls the sheet, never the page', async () => {
  const { page } = await openPage({ path: '?proposal=us-28-point-2025-11', touch: true });
  await appReady(page);
  await page.locator('.links').getByRole('button', { name: 'Map in words' }).click();
  expect(await page.locator('.app').evaluate((app) => app.scrollTop)).toBe(0);
  const box = await page.getByRole('region', { name: 'Map in words' }).boundingBox();
  expect(box?.y).toBeGreaterThan(40);
  expect(box?.y).toBeLessThan(700);
});
