/** The lower part of the mining page: how the story travelled, what is open. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, expectAddress } from '../support/app';
import { axe, LAPTOP, openPage, PHONE } from '../support/browser';
import { loadFacts, loadWords } from '../support/facts';

const { mining, claims, sources } = loadFacts();
const english = loadWords('en');

async function openMining(viewport: { width: number; height: number }, lang = ''): Promise<Page> {
  const { page } = await openPage({ path: `${lang}?panel=mining`, viewport });
  await appReady(page);
  return page;
}
const fold = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

describe.each([
  ['phone', PHONE],
  ['laptop', LAPTOP],
] as const)('on a %s', (_, viewport) => {
  test('the story is followed from the closed meeting to what nobody confirmed', async () => {
    const page = await openMining(viewport);
    const stops = page.locator('.chain ol > li[data-step]');
    expect(await stops.count()).toBe(mining.chain.length);
    const all = (await stops.locator('.head').allInnerTexts()).map(fold);
    expect(all[0]).toMatch(/^Closed meeting · 24 Dec 2025/);
    expect(all[1]).toMatch(/^First report · 25 Dec 2025 Kommersant/);
    expect(all.at(-1)).toMatch(/^Not found · looked for up to 26 Jun 2026/);
    const gate = page.locator('[data-step="gate"] .head');
    expect(fold(await gate.innerText())).toMatch(
      /added: “preliminary consensus” .*left out: future, after a peace deal/,
    );
    const boxes = await page
      .locator('[data-step] > details > summary, .open a')
      .evaluateAll((nodes) => nodes.map((node) => node.getBoundingClientRect().height));
    expect(Math.min(...boxes)).toBeGreaterThanOrEqual(44);
    const cut = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(cut).toBeLessThanOrEqual(viewport.width);
  });

  test('a stop opens: who added what, from whom, its sources, and the claim about it', async () => {
    const page = await openMining(viewport);
    const rt = page.locator('[data-step="rt"]');
    await rt.locator('summary').first().click();
    await rt.getByText('Americans would use “their stake”').waitFor({ state: 'visible' });
    expect(fold(await rt.locator('.rest').textContent())).toContain(
      'Words found before in: Kommersant (Andrei Kolesnikov)',
    );
    await rt.getByText('2 sources').click();
    const link = rt.locator(`a[href="${sources['menafn-2025-12-28']?.url}"]`);
    expect(await link.isVisible()).toBe(true);
    await rt.getByRole('link', { name: english.claims['c02']?.claim ?? '-' }).click();
    await expectAddress(page, 'panel', 'claims');
    await expectAddress(page, 'claim', 'c02');
    await page.locator('[data-claim="c02"][aria-expanded="true"]').waitFor();
  });
});

test('by keyboard from a folded stop to a claim and back: the focus is where it was', async () => {
  const page = await openMining(LAPTOP);
  const gate = page.locator('[data-step="gate"]');
  await gate.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  const way = gate.locator('[data-claim="c21"]');
  await way.focus();
  await page.keyboard.press('Enter');
  await expectAddress(page, 'claim', 'c21');
  await page.getByRole('button', { name: /^Back to: / }).focus();
  await page.keyboard.press('Enter');
  await expectAddress(page, 'panel', 'mining');
  await expect
    .poll(() => way.evaluate((node) => node === document.activeElement && node.checkVisibility()))
    .toBe(true);
});

test('an open question is found, named by its publisher, and opinions lead to their claim', async () => {
  const page = await openMining(PHONE);
  const block = page.locator('section.open');
  for (const { id } of mining.openQuestions) {
    const line = block.locator(`[data-open="${id}"]`);
    await line.scrollIntoViewIfNeeded();
    expect(fold(await line.textContent())).toBe(english.mining.openQuestions[id]);
  }
  expect(await block.getByText('only the first part could be read').isVisible()).toBe(true);
  const opinions = claims.filter(({ verdict }) => verdict === 'opinion');
  const links = block.getByRole('link');
  expect(await links.count()).toBe(opinions.length);
  expect(await links.first().getAttribute('href')).toBe(`?panel=claims&claim=${opinions[0]?.id}`);
  await links.first().click();
  await expectAddress(page, 'claim', opinions[0]?.id ?? null);
});

test.each([
  ['light', ''],
  ['dark', 'uk/'],
] as const)('everything open, in %s, has no fault that axe finds', async (colorScheme, lang) => {
  const { page } = await openPage({ path: `${lang}?panel=mining`, viewport: PHONE, colorScheme });
  await appReady(page);
  await page.locator('.chain details').evaluateAll((all) => {
    for (const node of all) node.setAttribute('open', '');
  });
  expect(await axe(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
