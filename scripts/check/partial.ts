/**
 * The languages that are not complete: what is missing falls back to English and is counted, but
 * what is there belongs to an English text, has its placeholders and its figures.
 */
import { PARTIAL_LANGUAGES, type PartialLanguage } from '../../src/core/vocabulary';
import { LOCALE } from '../../src/i18n/format';
import type { Bundle, Problem } from './bundle';
import { digitsOf, monthsOf, withoutPlaceholders, word, wordNumbersOf } from './figures';
import { textFiles } from './texts';
import { messageReasons, placeholders } from './words';

interface Writing {
  /** What stands between groups of three digits. */
  group: RegExp;
  /** Words that multiply the number before them; the first that fits counts. */
  scales: readonly (readonly [factor: number, pattern: string])[];
}

const SPACED = /(?<=\d)[\u00a0\u202f](?=\d{3}(?!\d))/g;
const WRITING: Record<PartialLanguage, Writing> = {
  de: {
    group: /(?<=\d)\.(?=\d{3}(?!\d))/g,
    scales: [
      [1e3, 'Tausend|Tsd\\.'],
      [1e6, 'Millionen|Million|Mio\\.'],
      [1e9, 'Milliarden|Milliarde|Mrd\\.'],
    ],
  },
  pl: {
    group: SPACED,
    scales: [
      [1e3, 'tys\\.|tysi\\p{L}+'],
      [1e6, 'mln|milion\\p{L}*'],
      [1e9, 'mld|miliard\\p{L}*'],
    ],
  },
  fr: {
    group: SPACED,
    scales: [
      [1e3, 'mille'],
      [1e6, 'millions?'],
      [1e9, 'milliards?'],
    ],
  },
  es: {
    group: SPACED,
    scales: [
      [1e9, 'mil[ \\u00a0]millones'],
      [1e6, 'millones|millón'],
      [1e3, 'mil'],
    ],
  },
};

/** Larger numbers are never written as words. */
const MOST_IN_WORDS = 21;

/** Numbers in digits, with a point and without grouping, each as often as it stands. */
function digitsIn(text: string, lang: PartialLanguage): string[] {
  const { group, scales } = WRITING[lang];
  const plain = withoutPlaceholders(text)
    .replace(group, '')
    .replace(/(?<=\d),(?=\d)/g, '.');
  return [...plain.matchAll(/\d+(?:\.\d+)?/g)].map((found) => {
    const after = plain.slice(found.index + found[0].length);
    const scale = scales.find(([, pattern]) =>
      new RegExp(`^[\\u00a0 ](?:${pattern})(?!\\p{L})`, 'u').test(after),
    );
    return String(Number((Number(found[0]) * (scale?.[0] ?? 1)).toPrecision(12)));
  });
}

/** Names of the months as Intl has them: alone and after a day. */
function monthNames(lang: PartialLanguage): RegExp[] {
  const alone = new Intl.DateTimeFormat(LOCALE[lang], { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, i) => word(alone.format(Date.UTC(2023, i, 1)), 'iu'));
}
const MONTHS: Record<PartialLanguage, readonly RegExp[]> = {
  de: monthNames('de'),
  // Declined.
  pl: [
    'stycz(?:eń|nia|niu|niem)',
    'lut(?:y|ego|ym|emu)',
    'mar(?:zec|ca|cu|cem)',
    'kwie(?:cień|t\\p{L}+)',
    'maj(?:a|u|em)?',
    'czerw(?:iec|ca|cu|cem)',
    'lip(?:iec|ca|cu|cem)',
    'sierp(?:ień|nia|niu|niem)',
    'wrze[śs]\\p{L}+',
    'październik\\p{L}*',
    'listopad\\p{L}*',
    'grud(?:zień|nia|niu|niem)',
  ].map((stem) => word(stem, 'iu')),
  fr: monthNames('fr'),
  es: monthNames('es'),
};

const isSmall = (figure: string): boolean =>
  Number(figure) <= MOST_IN_WORDS || Number(figure) % 10 === 0;

/** How the figures of a text differ from those of its English twin. */
export function figureReasons(english: string, own: string, lang: PartialLanguage): string[] {
  const ours = digitsOf(english, 'en');
  const theirs = digitsIn(own, lang);
  const inWords = new Set(wordNumbersOf(english, 'en'));
  const missing = ours.filter((figure) => !theirs.includes(figure) && !isSmall(figure));
  const extra = theirs.filter((figure) => !ours.includes(figure) && !inWords.has(figure));
  const months = new Set(monthsOf(english, 'en'));
  const plain = withoutPlaceholders(own);
  const wrong = MONTHS[lang].flatMap((pattern, i) =>
    pattern.test(plain) === months.has(String(i + 1)) ? [] : [i + 1],
  );
  return [
    ...(wrong.length > 0 ? [`names other months than English: ${wrong.join(', ')}`] : []),
    ...(missing.length > 0 ? [`lacks the English figures ${missing.join(', ')}`] : []),
    ...(extra.length > 0 ? [`has the figures ${extra.join(', ')}, which English lacks`] : []),
  ];
}

function readReasons(english: string, own: string, lang: PartialLanguage, isMessage: boolean) {
  const reasons = figureReasons(english, own, lang);
  if (!isMessage) return reasons;
  const [asked, given] = [placeholders(english), placeholders(own)];
  return [
    ...messageReasons(own, lang),
    ...(asked === given ? [] : [`placeholders {${given}}, in English {${asked}}`]),
    ...reasons,
  ];
}

/** Tests check the same texts thousands of times. */
const known = new Map<string, readonly string[]>();
const MOST_KNOWN = 50_000;
const MOST_LETTERS = 6_000;

function reasonsOf(english: string, own: string, lang: PartialLanguage, isMessage: boolean) {
  const key = [lang, isMessage, english, own].join('\n');
  let reasons = known.get(key);
  if (!reasons) {
    reasons = readReasons(english, own, lang, isMessage);
    if (known.size > MOST_KNOWN) known.clear();
    if (key.length < MOST_LETTERS) known.set(key, reasons);
  }
  return reasons;
}

/** Refuses texts of a partial language that have no English twin or say something else. */
export function checkPartialLanguages(bundle: Bundle): Problem[] {
  const texts = textFiles(bundle);
  const problems: Problem[] = [];
  for (const lang of PARTIAL_LANGUAGES) {
    for (const [name, own] of texts[lang]) {
      const file = `data/text/${lang}/${name}.json`;
      for (const [id, text] of own) {
        const english = texts.en.get(name)?.get(id);
        const add = (reason: string) => problems.push({ file, id, reason });
        if (english === undefined) {
          add('words for a text that English lacks');
          continue;
        }
        for (const reason of reasonsOf(english, text, lang, name === 'ui')) add(reason);
      }
    }
  }
  return problems;
}
