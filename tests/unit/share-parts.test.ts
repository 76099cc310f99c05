import { expect, test } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { addDays } from '../../src/core/dates';
import { shareParts } from '../../src/core/share-parts';
import { snapshotAt } from '../../src/core/snapshot';
import { FIRST_DATE, LAST_DATE } from '../../src/core/vocabulary';
import { loadFacts } from '../support/facts';

const facts = loadFacts();

test('equal parts stay the same objects, others are taken anew', () => {
  const before = { a: [1, { x: 1 }], b: new Map([['k', { y: 1 }]]), c: new Set(['s']), d: null };
  const next = { a: [1, { x: 1 }], b: new Map([['k', { y: 2 }]]), c: new Set(['s']), d: null };
  const shared = shareParts(before, next);
  expect(shared).toEqual(next);
  expect(shared.a).toBe(before.a);
  expect(shared.b).not.toBe(before.b);
  expect(shared.c).toBe(before.c);
  expect(shareParts(before, structuredClone(before))).toBe(before);
});

test('what has the shared objects already stays itself', () => {
  const line = { state: 'in' };
  const before = {
    lines: new Map([
      ['a', line],
      ['b', { state: 'in' }],
    ]),
    days: [line, null],
  };
  const next = {
    lines: new Map([
      ['a', line],
      ['b', { state: 'out' }],
    ]),
    days: [line, 2],
  };
  expect(shareParts(before, next)).toBe(next);
  expect(shareParts(before, { ...next, days: [{ state: 'in' }, 2] }).days[0]).toBe(line);
});

test('what only one side has is not mistaken for the same', () => {
  expect(shareParts([1, 2], [1])).toEqual([1]);
  expect(shareParts({ a: undefined }, {})).toEqual({});
  expect(shareParts({ b: 1 }, { a: undefined })).toEqual({ a: undefined });
  expect(shareParts(new Map([['a', undefined]]), new Map([['b', undefined]]))).toEqual(
    new Map([['b', undefined]]),
  );
  expect(shareParts(new Set([1]), new Set([2]))).toEqual(new Set([2]));
  expect(shareParts(new Map(), {})).toEqual({});
  expect(shareParts(null, { a: 1 })).toEqual({ a: 1 });
});

test('a walk through the record shares without changing anything', { timeout: 60_000 }, () => {
  let shared = snapshotAt(facts, { ...DEFAULT_CHOICE, date: FIRST_DATE });
  let sameLines = 0;
  for (let day = addDays(FIRST_DATE, 1); day <= LAST_DATE; day = addDays(day, 1)) {
    const next = snapshotAt(facts, { ...DEFAULT_CHOICE, date: day });
    const before = shared;
    shared = shareParts(before, next);
    expect(shared, day).toEqual(next);
    if (shared.lines === before.lines) sameLines += 1;
  }
  // Lines change on about one day in eight.
  expect(sameLines).toBeGreaterThan(1300);
});
