/** Counts, order and relations of the claims follow the data; no count of them stands in words. */
import { describe, expect, test } from 'vitest';
import { claimsAbout, claimsInOrder, VERDICT_ORDER, verdictCounts } from '../../src/core/claims';
import { COMPLETE_LANGUAGES, VERDICTS } from '../../src/core/vocabulary';
import { loadFacts, loadWords } from '../support/facts';

const facts = loadFacts();

test('every verdict has its place in the order, once', () => {
  expect([...VERDICT_ORDER].sort()).toEqual([...VERDICTS].sort());
});

test('a claim taken away is counted no more, under its verdict only', () => {
  const counts = verdictCounts(facts.claims);
  expect(counts.reduce((sum, { n }) => sum + n, 0)).toBe(facts.claims.length);
  for (const gone of facts.claims) {
    const fewer = verdictCounts(facts.claims.filter((claim) => claim !== gone));
    expect(fewer).toEqual(
      counts.map(({ verdict, n }) => ({ verdict, n: n - Number(verdict === gone.verdict) })),
    );
  }
  expect(verdictCounts([]).map(({ n }) => n)).toEqual(VERDICTS.map(() => 0));
});

test('contradicted claims come first, supported ones last, none is lost', () => {
  const order = claimsInOrder(facts.claims);
  expect(new Set(order).size).toBe(facts.claims.length);
  expect(order[0]?.verdict).toBe('contradicted');
  expect(order.at(-1)?.verdict).toBe('supported');
});

test('each claim is among those about every event and proposal that it names', () => {
  for (const { id, events = [], proposals = [] } of facts.claims) {
    for (const event of events) {
      expect(claimsAbout(facts, { event }).map((claim) => claim.id)).toContain(id);
    }
    for (const proposal of proposals) {
      expect(claimsAbout(facts, { proposal }).map((claim) => claim.id)).toContain(id);
    }
  }
  expect(claimsAbout(facts, { event: 'none' })).toEqual([]);
});

describe.each(COMPLETE_LANGUAGES)('interface words in %s', (lang) => {
  test('hold neither the number of claims nor that of a verdict', () => {
    const { ui } = loadWords(lang);
    const counted = verdictCounts(facts.claims).map(
      ({ verdict, n }) => new RegExp(`${n}\\s+${ui[`verdict.${verdict}`]}`, 'i'),
    );
    const typed = Object.entries(ui).filter(
      ([, text]) =>
        new RegExp(`(?<![\\d.,])${facts.claims.length}(?![\\d.,]\\d|\\d)`).test(text) ||
        counted.some((pattern) => pattern.test(text)),
    );
    expect(typed).toEqual([]);
    expect(counted.some((pattern) => pattern.test(`2 ${ui['verdict.contradicted']}`))).toBe(true);
  });
});
