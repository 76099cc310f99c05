/** What is remembered between two turns of the record is what each day would give by itself. */
import { describe, expect, test } from 'vitest';
import { Recent } from '../../src/core/cache';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { addDays, covers } from '../../src/core/dates';
import { perEpoch, turnsOf } from '../../src/core/epochs';
import { buildScenario } from '../../src/core/scenario';
import { lineStatus, snapshotAt, unitStatuses } from '../../src/core/snapshot';
import { FIRST_DATE, LAST_DATE, LINE_SETS } from '../../src/core/vocabulary';
import { loadFacts } from '../support/facts';

const facts = loadFacts();
const linesOn = (day: string) =>
  new Map(facts.grid.lines.map((line) => [line.id, lineStatus(line, day)]));

test('work is done once from one turn to the next, whichever day asks first', () => {
  const asked: string[] = [];
  const of = perEpoch(['2022-03-10', null, '2022-03-01', '2022-03-10'], (day) => {
    asked.push(day);
    return { day };
  });
  expect(of('2022-03-09')).toBe(of('2022-03-01'));
  expect(of('2022-03-10')).toBe(of('2026-01-01'));
  expect(of('2022-02-28')).not.toBe(of('2022-03-01'));
  expect(asked).toEqual(['2022-03-09', '2022-03-10', '2022-02-28']);
});

test('turns are both ends of every interval', () => {
  const history = [
    { from: null, to: '2022-03-01' },
    { from: '2022-03-01', to: null },
  ];
  expect([...turnsOf([history])]).toEqual([null, '2022-03-01', '2022-03-01', null]);
});

test('every day has the lines and units that its own histories give', { timeout: 60_000 }, () => {
  const different = new Set<unknown>();
  for (let day = FIRST_DATE; day <= LAST_DATE; day = addDays(day, 1)) {
    const { lines, units, contactLine, control, proposalsSoFar } = snapshotAt(facts, {
      ...DEFAULT_CHOICE,
      date: day,
    });
    expect(lines, day).toEqual(linesOn(day));
    expect(units, day).toEqual(unitStatuses(facts.plant, day));
    const line = facts.control.contactLine.find((one) => covers(one, day));
    expect(contactLine?.id, day).toBe(line?.id);
    const sides = facts.control.places.flatMap(({ id, history }) => {
      const held = history.find((one) => covers(one, day));
      return held ? [[id, held.state]] : [];
    });
    expect(
      control.map(({ id, side }) => [id, side]),
      day,
    ).toEqual(sides);
    const reported = facts.proposals.filter((p) => p.firstReported <= day).map(({ id }) => id);
    expect(proposalsSoFar, day).toEqual(reported);
    different.add(lines);
  }
  expect(different.size).toBeLessThan(300);
});

test('a scenario is that of its own day under every line set', { timeout: 60_000 }, () => {
  const days = ['2022-02-24', '2022-03-03', '2022-03-04', '2022-12-31', '2023-01-01', '2026-03-10'];
  for (const id of ['us-trilateral-thirds', 'ua-full-return', 'ru-us-no-ukraine-mining']) {
    const proposal = facts.proposals.find((p) => p.id === id);
    if (!proposal) throw new Error(id);
    for (const lines of LINE_SETS) {
      for (const mining of [null, 40]) {
        // Twice, so that what is remembered is compared as well.
        for (const date of [...days, ...days]) {
          const choice = { ...DEFAULT_CHOICE, date, proposal: id, lines, mining };
          const fresh = buildScenario(facts, linesOn(date), proposal, choice);
          expect(snapshotAt(facts, choice).scenario, `${id} ${lines} ${date}`).toEqual(fresh);
        }
      }
    }
  }
});

describe('recent answers', () => {
  test('an answer is kept, null too, until enough others were asked for', () => {
    const recent = new Recent<string | null>(2);
    let made = 0;
    const ask = (key: string) =>
      recent.get(key, () => {
        made += 1;
        return null;
      });
    ask('a');
    ask('b');
    ask('a');
    expect(made).toBe(2);
    ask('c');
    ask('a');
    expect(made).toBe(3);
    ask('b');
    expect(made).toBe(4);
  });
});
