import { describe, expect, test } from 'vitest';
import { dayNumber } from '../../src/core/dates';
import {
  around,
  dayAt,
  daysOf,
  follow,
  isLeast,
  isWhole,
  LEAST_DAYS,
  panBy,
  pinch,
  ratioOf,
  type StripWindow,
  stepZoom,
  WHOLE,
} from '../../src/timeline/strip-window';

/** Same numbers in each run (mulberry32). */
function* random(seed: number): Generator<number, never> {
  for (let a = seed; ; ) {
    a = (a + 0x6d2b79f5) | 0;
    let x = Math.imul(a ^ (a >>> 15), 1 | a);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    yield ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  }
}
const numbers = random(20220224);
const next = () => numbers.next().value;
const ROUNDS = 2000;

function someWindow(): StripWindow {
  const days = LEAST_DAYS + next() * (daysOf(WHOLE) - LEAST_DAYS);
  const from = WHOLE.from + next() * (daysOf(WHOLE) - days);
  return { from, to: from + days };
}

const onAxis = (window: StripWindow) =>
  window.from >= WHOLE.from - 1e-6 &&
  window.to <= WHOLE.to + 1e-6 &&
  daysOf(window) >= LEAST_DAYS - 1e-6;

describe('whatever a reader does', () => {
  test('the days stay on the axis and are never fewer than two weeks', () => {
    let window = WHOLE;
    for (let i = 0; i < ROUNDS; i++) {
      const act = Math.floor(next() * 4);
      if (act === 0) window = panBy(window, next() * 6 - 3);
      else if (act === 1) window = pinch(window, 2 ** (next() * 8 - 4), next(), next());
      else if (act === 2) window = stepZoom(window, next() < 0.5 ? 1 : -1, dayAt(WHOLE, next()));
      else window = follow(window, dayAt(WHOLE, next()));
      expect(onAxis(window)).toBe(true);
    }
  });

  test('zooming in and out about any point returns', () => {
    for (let i = 0; i < ROUNDS; i++) {
      const window = someWindow();
      const place = next();
      const factor = 1 + next() * (daysOf(window) / LEAST_DAYS - 1);
      const back = pinch(pinch(window, factor, place), 1 / factor, place);
      expect(back.from).toBeCloseTo(window.from, 6);
      expect(back.to).toBeCloseTo(window.to, 6);
    }
  });

  test('the day between the fingers stays between them', () => {
    let free = 0;
    for (let i = 0; i < ROUNDS; i++) {
      const window = someWindow();
      const [from, to] = [next(), next()];
      const after = pinch(window, 2 ** (next() * 6 - 3), from, to);
      const held = after.from > WHOLE.from + 1e-6 && after.to < WHOLE.to - 1e-6;
      if (!held) continue;
      free += 1;
      expect(Math.abs(dayAt(after, to) - dayAt(window, from))).toBeLessThan(0.5);
    }
    expect(free).toBeGreaterThan(ROUNDS / 4);
  });

  test('a move there and back returns where there was room', () => {
    for (let i = 0; i < ROUNDS; i++) {
      const window = someWindow();
      const part = next() - 0.5;
      const there = panBy(window, part);
      if (there.from <= WHOLE.from || there.to >= WHOLE.to) continue;
      expect(panBy(there, -part).from).toBeCloseTo(window.from, 6);
    }
  });

  test('following a day brings it into view and moves no more than it must', () => {
    for (let i = 0; i < ROUNDS; i++) {
      const window = someWindow();
      const day = dayAt(WHOLE, next());
      const after = follow(window, day);
      const place = ratioOf(after, day);
      expect(place >= 0 && place <= 1).toBe(true);
      expect(daysOf(after)).toBeCloseTo(daysOf(window), 6);
      if (ratioOf(window, day) >= 0 && ratioOf(window, day) <= 1) expect(after).toBe(window);
    }
  });
});

test('the steps go by a year, a quarter and a month to two weeks, and back', () => {
  const about = dayNumber('2024-04-14');
  const days: number[] = [];
  let window = WHOLE;
  while (!isLeast(window)) {
    window = stepZoom(window, 1, about);
    days.push(Math.round(daysOf(window)));
    expect(about).toBeGreaterThan(window.from);
    expect(about).toBeLessThan(window.to);
  }
  expect(days).toEqual([365, 92, 31, LEAST_DAYS]);
  expect(stepZoom(window, 1, about)).toBe(window);
  for (let i = 0; i < 4; i++) window = stepZoom(window, -1, about);
  expect(isWhole(window)).toBe(true);
});

test('what is opened is shown whole, with room beside it', () => {
  const [from, to] = [dayNumber('2025-09-23'), dayNumber('2025-10-23')];
  const window = around(from, to);
  expect(ratioOf(window, from)).toBeGreaterThan(0.12);
  expect(ratioOf(window, to + 1)).toBeLessThan(0.88);
  expect(daysOf(around(from, from))).toBe(LEAST_DAYS);
});

test('a scale of nothing is refused', () => {
  expect(() => pinch(WHOLE, 0, 0.5)).toThrow(RangeError);
  expect(() => pinch(WHOLE, Number.NaN, 0.5)).toThrow(RangeError);
});
