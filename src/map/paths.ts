/** Polylines in pixels: lengths, points along, parallel curves, SVG path data. Pure. */
import type { Xy } from './types';

/** A point on a polyline with the unit direction of travel there. */
export interface Along {
  at: Xy;
  dir: Xy;
}

export function pathLength(points: readonly Xy[]): number {
  let sum = 0;
  for (let i = 1; i < points.length; i++) {
    sum += Math.hypot(points[i][0] - points[i - 1][0], points[i][1] - points[i - 1][1]);
  }
  return sum;
}

/** Point at a distance from the start; before the start and past the end it stays on the ends. */
export function pointAt(points: readonly Xy[], distance: number): Along {
  let left = Math.max(0, distance);
  let last: Along = { at: points[0], dir: [1, 0] };
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1];
    const [bx, by] = points[i];
    const length = Math.hypot(bx - ax, by - ay);
    if (length === 0) continue;
    const dir: Xy = [(bx - ax) / length, (by - ay) / length];
    if (left <= length) return { at: [ax + dir[0] * left, ay + dir[1] * left], dir };
    left -= length;
    last = { at: points[i], dir };
  }
  return last;
}

/** The part between two distances from the start; empty when nothing is left. */
export function cut(points: readonly Xy[], from: number, to: number): Xy[] {
  if (to <= from || points.length < 2) return [];
  const result: Xy[] = [pointAt(points, from).at];
  let walked = 0;
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1];
    const [bx, by] = points[i];
    walked += Math.hypot(bx - ax, by - ay);
    if (walked > from && walked < to) result.push(points[i]);
  }
  result.push(pointAt(points, to).at);
  return result;
}

/** Unit normal to the left of travel (screen y points down) at each vertex, averaged at bends. */
export function normals(points: readonly Xy[]): Xy[] {
  return points.map((_, i) => {
    const a = points[Math.max(0, i - 1)];
    const b = points[Math.min(points.length - 1, i + 1)];
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
    return [(b[1] - a[1]) / length, -(b[0] - a[0]) / length];
  });
}

/** A curve beside another, at a distance to the left of travel (negative = right). */
export function parallel(points: readonly Xy[], distance: number | readonly number[]): Xy[] {
  const side = normals(points);
  return points.map(([x, y], i) => {
    const d = typeof distance === 'number' ? distance : distance[i];
    return [x + side[i][0] * d, y + side[i][1] * d];
  });
}

/** Chaikin's corner cutting; the ends stay. */
export function smooth(points: readonly Xy[], rounds: number): Xy[] {
  let result = [...points];
  for (let round = 0; round < rounds && result.length > 2; round++) {
    const next: Xy[] = [result[0]];
    for (let i = 0; i < result.length - 1; i++) {
      const [ax, ay] = result[i];
      const [bx, by] = result[i + 1];
      next.push([ax * 0.75 + bx * 0.25, ay * 0.75 + by * 0.25]);
      next.push([ax * 0.25 + bx * 0.75, ay * 0.25 + by * 0.75]);
    }
    next.push(result[result.length - 1]);
    result = next;
  }
  return result;
}

/** Adds vertices so that no two neighbours are further apart than `step`. */
export function densify(points: readonly Xy[], step: number): Xy[] {
  const result: Xy[] = [points[0]];
  for (let i = 1; i < points.length; i++) {
    const [ax, ay] = points[i - 1];
    const [bx, by] = points[i];
    const parts = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / step));
    for (let k = 1; k <= parts; k++) {
      result.push([ax + ((bx - ax) * k) / parts, ay + ((by - ay) * k) / parts]);
    }
  }
  return result;
}

const round = (n: number) => Math.round(n * 10) / 10;

/** SVG path data, one decimal; empty for fewer than two points. */
export function toPath(points: readonly Xy[], close = false): string {
  if (points.length < 2) return '';
  const body = points.map(([x, y]) => `${round(x)} ${round(y)}`).join('L');
  return `M${body}${close ? 'Z' : ''}`;
}

/** Points of path data that `toPath` made of an open line. */
export function fromPath(d: string): Xy[] {
  return d
    .slice(1)
    .split('L')
    .map((point): Xy => {
      const [x = 0, y = 0] = point.split(' ').map(Number);
      return [x, y];
    });
}
