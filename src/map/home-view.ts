/** The part of the world that the map shows until the reader moves it. */
import type { Snapshot } from '../core/snapshot-types';
import { clampView } from './limits';
import { fitBox, type GeoBox } from './mercator';
import type { Padding, ViewPoint } from './types';

const NARROW_PX = 700;

/** Around the plant: its feed, its corridor, the reservoir. */
const PLANT: Record<'narrow' | 'wide', GeoBox> = {
  narrow: [34.01, 47.24, 35.16, 47.98],
  wide: [33.35, 46.98, 36.2, 48.16],
};
/** As far as the plant's own lines reach. */
const UKRAINE: Record<'narrow' | 'wide', GeoBox> = {
  narrow: [32.85, 46.3, 36.6, 48.72],
  wide: [31.9, 46.3, 37.8, 48.7],
};
/** And on to Crimea and Rostov. */
const RUSSIA: Record<'narrow' | 'wide', GeoBox> = {
  narrow: [32.9, 45.5, 38.5, 48.4],
  wide: [31.9, 45.45, 39.45, 48.5],
};

/** The plant's lines of under 50 km. */
const SHORT_LINES: ReadonlySet<string> = new Set(['l_zates_feros_330', 'l_zates_nikop_330']);
const LEAST_MW = 5;

export type HomeKind = 'plant' | 'ukraine' | 'russia';

export function homeKind(snapshot: Snapshot): HomeKind {
  const flows = snapshot.scenario?.flows.filter((flow) => flow.monitored) ?? [];
  if (!flows.length) return 'plant';
  if (flows.some((flow) => flow.island === 'ru')) return 'russia';
  const carrying = flows.filter((f) => f.group === 'plant' && Math.abs(f.mw) >= LEAST_MW);
  // Only the short lines over the river carry: from further off they are too short to draw.
  return carrying.every((f) => SHORT_LINES.has(f.id)) ? 'plant' : 'ukraine';
}

export function homeView(
  kind: HomeKind,
  width: number,
  height: number,
  padding: Padding,
): ViewPoint {
  const boxes = { plant: PLANT, ukraine: UKRAINE, russia: RUSSIA }[kind];
  const box = boxes[width < NARROW_PX ? 'narrow' : 'wide'];
  const fitted = fitBox(box, width, height, padding);
  return clampView(fitted, { width, height });
}

export function isNarrow(width: number): boolean {
  return width < NARROW_PX;
}
