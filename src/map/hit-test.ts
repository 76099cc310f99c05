/** What lies under a finger or pointer on the map. Pure. */
import { MIN_LENGTH } from './flow-geometry';
import type { Marks } from './label-types';
import { inside, sample } from './placing';
import type { Scene } from './scene';
import type { Box, MapSelection, Xy } from './types';

/** Reach around thin things, px; touch targets are twice this. */
const REACH = 22;
const LINE_REACH = 12;

function near(at: Xy, box: Box, reach: number): boolean {
  const grown = {
    x: box.x - reach,
    y: box.y - reach,
    w: box.w + 2 * reach,
    h: box.h + 2 * reach,
  };
  return inside({ x: at[0], y: at[1], w: 0, h: 0 }, grown);
}

function distanceTo(points: readonly Xy[], at: Xy): number {
  const view: Box = {
    x: at[0] - MIN_LENGTH,
    y: at[1] - MIN_LENGTH,
    w: 2 * MIN_LENGTH,
    h: 2 * MIN_LENGTH,
  };
  let best = Infinity;
  for (const [x, y] of sample(points, view, 4)) {
    best = Math.min(best, Math.hypot(x - at[0], y - at[1]));
  }
  return best;
}

/**
 * @param at pixels relative to the scene's anchor
 * @returns the topmost thing that can be selected, or null. Grid context without a name cannot.
 */
export function hitTest(
  scene: Scene,
  marks: Marks,
  at: Xy,
  event: string | null,
): MapSelection | null {
  if (event && marks.event) {
    const [x, y] = marks.event.at;
    if (Math.hypot(x - at[0], y - at[1]) <= REACH / 1.5) return { kind: 'event', id: event };
  }
  for (const pill of marks.pills) {
    if (near(at, pill.box, 4)) return { kind: 'line', id: pill.id };
  }
  if (near(at, marks.plate, 6)) return { kind: 'plant', id: 'plant' };
  for (const label of marks.labels) {
    if (label.select && near(at, label.box, 4)) return label.select;
  }
  for (const dot of marks.dots) {
    if (Math.hypot(dot.at[0] - at[0], dot.at[1] - at[1]) < REACH / 2) {
      return { kind: 'place', id: dot.id };
    }
  }
  for (const disc of scene.discs) {
    if (Math.hypot(disc.at[0] - at[0], disc.at[1] - at[1]) < REACH / 1.5) {
      return { kind: 'line', id: disc.id };
    }
  }
  let best: MapSelection | null = null;
  let bestDistance = LINE_REACH;
  for (const flow of scene.flows) {
    const distance = distanceTo(flow.shape.course, at) - flow.shape.width / 2;
    if (distance < bestDistance) {
      bestDistance = distance;
      best = { kind: 'line', id: flow.row.id };
    }
  }
  for (const line of scene.lines) {
    if (!line.course.length) continue;
    const distance = distanceTo(line.course, at);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = { kind: 'line', id: line.id };
    }
  }
  return best;
}
