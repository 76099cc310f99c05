/** Nothing on the page moves by itself from the words before script until app and map are there. */
import type { BrowserContext } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, mapReady } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';

interface Shift {
  value: number;
  at: number;
  moved: string[];
}

/** Has each new page of the context write down its layout shifts, with what moved and from where. */
async function watchShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(globalThis, { shifts });
    const box = (r: DOMRectReadOnly) => [r.x, r.y, r.width, r.height].map(Math.round).join(' ');
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, startTime, sources } = entry as PerformanceEntry & {
          value: number;
          sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[];
        };
        // A letter of the type that came may reach a pixel further than that of the first one.
        const far = sources.filter(({ previousRect: was, currentRect: is }) =>
          [was.left - is.left, was.top - is.top, was.right - is.right, was.bottom - is.bottom].some(
            (by) => Math.abs(by) > 1.5,
          ),
        );
        if (sources.length > 0 && far.length === 0) continue;
        const moved = far.map(({ node, previousRect, currentRect }) => {
          const element = node instanceof Element ? node : node?.parentElement;
          const name = `${element?.tagName}.${element?.getAttribute('class')}`;
          return `${name}: ${box(previousRect)} → ${box(currentRect)}`;
        });
        shifts.push({ value, at: Math.round(startTime), moved });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/**
 * What moved while script took the page over. The facts are held back until the type is there: a
 * type that arrives late moves words by itself, which is not the app's doing.
 */
async function shiftsOf(path: string, viewport: typeof PHONE): Promise<Shift[]> {
  const touch = viewport === PHONE;
  let letFactsCome = () => {};
  const typeIsThere = new Promise<void>((resolve) => {
    letFactsCome = resolve;
  });
  const { page } = await openPage({
    path,
    viewport,
    touch,
    waitUntil: 'commit',
    prepare: async (context) => {
      await watchShifts(context);
      await context.route(/\/facts-[^/]*\.json$/, async (route) => {
        await typeIsThere;
        await route.continue();
      });
    },
  });
  await page.waitForFunction(() => document.readyState !== 'loading');
  const typeStands = await page.evaluate(async () => {
    const wanted = ['400 16px', '660 16px', 'italic 400 16px'];
    const faces = wanted.map((face) => `${face} "Source Sans 3 Variable"`);
    await Promise.all(faces.map((face) => document.fonts.load(face, 'aї')));
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    return performance.now();
  });
  letFactsCome();
  await appReady(page);
  await mapReady(page);
  // Two frames, so that the last shift has been told of.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  const shifts = await page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts);
  // By the frame it was in: a busy browser tells of the type's own shift well after its frame.
  return shifts.filter(({ at }) => at > typeStands);
}

const PATHS = [
  '',
  'uk/',
  '?panel=timeline',
  '?proposal=us-28-point-2025-11',
  '?panel=claims',
  '?event=2023-06-06-kakhovka&theme=dark',
];

describe.each([
  ['phone', PHONE],
  ['laptop', LAPTOP],
])('on a %s', (_, viewport) => {
  test.each(PATHS)('nothing moves while “%s” arrives', async (path) => {
    const shifts = await shiftsOf(path, viewport);
    expect(shifts).toEqual([]);
  });
});

test('a reader who scrolled down before script keeps the place, and loses nothing above', async () => {
  let release = () => {};
  const gate = new Promise<void>((open) => {
    release = open;
  });
  const { page } = await openPage({
    waitUntil: 'commit',
    prepare: (context) =>
      context.route(/assets\/facts-.*\.json/, async (route) => {
        await gate;
        await route.continue();
      }),
  });
  await page.locator('#claims').waitFor();
  await page.locator('#claims').scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  expect(before).toBeGreaterThan(500);
  release();
  await appReady(page);
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
  expect(await page.locator('#claims').isVisible()).toBe(true);
  await page.evaluate(() => window.scrollTo(0, 0));
  await expect.poll(() => page.locator('#words').count()).toBe(0);
});

test.each([
  ['', 'dark'],
  ['?theme=light', 'light'],
])(
  'the theme the reader saved, or the address asks for, is there before script (“%s”)',
  async (path, theme) => {
    const { page } = await openPage({
      path,
      expectedErrors: /ERR_FAILED/,
      prepare: async (context) => {
        await context.route(/assets\/index-.*\.js/, (route) => route.abort());
        await context.addInitScript(() => {
          if (location.protocol === 'http:') localStorage.setItem('switchyard-theme', 'dark');
        });
      },
    });
    expect(await page.locator('html').getAttribute('data-theme')).toBe(theme);
  },
);
