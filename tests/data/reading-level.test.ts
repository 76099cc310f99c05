/** The English texts are plain: limits for each group of texts and for the worst single one. */
import { syllable } from 'syllable';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Bundle, readBundle } from '../../scripts/check/bundle';
import { gradeOf, namesIn, type Reading, readingOf } from '../../scripts/check/reading';
import {
  filled,
  GRADED_WORDS,
  type MeasuredGroup,
  measured,
  tooHard,
} from '../../scripts/check/reading-texts';
import { root } from '../../scripts/lib/paths.mjs';
import { termFinder } from '../../src/core/glossary';

let bundle: Bundle;
let groups: MeasuredGroup[];
beforeAll(() => {
  bundle = readBundle(root);
  groups = measured(bundle);
});

const none = { find: termFinder({}), names: new Set<string>() };
const read = (text: string, known = none): Reading => readingOf(text, known);

describe('the measure', () => {
  test('agrees with Flesch–Kincaid worked out by hand', () => {
    const reading = read('The cat sat on the mat. It saw another animal.');
    expect(reading).toMatchObject({ sentences: 2, words: 10, syllables: 14, longWords: 2 });
    expect(gradeOf(reading)).toBeCloseTo(0.39 * 5 + 11.8 * 1.4 - 15.59, 6);
  });

  test('a stop inside a number or before a small letter ends no sentence', () => {
    expect(read('It fell by 3.2 m in May. Then it rose.').sentences).toBe(2);
    expect(read('Zelensky (“no!” he said) left. Nobody followed.').sentences).toBe(2);
  });

  test('names, numbers with units and explained words count in the sentence, not as long words', () => {
    const find = termFinder({ off: { term: '', text: '', forms: ['outside power'] } });
    const text = 'Volodymyr Zelensky said that outside power of 1,000\u00a0megawatts came back.';
    expect(read(text, { find, names: namesIn(['by Volodymyr']) })).toMatchObject({
      words: 11,
      plainWords: 5,
      longWords: 0,
    });
    expect(read(text).plainWords).toBe(8);
  });

  test('a first word is a name only where it is one elsewhere and never a common word', () => {
    const names = namesIn(['Seen by Kommersant in Unit 3.', 'The unit ran.']);
    expect([...names]).toEqual(['Kommersant']);
  });

  test('placeholders are filled, a plural by its last form', () => {
    expect(filled('{n|one:# line|other:# lines} of {all}')).toBe('0 lines of 0');
  });
});

test('every group has its texts', () => {
  const counts = Object.fromEntries(groups.map(({ name, texts }) => [name, texts.length]));
  for (const [name, count] of Object.entries(counts)) {
    expect(count, name).toBeGreaterThanOrEqual(name === 'first view' ? 3 : 10);
  }
  expect(counts['main events']).toBeGreaterThanOrEqual(100);
});

test('overview for age 14, the rest for the last years of school', () => {
  expect(tooHard(groups)).toEqual([]);
});

test('with names, terms and numbers’ units spelt out the overview is at grade 9 at most', () => {
  for (const { name, texts, whole } of groups.slice(0, 7)) {
    const words = texts.flatMap(({ text }) => text.match(/\p{L}+/gu) ?? []);
    const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
    const plain = gradeOf({ ...whole, plainWords: words.length, syllables });
    expect(plain, name).toBeLessThanOrEqual(9);
  }
});

test('a text that is written hard is named: file, id, grade and longest sentence', () => {
  const spoiled = structuredClone(bundle);
  const words = spoiled.files['data/text/en/events.json'] as Record<string, { summary: string }>;
  const id = '2022-03-04-seizure';
  const hard =
    'Notwithstanding considerable hostilities throughout the preceding night, unidentified military personnel subsequently established comprehensive operational authority over the installation, necessitating immediate clarification of radiological circumstances by international representatives.';
  words[id] = { ...words[id], summary: hard };
  const problems = tooHard(measured(spoiled));
  expect(problems).toHaveLength(1);
  expect(problems[0]).toMatch(
    new RegExp(`^data/text/en/events.json · ${id} · grade \\d\\d\\.\\d, .*: “${hard}”$`),
  );
});

test('a group that grows harder as a whole is named though no single text is', () => {
  const spoiled = structuredClone(bundle);
  const words = spoiled.files['data/text/en/glossary.json'] as Record<string, { text: string }>;
  const sentence =
    'A particular part of the electricity system that people operate together with several different others in the area.';
  for (const [id, entry] of Object.entries(words)) words[id] = { ...entry, text: sentence };
  expect(read(sentence).words).toBeLessThan(GRADED_WORDS);
  expect(tooHard(measured(spoiled))).toEqual([
    expect.stringMatching(/^glossary: grade \d+\.\d as a whole/),
  ]);
});
