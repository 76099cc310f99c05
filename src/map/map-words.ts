/** Dates and names as the map writes them. */
import type { Content } from '../content/content';
import type { Language } from '../core/vocabulary';

const LOCALE: Record<Language, string> = { en: 'en-GB', uk: 'uk-UA' };

function format(day: string, lang: Language, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(LOCALE[lang], { ...parts, timeZone: 'UTC' })
    .format(new Date(`${day}T00:00:00Z`))
    .replace(/\s+р\.$/, '');
}

/** "24 Mar 2026". */
export function shortDay(day: string, lang: Language): string {
  return format(day, lang, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "July 2026". */
export function monthYear(day: string, lang: Language): string {
  return format(day, lang, { month: 'long', year: 'numeric' });
}

/** "1,310" or "1 310". */
export function wholeNumber(n: number, lang: Language): string {
  return new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'uk-UA', {
    maximumFractionDigits: 0,
    useGrouping: 'always' as unknown as boolean,
  })
    .format(n)
    .replace(/\s/g, '\u202f');
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
