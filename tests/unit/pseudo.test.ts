/** The pseudo language: long and strange, and to the app as good as any other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { pseudoText, pseudoWords } from '../../scripts/lib/pseudo.mjs';
import { fill } from '../../src/i18n/plural';

const FOLDER = join(root, 'data/text/en');
const files = readdirSync(FOLDER, { recursive: true })
  .map(String)
  .filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));

/** Every text of a file with its path of keys. */
function textsOf(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsOf(part, `${path}/${key}`));
}

test('has both brackets, accents instead of plain letters, and room for German', () => {
  expect(pseudoText('Claims')).toBe('[Çĺáááîîîmś]');
  expect(pseudoText('')).toBe('');
  expect(pseudoText('100 %')).toBe('100 %');
  const long =
    'Electricity that a nuclear plant gets from the grid while its reactors stand still.';
  expect(pseudoText(long).length / long.length).toBeCloseTo(1.38, 1);
});

test('fills numbers and plural forms as English does', () => {
  const text = pseudoText('{n|one:# line|other:# lines} of {all}');
  expect(text).toMatch(/^\[\{n\|one:# [^|{}]+\|other:# [^|{}]+\} [^{}]+ \{all\}\]$/);
  expect(fill(text, { n: 1, all: 10 }, 'en')).toBe('[1 ĺîîńééé öööf 10]');
  expect(fill(text, { n: 4, all: 10 }, 'en')).toBe('[4 ĺîîńéééś öööf 10]');
});

describe.each(files)('%s', (name) => {
  test('keeps keys, placeholders and figures', () => {
    const before = textsOf(read(name));
    const after = new Map(textsOf(pseudoWords(read(name))));
    expect([...after.keys()]).toEqual(before.map(([path]) => path));
    const kept = (text: string) => [
      text.match(/\{\w+|\|\w+:|\}/g) ?? [],
      text.replaceAll(/\D+/g, ' ').trim(),
    ];
    for (const [path, text] of before) {
      const long = after.get(path) ?? '';
      expect(kept(long), path).toEqual(kept(text));
      if (/[a-z]/i.test(text)) expect(long.length, path).toBeGreaterThan(text.length);
    }
  });
});
