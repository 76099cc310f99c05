/**
 * Path data of the small start map for the SVG that stands in before script and without WebGL.
 * Drawn once at one zoom, relative to the plant; views scale it.
 */
import type { Geometry, Position } from 'geojson';
import start from '../../data/basemap/start.json';
import { mercatorX, mercatorY, worldPx } from './mercator';
import { occupiedRings } from './occupied-area';
import type { LonLat } from './types';

/** Zoom at which the start map is drawn on a phone. */
export const STATIC_ZOOM = 4.62;

type Layers = typeof start.layers;

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

function layerPath(name: keyof Layers, anchor: LonLat): string {
  const { features } = start.layers[name] as { features: { geometry: unknown }[] };
  return features.map((f) => geometryPath(f.geometry as Geometry, anchor)).join('');
}

let cached: { key: string; shapes: StaticShapes } | null = null;

export function staticShapes(anchor: LonLat): StaticShapes {
  const key = anchor.join();
  if (cached?.key !== key) {
    cached = {
      key,
      shapes: {
        ukraine: layerPath('ukraine', anchor),
        water: layerPath('water', anchor),
        stateLine: layerPath('stateLine', anchor),
        dnipro: layerPath('dnipro', anchor),
        reservoir: layerPath('reservoirBed', anchor),
      },
    };
  }
  return cached.shapes;
}

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
