/** Names on the start map, placed by hand: pixels from the named place on a phone. */
import { formatMonth } from '../i18n/format';
import { placeName } from './map-words';
import { STATIC_ZOOM, staticPlace } from './static-shapes';
import type { LonLat, MapState } from './types';

export { STATIC_ZOOM };

export interface StartLabel {
  id: string;
  lines: readonly string[];
  style: 'city' | 'country' | 'water' | 'area' | 'plant';
  /** Place in the scaled map. */
  at: readonly [number, number];
  /** From there in unscaled pixels, to the baseline of the first line. */
  dx: number;
  dy: number;
  align: 'start' | 'middle' | 'end';
  dot: boolean;
}

/** Kyiv is outside the region's own list of places. */
const KYIV: LonLat = [30.523, 50.45];

export function startLabels({
  content,
  snapshot,
  t,
}: Omit<MapState, 'theme' | 'mode'>): StartLabel[] {
  const anchor = content.facts.plant.at;
  const place = (at: LonLat) => staticPlace(at, anchor);
  const labels: StartLabel[] = [];
  const add = (
    id: string,
    style: StartLabel['style'],
    at: LonLat,
    lines: readonly string[],
    dx: number,
    dy: number,
    align: StartLabel['align'],
  ) => {
    labels.push({ id, lines, style, at: place(at), dx, dy, align, dot: style === 'city' });
  };

  add('kyiv', 'city', KYIV, [t('map.kyiv')], 9, 4.5, 'start');
  const cities: [string, number, number, StartLabel['align']][] = [
    ['dnipro', -9, 2, 'end'],
    ['zaporizhzhia', 9, 3, 'start'],
    ['odesa', -6, -6, 'end'],
  ];
  for (const [id, dx, dy, align] of cities) {
    const found = content.facts.places.find((p) => p.id === id);
    if (found) add(id, 'city', found.at, [placeName(content, id)], dx, dy, align);
  }
  add('plant', 'plant', anchor, [t('map.plant')], -30, 5, 'end');
  add('ukraine', 'country', [32.1, 48.85], [t('map.ukraine')], 0, 0, 'middle');
  add('black-sea', 'water', [31.2, 45.55], [placeName(content, 'black-sea')], 0, 0, 'middle');
  add('crimea', 'area', [34.7, 45.62], [t('map.crimea'), t('map.since2014')], 12, 0, 'middle');
  if (snapshot.contactLine) {
    const date = formatMonth(snapshot.contactLine.asOf, content.lang);
    const lines = [t('map.occupied'), t('map.approximate', { date })];
    add('occupied', 'area', [37.0, 47.12], lines, 0, 0, 'middle');
  }
  return labels;
}
