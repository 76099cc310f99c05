/**
 * Which rows of a long list are built: a stretch around the reader's place that grows at the end
 * they move towards and lets go of the other. Pure; indexes into the list, `to` exclusive.
 */

export interface RowWindow {
  from: number;
  to: number;
}

/** Rows built at first; a list of this length or less is built whole. */
export const FIRST_ROWS = 200;
/** Rows added at a time. */
export const MORE_ROWS = 100;
/** Rows kept while a reader moves on. */
export const MOST_ROWS = 300;

/** The first window of a list of `total` rows, with the row `at` in its middle where it can be. */
export function around(total: number, at: number): RowWindow {
  const from = Math.max(0, Math.min(Math.floor(at - FIRST_ROWS / 2), total - FIRST_ROWS));
  return { from, to: Math.min(total, from + FIRST_ROWS) };
}

/** More rows before (-1) or after (1); the far end gives way beyond MOST_ROWS. */
export function extend(window: RowWindow, total: number, towards: -1 | 1): RowWindow {
  if (towards < 0) {
    const from = Math.max(0, window.from - MORE_ROWS);
    return { from, to: Math.min(window.to, from + MOST_ROWS) };
  }
  const to = Math.min(total, window.to + MORE_ROWS);
  return { from: Math.max(window.from, to - MOST_ROWS), to };
}

/** The window itself if it holds the row, grown if the row is next to it, else a new one. */
export function reach(window: RowWindow, total: number, at: number): RowWindow {
  if (window.from <= at && at < window.to) return window;
  if (at === window.from - 1) return extend(window, total, -1);
  if (at === window.to) return extend(window, total, 1);
  return around(total, at);
}
