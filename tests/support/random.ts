/** Chance that repeats: the same seed gives the same cases on every machine. */
import { numbersFrom } from '../../src/core/chance';

export interface Random {
  /** 0 up to, not including, 1. */
  next(): number;
  /** Whole number from 0 up to, not including, `end`. */
  below(end: number): number;
  /** True about `share` of the time. */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
}

export function randomFrom(seed: number): Random {
  const next = numbersFrom(seed);
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (share) => next() < share,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
  };
}

/** Strings that have broken programs before. */
export const NASTY: readonly string[] = [
  '',
  ' ',
  '0',
  '-0',
  '-1',
  '1e9',
  '1e-7',
  'NaN',
  'Infinity',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  '../../etc/passwd',
  '..%2F..%2F',
  'javascript:globalThis.harmed=1',
  'data:text/html,<script>globalThis.harmed=1</script>',
  '<img src=x onerror=globalThis.harmed=1>',
  '"><script>globalThis.harmed=1</script>',
  "' onmouseover=globalThis.harmed=1 x='",
  '</title><svg onload=globalThis.harmed=1>',
  '{{7*7}}',
  '#{globalThis.harmed=1}',
  '{n|one:x|other:y}',
  'a\0b',
  '\u202Egnirts',
  '\uFEFF',
  '\uD800',
  'e\u0301\u0323'.repeat(20),
  '🏭🏭🏭',
  '２０２３-０６-０６',
  '٢٠٢٣-٠٦-٠٦',
  '2023-02-29',
  '0000-00-00',
  '9999-12-31',
  '+002023-06-06',
  '2023-06-06T00:00:00Z',
  '9'.repeat(400),
  ','.repeat(2000),
  ';'.repeat(2000),
  '~'.repeat(2000),
  'x'.repeat(20_000),
];
