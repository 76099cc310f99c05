import { expect, test } from 'vitest';
import { formatDay, formatDayShort, formatMonth, formatNumber } from '../../src/i18n/format';
import { fill } from '../../src/i18n/plural';
import { makeTranslate } from '../../src/i18n/translate';

test('Ukrainian plurals follow the language, not the last digit', () => {
  const message = '{n|one:# лінія|few:# лінії|many:# ліній|other:# лінії}';
  const said = (n: number) => fill(message, { n }, 'uk');
  expect([1, 2, 5, 11, 21, 22, 112].map(said)).toEqual([
    '1 лінія',
    '2 лінії',
    '5 ліній',
    '11 ліній',
    '21 лінія',
    '22 лінії',
    '112 ліній',
  ]);
});

test('numbers are grouped from four digits on, with a true minus', () => {
  expect(formatNumber(2850, 'en')).toBe('2,850');
  expect(formatNumber(2850, 'uk').replace(/\s/g, ' ')).toBe('2 850');
  expect(formatNumber(-120, 'en')).toBe('−120');
});

test('days do not depend on the reader’s time zone', () => {
  expect(formatDay('2024-04-14', 'en')).toBe('14 April 2024');
  expect(formatDay('2026-08-22', 'uk')).toBe('22 серпня 2026');
  expect(formatDayShort('2026-03-24', 'en')).toBe('24 Mar 2026');
  expect(formatMonth('2026-07-01', 'uk')).toBe('липень 2026');
});

test('a missing word falls back to English, a missing key stays visible', () => {
  const t = makeTranslate({ a: 'а' }, { a: 'a', b: 'b {x}' }, 'uk');
  expect(t('a')).toBe('а');
  expect(t('b', { x: 'y' })).toBe('b y');
  expect(t('nothing.here')).toBe('nothing.here');
});
