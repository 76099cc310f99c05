/** Histories as rows over the whole record: what the small charts beside the events draw. Pure. */
import { addDays, covers } from '../core/dates';
import type { Facts } from '../core/model';
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
