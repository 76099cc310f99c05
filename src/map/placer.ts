/**
 * Hands out room on the map, first come first served. Boxes never meet; flows and the line of the
 * moment are never covered; other wires may be, at a price.
 */

import type { Marks } from './label-types';
import { type Anchor, boxAt, CourseField, inside, overlaps, sample, textWidth } from './placing';
import type { Scene } from './scene';
import type { Box, Xy } from './types';

const LINE_HEIGHT = 1.2;
/** Courses are known this far beyond the view. */
const MARGIN = 40;
/** First ids of lines and of small substations in the fields; flows begin at 0. */
const LINES = 1_000;
const NODES = 10_000;
/** Further from a label than this, lines do not claim it, px. */
const FAR = 40;

export interface Candidate {
  box: Box;
  align: 'start' | 'middle' | 'end';
}

export class Placer {
  readonly view: Box;
  private readonly boxes: Box[];
  private readonly closed = new CourseField();
  private readonly wires = new CourseField();
  /** Of the scene's lines, in its order. */
  private readonly lineIds: readonly string[];
  /** Where things stood before. */
  private readonly kept = new Set<string>();

  /** @param taken boxes that are in use from the start, such as buttons */
  constructor(scene: Scene, view: Box, taken: readonly Box[], before: Marks | null = null) {
    for (const { box } of [...(before?.pills ?? []), ...(before?.labels ?? [])]) {
      this.kept.add(spotKey(box));
    }
    this.view = view;
    this.boxes = [...taken];
    this.lineIds = scene.lines.map(({ id }) => id);
    const reach: Box = {
      x: view.x - MARGIN,
      y: view.y - MARGIN,
      w: view.w + 2 * MARGIN,
      h: view.h + 2 * MARGIN,
    };
    const near = ([x, y]: Xy) => inside({ x, y, w: 0, h: 0 }, reach);
    scene.flows.forEach(({ row, shape }, i) => {
      this.closed.add(sample(shape.course, reach), shape.width / 2 + (row.over ? 6 : 2), i);
    });
    scene.lines.forEach((line, i) => {
      if (!line.course.length) return;
      const field = line.story ? this.closed : this.wires;
      field.add(sample(line.course, reach), line.width / 2 + 1, LINES + i);
    });
    const r = 9 * scene.scale;
    for (const { at } of scene.discs) {
      this.boxes.push({ x: at[0] - r, y: at[1] - r, w: 2 * r, h: 2 * r });
    }
    scene.nodes.forEach(({ at, kind }, i) => {
      if (!near(at)) return;
      // On projectors a small substation's mark is as large as a letter.
      if (kind === 'small' && scene.scale === 1) this.wires.add([at], 3, NODES + i);
      else this.boxes.push({ x: at[0] - 6, y: at[1] - 6, w: 12, h: 12 });
    });
  }

  /** Keeps a box free from now on. */
  take(box: Box): void {
    this.boxes.push(box);
  }

  /** True where a flow or the line of the moment runs. */
  onFlow(box: Box): boolean {
    return this.closed.touching(box).size > 0;
  }

  /** True where something already stands. */
  isTaken(box: Box, gap = 0): boolean {
    return this.boxes.some((other) => overlaps(box, other, gap));
  }

  isFree(box: Box, gap = 3): boolean {
    return (
      inside(box, this.view) && !this.isTaken(box, gap) && this.closed.touching(box, 1).size === 0
    );
  }

  /** True when no other flow is as near to a box as the flow it belongs to. */
  belongsTo(box: Box, flow: number): boolean {
    for (let gap = 4; gap <= 28; gap += 4) {
      const near = this.closed.touching(box, gap);
      if (near.size) return near.size === 1 && near.has(flow);
    }
    return true;
  }

  /** True when none of the `named` lines is as near to a box as one of its `own`. */
  isNearest(box: Box, own: ReadonlySet<string>, named: ReadonlySet<string>): boolean {
    for (let gap = 2; gap <= FAR; gap += 2) {
      const near = [...this.closed.touching(box, gap), ...this.wires.touching(box, gap)]
        .map((id) => this.lineIds[id - LINES] ?? '')
        .filter((id) => named.has(id));
      if (near.length) return near.every((id) => own.has(id));
    }
    return true;
  }

  /**
   * Takes the best free candidate; earlier ones are better, each wire crossed costs `wireCost`
   * places in the order times ten. Something that stood there before stays.
   * @param accept refuses further candidates
   */
  choose<T extends Candidate>(
    candidates: readonly T[],
    wireCost = 1,
    accept: (box: Box) => boolean = () => true,
  ): T | null {
    let best: T | null = null;
    let bestCost = Infinity;
    for (const [order, candidate] of candidates.entries()) {
      const stays = this.kept.has(spotKey(candidate.box));
      const base = stays ? -1 : order * 0.1;
      if (base >= bestCost || !this.isFree(candidate.box) || !accept(candidate.box)) continue;
      const cost = base + wireCost * this.wires.touching(candidate.box, 1).size;
      if (cost < bestCost) {
        bestCost = cost;
        best = candidate;
      }
    }
    if (best) this.take(best.box);
    return best;
  }
}

const spotKey = ({ x, y, w, h }: Box): string => [x, y, w, h].map((n) => n.toFixed(1)).join();

/** Size of a block of text lines. */
export function blockSize(
  lines: readonly string[],
  size: number,
  weight: number,
): { w: number; h: number } {
  return {
    w: Math.max(...lines.map((line) => textWidth(line, size, weight))) + 2,
    h: lines.length * size * LINE_HEIGHT,
  };
}

/** Places all over the view, those nearest to a point first. */
export function anywhere(view: Box, w: number, h: number, at: Xy): Candidate[] {
  const places: Candidate[] = [];
  for (let y = view.y; y + h <= view.y + view.h; y += h / 2) {
    for (let x = view.x; x + w <= view.x + view.w; x += 16) {
      places.push({ box: { x, y, w, h }, align: 'middle' });
    }
  }
  const distance = ({ box }: Candidate) => Math.hypot(box.x + w / 2 - at[0], box.y + h / 2 - at[1]);
  return places.sort((one, other) => distance(one) - distance(other));
}

/** Candidates on given sides of a point. */
export function around(
  at: Xy,
  w: number,
  h: number,
  anchors: readonly Anchor[],
  gapX: number,
  gapY = gapX,
): Candidate[] {
  return anchors.map((anchor) => ({
    box: boxAt(at, w, h, anchor, anchor === 'top' || anchor === 'bottom' ? gapY : gapX),
    align: anchor === 'right' ? 'start' : anchor === 'left' ? 'end' : 'middle',
  }));
}

/** Candidates to either side of a point on a course: beside its middle, then by its corners. */
export function beside(
  at: Xy,
  dir: Xy,
  w: number,
  h: number,
  gap: number,
  corners: boolean,
): Candidate[] {
  const result: Candidate[] = [];
  for (const side of [1, -1]) {
    const n: Xy = [dir[1] * side, -dir[0] * side];
    const away = gap + (Math.abs(n[0]) * w + Math.abs(n[1]) * h) / 2;
    const middle: Xy = [at[0] + n[0] * away, at[1] + n[1] * away];
    const align = n[0] > 0.35 ? 'start' : n[0] < -0.35 ? 'end' : 'middle';
    result.push({ box: boxAt(middle, w, h, 'middle', 0), align });
    if (!corners) continue;
    for (const shift of [0.28, -0.28]) {
      const shifted = { x: middle[0] - w / 2 + shift * w, y: middle[1] - h / 2, w, h };
      result.push({ box: shifted, align: 'middle' });
    }
    const y = n[1] > 0 ? at[1] + gap : at[1] - gap - h;
    result.push({ box: { x: at[0] + gap * 0.6, y, w, h }, align: 'start' });
    result.push({ box: { x: at[0] - gap * 0.6 - w, y, w, h }, align: 'end' });
  }
  return result;
}
