/** The map when the browser or the network holds its parts back: drawn, working, never an apology. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { appReady, expectAddress, mapReady, openSection } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';

const ui = (lang: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, `data/text/${lang}/ui.json`), 'utf8'));

const noWebgl = (context: BrowserContext) =>
  context.addInitScript(() => {
    const get = HTMLCanvasElement.prototype.getContext as (...args: unknown[]) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: unknown, ...args: unknown[]) {
      return String(args[0]).startsWith('webgl') ? null : get.apply(this, args);
    } as typeof HTMLCanvasElement.prototype.getContext;
  });

const picture = (page: Page) =>
  page.locator('[data-map-picture]').first().getAttribute('data-map-picture');
const mapQuery = (page: Page) => new URL(page.url()).searchParams.get('map');
const note = (page: Page, why: 'webgl' | 'files', lang = 'en') =>
  page.getByRole('status').filter({ hasText: ui(lang)[`map.drawn.${why}`] });

async function plate(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.overlay .plate .border').boundingBox();
  if (!box) throw new Error('no plate on the map');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** What the ground is painted with, in the order of painting. */
const ground = (page: Page) =>
  page
    .locator('[data-static-map] path:not([fill^="url"])')
    .evaluateAll((paths) =>
      paths.map((path) => getComputedStyle(path).fill + getComputedStyle(path).stroke),
    );

describe('without WebGL', () => {
  test('mouse, wheel, keys and buttons move the drawn map, and the address keeps the view', async () => {
    const { page } = await openPage({
      path: '?panel=timeline',
      viewport: LAPTOP,
      prepare: noWebgl,
      expectedErrors: /webgl/i,
    });
    await appReady(page);
    await mapReady(page);
    expect(await picture(page)).toBe('drawn');
    await page.locator('[data-static-map="fine"]').waitFor();
    expect(await note(page, 'webgl').isVisible()).toBe(true);

    const before = await plate(page);
    await page.mouse.move(before.x + 150, before.y + 60);
    await page.mouse.down();
    await page.mouse.move(before.x + 90, before.y + 100, { steps: 4 });
    await page.mouse.up();
    const panned = await plate(page);
    expect(panned.x).toBeCloseTo(before.x - 60, -1);
    expect(panned.y).toBeCloseTo(before.y + 40, -1);
    await expect.poll(() => mapQuery(page)).not.toBe(null);

    // The wheel keeps what is under the pointer where it is.
    await page.mouse.move(panned.x, panned.y);
    const zoom = Number(mapQuery(page)?.split('/')[0]);
    await page.mouse.wheel(0, -400);
    await expect.poll(() => Number(mapQuery(page)?.split('/')[0])).toBeGreaterThan(zoom + 0.5);
    const zoomed = await plate(page);
    expect(Math.hypot(zoomed.x - panned.x, zoomed.y - panned.y)).toBeLessThan(3);

    await page.locator('.drawn').focus();
    await page.keyboard.press('ArrowRight');
    expect((await plate(page)).x).toBeCloseTo(zoomed.x - 60, -1);
    const near = Number(mapQuery(page)?.split('/')[0]);
    await page.getByRole('button', { name: ui('en')['map.zoomOut'], exact: true }).click();
    await expect.poll(() => Number(mapQuery(page)?.split('/')[0])).toBeCloseTo(near - 1, 1);

    const view = mapQuery(page);
    await page.reload();
    await appReady(page);
    await mapReady(page);
    expect(mapQuery(page)).toBe(view);
  });

  test('a tap opens a card, a date drains the reservoir, a proposal draws its flows', async () => {
    const { page } = await openPage({
      path: 'uk/?panel=timeline&date=2023-06-01',
      prepare: noWebgl,
      touch: true,
      expectedErrors: /webgl/i,
    });
    await appReady(page);
    await mapReady(page);
    await page.locator('[data-static-map="fine"]').waitFor();
    expect(await note(page, 'webgl', 'uk').isVisible()).toBe(true);
    const { x, y } = await plate(page);
    await page.touchscreen.tap(x, y);
    await page.locator('.map aside').waitFor();
    await page.locator('.map aside').getByRole('button').first().click();

    const full = await ground(page);
    await page.goto(page.url().replace('2023-06-01', '2023-07-01'));
    await appReady(page);
    await page.locator('[data-static-map="fine"]').waitFor();
    const drained = await ground(page);
    expect(drained).not.toEqual(full);
    // The same records again in dark: every paint is another one.
    await page.goto(`${page.url()}&theme=dark`);
    await appReady(page);
    await page.locator('[data-static-map="fine"]').waitFor();
    const dark = await ground(page);
    expect(dark).toHaveLength(drained.length);
    expect(dark.filter((paint, i) => paint === drained[i])).toEqual([]);

    await page.locator('.map .corner.left button').first().click();
    const legend = page.locator('.map .corner.left');
    expect(await legend.textContent()).toContain(ui('uk')['map.legend.occupied']);
    await page.keyboard.press('Escape');

    await openSection(page, ui('uk')['panel.proposals'] ?? '');
    await page.locator('[data-proposal="ua-us-50-50"]').click();
    await expect
      .poll(() => page.locator('.overlay').getAttribute('data-flow-count').then(Number))
      .toBeGreaterThan(0);
    await expectAddress(page, 'proposal', 'ua-us-50-50');
  });
});

describe('when a part of the map does not arrive', () => {
  test.each([
    ['the engine', /maplibre-gl-(?!worker)[^/]*\.js$/],
    ['the worker', /maplibre-gl-worker/],
    ['the base map', /basemap-/],
  ])('without %s the drawn map works, and the full one comes with the network', async (_, part) => {
    let gone = true;
    const { page } = await openPage({
      path: '?panel=timeline&date=2024-04-20',
      viewport: PHONE,
      expectedErrors: /404|Failed to load|dynamically imported/,
      prepare: (context) =>
        context.route(part, (route) =>
          gone ? route.fulfill({ status: 404, body: 'gone' }) : route.continue(),
        ),
    });
    await appReady(page);
    await mapReady(page);
    expect(await picture(page)).toBe('drawn');
    expect(await note(page, 'files').isVisible()).toBe(true);
    await page.getByRole('button', { name: ui('en')['map.zoomIn'], exact: true }).click();
    await expect.poll(() => mapQuery(page)).not.toBe(null);
    const address = page.url();

    gone = false;
    await page.evaluate(() => window.dispatchEvent(new Event('online')));
    await expect.poll(() => picture(page), { timeout: 30_000 }).toBe('gl');
    expect(await note(page, 'files').count()).toBe(0);
    expect(page.url()).toBe(address);
  });
});

describe('a lost WebGL context', () => {
  test('leaves a drawn map that moves, and comes back at the same view', async () => {
    const { page } = await openPage({
      path: '?panel=timeline&map=8/47.4/34.6&date=2024-04-20',
      viewport: LAPTOP,
      expectedErrors: /webgl|context/i,
    });
    await appReady(page);
    await mapReady(page);
    const loss = await page.evaluateHandle(() =>
      document
        .querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')
        ?.getContext('webgl2')
        ?.getExtension('WEBGL_lose_context'),
    );
    const before = await plate(page);
    await loss.evaluate((extension) => extension?.loseContext());
    await expect.poll(() => picture(page)).toBe('drawn');
    await page.locator('[data-static-map="fine"]').waitFor();
    expect(await plate(page)).toEqual(before);

    await page.mouse.move(before.x + 100, before.y + 50);
    await page.mouse.down();
    await page.mouse.move(before.x + 20, before.y + 50, { steps: 4 });
    await page.mouse.up();
    const panned = await plate(page);
    expect(panned.x).toBeCloseTo(before.x - 80, -1);
    await loss.evaluate((extension) => extension?.restoreContext());
    await expect.poll(() => picture(page), { timeout: 15_000 }).toBe('gl');
    expect(await plate(page)).toEqual(panned);
    await expectAddress(page, 'date', '2024-04-20');
    expect(mapQuery(page)).not.toBe('8/47.4/34.6');
  });
});
