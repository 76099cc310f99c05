import { describe, expect, it } from 'vitest';
import type { ChainStep } from '../../src/core/model';
import { chainRows } from '../../src/panels/chain-rows';
import { loadFacts } from '../support/facts';

const step = (id: string, role: ChainStep['role'], ...from: string[]): ChainStep => ({
  id,
  role,
  date: '2025-12-25',
  from,
  sources: ['a'],
});

const CHAIN = [
  step('room', 'meeting'),
  step('paper', 'first-report', 'room'),
  step('leaf', 'relay', 'paper'),
  step('copy', 'relay', 'paper'),
  step('other', 'other-strand'),
  step('one', 'article', 'paper', 'copy', 'other'),
  step('two', 'article', 'paper', 'other'),
  step('nobody', 'silence', 'room'),
];
const row = (id: string) => {
  const found = chainRows(CHAIN).find((one) => one.step.id === id);
  if (!found) throw new Error(`no row ${id}`);
  return found;
};

describe('the chain of reporting as a drawing', () => {
  it('begins at the meeting and is dashed below the last who told it', () => {
    expect([row('room').above, row('room').below]).toEqual([null, 'line']);
    expect([row('two').above, row('two').below]).toEqual(['line', 'dashed']);
    expect([row('nobody').above, row('nobody').below]).toEqual(['dashed', null]);
  });

  it('leads back to the story only from a step whose words are found again', () => {
    expect([row('leaf').branches, row('leaf').returns]).toEqual([true, false]);
    expect([row('copy').branches, row('copy').returns]).toEqual([true, true]);
    expect(row('two').returns).toBe(false);
  });

  it('runs the other strand beside it, into each step that holds its words, and no further', () => {
    expect(row('copy').strand).toEqual({ above: false, below: false, joins: false });
    expect(row('other').strand).toEqual({ above: false, below: true, joins: false });
    expect(row('one').strand).toEqual({ above: true, below: true, joins: true });
    expect(row('two').strand).toEqual({ above: true, below: false, joins: true });
    expect(row('nobody').strand).toEqual({ above: false, below: false, joins: false });
  });

  it('draws every step of the data, and each `from` as a line', () => {
    const { chain } = loadFacts().mining;
    const rows = chainRows(chain);
    expect(rows.map(({ step: { id } }) => id)).toEqual(chain.map(({ id }) => id));
    const laneOf = new Map(rows.map(({ step: { id }, lane }) => [id, lane]));
    for (const { step: to, branches, strand, above } of rows) {
      for (const id of to.from) {
        const from = rows.find((one) => one.step.id === id);
        if (laneOf.get(id) === 2) expect(strand.joins, `${id} to ${to.id}`).toBe(true);
        else expect(branches || above !== null, `${id} to ${to.id}`).toBe(true);
        if (laneOf.get(id) === 1) expect(from?.returns, `${id} to ${to.id}`).toBe(true);
      }
    }
  });
});
