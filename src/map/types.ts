/** Types that the map's modules share. */
import type { Content } from '../content/content';
import type { Snapshot } from '../core/snapshot-types';
import type { Theme } from '../core/vocabulary';

/** Longitude and latitude in degrees. */
export type LonLat = readonly [number, number];
/** Pixels, x to the right and y down. */
export type Xy = readonly [number, number];

export type Translate = (key: string, params?: Record<string, string | number>) => string;

export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

export interface MapSelection {
  kind: 'event' | 'line' | 'node' | 'place' | 'plant';
  id: string;
}

export interface ViewPoint {
  zoom: number;
  lat: number;
  lon: number;
}

/** Axis-parallel rectangle in pixels. */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** What the layers draw from, besides the fixed facts. */
export interface MapState {
  content: Content;
  snapshot: Snapshot;
  theme: Theme;
  t: Translate;
  mode: 'app' | 'present';
  selectedEvent: string | null;
  /** On paper: these lines are named each for itself and before anything else. */
  named?: ReadonlySet<string>;
}
