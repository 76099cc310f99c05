import { describe, expect, it } from 'vitest';
import { around, extend, FIRST_ROWS, MOST_ROWS, reach } from '../../src/timeline/row-window';

const TOTAL = 10_000;

describe('the rows that are built', () => {
  it('are all of a short list, wherever the reader is', () => {
    for (const at of [0, 80, 157]) expect(around(158, at)).toEqual({ from: 0, to: 158 });
    expect(around(0, 0)).toEqual({ from: 0, to: 0 });
    expect(around(FIRST_ROWS, 3)).toEqual({ from: 0, to: FIRST_ROWS });
  });

  it('lie around the reader in a long list, and are as many at its ends', () => {
    expect(around(TOTAL, 5000)).toEqual({ from: 4900, to: 5100 });
    expect(around(TOTAL, 0)).toEqual({ from: 0, to: 200 });
    expect(around(TOTAL, TOTAL - 1)).toEqual({ from: TOTAL - 200, to: TOTAL });
  });

  it('grow towards where the reader moves and never become too many', () => {
    let rows = around(TOTAL, 5000);
    rows = extend(rows, TOTAL, 1);
    expect(rows).toEqual({ from: 4900, to: 5200 });
    for (let i = 0; i < 80; i += 1) {
      rows = extend(rows, TOTAL, 1);
      expect(rows.to - rows.from).toBeLessThanOrEqual(MOST_ROWS);
    }
    expect(rows).toEqual({ from: TOTAL - MOST_ROWS, to: TOTAL });
    for (let i = 0; i < 120; i += 1) rows = extend(rows, TOTAL, -1);
    expect(rows).toEqual({ from: 0, to: MOST_ROWS });
  });

  it('always hold the row that a key goes to', () => {
    const rows = around(TOTAL, 5000);
    expect(reach(rows, TOTAL, 4950)).toBe(rows);
    for (const at of [0, 10, 4899, 4900, 5099, 5100, 5101, 9000, TOTAL - 1]) {
      const next = reach(rows, TOTAL, at);
      expect(next.from <= at && at < next.to, String(at)).toBe(true);
      expect(next.to - next.from).toBeLessThanOrEqual(MOST_ROWS);
    }
    expect(reach(rows, TOTAL, 5100)).toEqual({ from: 4900, to: 5200 });
  });
});
