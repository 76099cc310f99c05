/**
 * The visible part of the axis, and the way between its pixels and calendar days. vis-timeline
 * counts in local time; days are calendar days, so only local midnights meet it.
 */
import { dayFromNumber, dayNumber } from '../core/dates';
import { AXIS_FROM, AXIS_TO } from './items';

export interface View {
  /** Local times in milliseconds: the left and the right edge. */
  start: number;
  end: number;
  /** Pixels: the left edge in the host's container, and the width. */
  left: number;
  width: number;
}

export const MS_PER_DAY = 86_400_000;

/** Local midnight at which a calendar day begins, in milliseconds. */
export function timeOf(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).getTime();
}

/** Calendar days since 1970-01-01 at a local time, with a fraction for the time of day. */
export function daysAt(time: number): number {
  const date = new Date(time);
  const midnight = Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return (midnight + (date.getHours() * 60 + date.getMinutes()) * 60_000) / MS_PER_DAY;
}

/** Inverse of `daysAt`. */
export function timeAtDays(days: number): number {
  const whole = Math.floor(days);
  return timeOf(dayFromNumber(whole)) + (days - whole) * MS_PER_DAY;
}

/** The calendar day whose beginning is nearest to a local time. */
export const dayAt = (time: number): string => dayFromNumber(daysAt(time));

export const AXIS_START = timeOf(AXIS_FROM);
export const AXIS_END = timeOf(AXIS_TO);
export const AXIS_FIRST_DAY = dayNumber(AXIS_FROM);
export const AXIS_LAST_DAY = dayNumber(AXIS_TO);

/** Pixels from the left edge of the view. */
export const xOf = (view: View, time: number): number =>
  ((time - view.start) / (view.end - view.start)) * view.width;

/** Local time at pixels from the left edge of the view. */
export const timeAt = (view: View, x: number): number =>
  view.start + (x / view.width) * (view.end - view.start);

export const pixelsPerDay = (view: View): number =>
  (view.width / (view.end - view.start)) * MS_PER_DAY;

/** Place on the whole axis, as a CSS length. */
export const percent = (time: number): string =>
  `${(((time - AXIS_START) / (AXIS_END - AXIS_START)) * 100).toFixed(6)}%`;
