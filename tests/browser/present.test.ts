/** Present mode in the hands of a teacher: keys, fingers, a screen that stays awake, the way back. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appReady, expectAddress, openSection } from '../support/app';
import { LAPTOP, openPage, PHONE, PROJECTOR } from '../support/browser';

const step = (page: Page, n: number) => expectAddress(page, 'present', String(n));

/** Everything of the ordinary app that a walk might disturb. */
const place = (page: Page) =>
  page.evaluate(() => ({
    address: location.href,
    focus: document.activeElement?.outerHTML,
    sheet: document.querySelector('.sheet')?.getAttribute('data-stop'),
    scrolled: [...document.querySelectorAll('*')].flatMap((e) =>
      e.scrollTop > 0 ? [`${e.className} ${e.scrollTop}`] : [],
    ),
    unfolded: [...document.querySelectorAll('details')].map((details) => details.open),
    typed: [...document.querySelectorAll('input')].map((input) => input.value),
    words: document.querySelector('.sheet')?.textContent,
  }));

test('the ordinary app is exactly as it was after Escape', async () => {
  const path = '?panel=proposals&date=2026-03-10&proposal=ua-us-50-50&units=3&lines=repaired';
  for (const viewport of [PHONE, LAPTOP]) {
    const { page } = await openPage({ path, viewport });
    await appReady(page);
    for (const summary of await page.locator('.sheet details > summary').all()) {
      await summary.click();
    }
    await page.locator('.sheet .scroll').evaluate((e) => e.scrollTo(0, 400));
    const menu = page.getByRole('button', { name: 'Menu' });
    await menu.focus();
    const before = await place(page);
    expect(before.scrolled).toHaveLength(1);
    expect(before.unfolded).toContain(true);

    await menu.click();
    await page.getByRole('button', { name: 'Present step by step' }).click();
    await page.getByRole('button', { name: 'Stories' }).click();
    await page.getByRole('button', { name: /Who gets the power/ }).click();
    await expectAddress(page, 'story', 'power');
    await page.keyboard.press('End');
    await page.keyboard.press('PageUp');
    await page.keyboard.press('Escape');
    await expectAddress(page, 'story', null);
    await expect.poll(() => place(page)).toEqual(before);
    await page.close();
  }
});

test('a sheet that was pulled up and a search that was typed are there again', async () => {
  const { page } = await openPage({ path: '?panel=timeline', viewport: PHONE });
  await appReady(page);
  await page.getByRole('searchbox').fill('diesel');
  await page.getByText(/\d+ of \d+ events/).waitFor();
  await page.locator('.handle').press('ArrowUp');
  const before = await place(page);
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('button', { name: 'Present step by step' }).click();
  await step(page, 1);
  await page.keyboard.press('End');
  await page.keyboard.press('Escape');
  await expectAddress(page, 'present', null);
  const { focus, ...after } = await place(page);
  expect(focus).toContain('Menu');
  expect({ ...after, focus: before.focus }).toEqual(before);
  await openSection(page, 'Story');
});

test('keys: arrows, space, Home, End, one digit and two', async () => {
  const { page } = await openPage({ path: '?story=mining', viewport: PROJECTOR });
  await appReady(page);
  await step(page, 1);
  for (const [key, n] of [
    ['ArrowRight', 2],
    ['ArrowDown', 3],
    [' ', 4],
    ['ArrowUp', 3],
    ['ArrowLeft', 2],
    ['PageUp', 1],
    ['PageUp', 1],
    ['End', 12],
    ['PageDown', 12],
    ['Home', 1],
    ['7', 7],
  ] as const) {
    await page.keyboard.press(key);
    await step(page, n);
  }
  await page.keyboard.type('11');
  await step(page, 11);
  // A second digit may follow; none does.
  await page.keyboard.type('1');
  await step(page, 1);
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await step(page, 1);
  await page.keyboard.type('12');
  await step(page, 12);
  // No step 13: the 1 is forgotten.
  await page.keyboard.type('13');
  await step(page, 3);
  await page.keyboard.type('0');
  await step(page, 3);
});

test('B and the full stop make the screen black, N shows notes, in a Cyrillic layout too', async () => {
  const { page } = await openPage({ path: 'uk/?story=water&present=2', viewport: PROJECTOR });
  await appReady(page);
  const cover = page.locator('.cover');
  const notes = page.getByRole('complementary', { name: 'Нотатки' });
  for (const key of ['b', '.']) {
    await page.keyboard.press(key);
    await cover.waitFor();
    await page.keyboard.press(key);
    await expect.poll(() => cover.count()).toBe(0);
  }
  // What the key with N on it sends there.
  const typeCyrillic = (key: string, code: string) =>
    page.evaluate((init) => dispatchEvent(new KeyboardEvent('keydown', init)), { key, code });
  await typeCyrillic('т', 'KeyN');
  expect(await notes.textContent()).toMatch(/Добра відповідь:.*Джерела:/s);
  await page.keyboard.press('PageDown');
  expect(await notes.count()).toBe(1);
  await page.keyboard.press('N');
  await expect.poll(() => notes.count()).toBe(0);
});

test('F fills the screen and gives it back', async () => {
  const { page } = await openPage({ path: '?present=1', viewport: LAPTOP });
  await appReady(page);
  const full = () => page.evaluate(() => document.fullscreenElement?.className ?? null);
  await page.keyboard.press('f');
  await expect.poll(full).toContain('present');
  await page.keyboard.press('f');
  await expect.poll(full).toBe(null);
  await step(page, 1);
});

test('a finger swipes from step to step; a mouse marks words', async () => {
  const tablet = { width: 1024, height: 768 };
  const { page, context } = await openPage({
    path: '?story=water&present=2',
    viewport: tablet,
    touch: true,
  });
  await appReady(page);
  const text = await page.locator('.present .text').boundingBox();
  if (!text) throw new Error('no text');
  const y = text.y + text.height / 2;
  const debug = await context.newCDPSession(page);
  const swipe = async (from: number, to: number) => {
    const at = (x: number) => [{ x, y }];
    await debug.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from) });
    for (const part of [0.3, 0.6, 1]) {
      const x = from + (to - from) * part;
      await debug.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(x) });
    }
    await debug.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  await swipe(700, 300);
  await step(page, 3);
  await swipe(300, 700);
  await step(page, 2);
  await page.mouse.move(700, y);
  await page.mouse.down();
  await page.mouse.move(300, y, { steps: 4 });
  await page.mouse.up();
  await swipe(700, 300);
  await step(page, 3);
});

test('a tablet without keys reaches the controls; every target is large enough', async () => {
  const { page } = await openPage({
    path: 'uk/?story=power&present=3',
    viewport: { width: 768, height: 1024 },
    touch: true,
  });
  await appReady(page);
  await page.getByRole('button', { name: 'Керування', exact: true }).click();
  const small = await page.locator('.present button:visible').evaluateAll((buttons) =>
    buttons.flatMap((b) => {
      const { width, height } = b.getBoundingClientRect();
      return Math.min(width, height) < 43.9 ? [`${b.textContent?.trim()} ${width}×${height}`] : [];
    }),
  );
  expect(small).toEqual([]);
  await page.getByRole('button', { name: 'Нотатки' }).click();
  await page.getByRole('complementary', { name: 'Нотатки' }).waitFor();
});

test('the screen is kept awake, and again after the page was hidden', async () => {
  const { page } = await openPage({
    path: '?present=1',
    viewport: LAPTOP,
    prepare: (context) =>
      context.addInitScript(() => {
        const log: string[] = [];
        let released = false;
        const request = async () => {
          log.push('asked');
          const lock = { released: false, release: async () => void log.push('released') };
          Object.defineProperty(lock, 'released', { get: () => released });
          released = false;
          return lock;
        };
        Object.defineProperty(navigator, 'wakeLock', { value: { request } });
        Object.assign(globalThis, {
          log,
          hide(hidden: boolean) {
            // As browsers do: what is hidden may sleep.
            if (hidden) released = true;
            Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
            document.dispatchEvent(new Event('visibilitychange'));
          },
        });
      }),
  });
  await appReady(page);
  const log = () => page.evaluate('log');
  const hide = (hidden: boolean) => page.evaluate(`hide(${hidden})`);
  await expect.poll(log).toEqual(['asked']);
  await hide(true);
  expect(await log()).toEqual(['asked']);
  await hide(false);
  await expect.poll(log).toEqual(['asked', 'asked']);
  await page.keyboard.press('Escape');
  await expect.poll(log).toEqual(['asked', 'asked', 'released']);
  await hide(false);
  expect(await log()).toEqual(['asked', 'asked', 'released']);
});

test('a slide says whose power its arrows are; one without arrows says nothing', async () => {
  const { page } = await openPage({ path: '?story=power&present=8', viewport: PROJECTOR });
  await appReady(page);
  const key = page.locator('.present').getByRole('list', { name: 'Legend' });
  await expect.poll(() => key.innerText()).toMatch(/Ukraine\s+US share\s+Russia/);
  await page.keyboard.press('Home');
  await expect.poll(() => key.count()).toBe(0);
});

test('Tab stands only on what is seen', async () => {
  const { page } = await openPage({ path: '?story=water&present=2', viewport: LAPTOP });
  await appReady(page);
  const stops: string[] = [];
  for (let n = 0; n < 20; n += 1) {
    await page.keyboard.press('Tab');
    const unseen = await page.evaluate(() => {
      const at = document.activeElement;
      return at?.closest('.visually-hidden') ? (at.textContent ?? '') : null;
    });
    if (unseen !== null) stops.push(unseen);
  }
  expect(stops).toEqual([]);
});

test('with forced colours the strip shows which steps are past and which is open', async () => {
  const { page } = await openPage({ path: '?story=water&present=3', viewport: LAPTOP });
  await appReady(page);
  await page.emulateMedia({ forcedColors: 'active' });
  const fills = await page
    .locator('.strip .disc')
    .evaluateAll((discs) => discs.map((disc) => getComputedStyle(disc).backgroundColor));
  expect(fills).toHaveLength(10);
  const [past, , open, ahead] = fills;
  expect(new Set([past, open, ahead]).size).toBe(3);
  expect(fills.slice(0, 2)).toEqual([past, past]);
  expect(new Set(fills.slice(3))).toEqual(new Set([ahead]));
});

test.each([
  [{ width: 960, height: 540 }, 'power', 4],
  [{ width: 1366, height: 768 }, 'power', 4],
])('at %o no name in the strip is down to a few letters', async (viewport, story, at) => {
  const { page } = await openPage({ path: `?story=${story}&present=${at}`, viewport });
  await appReady(page);
  const names = await page.locator('.strip .name:visible').evaluateAll((found) =>
    found.map((name) => {
      const em = Number.parseFloat(getComputedStyle(name).fontSize);
      return {
        text: name.textContent,
        cut: name.scrollWidth > name.clientWidth,
        ems: name.clientWidth / em,
      };
    }),
  );
  expect(names.length).toBeGreaterThanOrEqual(2);
  expect(names.filter(({ cut, ems }) => cut && ems < 6)).toEqual([]);
});

test('a tablet held upright uses its height: words are read from an arm away', async () => {
  const { page } = await openPage({
    path: 'uk/?story=power&present=4',
    viewport: { width: 768, height: 1024 },
  });
  await appReady(page);
  const look = await page.locator('.present .text').evaluate((text) => ({
    size: Number.parseFloat(getComputedStyle(text.querySelector('.body') as Element).fontSize),
    cut: text.scrollHeight > text.clientHeight + 1,
  }));
  expect(look.size).toBeGreaterThanOrEqual(24);
  expect(look.cut).toBe(false);
});
