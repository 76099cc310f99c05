/** Known days of the record, and what must hold on every day. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import type { Facts, Loss } from '../../src/core/model';
import { snapshotAt } from '../../src/core/snapshot';
import { loadFacts } from '../support/facts';
import { brokenRules } from '../support/invariants';

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

describe('every day of the record', { timeout: 60_000 }, () => {
  test('breaks no rule', () => {
    expect(brokenRules(facts)).toEqual({ days: 1641, broken: {} });
  });

  /** A rule that nothing can break proves nothing. */
  const SLIPS: [string, string, (facts: Facts) => void][] = [
    [
      'a line still in service while it is out',
      'a line has one state, the one of its history',
      (f) => {
        history(f, 'l_znpp_dnip_750', '2025-09-23').from = '2025-09-20';
      },
    ],
    [
      'a line without a state for some days',
      'each of the plant’s own lines is recorded',
      (f) => {
        history(f, 'l_zates_feros_330', '2024-04-06').from = '2024-04-10';
      },
    ],
    [
      'a line in service during the month-long loss',
      'outside power is lost on exactly the days on which no line is in service',
      (f) => {
        history(f, 'l_zates_feros_330', '2025-05-07').state = 'in';
      },
    ],
    [
      'all lines out without a loss',
      'outside power is lost on exactly the days on which no line is in service',
      (f) => {
        history(f, 'l_zates_feros_330', '2026-03-05').state = 'out';
      },
    ],
    [
      'two units with one number',
      'six units, 1 to 6, each in one state',
      (f) => {
        const unit = f.plant.units[4];
        if (unit) unit.n = 4;
      },
    ],
    [
      'a unit that operates in 2024',
      'no unit operates once the last one has stopped',
      (f) => {
        const last = f.plant.units[3]?.history.at(-1);
        if (last) last.state = 'operating';
      },
    ],
    [
      'a reservoir that is full again',
      'the reservoir is full, drains from the day of the dam, stays drained',
      (f) => {
        f.plant.reservoir.push({ from: '2025-01-01', to: null, state: 'full', sources: ['s'] });
        const drained = f.plant.reservoir[2];
        if (drained) drained.to = '2025-01-01';
      },
    ],
    [
      'pond levels out of order',
      'the pond’s level is the newest that is not newer than the day',
      (f) => {
        f.plant.pondLevels.reverse();
      },
    ],
    [
      'a truce that lasts into the next one',
      'a truce holds within its days, one at a time',
      (f) => {
        const truce = f.plant.truces[2];
        if (truce) truce.to = '2026-01-20';
      },
    ],
    [
      'a place held by both sides',
      'a place is held by one side at most',
      (f) => {
        const held = f.control.places.find(({ id }) => id === 'kherson')?.history.at(-1);
        if (held) held.from = '2022-10-01';
      },
    ],
    [
      'a contact line drawn long before its own date',
      'a contact line is drawn only in the span that holds its own date',
      (f) => {
        const span = f.control.contactLine[1];
        if (span) span.asOf = '2023-01-01';
      },
    ],
    [
      'a period that begins too late',
      'the day lies in its period',
      (f) => {
        const phase = f.phases[3];
        if (phase) phase.from = '2024-05-01';
      },
    ],
  ];
  const history = (f: Facts, id: string, from: string) => {
    const found = f.grid.lines
      .find((one) => one.id === id)
      ?.history.find((interval) => interval.from === from);
    if (!found) throw new Error(`${id} has no interval from ${from}`);
    return found;
  };

  test.each(SLIPS)('shows %s', (_, rule, spoil) => {
    const spoiled = structuredClone(facts);
    spoil(spoiled);
    expect(Object.keys(brokenRules(spoiled).broken)).toContain(rule);
  });
});

describe('complete losses of outside power', () => {
  const dated = facts.losses.filter((loss) => !loss.month);
  const numbers = (losses: readonly Loss[]) => losses.flatMap(({ number }) => number ?? []);

  test('carry the IAEA’s numbers 1 to 21, rising in time', () => {
    const inTime = dated.toSorted((a, b) => (a.from < b.from ? -1 : 1));
    expect(numbers(inTime)).toEqual(numbers(dated).toSorted((a, b) => a - b));
    expect(numbers(facts.losses)).toEqual(Array.from({ length: 21 }, (_, i) => i + 1));
  });

  test('the one without a number is the newest', () => {
    expect(facts.losses.filter(({ number }) => number === null).map(({ from }) => from)).toEqual([
      '2026-08-20',
    ]);
  });

  test('are counted as they come, those known to the month with the month after', () => {
    const soFar = (date: string) => at(date).outsidePower.soFar;
    expect(soFar('2022-09-04')).toMatchObject({ counted: 0, uncounted: 0 });
    expect(soFar('2022-11-23')).toMatchObject({ counted: 5, matched: true });
    expect(soFar('2023-03-09')).toMatchObject({ counted: 6, matched: false });
    expect(soFar('2026-06-30')).toMatchObject({ counted: 17, atLeast: true });
    expect(soFar('2026-07-01')).toMatchObject({ counted: 20, atLeast: false });
    expect(soFar('2026-08-22')).toMatchObject({ counted: 21, uncounted: 1 });
  });

  test('a loss that lasts says for how many days', () => {
    expect(at('2025-09-23').outsidePower.lossDays).toBe(0);
    expect(at('2025-10-22').outsidePower.lossDays).toBe(29);
    expect(at('2025-10-23').outsidePower).toMatchObject({ loss: null, lossDays: 0 });
  });
});

describe('water, truces, licences, IAEA', () => {
  test('no level of the pond before the first that was measured', () => {
    expect(at('2023-06-13').pond).toBeNull();
  });

  test('how far the pond fell is the reported figure, else the difference', () => {
    expect(at('2024-04-14').pond).toMatchObject({ dropMetres: 1.08, since: '2023-06-14' });
    expect(at('2026-08-22').pond).toMatchObject({ dropMetres: 3.2, level: { metres: 13.4 } });
  });

  test('wells come one and then eleven', () => {
    const wells = (date: string) => at(date).wells?.count ?? 0;
    expect(['2023-08-21', '2023-08-22', '2023-10-09'].map(wells)).toEqual([0, 1, 11]);
  });

  test('five local truces, each to the day of the repair', () => {
    const number = (date: string) => at(date).truce?.number ?? null;
    expect(['2025-10-17', '2025-10-18', '2025-10-23', '2025-10-24'].map(number)).toEqual([
      null,
      1,
      1,
      null,
    ]);
    expect(['2025-11-08', '2026-01-01', '2026-01-19', '2026-03-05'].map(number)).toEqual([
      2, 3, 4, 5,
    ]);
    expect(number('2026-03-10')).toBeNull();
  });

  test('licences of unit 1 and unit 2 count from their days', () => {
    const licensed = (date: string) => at(date).units.flatMap((u) => (u.licence ? u.n : []));
    expect(licensed('2025-12-22')).toEqual([]);
    expect(licensed('2025-12-23')).toEqual([1]);
    expect(licensed('2026-08-22')).toEqual([1, 2]);
    expect(at('2025-10-20').storeLicence?.date).toBe('2025-10-20');
  });

  test('IAEA experts are on site from 1 September 2022', () => {
    expect(at('2022-08-31').iaeaSince).toBeNull();
    expect(at('2022-09-01').iaeaSince).toBe('2022-09-01');
  });
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
