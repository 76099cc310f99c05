/** Dates and names as the map writes them. */
import type { Content } from '../content/content';
import type { Language } from '../core/vocabulary';
import { LOCAL_ZOOM } from './local';
import type { Translate } from './types';

const LOCALE: Record<Language, string> = { en: 'en-GB', uk: 'uk-UA' };

type DateStyle = 'day' | 'month';
const PARTS: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  day: { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
};
/** Formatters are slow to make and the date changes many times a second in a drag. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<Language, Intl.NumberFormat>();

function format(day: string, lang: Language, style: DateStyle): string {
  const key = lang + style;
  let made = dateFormats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(LOCALE[lang], PARTS[style]);
    dateFormats.set(key, made);
  }
  return made.format(new Date(`${day}T00:00:00Z`)).replace(/\s+р\.$/, '');
}

/** "24 Mar 2026". */
export function shortDay(day: string, lang: Language): string {
  return format(day, lang, 'day');
}

/** "July 2026". */
export function monthYear(day: string, lang: Language): string {
  return format(day, lang, 'month');
}

/** "1,310" or "1 310". */
export function wholeNumber(n: number, lang: Language): string {
  let made = numberFormats.get(lang);
  if (!made) {
    made = new Intl.NumberFormat(LOCALE[lang], {
      maximumFractionDigits: 0,
      useGrouping: 'always' as unknown as boolean,
    });
    numberFormats.set(lang, made);
  }
  return made.format(n).replace(/\s/g, '\u202f');
}

export function nodeName(content: Content, id: string): string {
  return content.words.grid.nodes[id]?.short ?? content.english.grid.nodes[id]?.short ?? '';
}

/** Name without a voltage in brackets; the label adds it. */
export function lineName(content: Content, id: string): string {
  const name = content.words.grid.lines[id]?.name ?? content.english.grid.lines[id]?.name ?? '';
  return name.replace(/\s*\(.*\)$/, '');
}

export function placeName(content: Content, id: string): string {
  return content.words.places[id] ?? content.english.places[id] ?? '';
}

/** Who the map's data come from, for what it shows. */
export function creditWords(t: Translate, scenario: boolean, zoom: number): string {
  const credit = t(scenario ? 'map.creditScenario' : 'map.credit');
  return zoom >= LOCAL_ZOOM ? `${credit} · ${t('map.creditLocal')}` : credit;
}
