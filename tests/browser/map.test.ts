/** The map without WebGL and after a lost context, under a finger and under the keyboard. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, mapReady } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';

const picture = (page: Page) =>
  page.locator('[data-map-picture]').first().getAttribute('data-map-picture');

/** Map library's own note of a context that it could not make or has lost. */
const WEBGL_NOTES = /webgl|context/i;

async function openRegion(options: Parameters<typeof openPage>[0] = {}) {
  const opened = await openPage({ path: '?panel=timeline', viewport: LAPTOP, ...options });
  await appReady(opened.page);
  await mapReady(opened.page);
  return opened;
}

/** Middle of the plant's plate on the screen. */
async function plateAt(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.overlay .plate .border').boundingBox();
  if (!box) throw new Error('no plate on the map');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const zoomOf = (page: Page) => Number(new URL(page.url()).searchParams.get('map')?.split('/')[0]);

async function pressZoom(page: Page): Promise<void> {
  await page.keyboard.press('+');
  await expect.poll(() => zoomOf(page), { timeout: 10_000 }).toBeGreaterThan(0);
  const near = zoomOf(page);
  await page.keyboard.press('-');
  await expect.poll(() => zoomOf(page), { timeout: 10_000 }).toBeLessThan(near - 0.5);
}

describe('without WebGL', () => {
  test('the drawn map stands with a message, and can be zoomed', async () => {
    const { page, context } = await openPage({ expectedErrors: WEBGL_NOTES });
    await context.addInitScript(() => {
      const get = HTMLCanvasElement.prototype.getContext as (...args: unknown[]) => unknown;
      HTMLCanvasElement.prototype.getContext = function (this: unknown, ...args: unknown[]) {
        return String(args[0]).startsWith('webgl') ? null : get.apply(this, args);
      } as typeof HTMLCanvasElement.prototype.getContext;
    });
    await page.goto(new URL('?panel=timeline', page.url()).href);
    await appReady(page);
    await mapReady(page);
    expect(await picture(page)).toBe('drawn');
    expect(await page.locator('[data-static-map]').isVisible()).toBe(true);
    expect(await page.getByRole('status').filter({ hasText: 'Simpler' }).isVisible()).toBe(true);
    expect(await page.locator('.overlay [data-line]').count()).toBeGreaterThan(10);
    await page.locator('.drawn').focus();
    await pressZoom(page);
  });
});

describe('with WebGL', () => {
  test('a lost context brings the drawn map, a restored one the full map', async () => {
    const { page } = await openRegion({ viewport: PHONE, expectedErrors: WEBGL_NOTES });
    expect(await picture(page)).toBe('gl');
    const loss = await page.evaluateHandle(() =>
      document
        .querySelector<HTMLCanvasElement>('canvas.maplibregl-canvas')
        ?.getContext('webgl2')
        ?.getExtension('WEBGL_lose_context'),
    );
    await loss.evaluate((extension) => extension?.loseContext());
    await expect.poll(() => picture(page), { timeout: 10_000 }).toBe('drawn');
    expect(await page.locator('[data-static-map]').isVisible()).toBe(true);
    await loss.evaluate((extension) => extension?.restoreContext());
    await expect.poll(() => picture(page), { timeout: 10_000 }).toBe('gl');
  });

  test('the marks on the lines come to rest by themselves, and move anew with what flows', async () => {
    const { page } = await openPage({
      path: '?proposal=us-trilateral-thirds',
      viewport: LAPTOP,
    });
    await appReady(page);
    await mapReady(page);
    const moving = () => page.locator('.map .flows').first().getAttribute('data-moving');
    await expect.poll(moving).toBe('true');
    await expect.poll(moving, { timeout: 15_000 }).toBe('false');
    await page.locator('.segment label').nth(1).click();
    await expect.poll(moving).toBe('true');
  });

  test('a tap on the plate or on a line of the plant opens its card', async () => {
    const { page } = await openRegion();
    const card = page.locator('.map aside');
    const disc = await page.locator('.overlay .discs circle').first().boundingBox();
    if (!disc) throw new Error('no line out of service on the map');
    const { x, y } = await plateAt(page);
    await page.mouse.click(x, y);
    await card.waitFor();
    const plant = await card.getAttribute('aria-label');
    await card.getByRole('button').first().click();
    expect(await card.count()).toBe(0);
    await page.mouse.click(disc.x + disc.width / 2, disc.y + disc.height / 2);
    await card.waitFor();
    expect(await card.getAttribute('aria-label')).not.toBe(plant);
  });

  test('+ and − on the keyboard zoom, and the address tells it', async () => {
    const { page } = await openRegion();
    await page.locator('canvas.maplibregl-canvas').focus();
    await pressZoom(page);
  });

  test('an event at the plant marks its plate, and detail comes close up with its credit', async () => {
    const { page } = await openRegion({ path: '?panel=timeline&map=12/47.51/34.58' });
    await page.waitForSelector('[data-local="cooling-pond"]', { state: 'attached' });
    expect(await page.locator('.overlay [data-local]').count()).toBe(6);
    expect(await page.locator('.overlay .labels').textContent()).toContain('cooling pond');
    expect(await page.locator('.credit').textContent()).toContain('Kuzemko');
    await page.goto(new URL('?event=2022-03-04-seizure', page.url()).href);
    await mapReady(page);
    const event = await page.locator('.overlay .event').count();
    expect(event).toBe(0);
  });
});
