/**
 * Heights of the phone's strip in pixels from its top, and the words along its upper edge: names of
 * phases, where the facts end, today. Pure.
 */
import { dayNumber } from '../core/dates';
import { LAST_DATE } from '../core/vocabulary';
import type { Month } from './items';
import { ratioOf, type StripWindow } from './strip-window';

export const STRIP_PX = 62;
export const BASE_Y = 42;
export const EVENT_Y = 24;
/** Two rows, so that one of two overlapping spans is not hidden. */
export const SPAN_Y = [39, 35.75] as const;
/** Baseline of the words along the upper edge. */
export const WORDS_Y = 10;
/** Bars and signs take taps down to here: 44 px. Below, on the axis, a tap is for the date. */
export const TARGET_TO_Y = 46;
const REACH_PX = 22;
/** The drawing goes on beyond the window, to the edges of the screen. */
export const EDGE_PX = 14;
const PAD_PX = 5;

export interface Phase {
  id: string;
  from: string;
  /** First day of the next; null = to the end of the facts. */
  to: string | null;
}

/** A band of the ground, in pixels, with its name where it fits. */
export interface Band {
  id: string;
  x: number;
  width: number;
  tinted: boolean;
  name: string;
  nameX: number;
}

export function bandsIn(
  phases: readonly Phase[],
  window: StripWindow,
  width: number,
  nameOf: (id: string) => string,
  measure: (text: string) => number,
): Band[] {
  const place = (day: string) => ratioOf(window, dayNumber(day)) * width;
  const bands: Band[] = [];
  for (const [i, { id, from, to }] of phases.entries()) {
    const x = Math.max(-EDGE_PX, place(from));
    const end = Math.min(width + EDGE_PX, place(to ?? LAST_DATE));
    if (end <= x) continue;
    const name = nameOf(id);
    const nameX = Math.max(x + PAD_PX, 0);
    const fits = nameX + measure(name) + PAD_PX <= end;
    bands.push({ id, x, width: end - x, tinted: i % 2 === 1, name: fits ? name : '', nameX });
  }
  return bands;
}

/**
 * Words at the end of the facts and at today, '' where they do not fit beside each other.
 * @param end the first of its texts that fits is taken
 */
export function endWords(
  end: { x: number; texts: readonly string[] },
  today: { x: number; text: string } | null,
  width: number,
  measure: (text: string) => number,
): { end: string; today: string } {
  const edge = width + EDGE_PX;
  const stop = today && today.x > end.x ? Math.min(edge, today.x) : edge;
  const fits = (x: number, text: string, to: number) =>
    x > -EDGE_PX && x + PAD_PX + measure(text) <= to;
  return {
    end: end.texts.find((text) => fits(end.x, text, stop)) ?? '',
    today: today && fits(today.x, today.text, edge) ? today.text : '',
  };
}

/** The month whose bar a thumb at `x` pixels means; null on empty ground. */
export function monthNear(
  months: readonly Month[],
  window: StripWindow,
  width: number,
  x: number,
): Month | null {
  let best: Month | null = null;
  let bestOff = REACH_PX;
  for (const month of months) {
    if (month.count === 0) continue;
    const from = ratioOf(window, dayNumber(month.from)) * width;
    const to = ratioOf(window, dayNumber(month.to)) * width;
    const off = Math.max(0, from - x, x - to);
    if (off < bestOff) {
      best = month;
      bestOff = off;
    }
  }
  return best;
}
