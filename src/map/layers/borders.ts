import type { MapLayer } from '../layer';

/** Regions of Ukraine and its state line (on land; the coast is the water's own edge). */
export const borders: MapLayer = {
  id: 'borders',
  sources: ({ base: { layers } }) => ({
    oblasts: { type: 'geojson', data: layers.oblasts },
    'state-line': { type: 'geojson', data: layers.stateLine },
  }),
  layers: (tokens) => [
    {
      id: 'oblasts',
      type: 'line',
      source: 'oblasts',
      paint: {
        'line-color': tokens.oblast,
        'line-width': 1,
        'line-dasharray': [5, 3, 1.5, 3],
      },
    },
    {
      id: 'state-line',
      type: 'line',
      source: 'state-line',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': tokens.state, 'line-width': 1.6 },
    },
  ],
};
