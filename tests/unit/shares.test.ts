import { expect, test } from 'vitest';
import {
  assignUnits,
  splitsBetween,
  takeOnSite,
  unitsByLargestRemainder,
} from '../../src/core/shares';

const half = { ua: 3, us: 3, ru: 0 };
const thirds = { ua: 2, us: 2, ru: 2 };

test.each([
  [half, 6, { ua: 3, us: 3, ru: 0 }],
  [half, 5, { ua: 3, us: 2, ru: 0 }],
  [half, 1, { ua: 1, us: 0, ru: 0 }],
  [thirds, 6, { ua: 2, us: 2, ru: 2 }],
  [thirds, 5, { ua: 2, us: 2, ru: 1 }],
  [thirds, 4, { ua: 2, us: 1, ru: 1 }],
  [thirds, 1, { ua: 1, us: 0, ru: 0 }],
  [{ ua: 0, us: 0, ru: 6 }, 3, { ua: 0, us: 0, ru: 3 }],
  [half, 0, { ua: 0, us: 0, ru: 0 }],
])('hands %o out as %i whole units', (weights, units, expected) => {
  expect(unitsByLargestRemainder(weights, units)).toEqual(expected);
});

test('a unit feeds one island or the other, and six are always told', () => {
  expect(assignUnits({ ua: 2, us: 1, ru: 1 }, 'ua')).toEqual(['ua', 'ua', 'ua', 'ru', null, null]);
  expect(assignUnits({ ua: 2, us: 1, ru: 1 }, 'ru')).toEqual(['ua', 'ua', 'ru', 'ru', null, null]);
});

test('use on site comes from the US share, then Russia’s, then Ukraine’s', () => {
  const { left, taken } = takeOnSite({ ua: 100, us: 50, ru: 40 }, 100);
  expect(taken).toEqual({ ua: 10, us: 50, ru: 40 });
  expect(left).toEqual({ ua: 90, us: 0, ru: 0 });
});

test('a span can be walked one unit at a time', () => {
  const span = [
    { ua: 6, us: 0, ru: 0 },
    { ua: 3, us: 0, ru: 3 },
  ];
  expect(splitsBetween(span)).toEqual([
    { ua: 6, us: 0, ru: 0 },
    { ua: 5, us: 0, ru: 1 },
    { ua: 4, us: 0, ru: 2 },
    { ua: 3, us: 0, ru: 3 },
  ]);
  expect(splitsBetween([])).toEqual([]);
});
