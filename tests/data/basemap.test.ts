import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyBasemap } from '../../scripts/build-basemap/verify.mjs';

type Position = [number, number];
type Geometry =
  | { type: 'LineString'; coordinates: Position[] }
  | { type: 'MultiLineString' | 'Polygon'; coordinates: Position[][] }
  | { type: 'MultiPolygon'; coordinates: Position[][][] };
interface Collection {
  features: { properties: Record<string, unknown>; geometry: Geometry }[];
}

const root = new URL('../../', import.meta.url);
const load = (name: string) =>
  JSON.parse(readFileSync(new URL(`data/basemap/${name}`, root), 'utf8'));
const basemap = load('basemap.json').layers;
const start = load('start.json').layers;
const locator = load('locator.json').layers;

function inRings([px, py]: Position, rings: Position[][]): boolean {
  let inside = false;
  for (const ring of rings) {
    ring.forEach(([xi, yi], i) => {
      const [xj, yj] = ring.at(i - 1) as Position;
      if (yi > py !== yj > py && px < ((xj - xi) * (py - yi)) / (yj - yi) + xi) inside = !inside;
    });
  }
  return inside;
}

function holds(layer: Collection, point: Position): boolean {
  return layer.features.some(({ geometry }) => {
    if (geometry.type === 'Polygon') return inRings(point, geometry.coordinates);
    if (geometry.type === 'MultiPolygon')
      return geometry.coordinates.some((rings) => inRings(point, rings));
    return false;
  });
}

const linePositions = (layer: Collection): Position[] =>
  layer.features.flatMap(({ geometry }) =>
    geometry.type === 'LineString'
      ? geometry.coordinates
      : geometry.type === 'MultiLineString'
        ? geometry.coordinates.flat()
        : [],
  );

/** Distance in km from a point to the nearest vertex of the layer's lines. */
function kmToLine(layer: Collection, [x, y]: Position): number {
  const perLon = 111.2 * Math.cos((y * Math.PI) / 180);
  return Math.min(
    ...linePositions(layer).map(([a, b]) => Math.hypot((a - x) * perLon, (b - y) * 111.2)),
  );
}

/** On land in Ukraine: under the country's fill and not under water. */
const inUkraine: [string, Position][] = [
  ['Crimea, Simferopol', [34.1, 44.95]],
  ['Crimea, Yalta', [34.16, 44.51]],
  ['Crimea, Kerch', [36.45, 45.35]],
  ['Crimea, Yevpatoriia', [33.367, 45.195]],
  ['Perekop isthmus', [33.7, 46.15]],
  ['Sevastopol', [33.54, 44.59]],
  ['Donetsk', [37.8, 48.0]],
  ['Luhansk city', [39.3, 48.57]],
  ['Enerhodar', [34.66, 47.49]],
  ['Zaporizhzhia plant', [34.586, 47.512]],
  ['Mariupol', [37.54, 47.11]],
  ['Kherson', [32.61, 46.66]],
  ['Arabat spit', [35.075, 45.63]],
  ['Kinburn spit', [31.66, 46.51]],
  ['Zmiinyi island', [30.204, 45.255]],
];

const outside: [string, Position][] = [
  ['Taganrog', [38.9, 47.24]],
  ['Taman', [36.9, 45.22]],
  ['Yeysk district', [38.3, 46.5]],
];

const sea: [string, Position][] = [
  ['Sea of Azov', [36.5, 46.2]],
  ['Black Sea', [32, 45.3]],
  ['Kerch Strait', [36.55, 45.3]],
  ['Syvash', [35.1, 45.4]],
];

describe('basemap', () => {
  it('matches its recorded inputs, hashes and size limits', () => {
    expect(verifyBasemap()).toEqual([]);
  });

  it.each(inUkraine)('%s is land in Ukraine', (_name, point) => {
    expect(holds(basemap.ukraine, point)).toBe(true);
    expect(holds(basemap.water, point)).toBe(false);
  });

  it.each(outside)('%s is not in Ukraine', (_name, point) => {
    expect(holds(basemap.ukraine, point)).toBe(false);
  });

  it.each(sea)('%s is water', (_name, point) => {
    expect(holds(basemap.water, point)).toBe(true);
  });

  it('draws no state border between Crimea and the mainland', () => {
    const inCrimea = linePositions(basemap.stateLine).filter(
      ([x, y]) => x > 32 && x < 37 && y < 46.5,
    );
    expect(inCrimea).toEqual([]);
  });

  it('keeps Kakhovka reservoir out of the lasting water', () => {
    const offNikopol: Position = [34.4, 47.53];
    expect(holds(basemap.reservoirBefore, offNikopol)).toBe(true);
    expect(holds(basemap.reservoirAfter.bed, offNikopol)).toBe(true);
    expect(holds(basemap.water, offNikopol)).toBe(false);
    expect(holds(basemap.reservoirBefore, [34.586, 47.512])).toBe(false);
  });

  it('leaves a river and pools, but most of the bed dry', () => {
    const wide: Position = [35.2, 47.52];
    expect(holds(basemap.reservoirBefore, wide)).toBe(true);
    expect(holds(basemap.reservoirAfter.water, wide)).toBe(false);
    expect(kmToLine(basemap.reservoirAfter.riverLine, [34.66, 47.543])).toBeLessThan(0.5);
    expect(holds(basemap.reservoirAfter.water, [34.66, 47.543])).toBe(true);
  });

  it.each<[string, Position]>([
    ['Dnipro below the Kakhovka dam', [33.18, 46.785]],
    ['Dnipro at Dnipro city', [35.09, 48.43]],
    ['Kamianske reservoir', [33.85, 48.9]],
    ['Kremenchuk reservoir', [32.6, 49.3]],
    ['Dnipro above the Dnipro dam', [35.1, 47.9]],
  ])('%s is water', (_name, point) => {
    expect(holds(basemap.water, point)).toBe(true);
  });

  it('joins the river to the Dnipro above and below the reservoir', () => {
    expect(kmToLine(basemap.reservoirAfter.riverLine, [35.085, 47.865])).toBeLessThan(1);
    expect(kmToLine(basemap.rivers, [35.088, 47.868])).toBeLessThan(1);
    expect(kmToLine(basemap.reservoirAfter.riverLine, [33.37, 46.783])).toBeLessThan(1);
    expect(kmToLine(basemap.rivers, [33.37, 46.783])).toBeLessThan(1);
  });
});

describe('start map', () => {
  it.each<[string, Position]>([
    ['Crimea', [34.1, 44.95]],
    ['Sevastopol', [33.54, 44.59]],
    ['Kyiv', [30.52, 50.45]],
    ['Odesa', [30.7, 46.48]],
    ['Donetsk', [37.8, 48.0]],
    ['Lviv', [24.03, 49.84]],
  ])('%s is in Ukraine', (_name, point) => {
    expect(holds(start.ukraine, point)).toBe(true);
    expect(holds(start.water, point)).toBe(false);
  });

  it.each<[string, Position]>([
    ['Chisinau', [28.86, 47.01]],
    ['Rostov-on-Don', [39.7, 47.23]],
    ['Taman', [36.95, 45.17]],
    ['Minsk', [27.56, 53.9]],
  ])('%s is not in Ukraine', (_name, point) => {
    expect(holds(start.ukraine, point)).toBe(false);
  });

  it('has the seas and the Dnipro from Kyiv to Kherson', () => {
    expect(holds(start.water, [36.5, 46.2])).toBe(true);
    expect(holds(start.water, [32, 44])).toBe(true);
    expect(kmToLine(start.dnipro, [30.57, 50.44])).toBeLessThan(8);
    expect(kmToLine(start.dnipro, [32.62, 46.63])).toBeLessThan(8);
  });
});

describe('locator', () => {
  it.each<[string, Position, boolean]>([
    ['Crimea', [34.1, 45.1], true],
    ['Kyiv', [30.52, 50.45], true],
    ['Donetsk', [37.8, 48.0], true],
    ['Warsaw', [21, 52.2], false],
    ['Krasnodar', [39, 45.04], false],
    ['Sea of Azov', [36.5, 46.2], false],
  ])('%s in Ukraine: %s', (_name, point, expected) => {
    expect(holds(locator.ukraine, point)).toBe(expected);
  });

  it('shows land and sea of Europe', () => {
    expect(holds(locator.land, [10, 50])).toBe(true);
    expect(holds(locator.land, [-5, 47])).toBe(false);
  });
});
