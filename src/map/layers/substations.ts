import type { MapLayer } from '../layer';
import Nodes from '../overlay/Nodes.svelte';

/** Substations (rounded to 0.01 degrees on purpose) and other nuclear plants. */
export const substations: MapLayer = {
  id: 'substations',
  legend: [
    { swatch: 'substation', wordKey: 'map.legend.substation' },
    { swatch: 'nuclear', wordKey: 'map.legend.nuclear' },
  ],
  overlay: Nodes,
};
