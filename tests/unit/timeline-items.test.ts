import { describe, expect, it } from 'vitest';
import events from '../../data/events.json';
import losses from '../../data/losses.json';
import plant from '../../data/plant.json';
import { addDays } from '../../src/core/dates';
import type { Loss, Plant, PlantEvent } from '../../src/core/model';
import { FIRST_DATE, LAST_DATE, TRACKS } from '../../src/core/vocabulary';
import {
  AXIS_FROM,
  AXIS_TO,
  addMonths,
  axisRatio,
  dayAtRatio,
  inOrder,
  lanes,
  leastImportance,
  months,
  nextPlayed,
  positionAt,
  stepEvent,
  yearJump,
  years,
} from '../../src/timeline/items';

const facts = inOrder(events as PlantEvent[]);

function event(id: string, date: string, more: Partial<PlantEvent> = {}): PlantEvent {
  return {
    id,
    date,
    precision: 'day',
    track: 'grid',
    importance: 2,
    status: 'confirmed',
    sources: ['s'],
    ...more,
  };
}

const few = [
  event('a', '2022-03-04', { importance: 1 }),
  event('b', '2022-03-04', { violence: true }),
  event('c', '2023-01-10', { importance: 3 }),
  event('d', '2023-05-01'),
  event('e', '2024-05-01'),
];

describe('axis', () => {
  it('covers all days that have facts, in whole months', () => {
    expect(AXIS_FROM <= FIRST_DATE && LAST_DATE < AXIS_TO).toBe(true);
    expect([AXIS_FROM, AXIS_TO].map((day) => day.slice(8))).toEqual(['01', '01']);
  });

  it('turns every day into a place and back', () => {
    for (const day of [FIRST_DATE, '2022-03-27', '2024-02-29', '2025-10-26', LAST_DATE]) {
      expect(dayAtRatio(axisRatio(day))).toBe(day);
    }
  });

  it('holds month steps back to the end of a shorter month', () => {
    expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
    expect(addMonths('2023-03-31', -1)).toBe('2023-02-28');
    expect(addMonths('2022-12-15', 1)).toBe('2023-01-15');
    expect(addMonths('2022-01-15', -1)).toBe('2021-12-15');
  });

  it('names the years from the start of the axis to its end', () => {
    expect(years().map(({ from }) => from)).toEqual([
      AXIS_FROM,
      '2023-01-01',
      '2024-01-01',
      '2025-01-01',
      '2026-01-01',
    ]);
    expect(years().at(-1)?.to).toBe(AXIS_TO);
  });
});

describe('lanes', () => {
  const all = lanes(facts, losses as Loss[]);

  it('has the eight tracks in order and every event once', () => {
    expect(all.map(({ track }) => track)).toEqual([...TRACKS]);
    const ids = all.flatMap((lane) => lane.items.flatMap((item) => item.event ?? []));
    expect([...ids].sort()).toEqual(facts.map(({ id }) => id).sort());
  });

  it('draws no more items than vis-timeline takes lightly', () => {
    expect(all.flatMap((lane) => lane.items).length).toBeLessThanOrEqual(160);
  });

  it('takes the length of an event from its end, or from the loss that it begins', () => {
    const loss: Loss = {
      id: 'l1',
      number: 1,
      from: '2022-09-05',
      to: '2022-09-10',
      supply: 'unit',
      sources: ['s'],
    };
    const items = lanes(
      [
        event('own', '2022-03-04', { end: '2022-03-06' }),
        event('point', '2022-03-07', { end: '2022-03-07' }),
        event('loss', '2022-09-05', { loss: 'l1' }),
      ],
      [loss],
    ).flatMap((lane) => lane.items);
    expect(items.map(({ id, end }) => [id, end])).toEqual([
      ['own', '2022-03-06'],
      ['point', null],
      ['loss', '2022-09-10'],
    ]);
  });

  it('draws a truce until its repair was reported done, as about', () => {
    const truces = all.flatMap((lane) => lane.items).filter(({ id }) => id.endsWith('ceasefire'));
    expect(
      truces.map(({ start, end, about, lengthAbout }) => [start, end, about, lengthAbout]),
    ).toEqual(plant.truces.map(({ from, to }) => [from, to, false, true]));
  });

  it('gives a loss without an event a span of its own only over midnight', () => {
    const base = { number: null, supply: 'diesels' as const, sources: ['s'] };
    const items = lanes(
      [],
      [
        { ...base, id: 'long', from: '2022-09-05', to: '2022-09-07' },
        { ...base, id: 'short', from: '2022-09-05', to: '2022-09-05' },
        { ...base, id: 'open', from: '2022-09-05', to: null },
      ],
    ).flatMap((lane) => lane.items);
    expect(items.map(({ id, event: own, track }) => [id, own, track])).toEqual([
      ['loss-long', null, 'offsite-power'],
    ]);
  });

  it('shows when all six units were cold, to the newest fact', () => {
    const cold = lanes([], [], plant.units as Plant['units']).flatMap((lane) => lane.items);
    expect(cold.map(({ kind, track, start, end }) => [kind, track, start, end])).toEqual([
      ['cold', 'reactors', '2022-10-08', '2022-10-20'],
      ['cold', 'reactors', '2022-11-03', '2023-03-01'],
      ['cold', 'reactors', '2024-04-13', LAST_DATE],
    ]);
  });

  it('marks a date known to the month as uncertain, over that month', () => {
    const item = lanes([event('m', '2024-02-01', { precision: 'month' })], [])
      .flatMap((lane) => lane.items)
      .at(0);
    expect(item).toMatchObject({ about: true, start: '2024-02-01', end: '2024-03-01' });
  });

  it('shows fewer events where a year is narrow', () => {
    expect([172, 120, 101, 50, 30].map((px) => leastImportance(px / 365))).toEqual([3, 3, 2, 2, 1]);
  });
});

describe('months', () => {
  it('counts every event once, empty months too', () => {
    const list = months(facts);
    expect(list.reduce((sum, { count }) => sum + count, 0)).toBe(facts.length);
    expect(list[0]?.from).toBe(AXIS_FROM);
    expect(list.at(-1)?.to).toBe(AXIS_TO);
    expect(list.every((month, i) => i === 0 || list[i - 1]?.to === month.from)).toBe(true);
  });

  it('has a dot for months with an event of importance 1', () => {
    const list = months(few);
    expect(list.filter(({ main }) => main).map(({ from }) => from)).toEqual(['2022-03-01']);
  });
});

describe('steps', () => {
  const ids = (id: PlantEvent | null) => id?.id ?? null;

  it('walks all events both ways and skips none, those of one day included', () => {
    const seen: string[] = [];
    let at: PlantEvent | null = stepEvent(facts, FIRST_DATE, null, 1);
    while (at) {
      seen.push(at.id);
      at = stepEvent(facts, at.date, at.id, 1);
    }
    expect(seen).toEqual(facts.map(({ id }) => id));
    const back: string[] = [];
    at = stepEvent(facts, LAST_DATE, null, -1);
    while (at) {
      back.push(at.id);
      at = stepEvent(facts, at.date, at.id, -1);
    }
    expect(back.reverse()).toEqual(seen);
  });

  it('stands at the end of the day without a selected event', () => {
    expect(positionAt(few, '2022-03-04', null)).toBe(1);
    expect(ids(stepEvent(few, '2022-03-04', null, -1))).toBe('b');
    expect(ids(stepEvent(few, '2022-03-04', null, 1))).toBe('c');
    expect(ids(stepEvent(few, '2022-03-03', null, -1))).toBeNull();
    expect(ids(stepEvent(few, '2024-05-02', null, 1))).toBeNull();
  });

  it('forgets a selected event once the date has left it', () => {
    expect(positionAt(few, '2023-02-01', 'a')).toBe(2);
  });

  it('are found by date and by id on every day, two of one day apart', () => {
    expect(positionAt([], '2023-01-01', null)).toBe(-1);
    for (const { id, date } of facts) {
      expect(facts[positionAt(facts, date, id)]?.id).toBe(id);
      const newest = facts.findLastIndex((event) => event.date <= date);
      expect(positionAt(facts, date, null)).toBe(newest);
      expect(positionAt(facts, addDays(date, 1), id)).toBe(
        facts.findLastIndex((event) => event.date <= addDays(date, 1)),
      );
    }
    expect(positionAt(facts, '2022-01-01', null)).toBe(-1);
  });

  it('jumps by a year', () => {
    expect(yearJump(few, 0, 1)).toBe(3);
    expect(yearJump(few, 3, 1)).toBe(4);
    expect(yearJump(few, 4, 1)).toBe(4);
    expect(yearJump(few, 4, -1)).toBe(3);
    expect(yearJump(few, 1, -1)).toBe(0);
  });

  it('plays importance 1 and 2 and leaves out violence', () => {
    expect(ids(nextPlayed(few, FIRST_DATE, null))).toBe('a');
    expect(ids(nextPlayed(few, '2022-03-04', 'a'))).toBe('d');
    expect(ids(nextPlayed(few, '2024-05-01', 'e'))).toBeNull();
  });
});
