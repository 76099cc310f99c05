/** What the charts say beside the plots, in both languages. */
import { describe, expect, test } from 'vitest';
import en from '../../data/text/en/ui.json';
import uk from '../../data/text/uk/ui.json';
import type { Content } from '../../src/content/content';
import type { CompleteLanguage } from '../../src/core/vocabulary';
import { lengthWords, lossWords, pondWords } from '../../src/timeline/charts/words';
import { makeUi } from '../../src/ui/context';
import { loadFacts } from '../support/facts';

const { losses } = loadFacts();
const uiOf = (lang: CompleteLanguage) =>
  makeUi({ lang, words: { ui: { en, uk }[lang] }, english: { ui: en } } as unknown as Content);
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;

describe('a loss of power in words', () => {
  test.each([
    ['2025-09-22', 'none on this day', 'цього дня немає'],
    ['2025-10-01', 'lost, day 9', 'втрата, 9-й день'],
    ['2025-12-06', 'lost: 29–30 minutes', 'втрата: 29–30 хв'],
    ['2023-05-22', 'lost, length not recorded', 'втрата, тривалість не зафіксовано'],
  ])('%s', (day, english, ukrainian) => {
    for (const [lang, words] of [
      ['en', english],
      ['uk', ukrainian],
    ] as const) {
      const { t, fmt } = uiOf(lang);
      expect(plain(lossWords(losses, day, t, fmt))).toBe(words);
    }
  });

  test('its length in the table', () => {
    const { t, fmt } = uiOf('en');
    const say = (id: string) => {
      const loss = losses.find((one) => one.id === id);
      return loss ? plain(lengthWords(loss, t, fmt)) : 'no such loss';
    };
    expect(say('l10')).toBe('about 30 days');
    expect(say('l08')).toBe('4.5 hours');
    expect(say('l03')).toBe('4.7–8 hours');
    expect(say('l16')).toBe('60 minutes');
    expect(say('l22')).toBeNull();
  });
});

test('a level of the pond is said as it was reported: metres, about, or below June 2023', () => {
  const { t, fmt } = uiOf('en');
  const day = { date: '2025-09-04' };
  expect(plain(pondWords({ ...day, metres: 16.05 }, t, fmt))).toBe('16.05 m');
  expect(plain(pondWords({ ...day, metres: 13.4, approx: true }, t, fmt))).toBe('about 13.4 m');
  expect(plain(pondWords({ ...day, metres: 13.4, approx: true, dropMetres: 3.2 }, t, fmt))).toBe(
    'about 3.2 m below June 2023',
  );
});
