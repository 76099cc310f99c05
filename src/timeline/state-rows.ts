/** Histories over the whole record: what the small charts beside the events draw and say. Pure. */
import { addDays, covers, dayNumber } from '../core/dates';
import type { Facts, Loss } from '../core/model';
import { FIRST_DATE, LAST_DATE } from '../core/vocabulary';

/** From a day until before another, inside the record. */
export interface Span<S> {
  state: S;
  from: string;
  to: string;
}

interface Interval<S> {
  state: S;
  from: string | null;
  to: string | null;
}

const END = addDays(LAST_DATE, 1);

/** The parts of a history inside the record; neighbours of one state are one span. */
export function spansOf<S>(history: readonly Interval<S>[]): Span<S>[] {
  const spans: Span<S>[] = [];
  for (const { state, from, to } of history) {
    const start = from === null || from < FIRST_DATE ? FIRST_DATE : from;
    const end = to === null || to > END ? END : to;
    if (start >= end) continue;
    const last = spans.at(-1);
    if (last?.state === state && last.to === start) last.to = end;
    else spans.push({ state, from: start, to: end });
  }
  return spans;
}

/** How many of the plant's own ten lines were recorded in service; state = that number. */
export function linesInService({ grid }: Pick<Facts, 'grid'>): Span<number>[] {
  const histories = grid.lines.filter((l) => l.group === 'plant').map((l) => l.history);
  const days = histories.flatMap((history) => history.map(({ from }) => from ?? FIRST_DATE));
  const turns = [...new Set([FIRST_DATE, ...days])].filter((day) => day >= FIRST_DATE).sort();
  return spansOf(
    turns.map((from, i) => ({
      from,
      to: turns[i + 1] ?? null,
      state: histories.filter((history) =>
        history.some((interval) => interval.state === 'in' && covers(interval, from)),
      ).length,
    })),
  );
}

/** The state on a day; null outside the spans. */
export function stateAt<S>(spans: readonly Span<S>[], day: string): S | null {
  return spans.find(({ from, to }) => from <= day && day < to)?.state ?? null;
}

/** Units of one state on a day, the largest group first: `{ state: 'cold-shutdown', units: [1, 2] }`. */
export function unitGroups<S>(
  units: readonly { n: number; spans: readonly Span<S>[] }[],
  day: string,
): { state: S; units: number[] }[] {
  const groups = new Map<S, number[]>();
  for (const { n, spans } of units) {
    const state = stateAt(spans, day);
    if (state === null) continue;
    groups.set(state, [...(groups.get(state) ?? []), n]);
  }
  return [...groups]
    .map(([state, numbers]) => ({ state, units: numbers }))
    .sort((a, b) => b.units.length - a.units.length);
}

/** How long a loss of outside power lasted, as exactly as it was recorded. */
export type LossLength =
  | { kind: 'minutes'; least: number; most: number }
  | { kind: 'days'; days: number }
  | { kind: 'unknown' };

const MINUTES_PER_DAY = 1440;

export function lossLength({
  from,
  to,
  minutes,
}: Pick<Loss, 'from' | 'to' | 'minutes'>): LossLength {
  if (minutes) return { kind: 'minutes', least: minutes[0], most: minutes[1] };
  if (to === null || to === from) return { kind: 'unknown' };
  return { kind: 'days', days: dayNumber(to) - dayNumber(from) };
}

/** A loss as a mark; `minutes` is null where the length is not recorded. */
export interface LossMark {
  id: string;
  from: string;
  minutes: { least: number; most: number } | null;
}

/** Losses whose day is known, in date order. */
export function lossMarks(losses: readonly Loss[]): LossMark[] {
  return losses
    .filter((loss) => !loss.month)
    .map((loss) => {
      const length = lossLength(loss);
      const minutes =
        length.kind === 'minutes'
          ? { least: length.least, most: length.most }
          : length.kind === 'days'
            ? { least: length.days * MINUTES_PER_DAY, most: length.days * MINUTES_PER_DAY }
            : null;
      return { id: loss.id, from: loss.from, minutes };
    })
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** Losses known to the month only, counted: they have no place on an axis of days. */
export function lossesByMonth(losses: readonly Loss[]): { month: string; n: number }[] {
  const counts = new Map<string, number>();
  for (const { month, from } of losses) if (month) counts.set(from, (counts.get(from) ?? 0) + 1);
  return [...counts].map(([month, n]) => ({ month, n }));
}

/** The loss that lasts over a day or falls on it; the newest of several. */
export function lossAt(losses: readonly Loss[], day: string): Loss | null {
  return (
    losses.findLast(
      ({ from, to, month }) => !month && (from === day || (to !== null && from < day && day < to)),
    ) ?? null
  );
}

/** A reported level of the cooling pond. */
export interface PondLevel {
  date: string;
  metres: number;
  /** How far below June 2023, where the source says that and no level. */
  dropMetres?: number;
  approx?: true;
}

/** The last level reported by a day: nothing is known of the days between two reports. */
export function pondLevelAt<L extends PondLevel>(levels: readonly L[], day: string): L | null {
  return levels.findLast(({ date }) => date <= day) ?? null;
}
