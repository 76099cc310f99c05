/** Dates and numbers in words, by language. Days are Kyiv calendar days, formatted as UTC. */
import type { FlowRow } from '../core/snapshot-types';
import type { Language } from '../core/vocabulary';

/** British English for day-month order; the language tag in the page stays `en`. */
export const LOCALE: Record<Language, string> = {
  en: 'en-GB',
  uk: 'uk-UA',
  de: 'de-DE',
  pl: 'pl-PL',
  fr: 'fr-FR',
  es: 'es-ES',
};

const dateFormats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(lang: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${lang}${JSON.stringify(options)}`;
  let format = dateFormats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(LOCALE[lang], { timeZone: 'UTC', ...options });
    dateFormats.set(key, format);
  }
  return format;
}

/** Ukrainian Intl ends a full date with «р.»; the house style leaves it out on screen. */
const trimYearMark = (text: string): string => text.replace(/\s*р\.$/u, '');
/** The first of a month with what stands between it and the month: "1.", "1er", "1 de". */
const FIRST_DAY = /^1(?:\.|er)?\s(?:de\s)?/u;

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);

/** The same few hundred days are written again on every step of the date. */
const writtenDays = new Map<string, string>();

/** "14 April 2024" · «14 квітня 2024» */
export function formatDay(day: string, lang: Language): string {
  const key = `${lang} ${day}`;
  let text = writtenDays.get(key);
  if (text === undefined) {
    text = trimYearMark(
      dateFormat(lang, { day: 'numeric', month: 'long', year: 'numeric' }).format(at(day)),
    );
    writtenDays.set(key, text);
  }
  return text;
}

/** "14 Apr 2024" · «14 квіт. 2024» */
export function formatDayShort(day: string, lang: Language): string {
  return trimYearMark(
    dateFormat(lang, { day: 'numeric', month: 'short', year: 'numeric' }).format(at(day)),
  );
}

/** "April 2024" · «квітень 2024» */
export function formatMonth(day: string, lang: Language): string {
  return trimYearMark(dateFormat(lang, { month: 'long', year: 'numeric' }).format(at(day)));
}

/** A month after a preposition: "October 2023" · «жовтня 2023». */
export function formatMonthOf(day: string, lang: Language): string {
  return formatDay(`${day.slice(0, 7)}-01`, lang).replace(FIRST_DAY, '');
}

export function formatYear(day: string): string {
  return day.slice(0, 4);
}

const numberFormats = new Map<string, Intl.NumberFormat>();

/** Grouped number: "2,850" · «2 850»; at most `digits` decimals. A true minus sign. */
export function formatNumber(n: number, lang: Language, digits = 0): string {
  const key = `${lang}${digits}`;
  let format = numberFormats.get(key);
  if (!format) {
    // Ukrainian Intl groups only from five digits on; the house style groups from four. So do Polish
    // and Spanish, whose styles agree.
    format = new Intl.NumberFormat(LOCALE[lang], {
      maximumFractionDigits: digits,
      useGrouping: lang === 'pl' || lang === 'es' ? 'auto' : 'always',
    } as Intl.NumberFormatOptions);
    numberFormats.set(key, format);
  }
  const text = format.format(n);
  // A rounded nothing has no sign.
  return /[1-9]/.test(text) ? text.replace('-', '−') : text.replace('-', '');
}

/** Significant digits for small chances: "0.024". */
export function formatSignificant(n: number, lang: Language, digits = 2): string {
  return new Intl.NumberFormat(LOCALE[lang], { maximumSignificantDigits: digits }).format(n);
}

/** MW rounded to `step` (10 by default), as shown on the map and in tables. */
export function roundMw(mw: number, step = 10): number {
  return Math.round(mw / step) * step;
}

/** Away from the plant flows rest on estimated loads: ties are shown to the nearest 50 MW. */
export const TIE_STEP_MW = 50;

/** MW of one element as readers see it, without a sign. */
export function shownFlowMw({ group, mw }: Pick<FlowRow, 'group' | 'mw'>): number {
  return Math.abs(roundMw(mw, group.startsWith('tie') ? TIE_STEP_MW : 10));
}

/** "223 %" with a no-break space before the sign; Polish writes none. */
export function formatPercent(ratio: number, lang: Language, digits = 0): string {
  return `${formatNumber(ratio * 100, lang, digits)}${lang === 'pl' ? '' : '\u00a0'}%`;
}
