/**
 * Local detail around the plant and the Kakhovka dam: outlines only, after published maps. Loaded
 * with the base map's file when a reader comes close. Pure but for the types.
 */
import type { FeatureCollection, Position } from 'geojson';
import { toPath } from './paths';
import type { LonLat, Xy } from './types';

export type LocalKind = 'plant' | 'pond' | 'shore' | 'channel' | 'dam';
export type LocalData = FeatureCollection;

/** From here on local detail is drawn and credited (512 px tiles). */
export const LOCAL_ZOOM = 10.5;
/** From here on it is named. */
export const LOCAL_NAME_ZOOM = 11.5;
/** Where the names stand: in the pond, at the dam. */
export const POND_AT: LonLat = [34.5525, 47.506];
export const DAM_AT: LonLat = [33.37, 46.78];

export interface LocalShape {
  id: string;
  kind: LocalKind;
  d: string;
}

/** Drawing order: water first. */
const ORDER: readonly LocalKind[] = ['pond', 'channel', 'shore', 'dam', 'plant'];

/** @param place pixels of a place; shapes are in the same pixels */
export function localShapes(data: LocalData, place: (at: LonLat) => Xy): LocalShape[] {
  const path = (positions: readonly Position[], close: boolean) =>
    toPath(
      positions.map(([lon, lat]) => place([lon, lat])),
      close,
    );
  return data.features
    .flatMap(({ properties, geometry }): LocalShape[] => {
      const { id, kind } = properties as { id: string; kind: LocalKind };
      if (geometry.type === 'Polygon') {
        return [{ id, kind, d: geometry.coordinates.map((ring) => path(ring, true)).join('') }];
      }
      return geometry.type === 'LineString'
        ? [{ id, kind, d: path(geometry.coordinates, false) }]
        : [];
    })
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
