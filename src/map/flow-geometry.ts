/** Shapes of power flows: ribbon widths, heads, strands, chevrons, numbers. Pixels; pure. */
import type { Recipient } from '../core/vocabulary';
import { cut, parallel, pathLength, pointAt, toPath } from './paths';
import type { Xy } from './types';

/** MW in a pixel of width. One value for all maps on a screen. */
export const MW_PER_PX = { phone: 140, desktop: 120, compare: 190 } as const;

const MIN_WIDTH = 2.5;
const MAX_WIDTH = 26;
/** Shorter than this on the screen, a flow is left to the table. */
export const MIN_LENGTH = 30;
/** A ribbon shows at least this much of its body behind the head. */
const MIN_BODY = 8;
/** The head ends this far before the substation. */
const END_GAP = 7;
const CHEVRON_STEP = 56;
/** Ribbons at least this wide carry chevrons, thinner ones small filled heads. */
const CHEVRON_MIN_WIDTH = 5.5;
const STRAND_GAP = 1;

export function flowWidth(mw: number, mwPerPx: number): number {
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, Math.abs(mw) / mwPerPx));
}

/** Length and half width of an arrowhead for a ribbon's width. */
export function headSize(width: number): { length: number; half: number } {
  const length = Math.min(26, Math.max(9, 0.9 * width + 7));
  return { length, half: width / 2 + Math.max(3.2, 0.26 * length) };
}

/** Per cent of rating, whole. */
export function percentOf(loading: number): number {
  return Math.round(loading * 100);
}

export interface StrandShape {
  recipient: Recipient | null;
  /** Path data along the strand's middle. */
  d: string;
  width: number;
  /** Path data of its part of the head. */
  head: string;
}

export interface RibbonShape {
  width: number;
  /** Path data along the middle of the whole ribbon. */
  d: string;
  head: string;
  strands: StrandShape[];
  /** The ribbon's middle as points, start to tip. */
  course: Xy[];
  length: number;
}

/**
 * A ribbon along a course, in the direction of travel.
 * @param strands shares summing to 1, left to right; empty = one strand without a recipient
 * @param hidden length at one end that other marks cover
 * @returns null when the course is too short to be read
 */
export function ribbon(
  course: readonly Xy[],
  width: number,
  strands: readonly { recipient: Recipient; share: number }[],
  hidden = 0,
): RibbonShape | null {
  const full = pathLength(course);
  const { length, half } = headSize(width);
  if (full < Math.max(MIN_LENGTH, hidden + MIN_BODY + length + END_GAP)) return null;
  const tipAt = full - END_GAP;
  const neckAt = tipAt - length;
  const body = cut(course, 0, Math.max(2, neckAt + length * 0.25));
  const tip = pointAt(course, tipAt);
  const neck = pointAt(course, neckAt);
  // The head points from neck to tip, so that it stays straight on bends.
  const dx = tip.at[0] - neck.at[0];
  const dy = tip.at[1] - neck.at[1];
  const reach = Math.hypot(dx, dy) || 1;
  const left: Xy = [dy / reach, -dx / reach];
  const base = (d: number): Xy => [neck.at[0] + left[0] * d, neck.at[1] + left[1] * d];

  const parts = strands.filter((s) => s.share > 0.001);
  const shown = parts.length ? parts : [{ recipient: null, share: 1 }];
  const gaps = STRAND_GAP * (shown.length - 1);
  const clear = Math.max(shown.length, width - gaps);
  let edge = width / 2;
  let baseEdge = half;
  const shapes = shown.map((strand): StrandShape => {
    const w = clear * strand.share;
    const middle = edge - w / 2;
    edge -= w + STRAND_GAP;
    const from = baseEdge;
    baseEdge -= 2 * half * strand.share;
    return {
      recipient: strand.recipient,
      width: w,
      d: toPath(shown.length > 1 ? parallel(body, middle) : body),
      head: toPath([base(from), base(baseEdge), tip.at], true),
    };
  });
  return {
    width,
    d: toPath(body),
    head: toPath([base(half), base(-half), tip.at], true),
    strands: shapes,
    course: cut(course, 0, tipAt),
    length: tipAt,
  };
}

/**
 * Marks of direction on a ribbon: open chevrons on wide ones, filled heads on thin ones.
 * @param phase pixels that the marks have moved on, for motion
 */
export function directionMarks(
  shape: RibbonShape,
  phase: number,
): { kind: 'chevron' | 'head'; d: string } {
  const wide = shape.width >= CHEVRON_MIN_WIDTH;
  const end = shape.length - headSize(shape.width).length - 6;
  const shift = ((phase % CHEVRON_STEP) + CHEVRON_STEP) % CHEVRON_STEP;
  let d = '';
  for (let s = 16 + shift; s < end; s += CHEVRON_STEP) {
    const { at, dir } = pointAt(shape.course, s);
    const depth = wide ? Math.min(7, shape.width * 0.38) : 8;
    const half = wide ? shape.width * 0.38 : 3.5;
    const back: Xy = [at[0] - dir[0] * depth, at[1] - dir[1] * depth];
    const a: Xy = [back[0] + dir[1] * half, back[1] - dir[0] * half];
    const b: Xy = [back[0] - dir[1] * half, back[1] + dir[0] * half];
    d += toPath([a, at, b], !wide);
  }
  return { kind: wide ? 'chevron' : 'head', d };
}

/** A filled arrowhead (11 × 12 px by default) at a distance along a course. */
export function arrowhead(course: readonly Xy[], distance: number, size = 1): string {
  const { at, dir } = pointAt(course, distance);
  const length = 11 * size;
  const half = 6 * size;
  const back: Xy = [at[0] - dir[0] * length, at[1] - dir[1] * length];
  return toPath(
    [
      [back[0] + dir[1] * half, back[1] - dir[0] * half],
      at,
      [back[0] - dir[1] * half, back[1] + dir[0] * half],
    ],
    true,
  );
}
