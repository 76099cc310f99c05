import { expect, test } from 'vitest';
import {
  formatDay,
  formatDayShort,
  formatMonth,
  formatMonthOf,
  formatNumber,
  formatPercent,
} from '../../src/i18n/format';
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

/** No-break and thin spaces made plain. */
const plain = (text: string) => text.replace(/\s/gu, ' ');

test.each([
  ['en', '20 June 2023', 'October 2023', '2,850', '22 %'],
  ['uk', '20 червня 2023', 'жовтня 2023', '2 850', '22 %'],
  ['de', '20. Juni 2023', 'Oktober 2023', '2.850', '22 %'],
  ['pl', '20 czerwca 2023', 'października 2023', '2850', '22%'],
  ['fr', '20 juin 2023', 'octobre 2023', '2 850', '22 %'],
  ['es', '20 de junio de 2023', 'octubre de 2023', '2850', '22 %'],
] as const)(
  '%s writes days, months and numbers as its readers do',
  (lang, day, month, n, share) => {
    expect(plain(formatDay('2023-06-20', lang))).toBe(day);
    expect(plain(formatMonthOf('2023-10-14', lang))).toBe(month);
    expect(plain(formatNumber(2850, lang))).toBe(n);
    expect(plain(formatPercent(0.22, lang))).toBe(share);
  },
);

test.each([
  ['de', ['0 Linien', '1 Linie', '2 Linien', '5 Linien']],
  ['pl', ['0 linii', '1 linia', '2 linie', '5 linii']],
  ['fr', ['0 ligne', '1 ligne', '2 lignes', '5 lignes']],
] as const)('%s has plurals of its own', (lang, said) => {
  const message = {
    de: '{n|one:# Linie|other:# Linien}',
    pl: '{n|one:# linia|few:# linie|many:# linii|other:# linii}',
    fr: '{n|one:# ligne|other:# lignes}',
  }[lang];
  expect([0, 1, 2, 5].map((n) => fill(message, { n }, lang))).toEqual(said);
});
