/**
 * Path data of the small start map for the SVG that stands in before script and without WebGL.
 * Drawn once at one zoom, relative to the plant; views scale it.
 */
import type { Geometry, Position } from 'geojson';
import type { Content, Maps } from '../content/content';
import { perObject } from '../core/cache';
import { mercatorX, mercatorY, worldPx } from './mercator';
import { occupiedRings } from './occupied-area';
import type { LonLat } from './types';

/** Zoom at which the start map is drawn on a phone. */
export const STATIC_ZOOM = 4.62;

type StartLayers = Maps['start']['layers'];

const round = (n: number) => Math.round(n * 10) / 10;

export interface StaticShapes {
  ukraine: string;
  water: string;
  stateLine: string;
  dnipro: string;
  reservoir: string;
}

/** Pixels at `STATIC_ZOOM` relative to an anchor. */
export function staticPlace(at: LonLat, anchor: LonLat): [number, number] {
  const size = worldPx(STATIC_ZOOM);
  return [
    (mercatorX(at[0]) - mercatorX(anchor[0])) * size,
    (mercatorY(at[1]) - mercatorY(anchor[1])) * size,
  ];
}

function ring(positions: readonly Position[] | readonly LonLat[], anchor: LonLat, close: boolean) {
  let last = '';
  let d = '';
  for (const position of positions) {
    const [x, y] = staticPlace([position[0], position[1]], anchor);
    const point = `${round(x)} ${round(y)}`;
    if (point === last) continue;
    d += `${d ? 'L' : 'M'}${point}`;
    last = point;
  }
  return close ? `${d}Z` : d;
}

function geometryPath(geometry: Geometry, anchor: LonLat): string {
  switch (geometry.type) {
    case 'Polygon':
      return geometry.coordinates.map((r) => ring(r, anchor, true)).join('');
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((p) => p.map((r) => ring(r, anchor, true))).join('');
    case 'LineString':
      return ring(geometry.coordinates, anchor, false);
    case 'MultiLineString':
      return geometry.coordinates.map((l) => ring(l, anchor, false)).join('');
    default:
      return '';
  }
}

/** Drawn once for a content, with its plant as the anchor. */
export const staticShapes = perObject((content: Content): StaticShapes => {
  const { layers } = content.maps.start;
  const anchor = content.facts.plant.at;
  const path = (name: keyof StartLayers) =>
    layers[name].features.map((f) => geometryPath(f.geometry, anchor)).join('');
  return {
    ukraine: path('ukraine'),
    water: path('water'),
    stateLine: path('stateLine'),
    dnipro: path('dnipro'),
    reservoir: path('reservoirBed'),
  };
});

/** The hatched area and the contact line for a date's recorded line. */
export function staticControl(
  path: readonly LonLat[] | null,
  anchor: LonLat,
): { area: string; line: string } {
  return {
    area: occupiedRings(path)
      .map((r) => ring(r, anchor, true))
      .join(''),
    line: path ? ring(path, anchor, false) : '',
  };
}
