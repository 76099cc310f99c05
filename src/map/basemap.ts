/** The committed base map (data/basemap/basemap.json) as the map reads it. */
import type { FeatureCollection } from 'geojson';
import { fetchOwn } from '../edition';

export interface BasemapData {
  meta: { box: [number, number, number, number]; data_box: [number, number, number, number] };
  layers: {
    ukraine: FeatureCollection;
    oblasts: FeatureCollection;
    stateLine: FeatureCollection;
    water: FeatureCollection;
    rivers: FeatureCollection;
    /** data/geo/local.json, joined in by the build. */
    local?: FeatureCollection;
    reservoirBefore: FeatureCollection;
    reservoirAfter: {
      bed: FeatureCollection;
      riverLine: FeatureCollection;
      pools: FeatureCollection;
      water: FeatureCollection;
    };
  };
}

/** An address of the file, or a function that brings it. */
export type BasemapSource = string | (() => Promise<BasemapData>);

const loaded = new Map<BasemapSource, Promise<BasemapData>>();

/**
 * Fetched once; asked again after a failure.
 * @throws Error when the file does not arrive
 */
export function loadBasemap(source: BasemapSource): Promise<BasemapData> {
  let base = loaded.get(source);
  if (!base) {
    base = typeof source === 'function' ? source() : fetchBasemap(source);
    loaded.set(source, base);
    base.catch(() => loaded.delete(source));
  }
  return base;
}

async function fetchBasemap(url: string): Promise<BasemapData> {
  const response = await fetchOwn(url);
  if (!response.ok) throw new Error(`base map: the server answered ${response.status}`);
  return response.json();
}
