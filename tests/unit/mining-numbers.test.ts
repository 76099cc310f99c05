import { describe, expect, test } from 'vitest';
import { between, readTyped, roundTo3, scaleTo } from '../../src/panels/mining-numbers';

const price = { min: 0, max: 10_000, digits: 1 };

describe('a number as a reader types it', () => {
  test.each([
    ['en', '55', 55],
    ['en', ' 55.5 ', 55.5],
    ['en', '55,5', 55.5],
    ['en', '1,200', 1200],
    ['en', '1,200.5', 1200.5],
    ['en', '.5', 0.5],
    ['en', '5.', 5],
    ['en', '40 %', 40],
    ['uk', '55,5', 55.5],
    ['uk', '1 200,5', 1200.5],
    ['uk', '1\u202f200', 1200],
    ['uk', '1,200', 1.2],
    ['uk', '0', 0],
  ] as const)('%s “%s” is %d', (lang, text, value) => {
    expect(readTyped(text, lang, price)).toBe(value);
  });

  test.each([
    '',
    ' ',
    'a lot',
    '5O',
    '1e3',
    '-5',
    '−5',
    '1.2.3',
    '1,2,3',
    '55.55',
    '10001',
    'NaN',
    '٥',
    '5 USD',
  ])('“%s” is none', (text) => {
    expect(readTyped(text, 'en', price)).toBeNull();
  });

  test('a count takes no part', () => {
    const units = { min: 0, max: 6, digits: 0 };
    expect(readTyped('4', 'en', units)).toBe(4);
    expect(readTyped('4.0', 'en', units)).toBe(4);
    expect(readTyped('4.5', 'en', units)).toBeNull();
    expect(readTyped('7', 'en', units)).toBeNull();
  });
});

describe('numbers as they are written', () => {
  test('a span is one number where both ends look alike', () => {
    expect(between([21.6, 34.9], (n) => n.toFixed(0))).toBe('22–35');
    expect(between([21.6, 22.4], (n) => n.toFixed(0))).toBe('22');
  });

  test('a count keeps three digits', () => {
    expect([1_480_519, 246_753, 999, 0].map(roundTo3)).toEqual([1_480_000, 247_000, 999, 0]);
  });

  test('a scale holds its greatest value in at most six round steps', () => {
    for (let max = 3; max < 1000; max += 1.7) {
      const scale = scaleTo(max);
      expect(scale.max).toBeGreaterThanOrEqual(max);
      expect(scale.max).toBeLessThan(max * 2);
      expect(scale.ticks.length).toBeLessThanOrEqual(7);
      expect(scale.ticks.at(-1)).toBe(scale.max);
    }
    expect(scaleTo(158.7)).toEqual({ max: 200, ticks: [0, 50, 100, 150, 200] });
  });
});
