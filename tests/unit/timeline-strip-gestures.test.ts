import { beforeEach, describe, expect, test } from 'vitest';
import { StripGestures } from '../../src/timeline/strip-gestures';
import { dayAt, pinch, type StripWindow, WHOLE } from '../../src/timeline/strip-window';

const WIDTH = 362;
const YEAR = pinch(WHOLE, 4.8, 0.5);

let window: StripWindow;
let said: string[];
const hand = new StripGestures({
  width: () => WIDTH,
  window: () => window,
  cursorX: () => 100,
  ontap: (x, y) => said.push(`tap ${x} ${y}`),
  ondate: (x) => said.push(`date ${x}`),
  onwindow: (next) => {
    window = next;
  },
});

beforeEach(() => {
  window = YEAR;
  said = [];
});

describe('one finger', () => {
  test('that hardly moves taps', () => {
    hand.press(1, 200, 20);
    hand.move(1, 203, 22);
    hand.lift(1, 203, 22);
    expect(said).toEqual(['tap 203 22']);
    expect(window).toBe(YEAR);
  });

  test('moves the days with it, and back', () => {
    const day = dayAt(YEAR, 200 / WIDTH);
    hand.press(1, 200, 20);
    hand.move(1, 120, 20);
    expect(dayAt(window, 120 / WIDTH)).toBeCloseTo(day, 6);
    expect(hand.holds).toBe(true);
    hand.move(1, 200, 20);
    hand.lift(1, 200, 20);
    expect(window.from).toBeCloseTo(YEAR.from, 6);
    expect(said).toEqual([]);
    expect(hand.holds).toBe(false);
  });

  test('near the cursor takes the date where it grasped it', () => {
    hand.press(1, 115, 20);
    hand.move(1, 135, 20);
    expect(said).toEqual(['date 120']);
    hand.lift(1, 135, 20);
    expect(window).toBe(YEAR);
  });

  test('takes the date from anywhere while all years are shown', () => {
    window = WHOLE;
    hand.press(1, 300, 20);
    hand.move(1, 280, 20);
    hand.lift(1, 280, 20);
    expect(said).toEqual(['date 280']);
  });

  test('that the page takes for scrolling does nothing', () => {
    hand.press(1, 300, 20);
    hand.cancel(1);
    hand.lift(1, 300, 80);
    expect(said).toEqual([]);
  });
});

describe('two fingers', () => {
  test('zoom about their middle and carry it along', () => {
    const day = dayAt(YEAR, 180 / WIDTH);
    hand.press(1, 150, 20);
    hand.press(2, 210, 20);
    hand.move(1, 120, 20);
    hand.move(2, 260, 20);
    expect(dayAt(window, 190 / WIDTH)).toBeCloseTo(day, 6);
    expect(window.to - window.from).toBeCloseTo(((YEAR.to - YEAR.from) * 60) / 140, 6);
    hand.lift(1, 120, 20);
    hand.lift(2, 260, 20);
    expect(said).toEqual([]);
  });

  test('of which one is lifted go on moving the days, and do not tap', () => {
    hand.press(1, 150, 20);
    hand.press(2, 210, 20);
    hand.move(2, 270, 20);
    hand.lift(1, 150, 20);
    const day = dayAt(window, 270 / WIDTH);
    hand.move(2, 250, 20);
    expect(dayAt(window, 250 / WIDTH)).toBeCloseTo(day, 6);
    hand.lift(2, 250, 20);
    expect(said).toEqual([]);
  });

  test('and a third changes nothing', () => {
    hand.press(1, 150, 20);
    hand.press(2, 210, 20);
    hand.press(3, 10, 20);
    const before = window;
    hand.move(3, 40, 20);
    expect(window).toBe(before);
    for (const id of [1, 2, 3]) hand.lift(id, 0, 0);
    expect(hand.holds).toBe(false);
  });
});
