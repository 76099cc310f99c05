/** Rows of states over the record, against the snapshot of the same days. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { snapshotAt } from '../../src/core/snapshot';
import { FIRST_DATE, LAST_DATE } from '../../src/core/vocabulary';
import { linesInService, type Span, spansOf } from '../../src/timeline/state-rows';
import { loadFacts } from '../support/facts';

const facts = loadFacts();
const at = <S>(spans: Span<S>[], day: string) =>
  spans.find(({ from, to }) => from <= day && day < to)?.state;
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
    expect(at(linesInService(facts), date)).toBe(lines.filter((l) => l.state === 'in').length);
    for (const { n, state } of snapshot.units) {
      const unit = facts.plant.units.find((one) => one.n === n);
      expect(at(spansOf(unit?.history ?? []), date), `unit ${n}`).toBe(state);
    }
    expect(at(spansOf(facts.plant.reservoir), date)).toBe(snapshot.reservoir.state);
  });
});
