import type { MapLayer } from '../layer';
import Labels from '../overlay/Labels.svelte';

/** Names and numbers, and towns marked by who held them on the date. */
export const labels: MapLayer = {
  id: 'labels',
  legend: [
    { swatch: 'place-ua', wordKey: 'map.legend.placeUa' },
    { swatch: 'place-ru', wordKey: 'map.legend.placeRu' },
    {
      swatch: 'place-contested',
      wordKey: 'map.legend.placeContested',
      when: (snapshot) => snapshot.control.some((place) => place.side === 'contested'),
    },
  ],
  overlay: Labels,
};
