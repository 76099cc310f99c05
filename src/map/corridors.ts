/**
 * Lines that share a route are drawn side by side. Once per set of facts, every monitored line is
 * cut into short steps, and each step learns which other lines run along it and in which order from
 * left to right; per zoom and widths this becomes an offset in pixels. Pure.
 *
 * Coordinates: Mercator units (world = 1) relative to an anchor, so that pixels are a product.
 */
import type { GridLine } from '../core/model';
import { mercatorX, mercatorY } from './mercator';
import { densify, normals, parallel, pathLength, smooth } from './paths';
import type { LonLat, Xy } from './types';

/** Mercator units in a kilometre at 47.5° N. */
const KM = 1 / (40_075 * Math.cos((47.5 * Math.PI) / 180));
const STEP = 2.5 * KM;
const NEAR = 4 * KM;
/** Cosine of the widest angle between lines that count as running together. */
const PARALLEL = 0.7;
const FADE_PX = 26;

interface Neighbour {
  line: string;
  /** To the left of travel, Mercator units. */
  lateral: number;
}

export interface GridPath {
  id: string;
  voltageKv: number;
  points: readonly Xy[];
  /** Other lines along each point; empty for most. */
  beside: readonly (readonly Neighbour[])[];
}

export interface GridPaths {
  anchor: LonLat;
  paths: ReadonlyMap<string, GridPath>;
  /** Order from left to right within corridors. */
  rank: ReadonlyMap<string, number>;
}

/** Straight survey polygons get rounded; surveyed courses have vertices enough. */
function course(line: GridLine, anchor: Xy): Xy[] {
  const points = line.path.map(
    ([lon, lat]): Xy => [mercatorX(lon) - anchor[0], mercatorY(lat) - anchor[1]],
  );
  return smooth(points, line.pathKind === 'surveyed' ? 1 : 2);
}

interface Nearest {
  index: number;
  distance: number;
  /** Where the nearest point lies, seen from `at`, along its own left normal. */
  lateral: number;
}

function nearest(points: readonly Xy[], side: readonly Xy[], at: Xy): Nearest {
  let index = 0;
  let least = Infinity;
  for (let i = 0; i < points.length; i++) {
    const dx = points[i][0] - at[0];
    const dy = points[i][1] - at[1];
    const square = dx * dx + dy * dy;
    if (square < least) {
      least = square;
      index = i;
    }
  }
  const [x, y] = points[index];
  const [nx, ny] = side[index];
  return {
    index,
    distance: Math.sqrt(least),
    lateral: (x - at[0]) * nx + (y - at[1]) * ny,
  };
}

/** +1 when a line ends up to the left of another after their common part, −1 to the right, 0 apart. */
function sideOf(found: readonly Nearest[], lastIndex: number): number {
  let together = false;
  for (const { distance, index, lateral } of found) {
    if (distance < NEAR) together = true;
    else if (together && distance > NEAR * 1.5 && index !== lastIndex) return lateral < 0 ? 1 : -1;
  }
  return 0;
}

/** Prepares the courses of all lines; corridors are found among `shared` only. */
export function prepareGrid(
  lines: readonly GridLine[],
  shared: ReadonlySet<string>,
  anchor: LonLat,
): GridPaths {
  const origin: Xy = [mercatorX(anchor[0]), mercatorY(anchor[1])];
  const courses = new Map<string, Xy[]>();
  for (const line of lines) {
    const points = course(line, origin);
    courses.set(line.id, shared.has(line.id) ? densify(points, STEP) : points);
  }

  const ids = lines.filter((line) => shared.has(line.id)).map((line) => line.id);
  const sides = new Map(ids.map((id) => [id, normals(courses.get(id) ?? [])]));
  const wins = new Map(ids.map((id) => [id, 0]));
  const beside = new Map<string, Neighbour[][]>();

  for (const id of ids) {
    const points = courses.get(id) ?? [];
    const side = sides.get(id) ?? [];
    const table: Neighbour[][] = points.map(() => []);
    for (const other of ids) {
      if (other === id) continue;
      const otherPoints = courses.get(other) ?? [];
      const otherSide = sides.get(other) ?? [];
      const found = points.map((at) => nearest(otherPoints, otherSide, at));
      wins.set(id, (wins.get(id) ?? 0) + sideOf(found, otherPoints.length - 1));
      found.forEach(({ index, distance }, i) => {
        if (distance > NEAR) return;
        const [nx, ny] = otherSide[index];
        if (nx * side[i][0] + ny * side[i][1] <= PARALLEL) return;
        const [x, y] = otherPoints[index];
        const lateral = (x - points[i][0]) * side[i][0] + (y - points[i][1]) * side[i][1];
        table[i].push({ line: other, lateral });
      });
    }
    beside.set(id, table);
  }

  const order = [...ids].sort(
    (a, b) => (wins.get(b) ?? 0) - (wins.get(a) ?? 0) || (a < b ? -1 : 1),
  );
  const paths = new Map<string, GridPath>();
  for (const line of lines) {
    paths.set(line.id, {
      id: line.id,
      voltageKv: line.voltageKv,
      points: courses.get(line.id) ?? [],
      beside: beside.get(line.id) ?? [],
    });
  }
  return { anchor, paths, rank: new Map(order.map((id, i) => [id, i])) };
}

/**
 * Pixels to the left for each point of a path, so that lines in one corridor do not touch.
 * Lines that already stand apart stay where they are.
 */
export function corridorOffsets(
  path: GridPath,
  rank: ReadonlyMap<string, number>,
  worldPx: number,
  width: (id: string) => number,
  gap: number,
): number[] {
  if (!path.beside.length) return path.points.map(() => 0);
  const raw = path.points.map((_, i) => {
    const group = [
      { line: path.id, lateral: 0 },
      ...path.beside[i].filter((n) => width(n.line) > 0),
    ];
    if (group.length === 1) return 0;
    group.sort((a, b) => (rank.get(a.line) ?? 0) - (rank.get(b.line) ?? 0));
    const total = group.reduce((sum, n) => sum + width(n.line), 0) + gap * (group.length - 1);
    const centre = group.reduce((sum, n) => sum + n.lateral * worldPx, 0) / group.length;
    let left = centre + total / 2;
    let own = 0;
    let apart = true;
    group.forEach((n, k) => {
      const w = width(n.line);
      const target = left - w / 2;
      left -= w + gap;
      if (n.line === path.id) own = target;
      const next = group[k + 1];
      if (next) {
        const needed = (w + width(next.line)) / 2 + gap;
        if ((n.lateral - next.lateral) * worldPx < needed) apart = false;
      }
    });
    return apart ? 0 : own;
  });

  // A running mean over the fade length turns steps into gentle shifts.
  const length = pathLength(path.points) * worldPx;
  const window = Math.max(1, Math.round((FADE_PX / Math.max(1, length)) * path.points.length));
  return raw.map((_, i) => {
    let sum = 0;
    let count = 0;
    for (let k = Math.max(0, i - window); k <= Math.min(raw.length - 1, i + window); k++) {
      sum += raw[k];
      count++;
    }
    const fromEnd = Math.min(i, raw.length - 1 - i) / window;
    return (sum / count) * Math.min(1, fromEnd);
  });
}

/** Each point moved to the mean of its neighbours within a reach; ends stay, bends grow round. */
function relax(points: readonly Xy[], reach: number): Xy[] {
  const last = points.length - 1;
  return points.map(([x, y], i) => {
    const n = Math.min(reach, i, last - i);
    if (n < 1) return [x, y];
    let sumX = 0;
    let sumY = 0;
    for (let k = i - n; k <= i + n; k++) {
      sumX += points[k][0];
      sumY += points[k][1];
    }
    return [sumX / (2 * n + 1), sumY / (2 * n + 1)];
  });
}

/**
 * A path in pixels relative to the anchor, set apart from its corridor.
 * @param width drawn width: wide ribbons take bends more gently, so that they do not fold
 */
export function pixelPath(
  path: GridPath,
  worldPx: number,
  offsets: readonly number[],
  width: number,
): Xy[] {
  const points = path.points.map(([x, y]): Xy => [x * worldPx, y * worldPx]);
  if (!path.beside.length) return points;
  const step = Math.max(0.5, pathLength(points) / points.length);
  const gentle = relax(points, Math.round((3 + width) / step));
  const apart = offsets.some((d) => Math.abs(d) > 0.2) ? parallel(gentle, offsets) : gentle;
  return smooth(relax(apart, Math.round((2 + width / 2) / step)), 1);
}
