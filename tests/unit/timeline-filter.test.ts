import { describe, expect, it } from 'vitest';
import type { PlantEvent } from '../../src/core/model';
import {
  byYear,
  filterEvents,
  isFiltering,
  NO_FILTER,
  NO_PLACE,
  placesOf,
} from '../../src/timeline/filter';

const make = (id: string, more: Partial<PlantEvent>): PlantEvent => ({
  id,
  date: '2022-03-04',
  precision: 'day',
  track: 'grid',
  importance: 2,
  status: 'confirmed',
  sources: ['s'],
  ...more,
});
const town = { name: 'town', at: [34.66, 47.5] } as PlantEvent['place'];
const events = [
  make('line', { importance: 1, place: town }),
  make('talks', { track: 'diplomacy', status: 'claimed', date: '2023-01-01' }),
  make('note', { importance: 3, status: 'disputed', date: '2023-02-01', place: town }),
];
const found = (filter: Partial<typeof NO_FILTER>, hits: Set<string> | null = null) =>
  filterEvents(events, { ...NO_FILTER, ...filter }, hits).map(({ id }) => id);

describe('filterEvents', () => {
  it('lets everything through by default, in order', () => {
    expect(found({})).toEqual(['line', 'talks', 'note']);
  });

  it('filters by track, status and importance, and by all together', () => {
    expect(found({ track: 'diplomacy' })).toEqual(['talks']);
    expect(found({ status: 'disputed' })).toEqual(['note']);
    expect(found({ importance: 1 })).toEqual(['line']);
    expect(found({ importance: 2, status: 'confirmed', track: 'grid' })).toEqual(['line']);
  });

  it('filters by place, and by having none', () => {
    expect(placesOf(events)).toEqual(['town']);
    expect(found({ place: 'town' })).toEqual(['line', 'note']);
    expect(found({ place: NO_PLACE })).toEqual(['talks']);
    expect(found({ place: 'town', importance: 1 })).toEqual(['line']);
  });

  it('keeps what a search found, in date order, and all before a search can answer', () => {
    expect(found({ text: 'x' }, new Set(['note', 'line']))).toEqual(['line', 'note']);
    expect(found({ text: 'x' }, new Set())).toEqual([]);
    expect(found({ text: 'x' }, null)).toEqual(['line', 'talks', 'note']);
  });

  it('knows whether anything is filtered', () => {
    expect(isFiltering({ ...NO_FILTER, text: '  ' })).toBe(false);
    for (const one of [{ text: 'a' }, { place: NO_PLACE }, { importance: 2 as const }]) {
      expect(isFiltering({ ...NO_FILTER, ...one })).toBe(true);
    }
  });
});

it('groups by year', () => {
  expect(byYear(events).map(({ year, events: list }) => [year, list.length])).toEqual([
    ['2022', 1],
    ['2023', 2],
  ]);
});
