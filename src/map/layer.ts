/**
 * What a map layer is: one file in `layers/` that exports one record, and one line in `order.ts`.
 * A record may bring base-map sources and layers, a drawing over the map, and legend entries; the
 * legend reads nothing but these entries.
 */
import type { Component } from 'svelte';
import type { Snapshot } from '../core/snapshot-types';
import type { Language, Theme } from '../core/vocabulary';
import type { BasemapData } from './basemap';
import type { BaseLayer, BaseMap, BaseSource } from './host';
import type { Marks } from './label-types';
import type { LocalData } from './local';
import type { Scene } from './scene';
import type { MapTokens } from './tokens';

export type Swatch =
  | 'plate-operating'
  | 'plate-hot'
  | 'plate-cold'
  | 'plate-offline'
  | 'plate-unknown'
  | 'line-in'
  | 'line-out'
  | 'line-unknown'
  | 'flow-ua'
  | 'flow-us'
  | 'flow-ru'
  | 'flow-width'
  | 'flow-over'
  | 'mining'
  | 'hatch'
  | 'contact-line'
  | 'bed'
  | 'place-ua'
  | 'place-ru'
  | 'place-contested'
  | 'substation'
  | 'nuclear';

export interface LegendEntry {
  swatch: Swatch;
  wordKey: string;
  /** Left out of the legend where this says no. */
  when?(snapshot: Snapshot): boolean;
  /** Values for the words' places. */
  params?(snapshot: Snapshot, lang: Language): Record<string, string>;
}

/** Properties of every drawing over the map. */
export interface OverlayProps {
  scene: Scene;
  marks: Marks;
  snapshot: Snapshot;
  /** Detail near the plant and the dam, once loaded. */
  local?: LocalData | null;
  still?: boolean;
  selectedLine?: string | null;
}

export interface LayerContext {
  base: BasemapData;
  /** Dated contact lines by id. */
  contactLines: readonly { id: string; path: readonly (readonly [number, number])[] }[];
}

/** All of a snapshot that the base map's layers may ask for: they are not told of other changes. */
export type GroundState = Pick<Snapshot, 'contactLine' | 'reservoir'>;

export interface MapLayer {
  id: string;
  legend?: readonly LegendEntry[];
  sources?(context: LayerContext): Record<string, BaseSource>;
  layers?(tokens: MapTokens, theme: Theme): BaseLayer[];
  /** Brings the base map to a snapshot. Called after load and at each change; must be cheap. */
  update?(map: BaseMap, snapshot: GroundState, mode: 'app' | 'present'): void;
  overlay?: Component<OverlayProps>;
}
