/** A proposal and a claim as plain text to be pasted anywhere; events have `event-text.ts`. */
import { claimSaid, claimSum, proposalSaid } from '../content/words';
import type { Claim, Proposal } from '../core/model';
import type { Ui } from '../ui/context';
import { articlesWithDates, quoteWords } from './claim-text';
import { plainText, shortened, textFoot } from './event-text';

/**
 * Name, kind and what was last reported of it, one or two sentences, when it was reported, sources.
 * No result of the model: that depends on assumptions that do not fit here.
 * @param url address of the proposal in the reader's language; '' = it has none
 */
export function proposalAsText(ui: Ui, proposal: Proposal, url: string): string {
  const { content, t, fmt } = ui;
  const words = proposalSaid(content, proposal.id);
  const status = t(`proposal.status.${proposal.status}`, { date: fmt.day(proposal.lastReported) });
  const from = fmt.day(proposal.firstReported);
  const to = fmt.day(proposal.lastReported);
  return plainText([
    [words('name')?.text ?? '', `${t(`kind.${proposal.kind}`)} · ${status}`],
    [shortened(words('summary')?.text ?? '')],
    [`${t('proposal.reported')}: ${from === to ? from : t('date.range', { from, to })}`],
    textFoot(ui, proposal.sources, url),
  ]);
}

/**
 * The statement in our own words, who made it, the article's words where they were read, our verdict
 * with its evidence in short and the sum, sources.
 * @param url address of the claim in the reader's language; '' = it has none
 */
export function claimAsText(ui: Ui, claim: Claim, url: string): string {
  const { content, t } = ui;
  const words = claimSaid(content, claim.id);
  const who = articlesWithDates(ui, claim);
  const quote = words('quote')?.text;
  return plainText([
    [
      words('claim')?.text ?? '',
      t('claims.madeBy', { who }),
      claim.quote && quote ? quoteWords(ui, claim.quote, quote) : '',
    ],
    [
      `${t('claims.verdict')}: ${t(`verdict.${claim.verdict}`)}`,
      shortened(words('evidence')?.text ?? ''),
      ...(claimSum(content, claim.id)?.lines ?? []),
    ],
    textFoot(ui, claim.sources, url),
  ]);
}
