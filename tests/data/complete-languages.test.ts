/** The types that hold the complete languages to the same keys. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMPLETE_TEXTS, type SameKeys } from '../../scripts/check/complete-languages';
import { root } from '../../scripts/lib/paths.mjs';
import { COMPLETE_LANGUAGES } from '../../src/core/vocabulary';

interface Twin {
  date: string;
  cards: { one: { title: string } };
}

test('a key that one language lacks does not pass the type check', () => {
  const whole: SameKeys<Twin> = { date: 'день', cards: { one: { title: 'назва' } } };
  // @ts-expect-error `date` is missing
  const missing: SameKeys<Twin> = { cards: { one: { title: 'назва' } } };
  // @ts-expect-error `title` is missing, two levels below
  const deep: SameKeys<Twin> = { date: 'день', cards: { one: {} } };
  expect([whole, missing, deep]).toHaveLength(3);
});

test('every file of every complete language is held so', () => {
  expect(Object.keys(COMPLETE_TEXTS)).toEqual([...COMPLETE_LANGUAGES]);
  for (const lang of COMPLETE_LANGUAGES) {
    const files = readdirSync(join(root, 'data/text', lang), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.replaceAll('\\', '/').replace(/\.json$/, ''));
    expect(Object.keys(COMPLETE_TEXTS[lang]).sort()).toEqual(files.sort());
  }
});
