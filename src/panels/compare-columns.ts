/** Columns of a comparison: one snapshot each, under equal assumptions unless a column says so. */
import type { Content } from '../content/content';
import type { Choice, CompareItem } from '../core/choice';
import type { Proposal } from '../core/model';
import { snapshotAt } from '../core/snapshot';
import type { Snapshot } from '../core/snapshot-types';
import { roundMw } from '../i18n/format';
import type { Ui } from '../ui/context';

export interface Column {
  item: CompareItem;
  proposal: Proposal;
  snapshot: Snapshot;
  /** Its assumptions differ from those of the first column. */
  differs: boolean;
}

/** One snapshot for each column; a proposal may stand twice, under different assumptions. */
export function columnsOf(content: Content, choice: Choice): Column[] {
  const columns: Column[] = [];
  for (const item of choice.compare) {
    const proposal = content.proposalById.get(item.proposal);
    if (!proposal) continue;
    const snapshot = snapshotAt(content.facts, {
      ...choice,
      proposal: proposal.id,
      units: item.units ?? choice.units,
      lines: item.lines ?? choice.lines,
      mining: item.mining ?? null,
      split: item.split ?? null,
      repair: null,
      usTo: 'ua',
    });
    columns.push({ item, proposal, snapshot, differs: differs(item, snapshot, columns[0]) });
  }
  return columns;
}

function differs(item: CompareItem, { scenario }: Snapshot, first?: Column): boolean {
  if (!first) return false;
  const base = first.snapshot.scenario;
  if (!scenario || !base) return item.units !== first.item.units || item.lines !== first.item.lines;
  return (
    scenario.unitsRunning !== base.unitsRunning ||
    scenario.lines !== base.lines ||
    scenario.miningPercent !== base.miningPercent ||
    item.split !== undefined
  );
}

/** "6 units, lines repaired, 20 % used on site"; '' where nothing is drawn. */
export function assumedWords({ t, fmt }: Ui, { snapshot }: Column): string {
  const { scenario } = snapshot;
  if (!scenario) return '';
  const { unitsRunning, lines, miningPercent } = scenario;
  const said = t('compare.assumed.value', { units: unitsRunning, lines: t(`lines.${lines}`) });
  if (miningPercent === 0) return said;
  return `${said}, ${t('compare.mining', { n: fmt.percent(miningPercent / 100) })}`;
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
