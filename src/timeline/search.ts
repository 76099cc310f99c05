/**
 * Full-text search over the events in several languages at once. The only importer of minisearch;
 * loaded by search-loader.ts when a reader first wants it.
 */
import MiniSearch from 'minisearch';
import type { LanguageWords, PlantEvent } from '../core/model';
import type { Language } from '../core/vocabulary';
import { fold } from '../i18n/fold';
import { formatDay, formatMonth } from '../i18n/format';

/** Ids of the events found → the words of the index that the query met in each. */
export type Hits = ReadonlyMap<string, readonly string[]>;

/** A part of a text; `hit` where the query met it. */
export interface Piece {
  text: string;
  hit: boolean;
}

export interface EventSearch {
  /**
   * Events in which every word of the query occurs, in any language and spelling; null where the
   * query has no word in it. Words may be unfinished, long ones also mistyped.
   */
  find(query: string): Hits | null;
}

/** A date as in the data, whole or to the month, else a word or number; apostrophes join. */
const TOKEN = /\d{4}-\d{2}(?:-\d{2})?(?!\d)|[\p{L}\p{M}\p{N}]+(?:['’ʼ`][\p{L}\p{M}\p{N}]+)*/gu;
/** Small numbers are days and units: 4 March is not 40 km. */
const SHORT_NUMBER = /^\d{1,2}$/;
/** Letters from which a word may hold one slip, and two: one Cyrillic letter is up to four Latin. */
const ONE_SLIP = 6;
const TWO_SLIPS = 9;
/** Events indexed before the page gets its turn again. */
const CHUNK = 50;

/** The index's words for one word of a text; most words of a language come back often. */
function makeTerms(): (token: string) => string[] {
  const known = new Map<string, string[]>();
  return (token) => {
    let terms = known.get(token);
    if (!terms) {
      terms = /^\d/.test(token) ? [token] : fold(token).split(' ').filter(Boolean);
      known.set(token, terms);
    }
    return terms;
  };
}
const termsOf = makeTerms();
const tokens = (text: string): string[] => text.match(TOKEN) ?? [];

/** All that is said of an event in one language. */
function said(event: PlantEvent, words: LanguageWords, lang: Language): string[] {
  const own = words.events[event.id];
  return [
    own?.title ?? '',
    own?.summary ?? '',
    own?.certainty ?? '',
    own?.radiation ?? '',
    ...(own?.versions ?? []).flatMap(({ who, says }) => [who, says]),
    event.place ? (words.eventPlaces[event.place.name] ?? '') : '',
    event.precision === 'day' ? formatDay(event.date, lang) : '',
    formatMonth(event.date, lang),
    words.ui[`track.${event.track}`] ?? '',
    words.ui[`timeline.in.${event.track}`] ?? '',
  ];
}

const slips = (term: string): number | false => {
  if (/\d/.test(term) || term.length < ONE_SLIP) return false;
  return term.length < TWO_SLIPS ? 1 : 2;
};

/**
 * Indexes the events without holding up the page.
 * @param words complete or partial words, by language
 */
export async function makeSearch(
  events: readonly PlantEvent[],
  words: Partial<Record<Language, LanguageWords>>,
): Promise<EventSearch> {
  const spoken = Object.entries(words) as [Language, LanguageWords][];
  const index = new MiniSearch<PlantEvent>({
    fields: ['said'],
    extractField: (event, field) =>
      field === 'id'
        ? event.id
        : [event.date, ...spoken.flatMap(([lang, own]) => said(event, own, lang))].join('\n'),
    tokenize: tokens,
    processTerm: termsOf,
    searchOptions: {
      combineWith: 'AND',
      prefix: (term) => !SHORT_NUMBER.test(term),
      fuzzy: slips,
    },
  });
  await index.addAllAsync(events, { chunkSize: CHUNK });
  return {
    find(query) {
      if (tokens(query).length === 0) return null;
      return new Map(index.search(query).map((result) => [result.id as string, result.terms]));
    },
  };
}

/** Cuts a text at the words that a search met, spelt as they are in the text. */
export function pieces(text: string, met: readonly string[]): Piece[] {
  const list: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (!termsOf(match[0]).some((term) => met.includes(term))) continue;
    if (match.index > at) list.push({ text: text.slice(at, match.index), hit: false });
    list.push({ text: match[0], hit: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) list.push({ text: text.slice(at), hit: false });
  return list;
}
