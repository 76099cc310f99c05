/** Names of the first map, moved only where they have no room. */
import { expect, test } from 'vitest';
import { fitNames, type Measured } from '../../src/map/start-fit';
import type { StartLabel } from '../../src/map/start-labels';

const MAP = { w: 390, h: 310 };

function name(
  id: string,
  style: StartLabel['style'],
  at: readonly [number, number],
  spot: Pick<StartLabel, 'dx' | 'dy' | 'align'>,
  w: number,
): Measured {
  return {
    label: { id, style, lines: [id], at: [0, 0], dot: style === 'city', ...spot },
    at,
    w,
    up: 10,
    down: 3,
  };
}

test('a name that fits stays where it was placed by hand', () => {
  const names = [name('odesa', 'city', [100, 100], { dx: -6, dy: -6, align: 'end' }, 50)];
  expect(fitNames(names, MAP, [])).toEqual(new Map());
});

test('a city’s name too long for its side goes to the other one', () => {
  const names = [name('kyiv', 'city', [360, 100], { dx: 9, dy: 4, align: 'start' }, 80)];
  expect(fitNames(names, MAP, []).get('kyiv')).toEqual({ dx: -9, dy: 4, align: 'end' });
});

test('where there is no room at all a city goes, and who holds an area stays', () => {
  const full = [{ x: 0, y: 0, w: MAP.w, h: MAP.h }];
  const names = [
    name('dnipro', 'city', [200, 100], { dx: 9, dy: 4, align: 'start' }, 60),
    name('occupied', 'area', [280, 200], { dx: 0, dy: 0, align: 'middle' }, 120),
  ];
  const moved = fitNames(names, MAP, full);
  expect(moved.get('dnipro')).toBeNull();
  expect(moved.has('occupied')).toBe(false);
});

test('an area’s name gives way to a city’s by some pixels', () => {
  const names = [
    name('crimea', 'area', [200, 100], { dx: 0, dy: 0, align: 'middle' }, 100),
    name('city', 'plant', [150, 96], { dx: 0, dy: 0, align: 'start' }, 60),
  ];
  expect(fitNames(names, MAP, []).get('crimea')).toEqual({ dx: 0, dy: 12, align: 'middle' });
});
