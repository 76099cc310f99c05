/** Difficult words explain themselves in place: by keyboard, by finger, without script. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, mapReady } from '../support/app';
import { axe, LAPTOP, openPage, PHONE } from '../support/browser';

const EVENT = '?panel=timeline&event=2022-09-03-main-line-lost';
const word = (page: Page, text: string) =>
  page.locator('.summary .term', { hasText: text }).first();
const open = (page: Page) => page.locator('.explanation:popover-open');

test('Enter opens the explanation beside its word, Escape closes it, the focus stays', async () => {
  const { page } = await openPage({ path: EVENT, viewport: LAPTOP });
  await appReady(page);
  const term = word(page, 'main line');
  await term.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => open(page).count()).toBe(1);
  expect(await open(page).textContent()).toContain('very large amounts of electricity');
  const at = await term.boundingBox();
  const card = await open(page).boundingBox();
  if (!at || !card) throw new Error('not drawn');
  const gap = Math.max(card.y - (at.y + at.height), at.y - (card.y + card.height));
  expect(gap).toBeGreaterThanOrEqual(0);
  expect(gap).toBeLessThan(24);
  await page.keyboard.press('Escape');
  await expect.poll(() => open(page).count()).toBe(0);
  expect(await term.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(new URL(page.url()).searchParams.get('event')).toBe('2022-09-03-main-line-lost');
});

test('all words of a panel are one Tab stop, arrows go from one to the next', async () => {
  const { page } = await openPage({ path: EVENT, viewport: LAPTOP });
  await appReady(page);
  const terms = page.locator('.sheet .term:not(details:not([open]) *)');
  await expect.poll(() => terms.count()).toBeGreaterThanOrEqual(5);
  const focused = () =>
    terms.evaluateAll((nodes) => nodes.indexOf(document.activeElement as HTMLElement));
  const stops = terms.evaluateAll(
    (nodes) => nodes.filter((node) => (node as HTMLElement).tabIndex === 0).length,
  );
  expect(await stops).toBe(1);
  await terms.first().focus();
  await page.keyboard.press('ArrowRight');
  expect(await focused()).toBe(1);
  await page.keyboard.press('End');
  expect(await focused()).toBe((await terms.count()) - 1);
  await page.keyboard.press('Tab');
  expect(await focused()).toBe(-1);
  await page.keyboard.press('Shift+Tab');
  expect(await focused()).toBe((await terms.count()) - 1);
});

test('a tap opens it, a tap elsewhere closes it, and it stays on the phone’s screen', async () => {
  const { page } = await openPage({ path: EVENT, viewport: PHONE, touch: true });
  await mapReady(page);
  for (const term of await page.locator('.summary .term').all()) {
    await term.scrollIntoViewIfNeeded();
    await term.tap();
    const own = page.locator(`#${await term.getAttribute('popovertarget')}`);
    await expect.poll(() => own.isVisible()).toBe(true);
    const card = await open(page).boundingBox();
    if (!card) throw new Error('not drawn');
    expect(card.x).toBeGreaterThanOrEqual(0);
    expect(card.x + card.width).toBeLessThanOrEqual(PHONE.width);
    expect(card.y).toBeGreaterThanOrEqual(0);
    expect(card.y + card.height).toBeLessThanOrEqual(PHONE.height);
    // Again where the browser took both taps, which come faster than a finger's, for a double one.
    const afterTap = async () => {
      await page.touchscreen.tap(PHONE.width / 2, 60);
      return open(page).count();
    };
    await expect.poll(afterTap, { interval: 400 }).toBe(0);
  }
});

const PAGES = [
  ['', 1],
  [EVENT, 4],
  ['?panel=why', 5],
  ['?panel=danger', 2],
  ['?panel=mining', 2],
  ['?panel=proposals&proposal=ua-full-return', 2],
  ['uk/', 1],
  [`uk/${EVENT}`, 4],
] as const;

describe('in every panel', () => {
  test.each(PAGES)('/%s: words lead to what explains them', async (path, least) => {
    const { page } = await openPage({ path });
    await appReady(page);
    const terms = await page.locator('.sheet .term').evaluateAll((nodes) =>
      nodes.map((node) => ({
        text: node.textContent,
        opens: (node as HTMLButtonElement).popoverTargetElement?.id ?? null,
        says: document.getElementById(node.getAttribute('aria-describedby') ?? '')?.textContent,
        inside: node.parentElement?.closest('h1, h2, h3, h4, a, button, summary')?.tagName ?? null,
      })),
    );
    expect(terms.length).toBeGreaterThanOrEqual(least);
    for (const { text, opens, says, inside } of terms) {
      expect(opens, `${text}`).toMatch(/^word-/);
      expect(says?.length, `${text}`).toBeGreaterThan(20);
      expect(inside, `${text}`).toBeNull();
    }
  });
});

test('a word is marked once in a card', async () => {
  const { page } = await openPage({ path: EVENT });
  await appReady(page);
  const marked = await page
    .locator('article .term')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('popovertarget')));
  expect(marked).toEqual([...new Set(marked)]);
  expect(marked).toContain('word-line-330');
});

test.each(['light', 'dark'] as const)('no barrier while one is open (%s)', async (colorScheme) => {
  const { page } = await openPage({ path: EVENT, colorScheme });
  await appReady(page);
  await word(page, 'main line').click();
  await expect.poll(() => open(page).count()).toBe(1);
  expect(await axe(page)).toEqual([]);
});

test.each(['', 'uk/'])('without script a tap opens it as well (/%s)', async (path) => {
  const { page } = await openPage({ path, javaScript: false });
  const term = page.locator('#what-happened .term').first();
  await term.click();
  await expect.poll(() => open(page).isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => open(page).count()).toBe(0);
  const dead = await page
    .locator('.term')
    .evaluateAll((nodes) =>
      nodes
        .filter((node) => !(node as HTMLButtonElement).popoverTargetElement)
        .map((node) => node.textContent),
    );
  expect(dead).toEqual([]);
});

test('all words stand in a list under About', async () => {
  const { page } = await openPage({ path: '?panel=about' });
  await appReady(page);
  const list = page.locator('article.about details', { hasText: 'Cold shutdown' });
  await list.locator('summary').click();
  await expect.poll(() => list.locator('dt:visible').count()).toBeGreaterThanOrEqual(30);
});
