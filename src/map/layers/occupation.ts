/**
 * Hatching of occupied Ukrainian territory, one rough area for each dated contact line. A mask of
 * all that is not Ukraine goes above it, so that nothing outside Ukraine is ever hatched.
 */
import type { Feature, FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson';
import type { MapLayer } from '../layer';
import { occupiedRings } from '../occupied-area';

/** Outer ring of the mask, beyond the edge of the base map. */
const BEYOND: Position[] = [
  [20, 40],
  [50, 40],
  [50, 55],
  [20, 55],
  [20, 40],
];
/** Id of the area without a recorded contact line. */
const CRIMEA_ONLY = 'crimea-only';

function maskOf(ukraine: FeatureCollection): Feature<Polygon> {
  const holes = ukraine.features.flatMap((feature) => {
    const { geometry } = feature;
    if (geometry.type === 'Polygon') return [geometry.coordinates[0]];
    if (geometry.type === 'MultiPolygon') return geometry.coordinates.map((rings) => rings[0]);
    return [];
  });
  return {
    type: 'Feature',
    properties: {},
    geometry: { type: 'Polygon', coordinates: [BEYOND, ...holes] },
  };
}

function areaOf(
  area: string,
  path: readonly (readonly [number, number])[] | null,
): Feature<MultiPolygon> {
  const coordinates = occupiedRings(path).map((ring) => [ring.map(([lon, lat]) => [lon, lat])]);
  return {
    type: 'Feature',
    properties: { area },
    geometry: { type: 'MultiPolygon', coordinates },
  };
}

export const occupation: MapLayer = {
  id: 'occupation',
  legend: [{ swatch: 'hatch', wordKey: 'map.legend.occupied' }],
  sources: ({ base, contactLines }) => ({
    occupied: {
      type: 'geojson',
      data: {
        type: 'FeatureCollection',
        features: [
          areaOf(CRIMEA_ONLY, null),
          ...contactLines.map((line) => areaOf(line.id, line.path)),
        ],
      },
    },
    outside: { type: 'geojson', data: maskOf(base.layers.ukraine) },
    'contact-lines': {
      type: 'geojson',
      data: {
        type: 'FeatureCollection',
        features: contactLines.map((line) => ({
          type: 'Feature',
          properties: { area: line.id },
          geometry: { type: 'LineString', coordinates: line.path.map(([lon, lat]) => [lon, lat]) },
        })),
      },
    },
  }),
  layers: (tokens) => [
    {
      id: 'hatch',
      type: 'fill',
      source: 'occupied',
      filter: ['==', ['get', 'area'], CRIMEA_ONLY],
      paint: { 'fill-pattern': 'hatch', 'fill-antialias': false },
    },
    {
      // Land colour, blurred over the edge: the hatching begins softly.
      id: 'hatch-edge',
      type: 'line',
      source: 'contact-lines',
      filter: ['==', ['get', 'area'], CRIMEA_ONLY],
      paint: {
        'line-color': tokens.ukraine,
        'line-width': ['step', ['zoom'], 14, 7.2, 22],
        'line-blur': ['step', ['zoom'], 5, 7.2, 9],
      },
    },
    {
      id: 'outside',
      type: 'fill',
      source: 'outside',
      paint: { 'fill-color': tokens.outside, 'fill-antialias': false },
    },
  ],
  update(map, snapshot, mode) {
    const area = snapshot.contactLine?.id ?? CRIMEA_ONLY;
    map.setFilter('hatch', ['==', ['get', 'area'], area]);
    map.setFilter('hatch-edge', ['==', ['get', 'area'], area]);
    // It is never shown without its label, which slides without flows have no room for.
    const visibility = mode === 'present' ? 'none' : 'visible';
    map.setLayoutProperty('hatch', 'visibility', visibility);
    map.setLayoutProperty('hatch-edge', 'visibility', visibility);
  },
};
