/** How numbers are written: by the rules of the language, held together with their unit. */
import { COMPLETE_LANGUAGES, type CompleteLanguage } from '../../src/core/vocabulary';
import type { Problem } from './bundle';
import { byText } from './figures';
import type { TextFiles } from './texts';

const SHARED = 'EH/s|PH/s|TH/s|J/TH|BTC|px|°C';
const UNITS: Record<CompleteLanguage, string> = {
  en: `MWh|GWh|kWh|TWh|MW|kW|GW|W|kV|MVA|Hz|km|cm|mm|m[²³]?|ha|MB|kB|h|s|min|t|yr|${SHARED}`,
  uk: `МВт|кВт|ГВт|ТВт|Вт|кВ|МВА|Гц|км|см|мм|м[²³]?|га|МБ|КБ|год|хв|с|т|р|тис|млн|млрд|дол|${SHARED}`,
};
/** Names with a number that is none: `CC BY 4.0`. */
const LICENCE = /\b(?:CC BY|ODbL) \d\.\d/g;

interface Rule {
  wrong: RegExp;
  reason: string;
}

const unitApart = (lang: CompleteLanguage): Rule => ({
  wrong: new RegExp(`[\\d}] (?:${UNITS[lang]})(?![\\p{L}’])`, 'u'),
  reason: 'number and unit need a no-break space between them',
});

const EVERYWHERE: Rule[] = [
  { wrong: /[\d}][ \u202f]?%/u, reason: 'the per cent sign needs a no-break space before it' },
  { wrong: /\d-\d/u, reason: 'a range needs an en dash' },
  { wrong: /(?<![\p{L}\d])-\d/u, reason: 'a negative number needs a true minus sign' },
  { wrong: /USD \d/u, reason: 'currency and number need a no-break space between them' },
  {
    wrong: /\d(?:[kMGT]W|kV|km|EH|[кМГТ]Вт|кВ|км)(?!\p{L})/u,
    reason: 'number and unit stand without a space',
  },
];

const RULES: Record<CompleteLanguage, Rule[]> = {
  en: [
    unitApart('en'),
    { wrong: /\d,\d{1,2}(?!\d)|\d,\d{4,}/u, reason: 'the decimal sign is a point' },
    { wrong: /\d[ \u00a0\u202f\u2009]\d{3}(?!\d)/u, reason: 'thousands are set off by a comma' },
    {
      // Years have no comma; a quantity that looks like one shows itself by its unit.
      wrong: new RegExp(
        `(?<![\\d.,])(?!(?:19|20)\\d\\d(?!\\d))\\d{4,}|\\d{4,}[ \\u00a0](?:${UNITS.en})(?!\\p{L})`,
        'u',
      ),
      reason: 'thousands are set off by a comma',
    },
  ],
  uk: [
    unitApart('uk'),
    { wrong: /\d\.\d/u, reason: 'the decimal sign is a comma' },
    { wrong: /\d[ \u202f\u2009]\d{3}(?!\d)/u, reason: 'thousands need a no-break space' },
    { wrong: /(?<![\d,])\d{5,}/u, reason: 'thousands are set off by a no-break space' },
  ],
};

/** What is wrong with the way a text writes its numbers. */
export const formatReasons = byText((text, lang): string[] => {
  const plain = text.replace(LICENCE, '');
  return [...EVERYWHERE, ...RULES[lang]].flatMap(({ wrong, reason }) => {
    const found = wrong.exec(plain);
    if (!found) return [];
    const context = plain.slice(Math.max(0, found.index - 12), found.index + found[0].length + 6);
    return [`${reason}: “${context.trim()}”`];
  });
});

/** Refuses numbers that are not written as their language writes them. */
export function checkFigureFormat(files: TextFiles): Problem[] {
  const problems: Problem[] = [];
  for (const lang of COMPLETE_LANGUAGES) {
    for (const [name, texts] of files[lang]) {
      const file = `data/text/${lang}/${name}.json`;
      for (const [id, text] of texts) {
        for (const reason of formatReasons(text, lang)) problems.push({ file, id, reason });
      }
    }
  }
  return problems;
}
