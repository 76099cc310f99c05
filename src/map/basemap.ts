/** The committed base map (data/basemap/basemap.json) as the map reads it. */
import type { FeatureCollection } from 'geojson';

export interface BasemapData {
  meta: { box: [number, number, number, number]; data_box: [number, number, number, number] };
  layers: {
    ukraine: FeatureCollection;
    oblasts: FeatureCollection;
    stateLine: FeatureCollection;
    water: FeatureCollection;
    rivers: FeatureCollection;
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

/** @throws Error when the file does not arrive */
export async function loadBasemap(source: BasemapSource): Promise<BasemapData> {
  if (typeof source === 'function') return source();
  const response = await fetch(source);
  if (!response.ok) throw new Error(`base map: the server answered ${response.status}`);
  return response.json();
}
