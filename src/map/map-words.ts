/** Numbers, names and credits as the map writes them. */
import type { Content } from '../content/content';
import type { Language } from '../core/vocabulary';
import { formatNumber } from '../i18n/format';
import { LOCAL_ZOOM } from './local';
import type { Translate } from './types';

/** "1,310" or "1 310": numbers on the map have narrow spaces. */
export function wholeNumber(n: number, lang: Language): string {
  return formatNumber(n, lang).replace(/\s/g, '\u202f');
}

export function nodeName(content: Content, id: string): string {
  return content.words.grid.nodes[id]?.short ?? content.english.grid.nodes[id]?.short ?? '';
}

/** Name without a voltage in brackets; the label adds it. */
export function lineName(content: Content, id: string): string {
  const name = content.words.grid.lines[id]?.name ?? content.english.grid.lines[id]?.name ?? '';
  return name.replace(/\s*\(.*\)$/, '');
}

export function placeName(content: Content, id: string): string {
  return content.words.places[id] ?? content.english.places[id] ?? '';
}

/** Who the map's data come from, for what it shows. */
export function creditWords(t: Translate, scenario: boolean, zoom: number): string {
  const credit = t(scenario ? 'map.creditScenario' : 'map.credit');
  return zoom >= LOCAL_ZOOM ? `${credit} · ${t('map.creditLocal')}` : credit;
}
