/**
 * A snapshot in words: the sentences that the map, the fact row and "Map in words" share, from the
 * same records that the map draws.
 */
import { lineName } from '../content/words';
import type { Loss } from '../core/model';
import type {
  LineStatus,
  LossCount,
  OutsidePower,
  Pond,
  Snapshot,
  UnitStatus,
} from '../core/snapshot-types';
import type { UnitState } from '../core/vocabulary';
import type { Ui } from '../ui/context';

/** "since 24 March 2026", "since about 18 June 2023", "since about March 2022"; "" = not known. */
export function sinceWords({ t, fmt }: Ui, since: string | null, approx: boolean): string {
  if (!since) return '';
  if (!approx) return t('since', { date: fmt.day(since) });
  // An uncertain first of the month stands for the month.
  const date = since.endsWith('-01') ? fmt.monthOf(since) : fmt.day(since);
  return t('since.about', { date });
}

export function unitWords(ui: Ui, unit: UnitStatus): string {
  const state = ui.t(`unit.state.${unit.state}`);
  if (unit.state === 'unknown') return state;
  return [state, sinceWords(ui, unit.since, unit.approx)].filter(Boolean).join(' ');
}

export function lineWords(ui: Ui, line: LineStatus): string {
  const state = ui.t(`line.state.${line.state}`);
  const since =
    line.since && line.state !== 'unknown' ? sinceWords(ui, line.since, line.approx) : '';
  const parts = [
    line.lastKnown ? ui.t('line.lastKnown', { state }) : [state, since].filter(Boolean).join(' '),
  ];
  if (line.shortLoss) parts.push(ui.t('line.shortLoss'));
  return parts.join('; ');
}

/** "Ferosplavna-1 (330 kV)": two lines may share a name at two voltages. */
export const lineWithKv = ({ content, t }: Ui, id: string): string => {
  const line = content.lineById.get(id);
  return line ? t('line.withKv', { name: lineName(content, id), kv: line.voltageKv }) : id;
};

/** The plant's ten lines, highest voltage first. */
export function plantLines(ui: Ui, snapshot: Snapshot): LineStatus[] {
  return ui.content.facts.grid.lines
    .filter((line) => line.group === 'plant')
    .flatMap((line) => snapshot.lines.get(line.id) ?? [])
    .sort((a, b) => b.voltageKv - a.voltageKv);
}

/** The plant's lines that begin or end at a station. */
export const linesEndingAt = (ui: Ui, snapshot: Snapshot, node: string): LineStatus[] =>
  plantLines(ui, snapshot).filter(({ id }) => {
    const line = ui.content.lineById.get(id);
    return line?.from === node || line?.to === node;
  });

export function outsidePowerWords(ui: Ui, power: OutsidePower): string {
  const { t, fmt } = ui;
  const parts: string[] = [];
  if (power.state === 'lost' && power.loss) {
    const { loss } = power;
    const date = fmt.day(loss.from);
    parts.push(
      power.lossDays > 0
        ? t('power.lostDays', { date, n: power.lossDays })
        : t('power.lost', { date }),
    );
    parts.push(t(`power.supply.${loss.supply}`));
    if (loss.number)
      parts.push(t(loss.matched ? 'power.numberMatched' : 'power.number', { n: loss.number }));
  } else if (power.linesInService.length > 0) {
    const names = power.linesInService.map((id) => lineWithKv(ui, id)).join(', ');
    parts.push(
      power.linesInService.length === 1
        ? t('power.oneLine', { name: names })
        : t('power.lines', { n: power.linesInService.length, names }),
    );
    if (power.lastKnown) parts.push(t('power.lastKnown'));
  } else {
    parts.push(t('power.unknown'));
  }
  parts.push(...power.shortLosses.map((loss) => shortLossWords(ui, loss)));
  return parts.join(' ');
}

/** All outside power is lost on the day, or was for a part of it. */
export const hasLoss = (power: OutsidePower): boolean =>
  power.state === 'lost' || power.shortLosses.length > 0;

/** A complete loss within its day, in one sentence. */
export function shortLossWords(ui: Ui, { approx, minutes }: Loss): string {
  if (minutes) return ui.t('power.shortLoss', { minutes: minutesWords(ui, minutes) });
  return ui.t(approx ? 'power.lossAbout' : 'power.lossOnDay');
}

export function minutesWords({ t, fmt }: Ui, [least, most]: readonly [number, number]): string {
  const hours = (minutes: number) => fmt.number(minutes / 60, 1);
  if (most >= 120) {
    return least === most
      ? t('duration.hours', { n: hours(most) })
      : t('duration.hours', { n: `${hours(least)}–${hours(most)}` });
  }
  return least === most
    ? t('duration.minutes', { n: most })
    : t('duration.minutesRange', { from: least, to: most });
}

/** How many complete losses there were by the day, and by whose count. */
export function lossesWords(
  { t }: Ui,
  { counted, matched, atLeast, uncounted }: LossCount,
): string {
  if (counted === 0) return t('words.losses.none');
  if (atLeast) return t('words.losses.atLeast', { n: counted });
  if (uncounted > 0) return t('words.losses.uncounted', { n: counted, more: uncounted });
  return t(matched ? 'words.losses.matched' : 'words.losses', { n: counted });
}

export function reservoirWords(ui: Ui, { reservoir }: Snapshot): string {
  const state = ui.t(`reservoir.${reservoir.state}`);
  return [state, sinceWords(ui, reservoir.since, reservoir.approx)].filter(Boolean).join(' ');
}

/** The first two figures come from two parties: less than this is no difference, metres. */
const LEAST_DROP_M = 0.1;

export function pondWords({ t, fmt }: Ui, { level, dropMetres, since }: Pond): string {
  const words = {
    metres: fmt.number(level.metres, 2),
    date: fmt.day(level.date),
    drop: fmt.number(dropMetres, 2),
    since: fmt.monthOf(since),
  };
  if (level.dropMetres !== undefined) return t('words.pond.reported', words);
  return t(dropMetres < LEAST_DROP_M ? 'words.pond' : 'words.pond.drop', words);
}

/** The commonest state among the six units and how many share it. */
export function unitsInShort(snapshot: Snapshot): { state: UnitState; n: number } {
  const counts = new Map<UnitState, number>();
  for (const unit of snapshot.units) counts.set(unit.state, (counts.get(unit.state) ?? 0) + 1);
  let best: UnitState = 'unknown';
  for (const [state, n] of counts) if (n > (counts.get(best) ?? 0)) best = state;
  return { state: best, n: counts.get(best) ?? 0 };
}
