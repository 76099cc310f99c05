/** What a frame keeps of a drawing: all that it shows, where it was, and little else. */
import { expect, test } from 'vitest';
import { framedLine, frameOf, squareDots } from '../../src/map/static-frame';
import type { Xy } from '../../src/map/types';

const BOX = { x: 0, y: 0, w: 10, h: 10 };
const { ring, runs } = frameOf({ width: 10, height: 10 }, [0, 0], 1);

/** Even-odd, for points off the edges. */
function covers(points: readonly Xy[], [x, y]: Xy): boolean {
  let inside = false;
  points.forEach(([ax, ay], i) => {
    const [bx, by] = points.at(i - 1) ?? [ax, ay];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

test('a ring fills the same places inside the frame, and nothing far from it stays', () => {
  const points: Xy[] = [
    [-50, -40],
    [4, 3],
    [60, -20],
    [12, 8],
    [30, 90],
    [-20, 30],
    [3, 7],
    [-50, -40],
  ];
  const [kept] = ring({ points, close: true }, BOX);
  for (const [x, y] of kept?.points ?? []) {
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x).toBeLessThanOrEqual(10);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThanOrEqual(10);
  }
  for (let x = 0.51; x < 10; x += 1)
    for (let y = 0.53; y < 10; y += 1)
      expect(covers(kept?.points ?? [], [x, y]), `${x} ${y}`).toBe(covers(points, [x, y]));
  expect(ring({ points: points.map(([x, y]): Xy => [x + 200, y]), close: true }, BOX)).toEqual([]);
});

test('a ring around the whole frame fills all of it', () => {
  const points: Xy[] = [
    [-9, -9],
    [19, -9],
    [19, 19],
    [-9, 19],
    [-9, -9],
  ];
  const [kept] = ring({ points, close: true }, BOX);
  expect(covers(kept?.points ?? [], [5.1, 5.2])).toBe(true);
});

test('a line keeps its visible segments whole, and each part knows how far along it is', () => {
  const points: Xy[] = [
    [-40, 5],
    [-30, 5],
    [5, 5],
    [5, 40],
    [5, 60],
    [60, 60],
    [60, 5],
    [9, 5],
  ];
  const found = runs({ points, close: false }, BOX, true);
  expect(found.map(({ from, points: kept }) => [from, kept.length])).toEqual([
    [10, 3],
    [10 + 35 + 35 + 20 + 55 + 55, 2],
  ]);
});

test('an outline that begins in the frame has no gap where it began', () => {
  const points: Xy[] = [
    [5, 5],
    [5, 90],
    [90, 90],
    [90, 5],
    [5, 5],
  ];
  const [kept, ...others] = runs({ points, close: true }, BOX, false);
  expect(others).toEqual([]);
  expect(kept?.points).toEqual([
    [90, 5],
    [5, 5],
    [5, 90],
  ]);
});

test('a power line is cut to the stretch that the frame shows', () => {
  expect(framedLine('M-40 5L-30 5L5 5L5 40L5 60', BOX)).toEqual({
    d: 'M-30 5L5 5L5 40',
    from: 10,
  });
  expect(framedLine('M-40 5L-30 5', BOX)).toBeNull();
});

test('dots become squares at the same places, dashes stay', () => {
  expect(squareDots('0 5', 2)).toEqual({ dash: '2.00 3.00', before: 1 });
  expect(squareDots('4.8 3.4', 2)).toBeNull();
});
