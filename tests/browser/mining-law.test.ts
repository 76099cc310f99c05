/** A reader on a phone asks what the law says of mining at the plant, and who mined elsewhere. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appReady, expectAddress } from '../support/app';
import { axe, openPage, PHONE } from '../support/browser';
import { loadFacts, loadWords } from '../support/facts';

const facts = loadFacts();
const words = loadWords('en');

async function openMining(path = '?panel=mining'): Promise<Page> {
  const { page } = await openPage({ path, touch: true, reducedMotion: 'reduce' });
  await appReady(page);
  return page;
}

const fold = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

test('the ban’s last day stands unopened, its words, sources and the checked claim below', async () => {
  const page = await openMining();
  const ban = page.locator('[data-law="russian-mining-ban"]');
  const line = ban.locator('summary').first();
  expect(fold(await line.textContent())).toBe(
    'Russia’s own ban on mining in force 1 January 2025 – 15 March 2031',
  );
  expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  const said = ban.locator('.body p').first();
  expect(await said.isVisible()).toBe(false);
  await line.tap();
  expect(fold(await said.textContent())).toBe(
    fold(words.obstacles['russian-mining-ban']?.text ?? ''),
  );
  await ban.getByText(/^\d+ sources$/).tap();
  await ban.getByText('Rossiyskaya Gazeta', { exact: false }).first().waitFor();
  expect(await axe(page)).toEqual([]);
  await ban.getByRole('link', { name: /^partly / }).tap();
  await expectAddress(page, 'claim', 'c33');
});

test('each law names its key days, and opens to at least one source', async () => {
  const page = await openMining();
  const lines = page.locator('[data-law]');
  expect(await lines.count()).toBe(facts.mining.law.length);
  for (const { id } of facts.mining.law) {
    const law = page.locator(`[data-law="${id}"]`);
    expect(fold(await law.locator('summary .fact').textContent())).toMatch(/ 20\d\d$/);
    expect(await law.locator('.sources li').count()).toBeGreaterThan(0);
  }
});

test('El Salvador’s power and year stand unopened, and the IMF and the sources below', async () => {
  const page = await openMining();
  const lines = page.locator('[data-precedent]');
  expect(await lines.count()).toBe(8);
  const one = page.locator('[data-precedent="el-salvador"]');
  expect(fold(await one.locator('summary').first().textContent())).toBe(
    'El Salvador 1.5 MW · 2024',
  );
  await one.locator('summary').first().tap();
  await one.getByText('Under an IMF programme').waitFor();
  await one.getByText('4 sources').tap();
  expect(await one.locator('.sources li').count()).toBe(4);
  const unsourced = page.locator('[data-precedent="shadow-territories"] summary .fact');
  expect(fold(await unsourced.textContent())).toBe('2024');
});

test('the bars show the power of the data, to scale, and plans are named and hatched', async () => {
  const page = await openMining();
  const expected = facts.mining.precedents
    .flatMap(({ power = [] }) => power.map(({ mw, plan }) => ({ mw: [mw].flat(), plan: !!plan })))
    .sort((a, b) => Math.max(...b.mw) - Math.max(...a.mw));
  const picture = page.locator('figure', { hasText: 'Power for mining elsewhere' });
  const bars = await picture.locator('svg').evaluateAll((all) =>
    all.map((svg) => ({
      label: svg.previousElementSibling?.textContent ?? '',
      part:
        (svg.querySelector(':scope > rect')?.getBoundingClientRect().width ?? 0) /
        svg.getBoundingClientRect().width,
      hatched: getComputedStyle(svg.querySelector(':scope > rect') ?? svg).fill.startsWith('url('),
    })),
  );
  const [plant, ...others] = bars;
  const net = facts.mining.numbers.find(({ id }) => id === 'plant-net')?.value;
  expect(net).toBe(5700);
  expect(fold(plant?.label ?? '')).toMatch(/5,700 MW · 2025$/);
  expect(plant?.part).toBeCloseTo(1, 5);
  const numbers = others.map(({ label }) =>
    (/([\d.,–]+)\sMW/.exec(label)?.[1] ?? '').split('–').map((n) => Number(n.replace(',', ''))),
  );
  expect(numbers).toEqual(expected.map(({ mw }) => mw));
  for (const [i, { mw, plan }] of expected.entries()) {
    expect(others[i]?.part).toBeCloseTo(Math.max(...mw) / 5700, 2);
    expect(others[i]?.hatched).toBe(plan);
    expect(/\(plan\)/.test(others[i]?.label ?? '')).toBe(plan);
  }
  expect(await picture.getByRole('img').getAttribute('aria-label')).toMatch(
    /5,700\sMW, is about 4 times the largest of them, Iran \(over 1,400\sMW\)/,
  );
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(PHONE.width);
});

test('in Ukrainian the same, in Ukrainian words', async () => {
  const page = await openMining('uk/?panel=mining');
  const ban = page.locator('[data-law="russian-mining-ban"] summary .fact');
  expect(fold(await ban.textContent())).toBe('діє: 1 січня 2025 – 15 березня 2031');
  const bhutan = page.locator('[data-precedent="bhutan"] summary').first();
  expect(fold(await bhutan.textContent())).toBe('Бутан 100 МВт, план: 600 МВт · 2024');
});
