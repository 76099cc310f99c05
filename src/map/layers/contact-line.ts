import { formatMonth } from '../../i18n/format';
import type { MapLayer } from '../layer';

/** The contact line on the date: a broad pale band with dots, as coarse as it is known. */
export const contactLine: MapLayer = {
  id: 'contact-line',
  legend: [
    {
      swatch: 'contact-line',
      wordKey: 'map.legend.contactLine',
      when: (snapshot) => snapshot.contactLine !== null,
      params: ({ contactLine: line }, lang) => ({ date: line ? formatMonth(line.asOf, lang) : '' }),
    },
  ],
  layers: (tokens) => {
    const none = ['==', ['get', 'area'], ''] as ['==', ['get', string], string];
    return [
      {
        id: 'contact-band',
        type: 'line',
        source: 'contact-lines',
        filter: none,
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': tokens.hatch, 'line-width': 6, 'line-opacity': 0.13 },
      },
      {
        id: 'contact-dots',
        type: 'line',
        source: 'contact-lines',
        filter: none,
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': tokens.hatch, 'line-width': 1.7, 'line-dasharray': [0, 2.6] },
      },
    ];
  },
  update(map, snapshot, mode) {
    const id = mode === 'present' ? '' : (snapshot.contactLine?.id ?? '');
    map.setFilter('contact-band', ['==', ['get', 'area'], id]);
    map.setFilter('contact-dots', ['==', ['get', 'area'], id]);
  },
};
