/** Filtering of the event list. Text is folded so that common spellings of a name find each other. */
import type { PlantEvent } from '../core/model';
import type { EventStatus, Track } from '../core/vocabulary';
import type { Importance } from './items';

/** Ukrainian national romanisation without its word-start forms, and the Russian-only letters. */
const LATIN: Record<string, string> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'h',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ь: '',
  ю: 'iu',
  я: 'ia',
  ё: 'e',
  ъ: '',
  ы: 'y',
  э: 'e',
};

/** Older and Russian-based spellings of names in the events, brought to the Ukrainian ones. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bzaporo(?=$|z)/g, 'zapori'],
  [/\b(?:znpp|zaes|zaec)\b/g, 'zaporizhzhia plant'],
  [/\bzaporizh(?:zh)?(?:i?ya|ia|ie|ye|iu|yu|i|e)?\b/g, 'zaporizhzhia'],
  [/\benergo?d/g, 'enerhod'],
  [/\bki(?:ev|yiv)|\bkyev/g, 'kyiv'],
  [/\bdnepr|\bdniepr|\bdnieper/g, 'dnipro'],
  [/\bdniproo/g, 'dnipro'],
  [/\bkahov/g, 'kakhov'],
  [/\bkharkov/g, 'kharkiv'],
  [/\bodess/g, 'odes'],
  [/\bn[iy]kola[iy]?ev/g, 'mykolaiv'],
  [/\bcher?nob/g, 'chornob'],
  [/\blvov/g, 'lviv'],
];

/** Lower case, Latin letters, no diacritics, no apostrophes, one spelling a name. */
export function fold(text: string): string {
  let folded = text
    .toLowerCase()
    // Before decomposition, which would break й and ї apart.
    .replace(/[а-яёєіїґ]/g, (letter) => LATIN[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\u0300-\u036f'’ʼ`]/g, '')
    .replace(/[\u00a0\u202f–—-]/g, ' ');
  for (const [spelling, name] of SPELLINGS) folded = folded.replace(spelling, name);
  return folded;
}

export interface EventFilter {
  text: string;
  track: Track | '';
  /** Show events of this importance and above (1 is the highest). */
  importance: Importance;
  status: EventStatus | '';
}

export const NO_FILTER: EventFilter = { text: '', track: '', importance: 3, status: '' };

/**
 * The events that pass, in the given order.
 * @param haystack folded text of an event in which every word of the query must occur
 */
export function filterEvents(
  events: readonly PlantEvent[],
  filter: EventFilter,
  haystack: (event: PlantEvent) => string,
): PlantEvent[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  return events.filter((event) => {
    if (filter.track && event.track !== filter.track) return false;
    if (filter.status && event.status !== filter.status) return false;
    if (event.importance > filter.importance) return false;
    if (words.length === 0) return true;
    const text = haystack(event);
    return words.every((word) => text.includes(word));
  });
}

/** Events by calendar year, in the given order. */
export function byYear(events: readonly PlantEvent[]): { year: string; events: PlantEvent[] }[] {
  const groups: { year: string; events: PlantEvent[] }[] = [];
  for (const event of events) {
    const year = event.date.slice(0, 4);
    const last = groups[groups.length - 1];
    if (last?.year === year) last.events.push(event);
    else groups.push({ year, events: [event] });
  }
  return groups;
}
