/** The map in other people's pages: small frames of another origin, in both languages and themes. */
import { createServer } from 'node:http';
import type { BrowserContext, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { listen } from '../../scripts/lib/static-server.mjs';
import { appReady, mapInWords } from '../support/app';
import { axe, LAPTOP, type OpenOptions, openPage } from '../support/browser';

/** A page of another origin; the frame's size and address stand in its own address. */
const host = createServer((request, response) => {
  const asked = new URL(request.url ?? '/', 'http://host');
  const [path, w, h] = ['path', 'w', 'h'].map((key) => asked.searchParams.get(key) ?? '');
  const src = `${inject('siteUrl')}${path}`.replaceAll('&', '&amp;');
  const frame = `<iframe src="${src}" title="Map" width="${w}" height="${h}" style="border:0"></iframe>`;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(
    asked.pathname === '/'
      ? `<!doctype html><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><body style="margin:0;height:3000px">${frame}`
      : '',
  );
});
let base = '';
beforeAll(async () => {
  base = `http://127.0.0.1:${await listen(host, 0)}/`;
});
afterAll(() => {
  host.close();
  host.closeAllConnections();
});

async function openFrame(path: string, w: number, h: number, more: OpenOptions = {}) {
  const opened = await openPage({
    ...more,
    base,
    path: `?${new URLSearchParams({ path, w: String(w), h: String(h) })}`,
    viewport: LAPTOP,
    serviceWorkers: 'allow',
    // The other page does contact the site.
    expectedErrors: new RegExp(`request to another origin: ${inject('siteUrl')}`),
  });
  const frame = opened.page.frames()[1] as Frame;
  await frame.waitForSelector('html[data-app="ready"] [data-map-ready="true"]', {
    timeout: 30_000,
  });
  return { ...opened, frame };
}

const withoutWebGl = (context: BrowserContext) =>
  context.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });

const SIZES = [
  [320, 240],
  [480, 360],
  [800, 500],
] as const;

describe.each([
  ['', '?event=2023-06-06-kakhovka&embed=1', 'Kakhovka dam destroyed; the reservoir drains'],
  ['uk/', '?proposal=us-trilateral-thirds&theme=dark&embed=1', 'Рівні третини: оцінка моделі'],
])('/%s%s', (folder, query, title) => {
  test.each(SIZES)('fits into %i × %i', async (w, h) => {
    const { context, frame } = await openFrame(`${folder}${query}`, w, h);
    expect(await frame.locator('.frame h1').textContent()).toBe(title);
    for (const part of ['h1', 'header a', '.map .legend button', '.dates time']) {
      expect(await frame.locator(`.frame ${part}`).isVisible(), part).toBe(true);
    }
    const named = folder ? 'Switchyard · Факти до' : 'Switchyard · Facts up to';
    expect(await frame.locator('.frame header p').innerText()).toContain(
      w < 360 ? named.slice('Switchyard · '.length) : named,
    );
    expect(await frame.locator('.tabs:visible, .notice, .sheet:visible').count()).toBe(0);
    const look = await frame.evaluate(() => {
      const { scrollHeight, scrollWidth, dataset } = document.documentElement;
      const boxes = ['header', '.map', '.dates'].map((part) =>
        document.querySelector(`.frame ${part}`)?.getBoundingClientRect(),
      );
      const small = [...document.querySelectorAll('.frame button, .frame a')]
        .filter((one) => one.checkVisibility())
        .filter((one) => one.getBoundingClientRect().height < 44)
        .map((one) => one.textContent);
      return {
        over: [scrollHeight - innerHeight, scrollWidth - innerWidth],
        theme: dataset['theme'],
        bottom: boxes.at(-1)?.bottom,
        map: boxes[1]?.height,
        small,
      };
    });
    const overlap = await frame.evaluate(() => {
      const credit = document.querySelector('.frame .credit') as Element;
      const zoom = document.querySelector('.frame .zoom')?.getBoundingClientRect() as DOMRect;
      const words = document.createRange();
      words.selectNodeContents(credit);
      return [...words.getClientRects()].filter(
        ({ right, bottom }) => right > zoom.left && bottom > zoom.top + 1,
      ).length;
    });
    expect(overlap, 'credit over the zoom buttons').toBe(0);
    expect(look.over).toEqual([0, 0]);
    expect(look.bottom).toBeLessThanOrEqual(h);
    expect(look.map).toBeGreaterThan(h / 2);
    expect(look.small).toEqual([]);
    expect(look.theme).toBe(query.includes('dark') ? 'dark' : 'light');
    expect(context.serviceWorkers()).toEqual([]);
    if (w === 320) expect(await axe(frame)).toEqual([]);
  });
});

test('the link opens the same view in the whole app, reached by keyboard, without a hold on the page', async () => {
  const { page, context, frame } = await openFrame('uk/?date=2022-10-01&embed=1', 480, 360);
  const link = frame.locator('.frame header a');
  expect(await link.getAttribute('href')).toBe(`${inject('siteUrl')}uk/?date=2022-10-01`);
  for (let n = 0; n < 12 && !(await link.evaluate((a) => a === document.activeElement)); n += 1) {
    await page.keyboard.press('Tab');
  }
  const words = await mapInWords(frame);
  const opening = context.waitForEvent('page');
  await page.keyboard.press('Enter');
  const whole = await opening;
  await appReady(whole);
  expect(whole.url()).not.toContain('embed');
  expect(await whole.evaluate(() => window.opener)).toBeNull();
  expect(await whole.locator('.tabs, nav').first().isVisible()).toBe(true);
  expect((await mapInWords(whole)).slice(0, 60)).toBe(words.slice(0, 60));
});

test('the page around goes on scrolling over the map; Ctrl and the wheel move the map', async () => {
  const { page, frame } = await openFrame('?panel=timeline&embed=1', 480, 360);
  // The first picture of the map is there before the map that moves.
  await frame.waitForSelector('[data-map-picture="gl"]', { timeout: 30_000 });
  const plant = () =>
    frame.evaluate(() => document.querySelector('.dots g')?.getAttribute('transform'));
  const before = await plant();
  await page.mouse.move(240, 180);
  await page.mouse.wheel(0, 240);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
  await page.evaluate(() => window.scrollTo(0, 0));
  expect(await plant()).toBe(before);
  await page.keyboard.down('Control');
  // Again, as a hand does: the browser gives a wheel still turning to what it scrolled before.
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, -240);
      return plant();
    })
    .not.toBe(before);
  await page.keyboard.up('Control');
});

test.each([
  ['the map that moves', 'gl', {}],
  ['the map drawn without WebGL', 'drawn', { prepare: withoutWebGl }],
] as const)(
  '%s: one finger scrolls the page around it, two fingers move it',
  async (_, picture, more) => {
    const { page, frame } = await openFrame('?panel=timeline&embed=1', 480, 360, {
      ...more,
      touch: true,
    });
    await frame.waitForSelector(`[data-map-picture="${picture}"]`, { timeout: 30_000 });
    const frames = (n: number) =>
      frame.evaluate(async (left) => {
        for (; left > 0; left -= 1) await new Promise(requestAnimationFrame);
      }, n);
    /** Where a place stands, once it has stood there for a while. */
    const plant = async () => {
      const now = () =>
        frame.evaluate(() => document.querySelector('.dots g')?.getAttribute('transform'));
      let last: Awaited<ReturnType<typeof now>>;
      do {
        last = await now();
        await frames(20);
      } while (last !== (await now()));
      return last;
    };
    const scrolled = () => page.evaluate(() => window.scrollY);
    const cdp = await page.context().newCDPSession(page);
    /** Fingers at these x, one beside the other, from y = 260 up to 120. */
    const drag = async (...across: number[]) => {
      const at = (y: number) => across.map((x, id) => ({ x, y, id }));
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(260) });
      for (let y = 246; y >= 120; y -= 14) {
        await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(y) });
        await frames(1);
      }
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };

    const before = await plant();
    await drag(240);
    await expect.poll(scrolled).toBeGreaterThan(100);
    expect(await plant()).toBe(before);

    await page.evaluate(() => window.scrollTo(0, 0));
    await expect.poll(scrolled).toBe(0);
    await drag(200, 280);
    await expect.poll(plant, { timeout: 10_000 }).not.toBe(before);
    expect(await scrolled()).toBe(0);
  },
);
