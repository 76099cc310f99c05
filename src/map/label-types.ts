/** What the label layer draws. Boxes in pixels relative to the scene's anchor. */
import type { Recipient, Side } from '../core/vocabulary';
import type { Box, MapSelection, Xy } from './types';

export type LabelStyle = 'plant' | 'city' | 'town' | 'node' | 'line' | 'area' | 'water' | 'edge';

export interface Label {
  id: string;
  style: LabelStyle;
  lines: readonly string[];
  size: number;
  /** Lines in strong type; the rest is quieter. 1 when absent. */
  strong?: number;
  box: Box;
  align: 'start' | 'middle' | 'end';
  select?: MapSelection;
}

export interface Pill {
  id: string;
  text: string;
  box: Box;
  size: number;
  over: boolean;
  /** null where several share the ribbon. */
  recipient: Recipient | null;
}

export interface PlaceDot {
  id: string;
  at: Xy;
  /** null where the record says nothing. */
  side: Side | null;
}

export interface Badge {
  text: string;
  box: Box;
  size: number;
}

export interface Marks {
  plate: Box;
  badge: Badge | null;
  pills: readonly Pill[];
  labels: readonly Label[];
  dots: readonly PlaceDot[];
  /** Place of the chosen event. */
  event: { at: Xy } | null;
  /** The chosen event's place is under the plate. */
  eventAtPlant: boolean;
}
