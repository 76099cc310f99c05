/** Filtering and grouping of the event list. */
import type { PlantEvent } from '../core/model';
import type { EventStatus, Track } from '../core/vocabulary';
import type { Importance } from './items';

export interface EventFilter {
  text: string;
  track: Track | '';
  /** Key of text `eventPlaces`, or NO_PLACE; '' = anywhere. */
  place: string;
  /** Show events of this importance and above (1 is the highest). */
  importance: Importance;
  status: EventStatus | '';
}

/** Stands for events without a place; no id begins with a hyphen. */
export const NO_PLACE = '-';

export const NO_FILTER: Readonly<EventFilter> = {
  text: '',
  track: '',
  place: '',
  importance: 3,
  status: '',
};

export const isFiltering = (filter: EventFilter): boolean =>
  filter.text.trim() !== '' ||
  filter.track !== '' ||
  filter.place !== '' ||
  filter.importance !== NO_FILTER.importance ||
  filter.status !== '';

/**
 * The events that pass, in the given order.
 * @param hits ids of the events that the text finds; null = the text does not decide
 */
export function filterEvents(
  events: readonly PlantEvent[],
  filter: EventFilter,
  hits: { has(id: string): boolean } | null,
): PlantEvent[] {
  return events.filter((event) => {
    if (filter.track && event.track !== filter.track) return false;
    if (filter.place && (event.place?.name ?? NO_PLACE) !== filter.place) return false;
    if (filter.status && event.status !== filter.status) return false;
    if (event.importance > filter.importance) return false;
    return hits === null || hits.has(event.id);
  });
}

/** Keys of the places that the events name, each once. */
export function placesOf(events: readonly PlantEvent[]): string[] {
  return [...new Set(events.flatMap((event) => event.place?.name ?? []))];
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
