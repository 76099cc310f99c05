/**
 * The figures of a text in a form that is the same for every language: numbers with a point and
 * without grouping, months by their number, days as ISO dates, numbers written as words.
 */
import type { CompleteLanguage } from '../../src/core/vocabulary';

/** A pattern that does not begin or end inside a word. */
export const word = (stems: string, flags: string): RegExp =>
  new RegExp(`(?<!\\p{L})(?:${stems})(?!\\p{L})`, flags);

/** In order of the year; English ones have a capital, for “may” is a verb. */
const MONTHS: Record<CompleteLanguage, readonly RegExp[]> = {
  en: 'January February March April May June July August September October November December'
    .split(' ')
    .map((name) => word(name, 'gu')),
  uk: [
    'січ(?:ень|н\\p{L}{1,3})',
    'лют(?:ий|ого|ому|им)',
    'берез(?:ень|н\\p{L}{1,3})',
    'квіт(?:ень|н\\p{L}{1,3})',
    'трав(?:ень|н\\p{L}{1,3})',
    'черв(?:ень|н\\p{L}{1,3})',
    'лип(?:ень|н\\p{L}{1,3})',
    'серп(?:ень|н\\p{L}{1,3})',
    'верес(?:ень|н\\p{L}{1,3})',
    'жовт(?:ень|н\\p{L}{1,3})',
    'листопад\\p{L}*',
    'груд(?:ень|н\\p{L}{1,3})',
  ].map((stem) => word(stem, 'giu')),
};

/** The numbers that texts write as words: number, English, Ukrainian (stems with their endings). */
const NUMBER_WORDS: readonly [number: string, en: string, uk: string][] = [
  ['0.25', 'quarters?', 'чверт\\p{L}+'],
  ['0.5', 'half|halves', 'половин\\p{L}+|пів'],
  ['1', 'one|once|first', 'один\\p{L}{0,3}|одн\\p{L}{1,3}|перш\\p{L}+|єдин\\p{L}+'],
  ['2', 'two|twice|both|second', 'дв[аі]|дво[єхм]\\p{L}?|друг\\p{L}+|обидв\\p{L}+|[ву]?двічі'],
  ['3', 'three|thirds?', 'три|троє|трьо\\p{L}{1,2}|трет\\p{L}+'],
  ['4', 'four|fourth', 'чотир\\p{L}{1,3}|четверт\\p{L}+'],
  ['5', 'five|fifth', 'п’ят\\p{L}{0,4}'],
  ['6', 'six|sixth', 'ш[іео]ст\\p{L}{1,3}'],
  ['7', 'seven|seventh', 'с[іь]ом\\p{L}*|сім|семи'],
  ['8', 'eight|eighth', 'вос[ьі]м\\p{L}*|вісім'],
  ['9', 'nine|ninth', 'дев’ят\\p{L}{1,3}'],
  ['10', 'ten|tenth', 'десят\\p{L}{1,3}'],
  ['11', 'eleven|eleventh', 'одинадцят\\p{L}{1,3}'],
  ['12', 'twelve|twelfth', 'дванадцят\\p{L}{1,3}'],
  ['13', 'thirteen|thirteenth', 'тринадцят\\p{L}{1,3}'],
  ['14', 'fourteen|fourteenth', 'чотирнадцят\\p{L}{1,3}'],
  ['15', 'fifteen|fifteenth', 'п’ятнадцят\\p{L}{1,3}'],
  ['16', 'sixteen|sixteenth', 'шістнадцят\\p{L}{1,3}'],
  ['17', 'seventeen|seventeenth', 'сімнадцят\\p{L}{1,3}'],
  ['18', 'eighteen|eighteenth', 'вісімнадцят\\p{L}{1,3}'],
  ['19', 'nineteen|nineteenth', 'дев’ятнадцят\\p{L}{1,3}'],
  ['20', 'twenty|twentieth', 'двадцят\\p{L}{1,3}'],
  ['21', 'twenty-first', 'двадцять перш\\p{L}+'],
  ['40', 'forty|fortieth', 'сорок\\p{L}*'],
];

const WORDS: Record<CompleteLanguage, [number: string, pattern: RegExp][]> = {
  en: NUMBER_WORDS.map(([number, en]) => [number, word(en, 'iu')]),
  uk: NUMBER_WORDS.map(([number, , uk]) => [number, word(uk, 'iu')]),
};

/** Words that multiply the number before them. */
const SCALES: Record<CompleteLanguage, [factor: number, pattern: string][]> = {
  en: [
    [1e3, 'thousand'],
    [1e6, 'million'],
    [1e9, 'billion'],
  ],
  uk: [
    [1e3, 'тис(?:яч\\p{L}*)?'],
    [1e6, 'мільйон\\p{L}*|млн'],
    [1e9, 'мільярд\\p{L}*|млрд'],
  ],
};

/** Longer ones, and more of them, are not kept. */
const KEPT = { characters: 3000, texts: 50_000 } as const;

/** Remembers what a text gave: tests check the same texts thousands of times. */
export function byText<T>(read: (text: string, lang: CompleteLanguage) => readonly T[]) {
  const known: Record<CompleteLanguage, Map<string, readonly T[]>> = {
    en: new Map(),
    uk: new Map(),
  };
  return (text: string, lang: CompleteLanguage): readonly T[] => {
    const kept = known[lang].get(text);
    if (kept) return kept;
    const found = read(text, lang);
    if (known[lang].size > KEPT.texts) known[lang].clear();
    if (text.length < KEPT.characters) known[lang].set(text, found);
    return found;
  };
}

/** A message without what is put in at run time: `{n}`, `{n|one:# line|other:# lines}`. */
export const withoutPlaceholders = (text: string): string => text.replace(/\{[^{}]*\}/g, '…');

/** Groups of three digits joined, the decimal sign a point. */
function plainNumbers(text: string, lang: CompleteLanguage): string {
  if (lang === 'en') return text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '');
  return text
    .replace(/(?<=\d)[\u00a0\u202f\u2009 ](?=\d{3}(?!\d))/g, '')
    .replace(/(?<=\d),(?=\d)/g, '.');
}

/** Numbers written in digits, each as often as it stands: "1.4 billion" → `1400000000`. */
export const digitsOf = byText((text, lang): string[] => {
  const plain = plainNumbers(withoutPlaceholders(text), lang);
  return [...plain.matchAll(/\d+(?:\.\d+)?/g)].map((found) => {
    const after = plain.slice(found.index + found[0].length);
    const scale = SCALES[lang].find(([, pattern]) =>
      new RegExp(`^[\u00a0 ](?:${pattern})(?!\\p{L})`, 'u').test(after),
    );
    return String(Number((Number(found[0]) * (scale?.[0] ?? 1)).toPrecision(12)));
  });
});

/** Months named, `1` to `12`, each as often as it stands. */
export const monthsOf = byText((text, lang): string[] => {
  const plain = withoutPlaceholders(text);
  return MONTHS[lang].flatMap((month, i) => [...plain.matchAll(month)].map(() => String(i + 1)));
});

/** Numbers that the text has as words, each once. */
export const wordNumbersOf = byText((text, lang): string[] =>
  WORDS[lang].filter(([, pattern]) => pattern.test(text)).map(([number]) => number),
);

const two = (n: number): string => String(n).padStart(2, '0');

const DATES = MONTHS.en.map(
  ({ source }) => new RegExp(`(?:(\\d{1,2})[–-])?(\\d{1,2})? ?${source} (\\d{4})`, 'gu'),
);

/**
 * Dates of an English text with a year, as far as they are told: "9–11 November 2022" →
 * `2022-11-09`, `2022-11-11`; "June 2023" → `2023-06`.
 */
export const datesOf = byText((text): string[] => {
  const plain = withoutPlaceholders(text).replace(/\u00a0/g, ' ');
  return DATES.flatMap((pattern, i) =>
    [...plain.matchAll(pattern)].flatMap(([, first, last, year]) => {
      const days = [first, last].filter((day) => day !== undefined);
      const stem = `${year}-${two(i + 1)}`;
      return days.length > 0 ? days.map((day) => `${stem}-${two(Number(day))}`) : [stem];
    }),
  );
});
