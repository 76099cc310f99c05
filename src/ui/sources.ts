import type { Content } from '../content/content';
import type { Source } from '../core/model';
import type { Language } from '../core/vocabulary';
import { LOCALE } from '../i18n/format';
import type { Ui } from './context';

/** The sources of these ids, each once, in their order. */
export const sourcesOf = (content: Content, ids: readonly string[]): ({ id: string } & Source)[] =>
  [...new Set(ids)].flatMap((id) => {
    const source = content.sourceById.get(id);
    return source ? [{ id, ...source }] : [];
  });

/** Who published them, each once. */
export const publishersOf = (content: Content, ids: readonly string[]): string[] => [
  ...new Set(sourcesOf(content, ids).map(({ publisher }) => publisher)),
];

/** Language to mark its title with; undefined = that of the page around it. */
export const titleLang = ({ titleLang: own = 'en' }: Source, page: Language): string | undefined =>
  own === page ? undefined : own;

/** A source's own date as far as it is known: a year, "June 2023", "6 Jun 2023" or "no date". */
export function sourceDate({ t, fmt }: Ui, date: string | null): string {
  if (!date) return t('source.undated');
  if (date.length === 4) return date;
  return date.length === 7 ? fmt.month(`${date}-01`) : fmt.dayShort(date);
}

/** "25–26 Dec 2025", "about 29 Dec 2025": days of one month share its name. */
export function looseSpan(
  ui: Ui,
  { date, until, approx }: { date: string; until?: string; approx?: true },
): string {
  const oneMonth = until !== undefined && until.length === 10 && until.startsWith(date.slice(0, 8));
  const from = oneMonth ? String(Number(date.slice(8))) : sourceDate(ui, date);
  const span = until ? `${from}${oneMonth ? '–' : ' – '}${sourceDate(ui, until)}` : from;
  return approx ? ui.t('date.about', { date: span }) : span;
}

const displayNames = new Map<string, Intl.DisplayNames>();

function displayName(type: 'language' | 'region', code: string, lang: Language): string {
  const key = `${type} ${lang}`;
  let names = displayNames.get(key);
  if (!names) {
    names = new Intl.DisplayNames([LOCALE[lang]], { type });
    displayNames.set(key, names);
  }
  return names.of(code) ?? code;
}

/** Name of a language in another one: "Ukrainian", «українська». */
export const languageName = (code: string, lang: Language): string =>
  displayName('language', code, lang);

/** Name of a country by its code: "Ukraine", «Україна». */
export const countryName = (code: string, lang: Language): string =>
  displayName('region', code.toUpperCase(), lang);

/** Years in which the sources appeared, the first and the last: "2012", "2020–2021". */
export function yearsOf(content: Content, ids: readonly string[]): string {
  const years = sourcesOf(content, ids).flatMap(({ date }) => date?.slice(0, 4) ?? []);
  const [first, last] = [years.toSorted().at(0), years.toSorted().at(-1)];
  return first === last ? (first ?? '') : `${first}–${last}`;
}
