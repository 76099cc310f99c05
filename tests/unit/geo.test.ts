/** Distances and directions against published values and against arithmetic. */
import { describe, expect, test } from 'vitest';
import { bearing, compass, distanceKm, type GeoPoint, nearestOnPath } from '../../src/core/geo';
import { loadFacts } from '../support/facts';

/** Degrees, minutes, seconds. */
const dms = (d: number, m: number, s: number) => d + m / 60 + s / 3600;

describe('great-circle distance', () => {
  test('one degree along a meridian is the circumference through 360', () => {
    expect(distanceKm([34, 47], [34, 48])).toBeCloseTo((2 * Math.PI * 6371.0088) / 360, 6);
  });

  test('a quarter of the world from the pole to the equator, half of it to the antipode', () => {
    expect(distanceKm([0, 90], [123, 0])).toBeCloseTo((Math.PI / 2) * 6371.0088, 6);
    expect(distanceKm([10, 20], [-170, -20])).toBeCloseTo(Math.PI * 6371.0088, 6);
  });

  test('Land’s End to John o’ Groats: 968.9 km, from 9.1 degrees (Veness, movable-type.co.uk)', () => {
    const landsEnd: GeoPoint = [-dms(5, 42, 53), dms(50, 3, 59)];
    const johnOGroats: GeoPoint = [-dms(3, 4, 12), dms(58, 38, 38)];
    expect(distanceKm(landsEnd, johnOGroats)).toBeCloseTo(968.9, 1);
    expect(bearing(landsEnd, johnOGroats)).toBeCloseTo(dms(9, 7, 11), 2);
  });

  test('is the same both ways, and nothing from a place to itself', () => {
    const [a, b]: GeoPoint[] = [
      [34.59, 47.5],
      [37.54, 47.1],
    ];
    expect(distanceKm(a, b)).toBeCloseTo(distanceKm(b, a), 9);
    expect(distanceKm(a, a)).toBe(0);
    expect(bearing(a, a)).toBe(0);
  });
});

test('the compass changes its word half-way between two directions', () => {
  const at = (degrees: number): GeoPoint => [
    0.01 * Math.sin((degrees * Math.PI) / 180),
    0.01 * Math.cos((degrees * Math.PI) / 180),
  ];
  const words = [0, 22, 23, 90, 135, 180, 225, 292, 293, 337, 338, 359].map((d) =>
    compass([0, 0], at(d)),
  );
  expect(words).toEqual(['n', 'n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw', 'nw', 'n', 'n']);
});

describe('the nearest point of a path', () => {
  test('is a foot on a segment, else an end', () => {
    expect(
      nearestOnPath(
        [0, 1],
        [
          [-1, 0],
          [1, 0],
        ],
      ),
    ).toEqual([0, 0]);
    expect(
      nearestOnPath(
        [5, 1],
        [
          [-1, 0],
          [1, 0],
        ],
      ),
    ).toEqual([1, 0]);
    expect(nearestOnPath([5, 1], [[2, 2]])).toEqual([2, 2]);
    expect(() => nearestOnPath([0, 0], [])).toThrow(RangeError);
  });

  test('is as near as the nearest of many points laid along every contact line', () => {
    const { control, plant } = loadFacts();
    for (const { path } of control.contactLine) {
      let least = Infinity;
      for (let i = 1; i < path.length; i += 1) {
        const [a, b] = [path[i - 1] as GeoPoint, path[i] as GeoPoint];
        for (let k = 0; k <= 1000; k += 1) {
          const at: GeoPoint = [
            a[0] + ((b[0] - a[0]) * k) / 1000,
            a[1] + ((b[1] - a[1]) * k) / 1000,
          ];
          least = Math.min(least, distanceKm(plant.at, at));
        }
      }
      expect(distanceKm(plant.at, nearestOnPath(plant.at, path))).toBeCloseTo(least, 1);
    }
  });
});
