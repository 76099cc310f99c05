/** The lanes of wide screens: read aloud, walked by keys, touched, dragged and zoomed. */
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, expectAddress, mapReady } from '../support/app';
import { axe, LAPTOP, type OpenOptions, openPage } from '../support/browser';
import { loadFacts } from '../support/facts';

const COUNT = loadFacts().events.length;
const TABLET = { width: 1024, height: 768 };

async function openLanes(path = '?panel=timeline', more: OpenOptions = {}): Promise<Page> {
  const { page } = await openPage({
    path,
    viewport: LAPTOP,
    reducedMotion: 'reduce',
    ...more,
  });
  await appReady(page);
  await page.locator('.tl-cursor').waitFor();
  return page;
}

const lanes = (page: Page) => page.locator('.ground[role="application"]');
const live = (page: Page) => page.locator('.pane > [aria-live]');

async function said(page: Page): Promise<string> {
  return ((await live(page).textContent()) ?? '').replace(/\s+/g, ' ').trim();
}

/** Presses a key in the lanes and gives what is spoken after it. */
async function press(page: Page, key: string): Promise<string> {
  const before = await said(page);
  await page.keyboard.press(key);
  await expect.poll(() => said(page)).not.toBe(before);
  return said(page);
}

/** What the axis names, in the order of the alphabet. */
const axisText = (page: Page) =>
  page.locator('.vis-time-axis.vis-foreground .vis-text:not(.vis-measure)').evaluateAll((nodes) =>
    nodes
      .map((n) => n.textContent?.trim() ?? '')
      .filter(Boolean)
      .sort(),
  );

/** Left edge of the lanes' whole axis and its width, in px: what moving and zooming change. */
const ground = (page: Page) =>
  page.locator('.tl-under .tl-wide').evaluate((wide) => {
    const box = wide.getBoundingClientRect();
    return { left: box.left, width: box.width };
  });

/** The part of the screen in which the lanes lie. */
async function centre(page: Page) {
  const box = await page.locator('.vis-panel.vis-center').boundingBox();
  if (!box) throw new Error('no lanes on the screen');
  return box;
}

/** Middle of the first of the main dots, once it stands still. */
async function seizure(page: Page): Promise<{ x: number; y: number }> {
  const find = () =>
    page.locator('.tl-dot.tl-i1').evaluateAll((dots) => {
      const boxes = dots.map((dot) => dot.getBoundingClientRect());
      const box = boxes.sort((a, b) => a.left - b.left)[0] as DOMRect;
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    });
  let last = await find();
  await expect
    .poll(async () => {
      const before = last;
      last = await find();
      return last.x - before.x;
    })
    .toBe(0);
  return last;
}

describe('with a screen reader', () => {
  test('three steps and opening are spoken in full', async () => {
    const page = await openLanes();
    const cdp = await page.context().newCDPSession(page);
    const { nodes } = await cdp.send('Accessibility.getFullAXTree');
    const application = nodes.filter(
      ({ role, name }) => role?.value === 'application' && /timeline/.test(name?.value ?? ''),
    );
    expect(application).toHaveLength(1);
    expect(application[0]?.name?.value).toBe('Events on the timeline');
    expect(application[0]?.description?.value).toMatch(/^Left and right arrows go from event/);

    await lanes(page).focus();
    const transcript = [await press(page, 'Home')];
    for (let i = 0; i < 3; i += 1) transcript.push(await press(page, 'ArrowRight'));
    expect(transcript).toEqual([
      `1 of ${COUNT}, 3 March 2022, confirmed, Russian forces reach Enerhodar, Enter to open`,
      `2 of ${COUNT}, 4 March 2022, confirmed, Russian forces take the plant, Enter to open`,
      expect.stringMatching(`^3 of ${COUNT}, .+ 2022, .+, Enter to open$`),
      expect.stringMatching(`^4 of ${COUNT}, .+ 2022, .+, Enter to open$`),
    ]);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expectAddress(page, 'event', '2022-03-04-seizure');
  });

  test('the drawing itself says nothing', async () => {
    const page = await openLanes();
    const inside = await lanes(page).ariaSnapshot();
    expect(inside.split('\n').filter((line) => /occupation|2022|2023/i.test(line))).toEqual([]);
  });
});

describe('by keyboard', () => {
  test('every event is reached', async () => {
    const page = await openLanes();
    await lanes(page).focus();
    const seen = new Set([await press(page, 'Home')]);
    for (let i = 1; i < COUNT; i += 1) seen.add(await press(page, 'ArrowRight'));
    expect(seen.size).toBe(COUNT);
    expect(await said(page)).toMatch(new RegExp(`^${COUNT} of ${COUNT}, `));
  }, 120_000);

  test('pages go by years, End to the last', async () => {
    const page = await openLanes();
    await lanes(page).focus();
    await press(page, 'Home');
    expect(await press(page, 'PageDown')).toMatch(/ (February|March) 2023, /);
    expect(await press(page, 'PageDown')).toMatch(/ (February|March) 2024, /);
    expect(await press(page, 'PageUp')).toMatch(/ 2023, /);
    expect(await press(page, 'End')).toMatch(/, 22 August 2026, /);
  });

  test('plus, minus and 0 change how much is shown', async () => {
    const page = await openLanes();
    await lanes(page).focus();
    const whole = await ground(page);
    await page.keyboard.press('+');
    await expect.poll(async () => (await ground(page)).width).toBeCloseTo(2 * whole.width, -1);
    await page.keyboard.press('-');
    await expect.poll(async () => (await ground(page)).width).toBeCloseTo(whole.width, -1);
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await page.keyboard.press('0');
    await expect.poll(async () => (await ground(page)).width).toBeCloseTo(whole.width, -1);
  });
});

test('year, month and day show that much about the date', async () => {
  const page = await openLanes('?panel=timeline&date=2025-10-01');
  await page.getByText('Month', { exact: true }).click();
  await expect.poll(() => axisText(page)).toContain('October 2025');
  expect(await page.getByRole('radio', { name: 'Month' }).isChecked()).toBe(true);
  await page.getByText('Day', { exact: true }).click();
  await expect.poll(async () => (await axisText(page)).length).toBeLessThan(12);
  await page.getByText('Year', { exact: true }).click();
  await expect.poll(() => axisText(page)).toContain('Oct');
  await page.getByText('All', { exact: true }).click();
  await expect.poll(() => axisText(page)).toEqual(['2022', '2023', '2024', '2025', '2026']);
  // Moved by hand: none of them is what is shown.
  await page.getByRole('button', { name: 'Zoom in on the timeline' }).click();
  await expect.poll(() => page.locator('.zoom input:checked').count()).toBe(0);
});

describe('the mouse', () => {
  test('opens an event and names it before', async () => {
    const page = await openLanes();
    const dot = await seizure(page);
    await page.mouse.move(dot.x, dot.y);
    expect(await page.locator('.tip').textContent()).toContain('Russian forces take the plant');
    await page.mouse.down();
    await page.mouse.up();
    await expectAddress(page, 'event', '2022-03-04-seizure');
  });

  test('brings events that stand in one sign closer until they stand apart', async () => {
    const page = await openLanes('?panel=timeline', { viewport: { width: 900, height: 768 } });
    const sign = await page.locator('.tl-cluster').first().boundingBox();
    if (!sign) throw new Error('no cluster');
    await page.mouse.move(sign.x + sign.width / 2, sign.y + sign.height / 2);
    const tip = (await page.locator('.tip').textContent()) ?? '';
    const count = Number(/^(\d+) events/.exec(tip.trim())?.[1]);
    expect(count).toBeGreaterThan(3);
    expect(tip).toContain('Click to move closer');
    await page.mouse.down();
    await page.mouse.up();
    await expect.poll(() => page.locator('.tl-cluster').count()).toBe(0);
    const { x, width } = await centre(page);
    const apart = await page
      .locator('.vis-group:nth-child(3) .tl-dot')
      .evaluateAll((dots) => dots.map((dot) => dot.getBoundingClientRect().left));
    expect(apart.filter((left) => left > x && left < x + width).length).toBeGreaterThanOrEqual(
      count,
    );
  });

  test('reads a span that no event begins', async () => {
    const page = await openLanes('?panel=timeline&date=2024-08-01');
    await page.getByText('Month', { exact: true }).click();
    await expect.poll(() => axisText(page)).toContain('August 2024');
    const span = page.locator('.tl-span').filter({ visible: true });
    const row = await page.locator('.vis-label', { hasText: 'Reactors' }).boundingBox();
    const box = await centre(page);
    if (!row) throw new Error('no row');
    expect(await span.count()).toBeGreaterThan(0);
    await page.mouse.move(box.x + box.width * 0.3, row.y + row.height / 2);
    expect(await page.locator('.tip').textContent()).toMatch(
      /All six units in cold shutdown\s*13 Apr 2024 – 22 Aug 2026/,
    );
  });

  test('drags the lanes, and a click on the ground takes the day', async () => {
    const page = await openLanes('?panel=timeline&date=2025-10-01');
    await page.getByText('Year', { exact: true }).click();
    await expect.poll(() => axisText(page)).toContain('Oct');
    const before = await ground(page);
    const box = await centre(page);
    const y = box.y + 9;
    await page.mouse.move(box.x + 200, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, y, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await ground(page)).left - before.left).toBeGreaterThan(80);
    await expectAddress(page, 'date', '2025-10-01');
    const { left, width } = await ground(page);
    const day = (box.x + 500 - left) / width;
    await page.mouse.click(box.x + 500, box.y + box.height - 30);
    await expect.poll(() => new URL(page.url()).searchParams.get('date')).not.toBe('2025-10-01');
    const taken = Date.parse(new URL(page.url()).searchParams.get('date') ?? '');
    const [from, to] = ['2022-02-01', '2026-12-01'].map((d) => Date.parse(d)) as [number, number];
    expect(Math.abs(taken - (from + day * (to - from))) / 86_400_000).toBeLessThan(2);
  });

  test('drags the date by its line, wherever it is grasped', async () => {
    const page = await openLanes('?panel=timeline&date=2024-05-05');
    const before = await ground(page);
    const cursor = await page.locator('.tl-cursor').boundingBox();
    if (!cursor) throw new Error('no cursor');
    const x = cursor.x + cursor.width / 2;
    await page.mouse.move(x + 15, cursor.y + 40);
    await page.mouse.down();
    await page.mouse.move(x + 115, cursor.y + 40, { steps: 8 });
    await page.mouse.up();
    const after = await page.locator('.tl-cursor').boundingBox();
    expect((after?.x ?? 0) - cursor.x).toBeGreaterThan(95);
    expect((after?.x ?? 0) - cursor.x).toBeLessThan(105);
    expect(await ground(page)).toEqual(before);
    await expect
      .poll(() => new URL(page.url()).searchParams.get('date') ?? '')
      .toMatch(/^2024-1[12]/);
  });
});

test('phases, the end of the facts and the reader’s day are named', async () => {
  const page = await openLanes();
  await page.clock.setFixedTime(new Date('2026-08-25T12:00:00Z'));
  await page.reload();
  await appReady(page);
  await page.locator('.tl-cursor').waitFor();
  const shown = () =>
    page
      .locator('.tl-label')
      .evaluateAll((nodes) =>
        nodes.filter((n) => !(n as HTMLElement).hidden).map((n) => n.textContent),
      );
  await expect.poll(shown).toContain('All units cold');
  expect(await shown()).toContain('facts end here');
  await page.getByText('Month', { exact: true }).click();
  await expect.poll(shown).toContain('today');
  expect(await shown()).toContain('facts end here');
});

test('no mark of the ground is crossed by the date’s knob', async () => {
  for (const date of ['2026-03-24', '2026-05-20', '2026-08-22', '2024-05-05']) {
    const page = await openLanes(`?panel=timeline&date=${date}`);
    await page.locator('.tl-cursor').waitFor();
    // The lanes take their last size a moment after they appear.
    const crossed = () =>
      page.evaluate(() => {
        const line = document.querySelector('.tl-cursor')?.getBoundingClientRect();
        const label = document.querySelector('.tl-label.tl-below:not([hidden])');
        const box = label?.getBoundingClientRect();
        if (!line || !box) return false;
        const at = line.x + line.width / 2;
        return at + 6 > box.left && at - 6 < box.right;
      });
    await expect.poll(crossed, { message: date }).toBe(false);
  }
});

describe('by touch on a tablet', () => {
  const touch = (x: number, y: number, id = 0) => ({ x, y, id });

  async function openTablet(): Promise<{ page: Page; cdp: CDPSession }> {
    const page = await openLanes('?panel=timeline&date=2024-05-05', {
      viewport: TABLET,
      touch: true,
    });
    // Something to scroll, as where the app stands in a longer page.
    await page.evaluate(() => {
      document.body.append(Object.assign(document.createElement('div'), { id: 'more' }));
      const style = new CSSStyleSheet();
      style.replaceSync('#more { height: 900px } html, body { overflow: auto }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, style];
    });
    await page.getByText('Year', { exact: true }).click();
    await expect.poll(() => axisText(page)).toContain('May');
    return { page, cdp: await page.context().newCDPSession(page) };
  }

  async function drag(
    cdp: CDPSession,
    paths: readonly (readonly [from: [number, number], to: [number, number]])[],
  ): Promise<void> {
    const at = (part: number) =>
      paths.map(([from, to], id) =>
        touch(from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part, id),
      );
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
    for (let i = 1; i <= 10; i += 1) {
      await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(i / 10) });
    }
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }

  test('a finger sideways moves the lanes and not the page', async () => {
    const { page, cdp } = await openTablet();
    const box = await centre(page);
    const before = await ground(page);
    const y = box.y + 30;
    await drag(cdp, [
      [
        [box.x + 60, y],
        [box.x + 180, y + 4],
      ],
    ]);
    await expect.poll(async () => (await ground(page)).left - before.left).toBeGreaterThan(90);
    expect((await ground(page)).width).toBeCloseTo(before.width, 0);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await expectAddress(page, 'date', '2024-05-05');
  });

  test('a finger upwards scrolls the page and leaves the lanes', async () => {
    const { page, cdp } = await openTablet();
    const box = await centre(page);
    const before = await ground(page);
    for (const x of [box.x + 60, box.x + box.width / 2]) {
      await page.evaluate(() => window.scrollTo(0, 0));
      await drag(cdp, [
        [
          [x, box.y + 130],
          [x + 6, box.y - 120],
        ],
      ]);
      await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(100);
      expect(await ground(page)).toEqual(before);
    }
    await expectAddress(page, 'date', '2024-05-05');
  });

  test('two fingers zoom about the middle between them', async () => {
    const { page, cdp } = await openTablet();
    const box = await centre(page);
    const y = box.y + 60;
    const middle = box.x + 200;
    const place = async () => {
      const { left, width } = await ground(page);
      return (middle - left) / width;
    };
    const before = await ground(page);
    const held = await place();
    await drag(cdp, [
      [
        [middle - 50, y],
        [middle - 100, y],
      ],
      [
        [middle + 50, y],
        [middle + 100, y],
      ],
    ]);
    await expect.poll(async () => (await ground(page)).width / before.width).toBeGreaterThan(1.5);
    expect((await ground(page)).width / before.width).toBeLessThan(2.5);
    const { width } = await ground(page);
    expect(Math.abs((await place()) - held) * width).toBeLessThan(8);
    // And back, past the whole axis: it stops there.
    for (let i = 0; i < 6; i += 1) {
      await drag(cdp, [
        [
          [middle - 150, y],
          [middle - 20, y],
        ],
        [
          [middle + 150, y],
          [middle + 20, y],
        ],
      ]);
    }
    await expect.poll(() => axisText(page)).toEqual(['2022', '2023', '2024', '2025', '2026']);
  });

  test('a finger on the line drags the date', async () => {
    const { page, cdp } = await openTablet();
    const cursor = await page.locator('.tl-cursor').boundingBox();
    if (!cursor) throw new Error('no cursor');
    const x = cursor.x + cursor.width / 2;
    await drag(cdp, [
      [
        [x - 18, cursor.y + 40],
        [x + 90, cursor.y + 44],
      ],
    ]);
    await expect
      .poll(() => new URL(page.url()).searchParams.get('date') ?? '')
      .not.toBe('2024-05-05');
  });

  test('a tap beside an event opens it', async () => {
    const { page } = await openTablet();
    await page.getByText('All', { exact: true }).click();
    await expect.poll(() => axisText(page)).toContain('2022');
    const dot = await seizure(page);
    await page.touchscreen.tap(dot.x - 4, dot.y);
    await expectAddress(page, 'event', '2022-03-04-seizure');
  });
});

test('all events, their tools and the date are few Tab stops', async () => {
  const page = await openLanes();
  await page.getByRole('button', { name: 'Previous event' }).focus();
  const stops = new Set(['previous']);
  let steps = 1;
  // The date field has a stop each for day, month and year.
  for (; steps < 30; steps += 1) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate(() => {
      const e = document.activeElement;
      return e?.closest('.pane') ? (e.getAttribute('aria-label') ?? e.tagName) : null;
    });
    if (name === null) break;
    stops.add(name);
  }
  expect([...stops].at(-1)).toBe('Events on the timeline');
  expect(steps).toBeLessThanOrEqual(8);
});

test('axe finds nothing while the lanes are pointed at, zoomed or walked', async () => {
  const page = await openLanes();
  await mapReady(page);
  const dot = await seizure(page);
  await page.mouse.move(dot.x, dot.y);
  await page.locator('.tip').waitFor();
  expect(await axe(page), 'pointed at').toEqual([]);
  await page.getByText('Month', { exact: true }).click();
  await page.mouse.move(10, 400);
  expect(await axe(page), 'zoomed').toEqual([]);
  await lanes(page).focus();
  await press(page, 'End');
  expect(await axe(page), 'walked').toEqual([]);
});
