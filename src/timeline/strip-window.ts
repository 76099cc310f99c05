/**
 * Which days the phone's strip shows, and how moves and zooms change that. Pure; days are day
 * numbers (`dayNumber`) with fractions, places are ratios of the strip's width: 0 left, 1 right.
 * Every function returns a window that lies on the axis and is at least LEAST_DAYS long.
 */
import { dayNumber } from '../core/dates';
import { AXIS_FROM, AXIS_TO } from './items';

export interface StripWindow {
  /** Day at the left edge. */
  readonly from: number;
  /** Day at the right edge. */
  readonly to: number;
}

/** All that can be shown. */
export const WHOLE: StripWindow = { from: dayNumber(AXIS_FROM), to: dayNumber(AXIS_TO) };
export const LEAST_DAYS = 14;
/** Below this, about 20 months, events are drawn one by one instead of as bars of months. */
export const EVENTS_BELOW_DAYS = 610;

const WHOLE_DAYS = WHOLE.to - WHOLE.from;
/** All years, a year, a quarter, a month, days. */
const STEP_DAYS: readonly number[] = [WHOLE_DAYS, 365, 92, 31, LEAST_DAYS];
/** A window this close to a step counts as being on it. */
const STEP_SLACK = 1.02;
/** Room left beside what is opened or followed; more than a button at the right edge takes. */
const MARGIN = 0.16;

export const daysOf = (window: StripWindow): number => window.to - window.from;
export const isWhole = (window: StripWindow): boolean => daysOf(window) >= WHOLE_DAYS - 0.01;
export const isLeast = (window: StripWindow): boolean => daysOf(window) <= LEAST_DAYS + 0.01;

/** Place of a day; below 0 or above 1 outside the window. */
export const ratioOf = (window: StripWindow, day: number): number =>
  (day - window.from) / daysOf(window);

/** The day at a place, with its fraction. */
export const dayAt = (window: StripWindow, ratio: number): number =>
  window.from + ratio * daysOf(window);

function held(day: number, ratio: number, days: number): StripWindow {
  const length = Math.min(WHOLE_DAYS, Math.max(LEAST_DAYS, days));
  const from = Math.min(WHOLE.to - length, Math.max(WHOLE.from, day - ratio * length));
  return { from, to: from + length };
}

/** Moves the days by a part of the width; above 0 shows later days. */
export const panBy = (window: StripWindow, part: number): StripWindow =>
  held(window.from + part * daysOf(window), 0, daysOf(window));

/**
 * The window in which the day that was at `from` is at `to`, enlarged by `factor`.
 * @param factor above 1 zooms in
 * @throws RangeError for a factor that is not above 0
 */
export function pinch(window: StripWindow, factor: number, from: number, to = from): StripWindow {
  if (!(factor > 0)) throw new RangeError(`zoom needs a factor above 0: ${factor}`);
  const length = Math.min(WHOLE_DAYS, Math.max(LEAST_DAYS, daysOf(window) / factor));
  return held(dayAt(window, from), to, length);
}

/**
 * One step in (1) or out (-1), about a day if it is in view, else about the middle. A day at the
 * very edge moves in from it.
 */
export function stepZoom(window: StripWindow, step: 1 | -1, about: number): StripWindow {
  const days = daysOf(window);
  const next =
    step > 0
      ? STEP_DAYS.find((length) => length * STEP_SLACK < days)
      : STEP_DAYS.findLast((length) => length > days * STEP_SLACK);
  if (next === undefined) return window;
  const place = ratioOf(window, about);
  if (place < 0 || place > 1) return pinch(window, days / next, 0.5);
  return pinch(window, days / next, place, Math.min(1 - MARGIN, Math.max(MARGIN, place)));
}

/** The closest view of the days `from` to `to`, both whole, with room beside them. */
export function around(from: number, to: number): StripWindow {
  return held((from + to + 1) / 2, 0.5, (to + 1 - from) / (1 - 2 * MARGIN));
}

/** The least move that brings a day into view. */
export function follow(window: StripWindow, day: number): StripWindow {
  const place = ratioOf(window, day);
  if (place >= 0 && place <= 1) return window;
  return held(day, place < 0 ? MARGIN : 1 - MARGIN, daysOf(window));
}

/** Between two windows: 0 the first, 1 the second. */
export const mix = (a: StripWindow, b: StripWindow, part: number): StripWindow => ({
  from: a.from + (b.from - a.from) * part,
  to: a.to + (b.to - a.to) * part,
});
