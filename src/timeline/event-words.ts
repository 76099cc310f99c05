/** What the timeline says of an event, in the reader's language. */
import type { Content } from '../content/content';
import { eventTitle } from '../content/words';
import type { PlantEvent } from '../core/model';
import type { Translate } from '../i18n/translate';
import type { Formats } from '../ui/context';

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
