/** What would have to be true: counted, with reasons, and the lines follow the assumptions. */
import { describe, expect, test } from 'vitest';
import { appReady } from '../support/app';
import { axe, openPage, PHONE, PROJECTOR } from '../support/browser';

describe.each([
  ['phone', PHONE],
  ['projector', PROJECTOR],
] as const)('on a %s', (_, viewport) => {
  test('the lines are not met on the date, met as before the war, and the count follows', async () => {
    const { page } = await openPage({
      path: '?panel=proposals&proposal=ua-full-return&date=2026-03-10',
      viewport,
    });
    await appReady(page);
    const list = page.locator('.obstacles');
    const lines = list.locator('[data-obstacle="grid-lines"]');
    expect(await lines.locator('summary').first().textContent()).toMatch(
      /not met\s+model estimate/,
    );
    const counted = async () => {
      const words = await list.locator('.counts').textContent();
      return (
        /^(\d+) met, (\d+) not met/
          .exec(words ?? '')
          ?.slice(1)
          .map(Number) ?? []
      );
    };
    const [met = 0, notMet = 0] = await counted();
    await lines.locator('summary').first().click();
    expect(await lines.locator('.why').textContent()).toMatch(/2,920\sMW have nowhere to go/);
    expect(await axe(page)).toEqual([]);

    await page.getByText('pre-war', { exact: true }).click();
    expect(await lines.getAttribute('data-state')).toBe('met');
    expect(await lines.locator('.why').textContent()).toMatch(/All 5,700\sMW get out/);
    expect(await counted()).toEqual([met + 1, notMet - 1]);
    const height = (await list.locator('summary').first().boundingBox())?.height ?? 0;
    expect(height).toBeGreaterThanOrEqual(44);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(viewport.width);
  });
});
