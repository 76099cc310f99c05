/** All proposals at once: the table's filters, and the order in which they followed each other. */
import { describe, expect, test } from 'vitest';
import { appReady, expectAddress } from '../support/app';
import { axe, openPage, PHONE, PROJECTOR } from '../support/browser';
import { loadFacts } from '../support/facts';

const { proposals } = loadFacts();

describe.each([
  ['phone', PHONE],
  ['projector', PROJECTOR],
])('on a %s', (_, viewport) => {
  test('the table shows what the data say Ukraine rejects, and all again after a reset', async () => {
    const { page } = await openPage({ path: '?panel=proposals', viewport });
    await appReady(page);
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const rows = dialog.locator('tbody tr');
    expect(await rows.count()).toBe(proposals.length);
    expect(await dialog.locator('thead th').count()).toBe(11);
    expect(await dialog.locator('td:empty').count()).toBe(0);

    await dialog.getByLabel('Whose stance').selectOption('ua');
    await dialog.getByLabel('Stance', { exact: true }).selectOption('rejects');
    const rejected = proposals.filter((p) => p.stances.ua.stance === 'rejects');
    expect(await rows.count()).toBe(rejected.length);
    expect(await dialog.getByRole('status').textContent()).toContain(
      `${rejected.length} of ${proposals.length}`,
    );
    await dialog.getByLabel('Mining').selectOption('named');
    expect(await rows.count()).toBe(rejected.filter((p) => p.mining !== 'none').length);
    const targets = await dialog
      .locator('select, .filters button')
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().height));
    expect(Math.min(...targets)).toBeGreaterThanOrEqual(44);
    await dialog.getByRole('button', { name: 'Reset' }).click();
    expect(await rows.count()).toBe(proposals.length);

    // The names stay in sight while the rest is read sideways, and the page itself stays put.
    const name = rows.first().locator('th');
    const before = await name.boundingBox();
    await dialog.getByRole('region').evaluate((node) => node.scrollTo(400, 0));
    expect((await name.boundingBox())?.x).toBeCloseTo(before?.x ?? 0, 0);
    expect(await axe(page)).toEqual([]);
  });

  test('the order opens a proposal and comes back; a date of it becomes the date', async () => {
    const { page } = await openPage({
      path: '?panel=proposals&date=2025-12-20',
      viewport,
    });
    await appReady(page);
    await page.getByRole('button', { name: 'In order' }).click();
    const opener = page.locator('[data-proposal="ua-us-50-50"]');
    expect(await opener.textContent()).toContain('not yet proposed on this date');
    expect(await opener.textContent()).toContain('Follows: Equal thirds');
    expect(await axe(page)).toEqual([]);
    await opener.click();
    await expectAddress(page, 'proposal', 'ua-us-50-50');
    await expectAddress(page, 'date', '2025-12-20');
    if (viewport === PROJECTOR) await page.locator('.tl-first').waitFor({ state: 'attached' });

    await page.getByRole('button', { name: 'All proposals' }).click();
    await page.getByRole('button', { name: 'Go to this date: 24 December 2025' }).first().click();
    await expectAddress(page, 'date', '2025-12-24');
    await expectAddress(page, 'proposal', null);
    expect(await opener.textContent()).not.toContain('not yet proposed on this date');
  });
});
