/** A proposal and a claim as plain text, to be pasted anywhere. */
import { describe, expect, test } from 'vitest';
import { claimAsText, proposalAsText } from '../../src/panels/plain-text';
import { linkTo } from '../../src/state/share';
import { makeUi } from '../../src/ui/context';
import { loadTestContent } from '../support/facts';

const SITE = 'https://switchyard.example/';

describe.each(['en', 'uk'] as const)('in %s', (lang) => {
  const ui = makeUi(loadTestContent(lang));
  const { proposals, claims } = ui.content.facts;
  const page = lang === 'en' ? SITE : `${SITE}uk/`;

  test('every proposal says its kind, status with date, when reported, sources, link, last fact', () => {
    for (const proposal of proposals) {
      const link = linkTo({ panel: 'proposals', proposal: proposal.id }, lang, page);
      const lines = proposalAsText(ui, proposal, link).split('\n');
      expect(lines[1]).toContain(ui.t(`kind.${proposal.kind}`));
      expect(lines[1]).toContain(ui.fmt.day(proposal.lastReported));
      expect(lines[3]?.length).toBeGreaterThan(20);
      expect(lines.at(-5)).toContain(ui.fmt.day(proposal.firstReported));
      expect(lines.at(-3)).toMatch(/: \S.*20\d\d/);
      expect(lines.at(-2)).toBe(`${page}?panel=proposals&proposal=${proposal.id}`);
      expect(lines.at(-1)).toContain('2026');
    }
  });

  test('every claim says where it was made, its words, the verdict before evidence and sum, sources, link', () => {
    for (const claim of claims) {
      const link = linkTo({ panel: 'claims', claim: claim.id }, lang, page);
      const lines = claimAsText(ui, claim, link).split('\n');
      const { quote, sum = [] } = ui.content.words.claims[claim.id] ?? {};
      expect(lines[0]?.length).toBeGreaterThan(10);
      for (const article of claim.articles) {
        expect(lines[1]).toContain(ui.t(`publisher.${article}`));
      }
      expect(lines[1]).toMatch(/26–30 .* 2025/);
      expect(lines[2]).toEqual(quote ? expect.stringContaining(quote) : '');
      const verdict = lines.indexOf(
        `${ui.t('claims.verdict')}: ${ui.t(`verdict.${claim.verdict}`)}`,
      );
      expect(verdict).toBe(quote ? 4 : 3);
      expect(lines[verdict + 1]?.length).toBeGreaterThan(20);
      expect(lines.slice(verdict + 2, verdict + 2 + sum.length)).toEqual(sum);
      expect(lines[verdict + 2 + sum.length]).toBe('');
      expect(lines.at(-3)).toMatch(/: \S/);
      expect(lines.at(-2)).toBe(`${page}?panel=claims&claim=${claim.id}`);
    }
  });
});
