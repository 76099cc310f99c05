/** Numbers of the mining page as they are written and typed. */
import type { Language } from '../core/vocabulary';

export { sourcesOf } from '../core/mining-figures';

/** "22–35", or one number where both are written alike. */
export function between(
  [low, high]: readonly [number, number],
  write: (n: number) => string,
): string {
  const [from, to] = [write(low), write(high)];
  return from === to ? to : `${from}–${to}`;
}

export interface TypedLimits {
  min: number;
  max: number;
  /** Decimals that count; 0 = whole numbers only. */
  digits: number;
}

/** English only: Ukrainian writes thousands with spaces, and its comma is the decimal one. */
const GROUPED = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/;

/**
 * A number as people type it: with comma or point, spaces between thousands, the unit's sign.
 * @returns null for what is no number, has too many decimals or is out of bounds
 */
export function readTyped(text: string, lang: Language, limits: TypedLimits): number | null {
  let bare = text.replace(/[\s\u00a0\u202f]|%$/gu, '');
  if (lang === 'en' && GROUPED.test(bare)) bare = bare.replaceAll(',', '');
  bare = bare.replace(',', '.');
  if (!/^\d{1,9}(\.\d*)?$|^\.\d+$/.test(bare)) return null;
  const value = Number(bare);
  const { min, max, digits } = limits;
  const wholes = value * 10 ** digits;
  if (Math.abs(wholes - Math.round(wholes)) > 1e-6) return null;
  return value >= min && value <= max ? value : null;
}

/** To three significant digits: more would be false precision for a count of a million machines. */
export const roundTo3 = (n: number): number => Number(n.toPrecision(3));

/** A scale from nought to at least `max` in round steps, its end included. */
export function scaleTo(max: number): { max: number; ticks: number[] } {
  const power = 10 ** Math.floor(Math.log10(max));
  const step = [0.2, 0.25, 0.5, 1, 2].map((n) => n * power).find((n) => n * 5 >= max) ?? power * 5;
  const count = Math.ceil(max / step);
  return { max: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}
