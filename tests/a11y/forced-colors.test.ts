/** Where the system paints with its own few colours, what a fill told is still told. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appReady, mapReady } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';

async function openForced(path: string, viewport: typeof PHONE) {
  const { page } = await openPage({ path, viewport, colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.emulateMedia({ forcedColors: 'active' });
  await appReady(page);
  await mapReady(page);
  return page;
}
const theme = (page: Page) => page.locator('html').getAttribute('data-theme');
/** Colours as the system has put them. */
const painted = (page: Page, selector: string, pseudo?: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((node, pseudo) => {
      const { backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(node, pseudo);
      return { backgroundColor, borderTopColor, borderTopWidth };
    }, pseudo);

test('drawings fit the system’s grounds, whatever theme was asked for; paper stays white', async () => {
  const page = await openForced('?panel=timeline&theme=light', LAPTOP);
  await expect.poll(() => theme(page)).toBe('dark');
  await page.goto(new URL('?present=2', page.url()).href);
  await appReady(page);
  await expect.poll(() => theme(page)).toBe('dark');
  await page.goto(new URL('?story=water&print=handout', page.url()).href);
  await page.locator('.paper .page footer').first().waitFor();
  expect(await theme(page)).toBe('light');
  const { backgroundColor } = await painted(page, '.paper .page');
  expect(backgroundColor).toBe('rgb(255, 255, 255)');
});

test.each([
  ['phone', PHONE, '.tabs [aria-current]', '::before'],
  ['laptop', LAPTOP, '.panel-tabs [aria-current]', '::after'],
] as const)(
  'on a %s the open tab, the chosen lines and the shares stand out',
  async (_, viewport, tab, mark) => {
    const path = '?panel=proposals&proposal=us-trilateral-thirds&lines=repaired';
    const page = await openForced(path, viewport);
    const ground = (await painted(page, 'body')).backgroundColor;
    expect((await painted(page, tab, mark)).backgroundColor).not.toBe(ground);
    const chosen = await painted(page, '.segment label.on');
    const others = await painted(page, '.segment label:not(.on)');
    expect(chosen.backgroundColor).not.toBe(others.backgroundColor);
    const share = await painted(page, '.bar > li');
    expect(share.borderTopWidth).toBe('1px');
    expect(share.borderTopColor).not.toBe(ground);
  },
);

test('lines in and out of service and of unknown state differ without their colour', async () => {
  const page = await openForced('?panel=timeline&date=2022-09-20', LAPTOP);
  const dashes = (state: string) =>
    page
      .locator(`.overlay .line[data-line][data-state="${state}"] .wire`)
      .evaluateAll((wires) => new Set(wires.map((it) => it.getAttribute('stroke-dasharray'))).size);
  const kinds = await page.locator('.overlay .line[data-line]').evaluateAll((lines) =>
    lines.map((line) => {
      const wire = line.querySelector('.wire');
      const cap = wire?.getAttribute('stroke-linecap');
      const dashed = (wire?.getAttribute('stroke-dasharray') ?? '') !== '';
      return `${line.getAttribute('data-state')}: ${dashed ? `dashed ${cap}` : 'whole'}`;
    }),
  );
  expect([...new Set(kinds)].toSorted()).toEqual([
    'in: whole',
    'out: dashed butt',
    'unknown: dashed round',
  ]);
  expect(await dashes('in')).toBe(1);
});
