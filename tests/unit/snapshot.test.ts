/** Known days of the record, and what must hold on every day. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { addDays } from '../../src/core/dates';
import { snapshotAt } from '../../src/core/snapshot';
import { FIRST_DATE, LAST_DATE } from '../../src/core/vocabulary';
import { loadFacts } from '../support/facts';

const facts = loadFacts();
const at = (date: string) => snapshotAt(facts, { ...DEFAULT_CHOICE, date });
const line = (date: string, id: string) => at(date).lines.get(id)?.state;
const units = (date: string) => at(date).units.map((u) => u.state);

const MAIN = ['l_znpp_dnip_750', 'l_znpp_zap_750', 'l_znpp_pdon_750', 'l_znpp_kakh_750'];
const FEROSPLAVNA = 'l_zates_feros_330';

describe('known days', () => {
  test('24 February 2022: four main lines in service, no unit’s state invented', () => {
    const s = at('2022-02-24');
    expect(MAIN.map((id) => s.lines.get(id)?.state)).toEqual(['in', 'in', 'in', 'in']);
    expect(s.units.map((u) => u.state)).toEqual(Array(6).fill('unknown'));
    expect(s.reservoir.state).toBe('full');
    expect(s.contactLine).toBeNull();
  });

  test('6 September 2022: no outside line, one unit feeds the plant', () => {
    const { outsidePower } = at('2022-09-06');
    expect(outsidePower.state).toBe('lost');
    expect(outsidePower.loss?.supply).toBe('unit');
    expect(units('2022-09-06')[5]).toBe('operating');
  });

  test('12 September 2022: no unit operates any more', () => {
    expect(units('2022-09-12')).not.toContain('operating');
  });

  test('reservoir full the day before the dam was destroyed, drained on 20 June 2023', () => {
    expect(at('2023-06-05').reservoir.state).toBe('full');
    expect(at('2023-06-06').reservoir.state).toBe('draining');
    expect(at('2023-06-20').reservoir.state).toBe('drained');
  });

  test('14 April 2024: all six cold', () => {
    expect(units('2024-04-14')).toEqual(Array(6).fill('cold-shutdown'));
  });

  test('1 October 2025: no line in service, diesels', () => {
    const s = at('2025-10-01');
    expect(s.outsidePower).toMatchObject({ state: 'lost', linesInService: [] });
    expect(s.outsidePower.loss).toMatchObject({ number: 10, supply: 'diesels' });
    const states = [...s.lines.values()].filter((l) => l.group === 'plant').map((l) => l.state);
    expect(states).not.toContain('in');
  });

  test('24 October 2025: Dniprovska is back', () => {
    expect(line('2025-10-24', 'l_znpp_dnip_750')).toBe('in');
    expect(line('2025-10-24', FEROSPLAVNA)).toBe('out');
  });

  test('10 March 2026: two lines', () => {
    expect(at('2026-03-10').outsidePower.linesInService).toEqual(['l_znpp_dnip_750', FEROSPLAVNA]);
  });

  test('22 August 2026: Dniprovska out, Ferosplavna-1 the only feed, last known', () => {
    const s = at('2026-08-22');
    expect(s.lines.get('l_znpp_dnip_750')?.state).toBe('out');
    expect(s.outsidePower).toMatchObject({
      state: 'on',
      linesInService: [FEROSPLAVNA],
      lastKnown: true,
    });
  });
});

test('every day of the record gives a snapshot that contradicts nothing', {
  timeout: 60_000,
}, () => {
  let days = 0;
  for (let day = FIRST_DATE; day <= LAST_DATE; day = addDays(day, 1)) {
    const s = at(day);
    days += 1;
    expect(s.units, day).toHaveLength(6);
    const inService = [...s.lines.values()].filter((l) => l.group === 'plant' && l.state === 'in');
    if (s.outsidePower.state === 'lost') expect(inService, day).toEqual([]);
    if (day >= '2023-06-18') expect(s.reservoir.state, day).toBe('drained');
    if (day >= '2022-09-12')
      expect(
        s.units.some((u) => u.state === 'operating'),
        day,
      ).toBe(false);
    expect(new Set(s.control.map((p) => p.id)).size, day).toBe(s.control.length);
  }
  expect(days).toBe(1641);
});

test('choosing a proposal never moves the date and says when it came later', () => {
  const s = snapshotAt(facts, { ...DEFAULT_CHOICE, date: '2022-03-01', proposal: 'ua-us-50-50' });
  expect(s.date).toBe('2022-03-01');
  expect(s.proposedYet).toBe(false);
  expect(s.proposalsSoFar).toEqual([]);
});

test('“last known” is said only of the newest days', () => {
  for (const day of ['2022-10-17', '2022-11-10', '2024-02-01', '2026-02-20', '2026-03-10']) {
    expect(at(day).outsidePower.lastKnown, day).toBe(false);
  }
});

test('losses known to the month mark no day', () => {
  for (const day of ['2026-06-01', '2026-06-11', '2026-06-20', '2026-06-30']) {
    expect(at(day).outsidePower.shortLosses, day).toEqual([]);
  }
  expect(at('2026-06-03').outsidePower.shortLosses).toHaveLength(1);
});
