import { describe, expect, it } from 'vitest';
import { proposalTree } from '../../src/panels/proposal-tree';
import { loadFacts } from '../support/facts';

const item = (id: string, firstReported: string, ...follows: string[]) => ({
  id,
  firstReported,
  follows,
});

describe('the tree of proposals', () => {
  it('stands in date order, on one day the followed above the follower', () => {
    const { rows } = proposalTree([
      item('answer', '2025-04-25', 'text'),
      item('text', '2025-04-25'),
      item('early', '2022-01-01'),
    ]);
    expect(rows.map((row) => row.id)).toEqual(['early', 'text', 'answer']);
  });

  it('keeps a chain straight and turns the side branch away', () => {
    const { rows, lanes } = proposalTree([
      item('a', '2025-01-01'),
      item('side', '2025-01-02', 'a'),
      item('b', '2025-01-03', 'a'),
      item('c', '2025-01-04', 'b'),
    ]);
    expect(rows.map((row) => [row.id, row.lane])).toEqual([
      ['a', 0],
      ['side', 1],
      ['b', 0],
      ['c', 0],
    ]);
    expect(lanes).toBe(2);
    expect(rows[1]?.strands).toContainEqual({ from: 0, to: 1, on: false });
    expect(rows[1]?.strands).toContainEqual({ from: 0, to: 0, on: true });
  });

  it('joins two parents in one row and leaves out what a longer way tells', () => {
    const { rows } = proposalTree([
      item('a', '2025-01-01'),
      item('b', '2025-01-02'),
      item('c', '2025-01-03', 'a', 'b'),
      item('d', '2025-01-04', 'a', 'c'),
    ]);
    expect(rows[2]?.strands.filter((strand) => strand.to === rows[2]?.lane)).toHaveLength(2);
    expect(rows[3]?.strands).toHaveLength(1);
  });

  it('puts no line through another proposal’s node, and draws every line whole', () => {
    const { proposals } = loadFacts();
    const { rows, lanes } = proposalTree(proposals);
    expect(rows.map((row) => row.id).toSorted()).toEqual(proposals.map((p) => p.id).toSorted());
    expect(lanes).toBeLessThanOrEqual(4);
    rows.forEach((row, i) => {
      for (const strand of row.strands) {
        if (strand.on) expect(strand.to, row.id).not.toBe(row.lane);
      }
      const leaving = new Set(row.strands.filter((s) => s.on).map((s) => s.to));
      if (row.parent) leaving.add(row.lane);
      const arriving = new Set(rows[i + 1]?.strands.map((s) => s.from) ?? []);
      expect(arriving, row.id).toEqual(leaving);
    });
  });

  it('every proposal comes after what it follows', () => {
    const { proposals } = loadFacts();
    const ids = proposalTree(proposals).rows.map((row) => row.id);
    for (const { id, follows } of proposals) {
      for (const parent of follows ?? []) expect(ids.indexOf(parent)).toBeLessThan(ids.indexOf(id));
    }
  });
});
