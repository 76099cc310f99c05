/**
 * Colours of the map by theme. The page's own custom properties win; the values here are the same
 * and stand in where a style sheet has not arrived or the map is drawn away from a page.
 */
import type { Theme } from '../core/vocabulary';

export const MAP_TOKEN_NAMES = [
  'outside',
  'ukraine',
  'water',
  'shore',
  'river',
  'bed',
  'bed-edge',
  'oblast',
  'state',
  'label',
  'label2',
  'water-label',
  'halo',
  'hatch',
  'line-in',
  'line-out',
  'line-unknown',
] as const;
export type MapTokenName = (typeof MAP_TOKEN_NAMES)[number];
export type MapTokens = Record<MapTokenName, string>;

export const FALLBACK_TOKENS: Record<Theme, MapTokens> = {
  light: {
    outside: '#E4E1D9',
    ukraine: '#F7F4EC',
    water: '#C3DBE7',
    shore: '#94BACD',
    river: '#8FBBD1',
    bed: '#E3E3CB',
    'bed-edge': '#A3A683',
    oblast: '#CFC7B7',
    state: '#9C9282',
    label: '#2B3137',
    label2: '#5B636B',
    'water-label': '#2C627E',
    halo: '#FBF9F3',
    hatch: '#7A6652',
    'line-in': '#2A3138',
    'line-out': '#7A8289',
    'line-unknown': '#7F868C',
  },
  dark: {
    outside: '#14181B',
    ukraine: '#20272C',
    water: '#12303E',
    shore: '#1F4A5C',
    river: '#2F6A83',
    bed: '#2D3129',
    'bed-edge': '#636853',
    oblast: '#3B444A',
    state: '#5A646B',
    label: '#E6EAEC',
    label2: '#AEB7BD',
    'water-label': '#7FB4CC',
    halo: '#171C20',
    hatch: '#B79F86',
    'line-in': '#D4DADE',
    'line-out': '#78828A',
    'line-unknown': '#737D84',
  },
};

/** Share of the hatch colour in its lines, by theme. */
export const HATCH_OPACITY: Record<Theme, number> = { light: 0.3, dark: 0.22 };

/** Reads `--map-*` as they are on an element now. */
export function readTokens(element: Element, theme: Theme): MapTokens {
  const style = getComputedStyle(element);
  const tokens = { ...FALLBACK_TOKENS[theme] };
  for (const name of MAP_TOKEN_NAMES) {
    const value = style.getPropertyValue(`--map-${name}`).trim();
    if (value) tokens[name] = value;
  }
  return tokens;
}
