import { expect, test } from 'vitest';
import { between, clustersOf } from '../../src/timeline/clusters';
import { lanes } from '../../src/timeline/items';
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
