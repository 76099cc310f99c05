/** What the timeline says of an event, in the reader's language. */
import type { Content } from '../content/content';
import { eventPlaceName, eventTitle } from '../content/words';
import type { PlantEvent } from '../core/model';
import type { Translate } from '../i18n/translate';
import type { Formats } from '../ui/context';
import { fold } from './filter';

export type DateFormats = Pick<Formats, 'day' | 'dayShort' | 'month' | 'year'>;

/** "4 March 2022", or "about February 2024" where only the month is known. */
export function eventDate(
  event: PlantEvent,
  t: Translate,
  fmt: DateFormats,
  short = false,
): string {
  if (event.precision === 'month') return t('date.about', { date: fmt.month(event.date) });
  return short ? fmt.dayShort(event.date) : fmt.day(event.date);
}

/** "confirmed", or that the entry is this project's own summary. */
export const statusWords = (event: PlantEvent, t: Translate): string =>
  event.ownSummary ? t('event.ownSummary') : t(`status.${event.status}`);

/** "3 of 158, 4 March 2022, confirmed, Russian troops seize the plant", for screen readers. */
export function spoken(
  content: Content,
  events: readonly PlantEvent[],
  index: number,
  t: Translate,
  fmt: DateFormats,
): string {
  const event = events[index];
  if (!event) return '';
  return t('timeline.spoken', {
    n: index + 1,
    total: events.length,
    date: eventDate(event, t, fmt),
    status: statusWords(event, t),
    title: eventTitle(content, event.id),
  });
}

/** Folded text to search in: title, summary and place in both languages, and the date. */
export function searchText(content: Content, event: PlantEvent, fmt: DateFormats): string {
  const { words, english } = content;
  const parts = [event.date, fmt.day(event.date)];
  for (const language of words === english ? [english] : [words, english]) {
    const own = language.events[event.id];
    if (own) parts.push(own.title, own.summary ?? '');
    if (event.place) parts.push(language.eventPlaces[event.place.name] ?? '');
  }
  if (event.place) parts.push(eventPlaceName(content, event.place.name));
  return fold(parts.join(' '));
}
