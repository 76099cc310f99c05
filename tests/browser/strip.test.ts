/** The phone's timeline by thumb, keys and screen reader: real touches through the debugger. */
import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { dayNumber } from '../../src/core/dates';
import { appReady, expectAddress } from '../support/app';
import { axe, openPage } from '../support/browser';

type Spot = readonly [x: number, y: number];
const STEPS = 8;

/** Fingers on the screen, from their first places to their last. */
async function drag(hand: CDPSession, from: readonly Spot[], to: readonly Spot[]): Promise<void> {
  const points = (part: number) =>
    from.map(([x, y], id) => {
      const [endX, endY] = to[id] as Spot;
      return { id, x: x + (endX - x) * part, y: y + (endY - y) * part };
    });
  await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(0) });
  for (let i = 1; i <= STEPS; i++) {
    await hand.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: points(i / STEPS),
    });
  }
  await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

async function tap(hand: CDPSession, [x, y]: Spot): Promise<void> {
  await hand.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
  await hand.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

interface Strip {
  page: Page;
  context: BrowserContext;
  hand: CDPSession;
  /** Days at the left and right edges and the place of the days on the screen. */
  shown: () => Promise<{ from: number; to: number; left: number; width: number; top: number }>;
  /** Screen place of a day, at the height of the events. */
  spot: (day: number) => Promise<Spot>;
  dayAt: (x: number) => Promise<number>;
}

async function openStrip(path: string): Promise<Strip> {
  const { page, context } = await openPage({ path, touch: true, reducedMotion: 'reduce' });
  await appReady(page);
  const hand = await context.newCDPSession(page);
  const shown = () =>
    page.getByRole('slider').evaluate((strip) => {
      const track = strip.firstElementChild?.getBoundingClientRect() as DOMRect;
      const { from, to } = strip.dataset;
      return {
        from: Number(from),
        to: Number(to),
        left: track.left,
        width: track.width,
        top: track.top,
      };
    });
  return {
    page,
    context,
    hand,
    shown,
    async spot(day) {
      const { from, to, left, width, top } = await shown();
      return [left + ((day - from) / (to - from)) * width, top + 23];
    },
    async dayAt(x) {
      const { from, to, left, width } = await shown();
      return from + ((x - left) / width) * (to - from);
    },
  };
}

const dateOf = (page: Page) => page.getByRole('slider').getAttribute('aria-valuenow');
const zoomIn = (page: Page) => page.getByRole('button', { name: 'Zoom in on the timeline' });

describe('by thumb', () => {
  test('a sideways drag moves the days when zoomed in and leaves the date', async () => {
    const { page, hand, shown, dayAt } = await openStrip('?panel=timeline&date=2024-04-14');
    await zoomIn(page).tap();
    const { top } = await shown();
    const before = await dayAt(320);
    await drag(hand, [[320, top + 20]], [[250, top + 24]]);
    await expect.poll(() => dayAt(250)).toBeCloseTo(before, 0);
    expect(await dateOf(page)).toBe(String(dayNumber('2024-04-14')));
  });

  test('a drag near the cursor takes the date along, zoomed in as well', async () => {
    const { page, hand, spot, shown } = await openStrip('?panel=timeline&date=2024-04-14');
    await zoomIn(page).tap();
    const window = await shown();
    const [x, y] = await spot(dayNumber('2024-04-14'));
    const [goal] = await spot(dayNumber('2024-06-20'));
    await drag(hand, [[x + 12, y]], [[goal + 12, y]]);
    await expectAddress(page, 'date', '2024-06-20');
    expect(await shown()).toEqual(window);
  });

  test('a sideways drag takes the date from anywhere while all years are shown', async () => {
    const { page, hand, spot } = await openStrip('?panel=timeline&date=2022-06-01');
    const [goal, y] = await spot(dayNumber('2025-03-10'));
    await drag(hand, [[goal - 60, y]], [[goal, y]]);
    await expect
      .poll(async () => Math.abs(Number(await dateOf(page)) - dayNumber('2025-03-10')))
      .toBeLessThan(4);
  });

  test('two fingers zoom, and the day between them stays between them', async () => {
    const { hand, shown, dayAt } = await openStrip('?panel=timeline');
    const { top, from, to } = await shown();
    const y = top + 24;
    const day = await dayAt(170);
    await drag(
      hand,
      [
        [150, y],
        [190, y],
      ],
      [
        [50, y],
        [290, y],
      ],
    );
    await expect.poll(async () => (await shown()).to - (await shown()).from).toBeLessThan(400);
    const near = await shown();
    expect(near.to - near.from).toBeLessThan((to - from) / 4);
    expect(Math.abs((await dayAt(170)) - day)).toBeLessThan(1.5);
    // And back together: all years again.
    await drag(
      hand,
      [
        [30, y],
        [330, y],
      ],
      [
        [160, y],
        [200, y],
      ],
    );
    await expect.poll(async () => (await shown()).to - (await shown()).from).toBeCloseTo(to - from);
  });

  test('a vertical swipe over the strip scrolls the page that it stands in', async () => {
    const { page, context } = await openPage({ touch: true });
    await context.route('**/host.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<body style="margin:0;height:3000px">
          <iframe src="/?panel=timeline&embed=1" style="border:0;width:390px;height:700px"></iframe>`,
      }),
    );
    await page.goto(new URL('host.html', inject('siteUrl')).href);
    const frame = page.frames().find((f) => f !== page.mainFrame());
    const strip = frame?.getByRole('slider');
    const box = await strip?.boundingBox();
    if (!strip || !box) throw new Error('no strip in the frame');
    const hand = await context.newCDPSession(page);
    await drag(hand, [[195, box.y + 30]], [[199, box.y - 170]]);
    await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
    expect(await strip.getAttribute('aria-valuenow')).toBe(
      await strip.getAttribute('aria-valuemax'),
    );
  });

  test('a tap on a bar shows its month, on a cluster its events apart', async () => {
    const { page, hand, spot, shown } = await openStrip('?panel=timeline');
    await tap(hand, await spot(dayNumber('2025-09-16')));
    await expect.poll(async () => (await shown()).to - (await shown()).from).toBeLessThan(60);
    const month = await shown();
    expect(month.from).toBeLessThan(dayNumber('2025-09-01'));
    expect(month.to).toBeGreaterThan(dayNumber('2025-10-01'));
    expect(new URL(page.url()).searchParams.get('date')).toBeNull();

    await page.getByRole('button', { name: 'Zoom out of the timeline' }).tap();
    await page.getByRole('button', { name: 'Zoom out of the timeline' }).tap();
    const clusters = page.locator('[data-sign]:not([data-count="1"])');
    const inside = Number(await clusters.first().getAttribute('data-count'));
    const before = await shown();
    const box = await clusters.first().boundingBox();
    if (!box) throw new Error('no cluster in view');
    await tap(hand, [box.x + box.width / 2, box.y + box.height / 2]);
    await expect
      .poll(async () => (await shown()).to - (await shown()).from)
      .toBeLessThan((before.to - before.from) * 0.9);
    const after = await shown();
    const seen = await page.locator('[data-sign]').evaluateAll(
      (nodes, { left, width }) =>
        nodes.filter((node) => {
          const { x } = node.getBoundingClientRect();
          return x > left && x < left + width;
        }).length,
      after,
    );
    expect(seen).toBeGreaterThan(1);
    expect(inside).toBeGreaterThan(1);
  });

  test('a tap on a single point opens its event', async () => {
    const { page, hand, spot } = await openStrip('?panel=timeline&date=2023-06-20');
    for (let i = 0; i < 4; i++) await zoomIn(page).tap();
    await page.locator('[data-sign]').first().waitFor();
    await page.getByRole('slider').press('PageDown');
    await page.getByRole('slider').press('Home');
    // The seizure of the plant stands alone on its day; a thumb need not meet it exactly.
    const [x, y] = await spot(dayNumber('2022-03-04'));
    await tap(hand, [x + 16, y + 14]);
    await expectAddress(page, 'event', '2022-03-04-seizure');
  });

  test('a tap on empty ground moves the date there', async () => {
    const { page, hand, dayAt, shown } = await openStrip('?panel=timeline&date=2025-09-10');
    for (let i = 0; i < 3; i++) await zoomIn(page).tap();
    await page.locator('[data-sign]').first().waitFor();
    const { top } = await shown();
    const taken = await page.locator('[data-sign]').evaluateAll((nodes) =>
      nodes.map((node) => {
        const { x, width } = node.getBoundingClientRect();
        return x + width / 2;
      }),
    );
    const free = Array.from({ length: 280 }, (_, i) => 30 + i).find((x) =>
      taken.every((sign) => Math.abs(sign - x) > 26),
    );
    if (!free) throw new Error('no empty ground in view');
    const day = Math.round(await dayAt(free));
    await tap(hand, [free, top + 23]);
    await expect.poll(() => dateOf(page)).toBe(String(day));
  });

  test('a tap on the words of the years moves the date there', async () => {
    const { page, hand, spot } = await openStrip('?panel=timeline&date=2025-09-20');
    const [x, y] = await spot(dayNumber('2024-01-20'));
    await tap(hand, [x, y + 30]);
    await expect
      .poll(async () => Math.abs(Number(await dateOf(page)) - dayNumber('2024-01-20')))
      .toBeLessThan(4);
  });

  test('events of one day open as a list, which Escape and a tap beside it close', async () => {
    const { page, hand } = await openStrip('?panel=timeline&date=2025-10-01');
    for (let i = 0; i < 4; i++) await zoomIn(page).tap();
    const slider = page.getByRole('slider');
    const cluster = page.locator('[data-sign]:not([data-count="1"])').first();
    for (let i = 0; i < 40 && (await cluster.count()) === 0; i++) await slider.press('PageDown');
    const count = Number(await cluster.getAttribute('data-count'));
    const open = async () => {
      const box = await cluster.boundingBox();
      if (!box) throw new Error('no cluster in view');
      await tap(hand, [box.x + box.width / 2, box.y + box.height / 2]);
      await page.getByRole('dialog').waitFor();
    };
    await open();
    const rows = page.getByRole('dialog').getByRole('listitem').getByRole('button');
    expect(await rows.count()).toBe(count);
    for (const row of await rows.all()) {
      expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await slider.evaluate((strip) => strip === document.activeElement)).toBe(true);

    await open();
    await tap(hand, [20, 80]);
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await open();
    await rows.last().tap();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expect.poll(() => new URL(page.url()).searchParams.get('event')).not.toBeNull();
  });

  test('everything to press is at least 44 px, and axe finds nothing, zoomed or not', async () => {
    const { page } = await openStrip('?panel=timeline');
    expect(await axe(page)).toEqual([]);
    await zoomIn(page).tap();
    await page.locator('[data-sign]').first().waitFor();
    for (const name of ['Zoom in on the timeline', 'Zoom out of the timeline', 'Show all years']) {
      const box = await page.getByRole('button', { name }).boundingBox();
      expect(box?.width, name).toBeGreaterThanOrEqual(44);
      expect(box?.height, name).toBeGreaterThanOrEqual(44);
    }
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole('button', { name: 'Show all years' }).tap();
    await page.locator('[data-sign]').first().waitFor({ state: 'detached' });
  });
});

describe('by keys', () => {
  test('plus, minus and nought zoom, and the days shown are spoken', async () => {
    const { page } = await openPage({
      path: '?panel=timeline&date=2024-04-14',
      reducedMotion: 'reduce',
    });
    await appReady(page);
    const slider = page.getByRole('slider');
    const days = async () =>
      Number(await slider.getAttribute('data-to')) - Number(await slider.getAttribute('data-from'));
    const whole = await days();
    await slider.press('+');
    expect(await days()).toBeCloseTo(365, 0);
    await slider.press('+');
    await slider.press('+');
    expect(await days()).toBeCloseTo(31, 0);
    await page.getByText(/^Shown: \d+ \w+ 2024 to/).waitFor({ state: 'attached' });
    await slider.press('-');
    expect(await days()).toBeCloseTo(92, 0);
    await slider.press('0');
    expect(await days()).toBeCloseTo(whole, 0);
  });

  test('the days follow a date that leaves them', async () => {
    const { page } = await openPage({
      path: '?panel=timeline&date=2024-04-14',
      reducedMotion: 'reduce',
    });
    await appReady(page);
    const slider = page.getByRole('slider');
    for (let i = 0; i < 3; i++) await slider.press('+');
    const inView = async () => {
      const [from, date, to] = await Promise.all(
        ['data-from', 'aria-valuenow', 'data-to'].map((name) => slider.getAttribute(name)),
      );
      return Number(from) <= Number(date) && Number(date) <= Number(to);
    };
    for (const key of ['PageUp', 'PageUp', 'Home', 'PageDown', 'End']) {
      await slider.press(key);
      await expect.poll(inView, { message: key }).toBe(true);
    }
  });
});

test('a drag of the date changes nothing of the strip but the cursor', async () => {
  const { page } = await openPage({
    path: '?panel=timeline&date=2024-04-14',
    reducedMotion: 'reduce',
  });
  await appReady(page);
  const slider = page.getByRole('slider');
  for (let i = 0; i < 2; i++) await slider.press('+');
  const changes = await slider.evaluate(async (strip) => {
    const seen = new Set<string>();
    const observer = new MutationObserver((records) => {
      for (const { type, target, attributeName } of records) {
        const name = target instanceof Element ? target.classList[0] : target.nodeName;
        seen.add(`${type} ${name} ${attributeName ?? ''}`);
      }
    });
    observer.observe(strip, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    for (let i = 0; i < 6; i++) {
      strip.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      await new Promise(requestAnimationFrame);
    }
    observer.disconnect();
    return [...seen].map((entry) => entry.replace(/ s-[\w-]+/, '')).sort();
  });
  expect(changes).toEqual([
    'attributes cursor style',
    'attributes strip aria-valuenow',
    'attributes strip aria-valuetext',
  ]);
});
