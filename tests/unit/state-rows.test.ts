/** Rows of states over the record, against the snapshot of the same days. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { snapshotAt } from '../../src/core/snapshot';
import { FIRST_DATE, LAST_DATE } from '../../src/core/vocabulary';
import {
  linesInService,
  lossAt,
  lossesByMonth,
  lossLength,
  lossMarks,
  pondLevelAt,
  spansOf,
  stateAt,
  unitGroups,
} from '../../src/timeline/state-rows';
import { loadFacts } from '../support/facts';

const facts = loadFacts();
const days = ['2022-02-24', '2022-09-06', '2023-06-20', '2025-10-01', '2026-03-10', LAST_DATE];

describe('rows of states', () => {
  test('leave no gap and go from the first day to the last', () => {
    const rows = [
      linesInService(facts),
      ...facts.plant.units.map(({ history }) => spansOf<unknown>(history)),
    ];
    for (const row of rows) {
      expect(row[0]?.from).toBe(FIRST_DATE);
      expect((row.at(-1)?.to ?? '') > LAST_DATE).toBe(true);
      for (let i = 1; i < row.length; i += 1) {
        expect(row[i]?.from).toBe(row[i - 1]?.to);
        expect(row[i]?.state).not.toBe(row[i - 1]?.state);
      }
    }
  });

  test.each(days)('say of %s what the map says', (date) => {
    const snapshot = snapshotAt(facts, { ...DEFAULT_CHOICE, date });
    const lines = [...snapshot.lines.values()].filter((l) => l.group === 'plant');
    expect(stateAt(linesInService(facts), date)).toBe(lines.filter((l) => l.state === 'in').length);
    for (const { n, state } of snapshot.units) {
      const unit = facts.plant.units.find((one) => one.n === n);
      expect(stateAt(spansOf(unit?.history ?? []), date), `unit ${n}`).toBe(state);
    }
    expect(stateAt(spansOf(facts.plant.reservoir), date)).toBe(snapshot.reservoir.state);
  });
});

describe('units', () => {
  test('of one state are named together, the largest group first', () => {
    const units = facts.plant.units.map(({ n, history }) => ({ n, spans: spansOf(history) }));
    expect(unitGroups(units, '2025-10-01')).toEqual([
      { state: 'cold-shutdown', units: [1, 2, 3, 4, 5, 6] },
    ]);
    const [largest, ...others] = unitGroups(units, '2023-12-02');
    expect(largest).toEqual({ state: 'cold-shutdown', units: [1, 2, 3, 6] });
    expect(others.flatMap((group) => group.units).sort()).toEqual([4, 5]);
  });
});

describe('losses of power', () => {
  const byId = (id: string) => facts.losses.find((loss) => loss.id === id) ?? facts.losses[0];

  test('are as long as was recorded: minutes, days, or not at all', () => {
    const loss = (id: string) => lossLength(byId(id) as NonNullable<ReturnType<typeof byId>>);
    expect(loss('l11')).toEqual({ kind: 'minutes', least: 29, most: 30 });
    expect(loss('l10')).toEqual({ kind: 'days', days: 30 });
    expect(loss('l07')).toEqual({ kind: 'unknown' });
    expect(loss('l22')).toEqual({ kind: 'unknown' });
  });

  test('have one mark each where the day is known; the others are counted by month', () => {
    const marks = lossMarks(facts.losses);
    const counted = lossesByMonth(facts.losses).reduce((sum, { n }) => sum + n, 0);
    expect(marks.length + counted).toBe(facts.losses.length);
    expect(marks.map(({ from }) => from)).toEqual(marks.map(({ from }) => from).sort());
    expect(marks.find(({ id }) => id === 'l10')?.minutes).toEqual({ least: 43_200, most: 43_200 });
    expect(marks.find(({ id }) => id === 'l07')?.minutes).toBeNull();
  });

  test('on a day: from the first until before the day on which power came back', () => {
    expect(lossAt(facts.losses, '2025-09-22')).toBeNull();
    expect(lossAt(facts.losses, '2025-09-23')?.id).toBe('l10');
    expect(lossAt(facts.losses, '2025-10-22')?.id).toBe('l10');
    expect(lossAt(facts.losses, '2025-10-23')).toBeNull();
    expect(lossAt(facts.losses, '2025-12-06')?.id).toBe('l11');
    // Known to the month: marks no day.
    expect(lossAt(facts.losses, '2026-06-01')).toBeNull();
  });
});

describe('levels of the cooling pond', () => {
  test('hold no longer than what was reported: the last one by a day, with its own date', () => {
    const levels = facts.plant.pondLevels;
    expect(pondLevelAt(levels, '2023-06-13')).toBeNull();
    expect(pondLevelAt(levels, '2023-06-14')?.metres).toBe(16.67);
    expect(pondLevelAt(levels, '2024-02-21')?.date).toBe('2023-09-02');
    expect(pondLevelAt(levels, LAST_DATE)?.date).toBe('2025-09-04');
  });
});
