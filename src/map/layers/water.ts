import type { MapLayer } from '../layer';

/** Sea, lakes and rivers; the Kakhovka reservoir full or drained by date. */
export const water: MapLayer = {
  id: 'water',
  legend: [
    {
      swatch: 'bed',
      wordKey: 'map.legend.bed',
      when: (snapshot) => snapshot.reservoir.state !== 'full',
    },
  ],
  sources: ({ base: { layers } }) => ({
    water: { type: 'geojson', data: layers.water },
    rivers: { type: 'geojson', data: layers.rivers },
    'reservoir-before': { type: 'geojson', data: layers.reservoirBefore },
    'reservoir-bed': { type: 'geojson', data: layers.reservoirAfter.bed },
    'reservoir-after': { type: 'geojson', data: layers.reservoirAfter.water },
  }),
  layers: (tokens) => {
    const shore = { 'line-color': tokens.shore, 'line-width': 0.6 } as const;
    const fade = { duration: 120 };
    return [
      {
        id: 'bed',
        type: 'fill',
        source: 'reservoir-bed',
        paint: { 'fill-color': tokens.bed, 'fill-opacity': 0, 'fill-opacity-transition': fade },
      },
      {
        id: 'bed-edge',
        type: 'line',
        source: 'reservoir-bed',
        paint: {
          'line-color': tokens['bed-edge'],
          'line-width': 1,
          'line-dasharray': [3, 3],
          'line-opacity': 0,
        },
      },
      { id: 'water', type: 'fill', source: 'water', paint: { 'fill-color': tokens.water } },
      { id: 'shore', type: 'line', source: 'water', paint: shore },
      {
        id: 'rivers',
        type: 'line',
        source: 'rivers',
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: {
          'line-color': tokens.river,
          'line-width': [
            'interpolate',
            ['exponential', 2],
            ['zoom'],
            5,
            1.8,
            5.6,
            0.9,
            6,
            0.9,
            9,
            1.8,
            12,
            8,
          ],
        },
      },
      {
        id: 'reservoir-after',
        type: 'fill',
        source: 'reservoir-after',
        paint: { 'fill-color': tokens.water, 'fill-opacity': 0 },
      },
      {
        id: 'reservoir-after-shore',
        type: 'line',
        source: 'reservoir-after',
        paint: { 'line-color': tokens.river, 'line-width': 1, 'line-opacity': 0 },
      },
      {
        id: 'reservoir-before',
        type: 'fill',
        source: 'reservoir-before',
        paint: { 'fill-color': tokens.water, 'fill-opacity': 1, 'fill-opacity-transition': fade },
      },
      {
        id: 'reservoir-before-shore',
        type: 'line',
        source: 'reservoir-before',
        paint: { ...shore, 'line-opacity': 1 },
      },
    ];
  },
  update(map, snapshot) {
    const full = snapshot.reservoir.state === 'full';
    const before = full ? 1 : 0;
    const after = full ? 0 : 1;
    map.setPaintProperty('reservoir-before', 'fill-opacity', before);
    map.setPaintProperty('reservoir-before-shore', 'line-opacity', before);
    map.setPaintProperty('bed', 'fill-opacity', after);
    map.setPaintProperty('bed-edge', 'line-opacity', after);
    map.setPaintProperty('reservoir-after', 'fill-opacity', after);
    map.setPaintProperty('reservoir-after-shore', 'line-opacity', after);
  },
};
