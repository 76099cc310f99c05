/** Widths and dashes of power lines on the map, in pixels. */
import type { LineState } from '../core/vocabulary';

/** Width at zoom 5 and at zoom 8 (512 px tiles), by voltage in kV. */
const WIDTHS: Record<number, readonly [number, number]> = {
  750: [2.0, 4.2],
  500: [1.6, 3.2],
  330: [1.0, 2.2],
  220: [0.7, 1.4],
};

/** Share of the full width by state. */
const STATE_FACTOR: Record<LineState, number> = { in: 1, out: 0.72, unknown: 0.7 };

export const STORY_FACTOR = 1.55;
export const BACKGROUND_FACTOR = 0.8;
export const LINE_HALO = 1.2;

/** Full width of a line in service: linear between zoom 5 and 8, held outside. */
export function voltageWidth(voltageKv: number, zoom: number): number {
  const [low, high] = WIDTHS[voltageKv] ?? WIDTHS[220];
  const share = Math.min(1, Math.max(0, (zoom - 5) / 3));
  return low + (high - low) * share;
}

export function stateWidth(full: number, state: LineState): number {
  return full * STATE_FACTOR[state];
}

/** Value of `stroke-dasharray` for a drawn width; undefined = solid. */
export function dashes(state: LineState, width: number): string | undefined {
  if (state === 'out') return `${(2.4 * width).toFixed(2)} ${(1.7 * width).toFixed(2)}`;
  // Round caps on zero-length dashes are dots.
  if (state === 'unknown') return `0 ${(3.4 + width).toFixed(2)}`;
  return undefined;
}
