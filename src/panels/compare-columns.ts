/** Columns of a comparison: one snapshot each, under equal assumptions unless a column says so. */
import type { Content } from '../content/content';
import type { Choice, CompareItem } from '../core/choice';
import type { Proposal } from '../core/model';
import { snapshotAt } from '../core/snapshot';
import type { Snapshot } from '../core/snapshot-types';
import { roundMw } from '../i18n/format';

export interface Column {
  item: CompareItem;
  proposal: Proposal;
  snapshot: Snapshot;
  /** Its assumptions differ from those of the first column. */
  differs: boolean;
}

export function columnsOf(content: Content, choice: Choice): Column[] {
  return choice.compare.flatMap((item, index) => {
    const proposal = content.proposalById.get(item.proposal);
    if (!proposal) return [];
    const units = item.units ?? choice.units;
    const lines = item.lines ?? choice.lines;
    const snapshot = snapshotAt(content.facts, {
      ...choice,
      proposal: proposal.id,
      units,
      lines,
      mining: item.mining ?? null,
      split: item.split ?? null,
      repair: null,
      usTo: 'ua',
    });
    const first = choice.compare[0];
    const differs =
      index > 0 &&
      (units !== (first?.units ?? choice.units) || lines !== (first?.lines ?? choice.lines));
    return [{ item, proposal, snapshot, differs }];
  });
}

export interface ColumnNumbers {
  /** All in MW, rounded to 10 so that the parts add up as shown. */
  leaves: number;
  toUkraine: number;
  toRussia: number;
  onSite: number;
  nowhere: number;
}

/** What leaves the plant and where it arrives; null where nothing is drawn. */
export function numbersOf({ snapshot }: Column): ColumnNumbers | null {
  const { scenario } = snapshot;
  if (!scenario) return null;
  const delivered = (island: 'ua' | 'ru') =>
    roundMw(scenario.islands.find((i) => i.island === island)?.deliverableMw ?? 0);
  const offered = scenario.islands.reduce((sum, i) => sum + roundMw(Math.max(i.offeredMw, 0)), 0);
  const toUkraine = delivered('ua');
  const toRussia = delivered('ru');
  return {
    leaves: toUkraine + toRussia,
    toUkraine,
    toRussia,
    onSite: roundMw(scenario.totals.onSite),
    nowhere: offered - toUkraine - toRussia,
  };
}
