/**
 * What of a drawing a frame shows. Paper and files hold every point that is drawn, also those that
 * the frame hides. Pure.
 */
import { clipPolygon } from 'lineclip';
import { fromPath, toPath } from './paths';
import type { Box, Xy } from './types';

/** One ring of a polygon, its first point repeated at its end, or one line. */
export interface Part {
  points: readonly Xy[];
  close: boolean;
}

/** Points in a row. `from`: length of what was left out before them. */
export interface Run extends Part {
  from: number;
}

/** True unless both ends are beyond the same side. */
function mayTouch([ax, ay]: Xy, [bx, by]: Xy, { x, y, w, h }: Box): boolean {
  return !(
    (ax < x && bx < x) ||
    (ax > x + w && bx > x + w) ||
    (ay < y && by < y) ||
    (ay > y + h && by > y + h)
  );
}

/** A ring filled: the same inside the frame, along its edge outside. */
function ring({ points }: Part, { x, y, w, h }: Box): Part[] {
  const all = points.map(([px, py]): [number, number] => [px, py]);
  const within = clipPolygon(all, [x, y, x + w, y + h]);
  return within.length > 2 ? [{ points: within, close: true }] : [];
}

/** A line, or the outline of a ring: the segments that may touch the frame, each whole. */
function runs({ points, close }: Part, box: Box, dashed: boolean): Run[] {
  const found: { points: Xy[]; close: boolean; from: number }[] = [];
  let length = 0;
  let open = false;
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]];
    const touches = mayTouch(a, b, box);
    if (touches && open) found.at(-1)?.points.push(b);
    else if (touches) found.push({ points: [a, b], close: false, from: length });
    open = touches;
    length += Math.hypot(b[0] - a[0], b[1] - a[1]);
  }
  const [first] = found;
  if (first && first.points.length === points.length) first.close = close;
  else if (first && close && !dashed && first.from === 0 && open) {
    // Where an outline begins and ends there is a corner. Dashes begin anew there.
    first.points.unshift(...(found.pop()?.points.slice(0, -1) ?? []));
  }
  return found;
}

/** What only paper needs, handed to the drawing so that the app's first script goes without it. */
export interface Frame {
  /** px at `STATIC_ZOOM` relative to the anchor: what is shown and a margin. */
  box: Box;
  ring: typeof ring;
  runs: typeof runs;
  squareDots: typeof squareDots;
  /** Points nearer to their neighbour are left out, px at `STATIC_ZOOM`. */
  apart: number;
}

/** 0.1 mm on paper: less than a thin line is wide. */
const APART_PX = 0.35;
/** Half of the broadest soft edge, px. */
const MARGIN_PX = 14;

/**
 * @param size of the frame, px
 * @param offset from the frame's middle to the anchor, px
 * @param scale px of the frame in one px at `STATIC_ZOOM`
 */
export function frameOf(size: { width: number; height: number }, offset: Xy, scale: number): Frame {
  const { width, height } = size;
  const box = {
    x: (-width / 2 - offset[0] - MARGIN_PX) / scale,
    y: (-height / 2 - offset[1] - MARGIN_PX) / scale,
    w: (width + 2 * MARGIN_PX) / scale,
    h: (height + 2 * MARGIN_PX) / scale,
  };
  return { box, ring, runs, squareDots, apart: APART_PX / scale };
}

/**
 * Dots as squares, for whoever draws dashes without round caps: a file for paper holds ten times
 * the points for a round one, and at a dot’s size both look alike. Others stay as they are.
 * @param dash value of `stroke-dasharray`
 */
export function squareDots(dash: string, width: number): { dash: string; before: number } | null {
  const [on, off = 0] = dash.split(' ').map(Number);
  if (on !== 0) return null;
  return { dash: `${width.toFixed(2)} ${(off - width).toFixed(2)}`, before: width / 2 };
}

/** Path data of a power line from where it first may touch a box to where it last does. */
export function framedLine(d: string, box: Box): { d: string; from: number } | null {
  const points = fromPath(d);
  const parts = runs({ points, close: false }, box, false);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) return null;
  const start = points.indexOf(first.points[0]);
  const end = points.lastIndexOf(last.points.at(-1) ?? first.points[0]);
  return { d: toPath(points.slice(start, end + 1)), from: first.from };
}
