import type { Snapshot } from '../../core/snapshot-types';
import type { Recipient } from '../../core/vocabulary';
import FlowOverlay from '../FlowOverlay.svelte';
import type { MapLayer } from '../layer';

const goesTo = (recipient: Recipient) => (snapshot: Snapshot) =>
  snapshot.scenario?.flows.some(
    (flow) => flow.monitored && flow.strands.some((s) => s.recipient === recipient && s.share > 0),
  ) ?? false;

/** Computed flows of the chosen proposal on the plant's own lines and the ties. */
export const flows: MapLayer = {
  id: 'flows',
  legend: [
    { swatch: 'flow-ua', wordKey: 'map.legend.ua', when: goesTo('ua') },
    { swatch: 'flow-us', wordKey: 'map.legend.us', when: goesTo('us') },
    { swatch: 'flow-ru', wordKey: 'map.legend.ru', when: goesTo('ru') },
    {
      swatch: 'flow-width',
      wordKey: 'map.legend.width',
      when: (snapshot) => (snapshot.scenario?.flows.length ?? 0) > 0,
    },
    {
      swatch: 'flow-over',
      wordKey: 'map.legend.over',
      when: (snapshot) => snapshot.scenario?.flows.some((f) => f.monitored && f.over) ?? false,
    },
  ],
  overlay: FlowOverlay,
};
