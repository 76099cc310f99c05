/** The map without seeing it: its keys, where it says it is, and its places as a list. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, expectAddress, mapReady } from '../support/app';
import { axe, LAPTOP, openPage, PHONE } from '../support/browser';

const spoken = async (page: Page) =>
  ((await page.locator('[data-announcer]').textContent()) ?? '').replace(/\s+/g, ' ');
const mapAt = (page: Page) =>
  (new URL(page.url()).searchParams.get('map') ?? '').split('/').map(Number);
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return (at?.getAttribute('aria-label') ?? at?.textContent ?? '').trim().replace(/\s+/g, ' ');
  });

/** No WebGL: the drawn map stays. */
const withoutWebgl = {
  expectedErrors: /webgl|context/i,
  prepare: (context: import('playwright-core').BrowserContext) =>
    context.addInitScript(() => {
      const get = HTMLCanvasElement.prototype.getContext as (...args: unknown[]) => unknown;
      HTMLCanvasElement.prototype.getContext = function (this: unknown, ...args: unknown[]) {
        return String(args[0]).startsWith('webgl') ? null : get.apply(this, args);
      } as typeof HTMLCanvasElement.prototype.getContext;
    }),
};

async function openMap(options: Parameters<typeof openPage>[0] = {}): Promise<Page> {
  const { page } = await openPage({
    path: '?panel=timeline&date=2025-10-18',
    viewport: LAPTOP,
    reducedMotion: 'reduce',
    ...options,
  });
  await appReady(page);
  await mapReady(page);
  return page;
}

describe.each([
  ['the full map', 'canvas.maplibregl-canvas', {}],
  ['the drawn map', '[data-map-drawn]', withoutWebgl],
] as const)('%s by keys', (_, map, options) => {
  test('tells its keys, moves, says where it is, goes home and lets the focus go', async () => {
    const page = await openMap(options);
    const it = page.locator(map);
    expect(await it.getAttribute('role')).toBe('application');
    const help = await it.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${help}"]`).textContent()).toMatch(/Arrow keys move the map/);

    await it.focus();
    for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowUp');
    await expect
      .poll(() => spoken(page))
      .toMatch(/^Centre: near \S.*, \d+ km north of the plant; \d+ km across$/);
    const [zoom = 0, lat = 0] = mapAt(page);
    expect(lat).toBeGreaterThan(47.6);
    const before = await spoken(page);
    await page.keyboard.press('+');
    await expect.poll(() => mapAt(page)[0]).toBeGreaterThan(zoom + 0.5);
    await expect.poll(() => spoken(page)).not.toBe(before);
    const across = (text: string) => Number(/(\d+) km across/.exec(text)?.[1]);
    expect(across(await spoken(page)) / across(before)).toBeCloseTo(0.5, 1);

    await page.keyboard.press('Home');
    await expectAddress(page, 'map', null);
    await expect.poll(() => spoken(page)).toMatch(/^Centre: near Enerhodar, \d+ km/);

    await page.keyboard.press('Tab');
    expect(await it.evaluate((e) => e === document.activeElement)).toBe(false);
    await page.keyboard.press('Shift+Tab');
    expect(await it.evaluate((e) => e === document.activeElement)).toBe(true);
  });
});

test('in Ukrainian the place is named in the right case', async () => {
  const page = await openMap({ path: 'uk/?panel=timeline&map=9/47.9/35.1' });
  await page.locator('canvas.maplibregl-canvas').focus();
  await page.keyboard.press('ArrowLeft');
  await expect
    .poll(() => spoken(page))
    .toMatch(
      /^Центр карти: найближче — \S.*; \d+ км на північний? ?(схід|захід)? ?від станції; видно \d+ км завширшки$/,
    );
});

describe('places as a list', () => {
  test('Enter on the map leads there, a place opens its card, and the focus comes back', async () => {
    const page = await openMap();
    await page.locator('canvas.maplibregl-canvas').focus();
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('Places by distance from the plant');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatch(/^Zaporizhzhia plant/);
    await page.keyboard.press('ArrowDown');
    expect(await focused(page)).toBe(
      'Enerhodar, city, 6 km east. Occupied by Russia since 4 March 2022',
    );
    await page.keyboard.press('Enter');
    const card = page.locator('.map aside');
    await card.waitFor();
    expect(await focused(page)).toBe('Enerhodar');
    const [, lat = 0, lon = 0] = mapAt(page);
    expect(lat).toBeCloseTo(47.49, 2);
    expect(lon).toBeCloseTo(34.66, 2);
    await page.keyboard.press('Escape');
    expect(await card.count()).toBe(0);
    expect(await focused(page)).toMatch(/^Enerhodar/);
  });

  test('it goes from near to far, in full when asked for, with a state for each', async () => {
    const page = await openMap({ viewport: PHONE });
    await page.getByRole('button', { name: 'Places on the map, by distance' }).click();
    const rows = page.locator('[data-place]');
    const few = await rows.count();
    await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
    const texts = await rows.evaluateAll((all) =>
      all.map((row) => (row.getAttribute('aria-label') ?? '').replace(/\s+/g, ' ')),
    );
    expect(texts.length).toBeGreaterThan(few + 50);
    const km = texts.map((text) => Number(/([\d,]+) km/.exec(text)?.[1]?.replace(',', '') ?? 0));
    expect(km).toEqual(km.toSorted((a, b) => a - b));
    for (const text of texts) expect(text).toMatch(/\. \S/);
    expect(texts.join()).toContain('Dniprovska (750 kV): out of service');
    expect(await focused(page)).toBe(texts[few]);
    expect(await axe(page)).toEqual([]);
  });

  test('on a phone the sheet gives way to the map and comes back with the list', async () => {
    const page = await openMap({ viewport: PHONE });
    await page.getByRole('button', { name: 'Places on the map, by distance' }).click();
    const sheet = page.locator('main.sheet');
    expect(await sheet.getAttribute('data-stop')).toBe('full');
    await page.locator('[data-place="nikopol"]').click();
    const card = page.locator('.map aside');
    await card.waitFor();
    expect(await sheet.getAttribute('data-stop')).toBe('half');
    const box = await card.boundingBox();
    const mark = await page.locator('[data-picked]').boundingBox();
    expect(mark && box && mark.y > box.y + box.height).toBe(true);
    await card.getByRole('button', { name: 'Close' }).click();
    expect(await sheet.getAttribute('data-stop')).toBe('full');
    expect(await focused(page)).toMatch(/^Nikopol/);
    expect(await page.locator('[data-picked]').count()).toBe(0);
  });
});

test('in the map in words a link leads to a table, and each table has a caption and row headers', async () => {
  const page = await openMap({ path: '?proposal=ua-us-50-50&panel=proposals&date=2026-03-10' });
  await page.evaluate(() => document.querySelector<HTMLElement>('.skip')?.click());
  const words = page.locator('#map-in-words');
  const url = page.url();
  for (const link of await words.getByRole('navigation').getByRole('link').all()) {
    await link.press('Enter');
    const at = await page.evaluate(() => document.activeElement?.tagName);
    expect(at).toMatch(/^(H3|SUMMARY)$/);
  }
  expect(page.url()).toBe(url);
  const tables = await words.getByRole('table').evaluateAll((found) =>
    found.map((table) => ({
      caption: table.querySelector('caption')?.textContent?.trim(),
      columns: table.querySelectorAll('thead th[scope="col"]').length,
      headless: [...table.querySelectorAll('tbody tr')].filter(
        (row) => !row.querySelector('th[scope="row"]'),
      ).length,
    })),
  );
  expect(tables.map(({ caption }) => caption)).toEqual([
    expect.stringContaining('Flows'),
    'Six units',
    'The plant’s own lines',
    'Link and ties to Crimea and Rostov',
  ]);
  for (const { columns, headless } of tables) {
    expect(columns).toBeGreaterThan(1);
    expect(headless).toBe(0);
  }
});
