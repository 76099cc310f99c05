import { expect, test } from 'vitest';
import { addDays, dayNumber } from '../../src/core/dates';
import type { PlantEvent } from '../../src/core/model';
import { FIRST_DATE, LAST_DATE } from '../../src/core/vocabulary';
import {
  between,
  clustersOf,
  nearestSign,
  scaleStep,
  signOf,
  signsOf,
  spanItems,
  spansIn,
} from '../../src/timeline/clusters';
import { AXIS_FROM, AXIS_TO, type LaneItem, lanes } from '../../src/timeline/items';
import { loadFacts } from '../support/facts';

const facts = loadFacts();
const items = lanes(facts.events, facts.losses).flatMap((lane) => lane.items);
const ordered = items.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));

test('every item is in one cluster, the more the closer the scale', () => {
  let before = 0;
  for (const scale of [0.05, 0.25, 1, 4, 20]) {
    const found = clustersOf(ordered, scale, 24);
    expect(found.flatMap((cluster) => cluster.items)).toEqual(ordered);
    expect(found.length).toBeGreaterThanOrEqual(before);
    before = found.length;
  }
});

test('the most important of a cluster stands for it', () => {
  const [all] = clustersOf(ordered, 1e-6, 24);
  expect(all?.items).toHaveLength(ordered.length);
  expect(all?.lead).toBe(ordered.find((item) => item.importance === 1));
});

test('leaving items out at the left does not divide the others anew', () => {
  const key = (list: typeof ordered) =>
    clustersOf(list, 0.5, 24).map((cluster) => `${cluster.from} ${cluster.items.length}`);
  const late = key([...between(ordered, '2025-01-01', '2099-01-01')]);
  expect(late.length).toBeGreaterThan(5);
  // The first may have lost a part to the cut.
  expect(key(ordered).slice(1 - late.length)).toEqual(late.slice(1));
});

test('a stretch of days takes both its ends', () => {
  const day = '2025-09-23';
  const there = ordered.filter((item) => item.start === day);
  expect(between(ordered, day, day)).toEqual(there);
  expect(between([], day, day)).toEqual([]);
});

test('a scale of nothing is refused', () => {
  expect(() => clustersOf(ordered, 0, 24)).toThrow(RangeError);
});

/** A lane with this many events a day, spread evenly over the record, a tenth of them spans. */
function made(count: number) {
  const events = Array.from({ length: count }, (_, i): PlantEvent => {
    const date = addDays(FIRST_DATE, Math.floor((i * DAYS) / count));
    return {
      id: `e${i}`,
      date,
      ...(i % 10 === 0 ? { end: addDays(date, 1 + (i % 20)) } : {}),
      precision: 'day',
      track: 'grid',
      importance: 2,
      status: 'confirmed',
      sources: ['s'],
    };
  });
  return lanes(events, []).find(({ track }) => track === 'grid')?.items ?? [];
}

const DAYS = dayNumber(LAST_DATE) - dayNumber(FIRST_DATE);
const FROM = dayNumber(AXIS_FROM);
const TO = dayNumber(AXIS_TO);
test('the real events stand apart over the whole axis of a laptop, no later than before', () => {
  const step = scaleStep(830 / (TO - FROM));
  for (const lane of lanes(facts.events, facts.losses)) {
    const points = lane.items.filter((item) => item.event);
    const signs = signsOf(points, step, FROM, TO);
    expect(signs.map(({ lead }) => lead)).toEqual(points);
  }
});

test.each([1_250, 6_250])('a lane of %i events never shows more signs than fit', (count) => {
  const items = made(count);
  for (const width of [TO - FROM, 365, 31, 7]) {
    const scale = 830 / width;
    for (const from of [FROM, FROM + 400, TO - 3 * width]) {
      const signs = signsOf(items, scaleStep(scale), from, from + 3 * width);
      const spans = spansIn(spanItems(items), count, scaleStep(scale), from, from + 3 * width);
      expect(signs.length).toBeLessThan(3 * 250);
      expect(spans.length).toBeLessThan(3 * 100);
    }
  }
});

test('moving the window changes no sign, only another step of the scale does', () => {
  const items = made(6_250);
  const step = scaleStep(2.1);
  const at = (from: number) => signsOf(items, step, from, from + 900).map(({ key }) => key);
  const left = at(FROM + 100);
  const right = new Set(at(FROM + 150));
  const shared = left.filter((key) => right.has(key));
  expect(shared.length).toBeGreaterThan(50);
  const first = left.indexOf(shared[0] as string);
  expect(left.slice(first)).toEqual(shared);
  expect(scaleStep(2.2)).toBe(step);
  expect(scaleStep(3)).toBeGreaterThan(step);
  expect(scaleStep(step)).toBe(step);
});

test('events of one day stay one sign however close', () => {
  const items = made(10 * DAYS);
  for (const sign of signsOf(items, scaleStep(118), FROM + 100, FROM + 107)) {
    expect(sign.items).toHaveLength(10);
    expect(sign.from).toBe(sign.to);
  }
});

test('the nearest sign is found, in a tie the more important', () => {
  const signs = clustersOf(ordered, 20, 1e-6);
  for (const item of ordered) {
    const found = nearestSign(signs, item.day + 0.2, 3);
    const near = ordered.filter(({ day }) => day === found?.lead.day);
    expect(Math.abs((found?.at ?? 0) - item.day)).toBeLessThanOrEqual(0.4);
    expect(found?.lead.importance).toBe(Math.min(...near.map(({ importance }) => importance)));
  }
  expect(nearestSign(signs, FROM - 100, 3)).toBeUndefined();
  expect(nearestSign([], FROM, 3)).toBeUndefined();
});

test('the sign that stands for an event is found, in a cluster or alone', () => {
  for (const gap of [1e-6, 12, 400]) {
    const signs = clustersOf(ordered, 0.5, gap);
    for (const item of ordered) expect(signOf(signs, item)?.items).toContain(item);
  }
  expect(signOf([], ordered[0] as LaneItem)).toBeUndefined();
});

test('spans of a crowded lane run together, others stay as they are', () => {
  const few = spanItems(made(40));
  expect(spansIn(few, 40, 2, FROM, TO)).toHaveLength(few.length);
  const many = spanItems(made(10_000));
  const together = spansIn(many, 10_000, 2, FROM, TO);
  expect(together.length).toBeLessThan(many.length / 10);
  expect(new Set(together.map(({ key }) => key)).size).toBe(together.length);
  for (const [i, span] of together.entries()) {
    expect(span.to).toBeGreaterThan(span.from);
    if (i > 0) expect(span.from).toBeGreaterThan(together[i - 1]?.to ?? 0);
  }
});
