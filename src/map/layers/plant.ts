import type { Snapshot } from '../../core/snapshot-types';
import type { UnitState } from '../../core/vocabulary';
import type { MapLayer } from '../layer';
import Plant from '../overlay/Plant.svelte';

const has = (state: UnitState) => (snapshot: Snapshot) =>
  snapshot.scenario === null && snapshot.units.some((unit) => unit.state === state);

/** The plant as one plate of six units, use on site, and the place of the chosen event. */
export const plant: MapLayer = {
  id: 'plant',
  legend: [
    { swatch: 'plate-operating', wordKey: 'map.unit.operating', when: has('operating') },
    { swatch: 'plate-hot', wordKey: 'map.unit.hot-shutdown', when: has('hot-shutdown') },
    { swatch: 'plate-cold', wordKey: 'map.unit.cold-shutdown', when: has('cold-shutdown') },
    { swatch: 'plate-offline', wordKey: 'map.unit.offline', when: has('offline') },
    { swatch: 'plate-unknown', wordKey: 'map.unit.unknown', when: has('unknown') },
    {
      swatch: 'plate-operating',
      wordKey: 'map.legend.assumedRunning',
      when: (snapshot) => snapshot.scenario !== null,
    },
    {
      swatch: 'mining',
      wordKey: 'map.legend.mining',
      when: (snapshot) => (snapshot.scenario?.totals.onSite ?? 0) > 0,
    },
  ],
  overlay: Plant,
};
