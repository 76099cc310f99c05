/** Conditions of a proposal: findings from the data, the lines from the scenario. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import type { Proposal } from '../../src/core/model';
import { obstaclesOf } from '../../src/core/obstacles';
import { snapshotAt } from '../../src/core/snapshot';
import { CONDITION_STATES, type LineSet } from '../../src/core/vocabulary';
import { loadFacts } from '../support/facts';

const facts = loadFacts();
const proposal = (id: string) => facts.proposals.find((one) => one.id === id) as Proposal;

const conditions = (id: string, lines: LineSet = 'asof', more = {}) => {
  const choice = { ...DEFAULT_CHOICE, date: '2026-03-10', proposal: id, lines, ...more };
  return obstaclesOf(facts, proposal(id), snapshotAt(facts, choice).scenario);
};
const stateOf = (id: string, obstacle: string, lines?: LineSet, more = {}) =>
  conditions(id, lines, more).find((one) => one.id === obstacle)?.state;

describe('lines', () => {
  test('full return: not met on 10 March 2026, met with the lines of before the war', () => {
    expect(stateOf('ua-full-return', 'grid-lines')).toBe('not-met');
    expect(stateOf('ua-full-return', 'grid-lines', 'prewar')).toBe('met');
  });

  test('what fits the one line is met', () => {
    expect(stateOf('ua-full-return', 'grid-lines', 'asof', { units: 1 })).toBe('met');
  });

  test('with no unit running nothing is asked of the lines', () => {
    for (const lines of ['asof', 'prewar'] as const) {
      expect(stateOf('ua-full-return', 'grid-lines', lines, { units: 0 })).toBe('unknown');
    }
  });

  test('an island without a line in service is not met', () => {
    const choice = { ...DEFAULT_CHOICE, date: '2026-08-22', proposal: 'ua-full-return' };
    const { scenario } = snapshotAt(facts, choice);
    expect(scenario?.islands.some((island) => island.blocked || island.nowhereMw >= 1)).toBe(true);
    expect(
      obstaclesOf(facts, proposal('ua-full-return'), scenario).find((c) => c.modelled)?.state,
    ).toBe('not-met');
  });

  test('without a scenario nothing is said of the lines', () => {
    const [modelled] = obstaclesOf(facts, proposal('ua-full-return'), null).filter(
      (one) => one.modelled,
    );
    expect(modelled?.state).toBe('unknown');
  });

  test('the other conditions do not follow the lines', () => {
    const rest = (lines: LineSet) =>
      conditions('us-trilateral-thirds', lines).filter((one) => !one.modelled);
    expect(rest('prewar')).toEqual(rest('asof'));
  });
});

test('conditions come by state: not met, disputed, unknown, met', () => {
  for (const { id } of facts.proposals) {
    const order = conditions(id).map((one) => CONDITION_STATES.indexOf(one.state));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  }
});

test('a finding that the facts do not hold is refused', () => {
  const broken = { ...proposal('ua-full-return'), obstacles: [{ id: 'grid-sync', finding: 'x' }] };
  expect(() => obstaclesOf(facts, broken, null)).toThrow('no finding x of grid-sync');
});
