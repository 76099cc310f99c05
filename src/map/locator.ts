/** Path data of the small map of Europe that says where Ukraine and the plant are. */
import type { Feature, Position } from 'geojson';
import type { Content } from '../content/content';
import { perObject } from '../core/cache';
import { mercatorX, mercatorY } from './mercator';
import type { LonLat } from './types';

/** Size of the picture in pixels; the caption stands below it. */
export const LOCATOR = { width: 112, height: 82 } as const;

export interface LocatorShapes {
  land: string;
  ukraine: string;
  plant: readonly [number, number];
}

function ringsOf({ geometry }: Feature): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

export const locatorShapes = perObject(({ maps, facts }: Content): LocatorShapes => {
  const { meta, layers } = maps.locator;
  const [west, south, east] = meta.view;
  const scale = LOCATOR.width / (mercatorX(east) - mercatorX(west));
  const top = mercatorY(south) - LOCATOR.height / scale;
  const at = ([lon, lat]: Position | LonLat) =>
    [(mercatorX(lon) - mercatorX(west)) * scale, (mercatorY(lat) - top) * scale] as const;
  const ringPath = (ring: readonly Position[]) =>
    `M${ring.map((p) => `${at(p)[0].toFixed(1)} ${at(p)[1].toFixed(1)}`).join('L')}Z`;
  const path = (features: readonly Feature[]) => features.flatMap(ringsOf).map(ringPath).join('');
  return {
    land: path(layers.land.features),
    ukraine: path(layers.ukraine.features),
    plant: at(facts.plant.at),
  };
});
