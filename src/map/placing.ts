/** Where labels and pills go: boxes that must not meet, and candidates in order. Pure. */
import type { Box, Xy } from './types';

export function overlaps(a: Box, b: Box, gap = 0): boolean {
  return (
    a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap
  );
}

export function inside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.w <= outer.x + outer.w &&
    inner.y + inner.h <= outer.y + outer.h
  );
}

const CELL = 32;

/** Points of drawn courses in cells, for quick questions about boxes. */
export class CourseField {
  private readonly cells = new Map<number, { x: number; y: number; half: number; id: number }[]>();
  private widest = 0;

  private key(column: number, row: number): number {
    return column * 65_536 + row;
  }

  /** @param half half the drawn width; points every few pixels */
  add(points: readonly Xy[], half: number, id: number): void {
    this.widest = Math.max(this.widest, half);
    for (const [x, y] of points) {
      const key = this.key(Math.floor(x / CELL), Math.floor(y / CELL));
      const cell = this.cells.get(key);
      if (cell) cell.push({ x, y, half, id });
      else this.cells.set(key, [{ x, y, half, id }]);
    }
  }

  /** Ids of the courses that touch a box grown by `gap`. */
  touching(box: Box, gap = 0): Set<number> {
    const result = new Set<number>();
    const reach = this.widest + gap;
    const lastColumn = Math.floor((box.x + box.w + reach) / CELL);
    const lastRow = Math.floor((box.y + box.h + reach) / CELL);
    for (let column = Math.floor((box.x - reach) / CELL); column <= lastColumn; column++) {
      for (let row = Math.floor((box.y - reach) / CELL); row <= lastRow; row++) {
        for (const { x, y, half, id } of this.cells.get(this.key(column, row)) ?? []) {
          const d = half + gap;
          if (x > box.x - d && x < box.x + box.w + d && y > box.y - d && y < box.y + box.h + d) {
            result.add(id);
          }
        }
      }
    }
    return result;
  }
}

/** A course's points within the view and at most `step` px apart, for quick tests. */
export function sample(points: readonly Xy[], view: Box, step = 6): Xy[] {
  const result: Xy[] = [];
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1];
    const [bx, by] = points[i];
    if (
      Math.max(ax, bx) < view.x ||
      Math.min(ax, bx) > view.x + view.w ||
      Math.max(ay, by) < view.y ||
      Math.min(ay, by) > view.y + view.h
    ) {
      continue;
    }
    const parts = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / step));
    for (let k = 0; k <= parts; k++) {
      result.push([ax + ((bx - ax) * k) / parts, ay + ((by - ay) * k) / parts]);
    }
  }
  return result;
}

/** Advance widths in em at weight 500, by kind of letter (measured on Source Sans 3). */
const LETTERS: readonly [RegExp, number][] = [
  [/[\s\u00a0]/, 0.2],
  [/[ijlIіїІЇ.,·:;'’|!]/, 0.26],
  [/[frt()-]/, 0.34],
  [/[MWmwЖМФШЩЮжфшщю%]/, 0.78],
  [/[A-ZА-ЯЄҐ]/, 0.59],
];
const OTHER_LETTER = 0.51;
const knownWidths = new Map<string, number>();

/**
 * Width of a text in pixels, estimated from its letters, so that labels stand alike on every
 * device and on the server.
 */
export function textWidth(text: string, size: number, weight = 500): number {
  let em = knownWidths.get(text);
  if (em === undefined) {
    em = 0;
    for (const letter of text) {
      em += LETTERS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER_LETTER;
    }
    knownWidths.set(text, em);
  }
  return em * size * (1 + (weight - 500) / 6000);
}

export type Anchor = 'right' | 'left' | 'top' | 'bottom' | 'middle';

/** Box of a text block beside a point. `gap` is between the point and the block. */
export function boxAt(at: Xy, w: number, h: number, anchor: Anchor, gap: number): Box {
  const [x, y] = at;
  if (anchor === 'right') return { x: x + gap, y: y - h / 2, w, h };
  if (anchor === 'left') return { x: x - gap - w, y: y - h / 2, w, h };
  if (anchor === 'top') return { x: x - w / 2, y: y - gap - h, w, h };
  if (anchor === 'bottom') return { x: x - w / 2, y: y + gap, w, h };
  return { x: x - w / 2, y: y - h / 2, w, h };
}
