/** A reader opens the charts, reads a day in words, and moves the day by tap, drag and keys. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, expectAddress } from '../support/app';
import { axe, LAPTOP, type OpenOptions, openPage, PHONE } from '../support/browser';

const PATH = '?panel=timeline&date=2025-10-01';

async function openCharts(options: OpenOptions = {}): Promise<Page> {
  const { page } = await openPage({ path: PATH, reducedMotion: 'reduce', ...options });
  await appReady(page);
  expect(await page.locator('.charts').count(), 'nothing is built before it is asked for').toBe(0);
  await page.getByText('Charts over time').click();
  await page.locator('.charts .plot svg').first().waitFor();
  return page;
}

/** Heading → value, as they stand above the plots. */
async function values(page: Page): Promise<Record<string, string>> {
  const pairs = await page
    .locator('.charts h3')
    .evaluateAll((heads) =>
      heads.map((head) => [head.textContent ?? '', head.nextElementSibling?.textContent ?? '']),
    );
  return Object.fromEntries(pairs.map(([head, value]) => [head, value?.replaceAll('\u00a0', ' ')]));
}

const dateOf = (page: Page) => new URL(page.url()).searchParams.get('date');

/** Where a part of the record stands in the first plot, in px of the page. */
async function placeOf(page: Page, part: number): Promise<{ x: number; y: number }> {
  const plot = page.locator('.charts .plot svg').first();
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (!box) throw new Error('the first plot is not drawn');
  return { x: box.x + box.width * part, y: box.y + box.height / 2 };
}

test('1 October 2025 in words', async () => {
  const page = await openCharts();
  const said = await values(page);
  expect(said).toMatchObject({
    'Lines recorded in service, of ten': '0 lines',
    'Complete losses of outside power, by length': 'lost, day 9',
    'The six units': 'all: cold shutdown',
    'Kakhovka reservoir': 'drained',
  });
  expect(said['Cooling pond, reported level in metres']).toMatch(/^about .*, 4 Sept 2025$/);
});

describe('the date', () => {
  test('moves to a tap on a plot', async () => {
    const page = await openCharts({ touch: true });
    const { x, y } = await placeOf(page, 0.1);
    await page.touchscreen.tap(x, y);
    await expect.poll(() => dateOf(page)).toMatch(/^2022-08-/);
    await expect
      .poll(async () => (await values(page))['Lines recorded in service, of ten'])
      .toBe('7 lines');
  });

  test('goes along with a sideways drag, and only cursor and words change', async () => {
    const page = await openCharts({ viewport: LAPTOP });
    const from = await placeOf(page, 0.5);
    const to = await placeOf(page, 0.25);
    await page.mouse.move(from.x, from.y);
    await page.evaluate(() => {
      const changed = new Set<string>();
      Object.assign(window, { changed });
      const note = (records: MutationRecord[]) => {
        for (const { type, target, attributeName } of records) {
          changed.add(`${target.nodeName} ${attributeName ?? type}`);
        }
      };
      for (const plot of document.querySelectorAll('.charts .plot')) {
        new MutationObserver(note).observe(plot, {
          attributes: true,
          characterData: true,
          childList: true,
          subtree: true,
        });
      }
    });
    await page.mouse.down();
    await page.mouse.move(to.x, to.y, { steps: 12 });
    await page.mouse.up();
    await expect.poll(() => dateOf(page)).toMatch(/^2023-04-/);
    expect((await values(page))['Kakhovka reservoir']).toBe('full');
    const changed = await page.evaluate(() => [
      ...(window as unknown as { changed: Set<string> }).changed,
    ]);
    expect(changed).toEqual(['line transform']);
  });

  test('moves by keys, one day a step, and the charts follow the date bar', async () => {
    const page = await openCharts({ viewport: LAPTOP });
    const slider = page.getByRole('slider', { name: /^Date of map and charts/ });
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expectAddress(page, 'date', '2025-10-02');
    expect(await slider.getAttribute('aria-valuetext')).toBe('2 October 2025');
    await expect
      .poll(async () => (await values(page))['Complete losses of outside power, by length'])
      .toBe('lost, day 10');
    await page.keyboard.press('Home');
    await expectAddress(page, 'date', '2022-02-24');
    await expect
      .poll(async () => (await values(page))['Lines recorded in service, of ten'])
      .toBe('10 lines');
    await page.getByRole('button', { name: 'Next event' }).press('Enter');
    await expectAddress(page, 'date', '2022-03-03');
    expect((await values(page))['Lines recorded in service, of ten']).toBe('8 lines');
  });

  test('stays where it is when a finger only scrolls past', async () => {
    const page = await openCharts({ touch: true });
    const { x, y } = await placeOf(page, 0.1);
    const client = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dy = 0) =>
      client.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: type === 'touchEnd' ? [] : [{ x, y: y + dy }],
      });
    await touch('touchStart');
    for (let dy = -10; dy >= -80; dy -= 10) await touch('touchMove', dy);
    await touch('touchEnd');
    expect(dateOf(page)).toBe('2025-10-01');
  });
});

test('all that is drawn is a table as well', async () => {
  const page = await openCharts({ viewport: LAPTOP });
  await page.getByText('The charts as tables').click();
  const captions = page.locator('.charts caption');
  await captions.first().waitFor();
  expect(await captions.allTextContents()).toHaveLength(2 + 6 + 2);
  const losses = page.getByRole('table', { name: /^Complete losses/ });
  expect(await losses.locator('tbody tr').count()).toBeGreaterThanOrEqual(22);
  expect(await losses.getByRole('row', { name: /23 September 2025/ }).textContent()).toContain(
    'about 30 days',
  );
  const pond = page.getByRole('table', { name: /^Cooling pond/ });
  expect(await pond.getByRole('row', { name: /14 June 2023/ }).textContent()).toMatch(/16\.67.m/);
});

describe.each(['light', 'dark'] as const)('axe, %s theme', (colorScheme) => {
  test.each([
    ['phone', PHONE],
    ['laptop', LAPTOP],
  ] as const)('finds nothing with charts and tables open on a %s', async (_name, viewport) => {
    const page = await openCharts({ viewport, colorScheme });
    await page.getByText('The charts as tables').click();
    await page.locator('.charts table').first().waitFor();
    expect(await axe(page)).toEqual([]);
  });
});
