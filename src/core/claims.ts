/** Checked claims by verdict and by what they are about. */
import type { Claim, Facts } from './model';
import type { Verdict } from './vocabulary';

/**
 * What a reader should believe least comes first; what holds needs the least reading. Also the order
 * in which the verdicts are counted.
 */
export const VERDICT_ORDER: readonly Verdict[] = [
  'contradicted',
  'no-evidence',
  'partly',
  'unverifiable',
  'opinion',
  'supported',
];

/** By verdict, in `VERDICT_ORDER`; within one, in the order of the data, which is the articles'. */
export const claimsInOrder = (claims: readonly Claim[]): Claim[] =>
  VERDICT_ORDER.flatMap((verdict) => claims.filter((claim) => claim.verdict === verdict));

/** How many claims have each verdict, none left out, in `VERDICT_ORDER`. */
export const verdictCounts = (claims: readonly Claim[]): { verdict: Verdict; n: number }[] =>
  VERDICT_ORDER.map((verdict) => ({
    verdict,
    n: claims.filter((claim) => claim.verdict === verdict).length,
  }));

/** The claims that name the event or the proposal, in the order of `claimsInOrder`. */
export function claimsAbout(
  facts: Pick<Facts, 'claims'>,
  about: { event: string } | { proposal: string },
): Claim[] {
  return claimsInOrder(
    facts.claims.filter((claim) =>
      'event' in about
        ? claim.events?.includes(about.event)
        : claim.proposals?.includes(about.proposal),
    ),
  );
}
