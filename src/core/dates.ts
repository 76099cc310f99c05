/**
 * Calendar days as ISO strings (Europe/Kyiv). Plain string order is date order, so most code
 * compares strings; arithmetic goes through UTC days and never through local time.
 */
import { FIRST_DATE, LAST_DATE } from './vocabulary';

const MS_PER_DAY = 86_400_000;

/** True for an existing day of the form YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** Days since 1970-01-01. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
}

/** Inverse of `dayNumber`; fractions are rounded to the nearest day. */
export function dayFromNumber(n: number): string {
  return new Date(Math.round(n) * MS_PER_DAY).toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  return dayFromNumber(dayNumber(day) + days);
}

/** The nearest day that has facts: FIRST_DATE <= day <= LAST_DATE. */
export function clampDay(day: string): string {
  if (day < FIRST_DATE) return FIRST_DATE;
  if (day > LAST_DATE) return LAST_DATE;
  return day;
}

/** Half-open interval test, `from <= day < to`; null is open. */
export function covers(interval: { from: string | null; to: string | null }, day: string): boolean {
  return (
    (interval.from === null || interval.from <= day) && (interval.to === null || day < interval.to)
  );
}
