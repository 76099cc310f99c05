/** The translators' table of terms (data/text/README.md) against the texts of both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { COMPLETE_LANGUAGES, type CompleteLanguage } from '../../src/core/vocabulary';

const folder = join(root, 'data/text');

/** Every text of a language, each as `[file and path, text]`, no-break spaces made plain. */
function textsOf(lang: CompleteLanguage): [string, string][] {
  const texts: [string, string][] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') texts.push([path, value.replaceAll('\u00a0', ' ')]);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) walk(part, `${path}/${key}`);
    }
  };
  for (const file of readdirSync(join(folder, lang), { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.json'))
      walk(JSON.parse(readFileSync(join(folder, lang, file), 'utf8')), file);
  }
  return texts;
}

interface Term {
  english: string;
  ukrainian: string;
  not: string[];
}

/** Rows of the tables under “Terms”: English, Ukrainian, what is not written, note. */
function termsOf(readme: string): Term[] {
  const tables = readme.slice(readme.indexOf('\n## Terms'));
  return tables
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (English|---) \|/.test(line))
    .map((line) => {
      const [, english = '', ukrainian = '', not = ''] = line.split('|').map((cell) => cell.trim());
      return { english, ukrainian, not: not === '' ? [] : not.split(/; ?/) };
    });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const inEnglish = (term: string): RegExp => new RegExp(`\\b${escaped(term)}(s|es)?\\b`, 'i');

/** A Ukrainian term in any case and number: each word without its last vowels, then an ending. */
function inUkrainian(term: string): RegExp {
  const words = term.split(' ').map((word) => {
    const stem = word.length > 3 ? word.replace(/[аеєиіїоуюяйь]{1,2}$/u, '') : word;
    return `${escaped(stem)}[а-яіїєґ’]{0,4}`;
  });
  return new RegExp(`(?<![а-яіїєґ’])${words.join(' ')}(?![а-яіїєґ’])`, 'iu');
}

const terms = termsOf(readFileSync(join(folder, 'README.md'), 'utf8'));
const texts = Object.fromEntries(COMPLETE_LANGUAGES.map((lang) => [lang, textsOf(lang)])) as Record<
  CompleteLanguage,
  [string, string][]
>;

const having = (lang: CompleteLanguage, wanted: RegExp): string[] =>
  texts[lang].filter(([, text]) => wanted.test(text)).map(([path, text]) => `${path}: ${text}`);

describe('the matcher', () => {
  test.each([
    ['повна втрата зовнішнього живлення', 'про повну втрату зовнішнього живлення', true],
    ['дрон', 'атака дронами', true],
    ['порожнє', 'спорожнене водосховище', false],
    ['проект', 'проєкт', false],
    ['дата-центр', 'у дата-центрах', true],
    ['рахунок МАГАТЕ', 'за підрахунком МАГАТЕ', false],
  ])('«%s» in «%s»: %s', (term, text, found) => {
    expect(inUkrainian(term).test(text)).toBe(found);
  });
});

test('the tables are read, and no English term stands twice', () => {
  expect(terms.length).toBeGreaterThanOrEqual(60);
  expect(terms.filter(({ english, ukrainian }) => !english || !ukrainian)).toEqual([]);
  expect(new Set(terms.map(({ english }) => english)).size).toBe(terms.length);
});

test('every English term is in the English texts', () => {
  const unknown = terms.filter(({ english }) => having('en', inEnglish(english)).length === 0);
  expect(unknown.map(({ english }) => english)).toEqual([]);
});

test('every Ukrainian term is in the Ukrainian texts', () => {
  const unknown = terms.filter(
    ({ ukrainian }) => having('uk', inUkrainian(ukrainian)).length === 0,
  );
  expect(unknown.map(({ ukrainian }) => ukrainian)).toEqual([]);
});

test.each(terms.flatMap(({ ukrainian, not }) => not.map((wrong) => [wrong, ukrainian] as const)))(
  'nobody writes «%s» for «%s»',
  (wrong) => {
    expect(having('uk', inUkrainian(wrong))).toEqual([]);
  },
);
