import type { MapLayer } from '../layer';

/** Ukraine's land on the colour of everything outside it. */
export const land: MapLayer = {
  id: 'land',
  sources: ({ base }) => ({ ukraine: { type: 'geojson', data: base.layers.ukraine } }),
  layers: (tokens) => [
    { id: 'background', type: 'background', paint: { 'background-color': tokens.outside } },
    {
      id: 'ukraine',
      type: 'fill',
      source: 'ukraine',
      paint: { 'fill-color': tokens.ukraine, 'fill-antialias': false },
    },
  ],
};
