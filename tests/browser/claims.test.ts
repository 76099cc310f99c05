/**
 * Claims on a phone: from the first view the four answers on mining are one tap away, every
 * contradicted claim with its sum two; a verdict stands wherever its subject does, and every count
 * is the data's.
 */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { listFiles } from '../../scripts/lib/files.mjs';
import { dist } from '../../scripts/lib/paths.mjs';
import { claimsAbout, claimsInOrder, verdictCounts } from '../../src/core/claims';
import type { Claim, Facts } from '../../src/core/model';
import { appReady, expectAddress } from '../support/app';
import { openPage, PHONE } from '../support/browser';
import { loadFacts, loadWords } from '../support/facts';
import { startServer } from '../support/server';

const facts = loadFacts();
const english = loadWords('en');
const contradicted = facts.claims.filter(({ verdict }) => verdict === 'contradicted');

const folded = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();
const sumOf = (id: string) => english.claims[id]?.sum ?? [];

/** Seen in the sheet without a tap: it can be scrolled to, and nothing lies over its middle. */
async function inSight(part: Locator): Promise<boolean> {
  await part.scrollIntoViewIfNeeded();
  return part.evaluate((node) => {
    const { left, top, width, height } = node.getBoundingClientRect();
    const over = document.elementFromPoint(left + width / 2, top + Math.min(height / 2, 20));
    return over !== null && (node.contains(over) || over.contains(node));
  });
}

/** Counts the taps since it was called. */
async function countTaps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    document.addEventListener('click', () => {
      const { dataset } = document.documentElement;
      dataset['taps'] = String(Number(dataset['taps'] ?? 0) + 1);
    });
  });
  return () => page.evaluate(() => Number(document.documentElement.dataset['taps'] ?? 0));
}

/** The counts beside the verdicts' words, in the order of the page. */
const countsIn = (list: Locator) =>
  list.evaluateAll((all) => all.map((node) => Number(/\d+$/.exec(node.textContent?.trim() ?? ''))));

describe('from the first view of a phone', () => {
  test('the four answers on mining are one tap away', async () => {
    const { page } = await openPage({ viewport: PHONE, touch: true });
    await appReady(page);
    const taps = await countTaps(page);
    await page.locator('.door', { hasText: english.ui['door.mining'] ?? '' }).tap();
    await expectAddress(page, 'panel', 'mining');
    const answers = page.locator('.mining .answer');
    expect(await answers.count()).toBe(4);
    for (const answer of await answers.all()) expect(await inSight(answer)).toBe(true);
    expect(await taps()).toBe(1);
  });

  test.each(contradicted.map(({ id }) => id))(
    'contradicted claim %s is two taps away, with evidence and sum',
    async (id) => {
      const { page } = await openPage({ viewport: PHONE, touch: true });
      await appReady(page);
      const taps = await countTaps(page);
      await page.locator('.door', { hasText: english.ui['door.mining'] ?? '' }).tap();
      const claim = page.locator(`[data-contradicted="${id}"]`);
      await claim.locator('summary').first().tap();
      const evidence = claim.getByText(english.claims[id]?.evidence ?? '', { exact: true });
      expect(await inSight(evidence)).toBe(true);
      expect(sumOf(id).length).toBeGreaterThan(0);
      for (const line of sumOf(id)) {
        expect(await inSight(claim.getByText(line, { exact: true })), line).toBe(true);
      }
      expect(await claim.locator('.sources').count()).toBe(1);
      expect(await taps()).toBe(2);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(PHONE.width);
    },
  );
});

test('the panel counts, filters and orders by verdict, and a link opens its claim whatever the filter', async () => {
  const { page } = await openPage({ path: '?panel=claims', viewport: PHONE });
  await appReady(page);
  const buttons = page.locator('.verdicts button');
  const rows = page.locator('.panel ol [data-claim]');
  const ids = () => rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-claim')));
  expect(await countsIn(buttons)).toEqual(verdictCounts(facts.claims).map(({ n }) => n));
  expect(await ids()).toEqual(claimsInOrder(facts.claims).map(({ id }) => id));
  for (const button of await buttons.all()) {
    expect((await button.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    expect(await button.locator('svg').count()).toBe(1);
  }

  const partly = page.locator('.verdicts').getByRole('button', { name: /^partly/ });
  await partly.click();
  expect(await partly.getAttribute('aria-pressed')).toBe('true');
  const isPartly = ({ verdict }: Claim) => verdict === 'partly';
  expect(await ids()).toEqual(facts.claims.filter(isPartly).map(({ id }) => id));
  await page.getByLabel('Topic').selectOption('network');
  const ofNetwork = facts.claims.filter(({ topic }) => topic === 'network');
  expect(await ids()).toEqual(ofNetwork.filter(isPartly).map(({ id }) => id));
  expect(await countsIn(buttons)).toEqual(verdictCounts(ofNetwork).map(({ n }) => n));
  expect(new URL(page.url()).search).toBe('?panel=claims');

  // By the address alone, as "back" would: the filter stays, the claim is there and open.
  await page.evaluate(() => {
    history.pushState(null, '', '?panel=claims&claim=c22');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await expect.poll(ids).toContain('c22');
  expect(await page.locator('[data-claim="c22"]').getAttribute('aria-expanded')).toBe('true');
  expect(await page.locator('.evidence .sum li').allTextContents()).toEqual(sumOf('c22'));
  expect(await partly.getAttribute('aria-pressed')).toBe('true');
  await page.getByRole('button', { name: english.ui['claims.all'] ?? '' }).click();
  expect(await rows.count()).toBe(facts.claims.length);
});

test('an article’s own words stand beside the claim only where they were read, attributed', async () => {
  for (const [id, quoted] of [
    ['c21', true],
    ['c29', false],
  ] as const) {
    const { page } = await openPage({ path: `?claim=${id}`, viewport: PHONE });
    await appReady(page);
    const evidence = page.locator('.evidence');
    expect(await evidence.locator('.made').textContent()).toMatch(
      /Gate, about 26–30 December 2025/,
    );
    expect(await evidence.locator('.quote').count()).toBe(quoted ? 1 : 0);
    if (quoted) {
      const words = `In Gate’s words: “${english.claims[id]?.quote}”`;
      expect(await evidence.locator('.quote').textContent()).toBe(words);
    }
  }
});

describe('beside its subject', () => {
  const about = (facts.events
    .map((event) => ({ event, claims: claimsAbout(facts, { event: event.id }) }))
    .find(({ claims }) => claims[0]?.verdict === 'contradicted') ?? {}) as {
    event: Facts['events'][number];
    claims: Claim[];
  };

  test('an event card shows the verdicts, one tap opens the claim, and the way back leads to the card', async () => {
    const { page } = await openPage({
      path: `?panel=timeline&event=${about.event.id}`,
      viewport: PHONE,
      touch: true,
    });
    await appReady(page);
    const [first] = about.claims;
    if (!first) throw new Error('no claim about an event');
    const chip = page.locator(`.claims-about [data-claim="${first.id}"]`);
    expect(folded(await chip.textContent())).toBe(
      folded(`contradicted ${english.claims[first.id]?.claim}`),
    );
    expect((await chip.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44);
    await chip.tap();
    await expectAddress(page, 'panel', 'claims');
    await expectAddress(page, 'claim', first.id);
    expect(await inSight(page.locator('.evidence .sum'))).toBe(true);
    const title = english.events[about.event.id]?.title ?? '';
    await page.getByRole('button', { name: `Back to: ${title}` }).tap();
    await expectAddress(page, 'event', about.event.id);
    await expectAddress(page, 'claim', null);
    expect(await page.getByRole('heading', { level: 1 }).first().textContent()).toBe(title);
    expect(await chip.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  test('a proposal shows them too, and the way back keeps the assumptions', async () => {
    const path = '?panel=proposals&proposal=ru-us-no-ukraine-mining&mining=40&lines=repaired';
    const { page } = await openPage({ path, viewport: PHONE });
    await appReady(page);
    const claims = claimsAbout(facts, { proposal: 'ru-us-no-ukraine-mining' });
    const chips = page.locator('.claims-about [data-claim]');
    expect(
      await chips.evaluateAll((all) => all.map((one) => one.getAttribute('data-claim'))),
    ).toEqual(claims.map(({ id }) => id));
    await chips.first().click();
    await expectAddress(page, 'claim', claims[0]?.id ?? '');
    await page.getByRole('button', { name: /^Back to: / }).click();
    await expectAddress(page, 'claim', null);
    await expectAddress(page, 'proposal', 'ru-us-no-ukraine-mining');
    await expectAddress(page, 'mining', '40');
    await expectAddress(page, 'lines', 'repaired');
    // Opened from nowhere, there is no way back to offer.
    await page.goto(`${new URL(page.url()).origin}/?claim=c22`);
    await appReady(page);
    expect(await page.getByRole('button', { name: /^Back to: / }).count()).toBe(0);
  });
});

test('every count follows the data: with one claim less, no page knows of it', async () => {
  const server = await startServer();
  const name = listFiles(dist)
    .map(({ path }) => path)
    .find((path) => path.startsWith('assets/facts-'));
  const fewer = facts.claims.filter(({ id }) => id !== 'c19');
  server.replace(name ?? '', JSON.stringify({ ...facts, claims: fewer }));
  try {
    const wanted = verdictCounts(fewer).map(({ n }) => n);
    const { page } = await openPage({ base: server.url, path: '?panel=mining', viewport: PHONE });
    await appReady(page);
    expect(await countsIn(page.locator('.checked .counts li'))).toEqual(wanted);
    expect(await page.locator('#mining-checked').textContent()).toContain(String(fewer.length));
    expect(await page.locator('[data-contradicted]').count()).toBe(contradicted.length - 1);
    const mining = folded(await page.locator('.mining').textContent());
    expect(mining).not.toMatch(new RegExp(`${facts.claims.length} (statements|claims)`));
    expect(mining.match(new RegExp(`${fewer.length} (statements|claims)`, 'g'))).toHaveLength(3);
    await page.goto(`${server.url}?panel=claims`);
    await appReady(page);
    expect(await countsIn(page.locator('.verdicts button'))).toEqual(wanted);
    expect(folded(await page.locator('.panel .lead').textContent())).toMatch(
      new RegExp(`^${fewer.length} `),
    );
  } finally {
    await server.stop();
  }
});
