import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EventSchema, EventWordsSchema } from '../../src/core/model';
import { EVENT_STATUSES, FIRST_DATE, LAST_DATE, TRACKS } from '../../src/core/vocabulary';
import { loadFacts, loadWords } from '../support/facts';
import { manyEvents } from '../support/many-events';

const facts = loadFacts();
const text = { en: loadWords('en'), uk: loadWords('uk') };

describe('generated events', () => {
  const before = JSON.stringify([facts, text]);
  const many = manyEvents(facts, text, 10_000);

  it('are valid, in date order, beside the real ones', () => {
    v.parse(v.array(EventSchema), many.facts.events);
    expect(many.facts.events).toHaveLength(10_000);
    expect(new Set(many.facts.events.map(({ id }) => id)).size).toBe(10_000);
    const all = new Set(many.facts.events);
    expect(facts.events.filter((event) => !all.has(event))).toEqual([]);
    const dates = many.facts.events.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort());
  });

  it('have words in both languages', () => {
    for (const lang of ['en', 'uk'] as const) {
      v.parse(v.record(v.string(), EventWordsSchema), many.text[lang].events);
      expect(Object.keys(many.text[lang].events)).toHaveLength(10_000);
    }
  });

  it('are spread over all days, tracks, statuses, places and importances', () => {
    const seen = <T>(pick: (event: (typeof many.added)[number]) => T) =>
      new Set(many.added.map(pick));
    expect(seen(({ date }) => date.slice(0, 7)).size).toBeGreaterThan(50);
    expect(many.added[0]?.date).toBe(FIRST_DATE);
    expect((many.added.at(-1)?.date ?? '') <= LAST_DATE).toBe(true);
    expect(seen(({ track }) => track).size).toBe(TRACKS.length);
    expect(seen(({ status }) => status).size).toBe(EVENT_STATUSES.length);
    expect(seen(({ importance }) => importance)).toEqual(new Set([1, 2, 3]));
    expect(seen(({ place }) => place?.name).size).toBeGreaterThan(3);
    expect(seen(({ precision }) => precision)).toEqual(new Set(['day', 'month']));
  });

  it('are the same each time, and change nothing that was put in', () => {
    expect(manyEvents(facts, text, 10_000)).toEqual(many);
    expect(JSON.stringify([facts, text])).toBe(before);
  });

  it('cannot be fewer than the real ones', () => {
    expect(() => manyEvents(facts, text, 3)).toThrow(RangeError);
    expect(manyEvents(facts, text, facts.events.length).added).toEqual([]);
  });
});
