import type { MapLayer } from '../layer';
import Lines from '../overlay/Lines.svelte';

/** Power lines by voltage and state, unknown below out below in service. */
export const lines: MapLayer = {
  id: 'lines',
  legend: [
    { swatch: 'line-in', wordKey: 'map.legend.lineIn' },
    { swatch: 'line-out', wordKey: 'map.legend.lineOut' },
    { swatch: 'line-unknown', wordKey: 'map.legend.lineUnknown' },
  ],
  overlay: Lines,
};
