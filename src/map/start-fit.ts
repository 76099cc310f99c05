/**
 * Names on the start map that stand where their language has no room for them: over the edge, or on
 * another name. Measured in the page; what fits stays where it was placed by hand.
 */
import { inside, overlaps } from './placing';
import type { StartLabel } from './start-labels';
import type { Box } from './types';

/** Where a name stands: offset of its first baseline and how it is aligned there. */
export type Spot = Pick<StartLabel, 'dx' | 'dy' | 'align'>;

/** Px from the edges of the map. */
const EDGE = 3;
/** The sheet lies over the map's lower edge by this much. */
const UNDER_SHEET = 16;
const NUDGES: readonly number[] = [6, -6, 12, -12, 18, -18];
/** Who chooses first. */
const ORDER: readonly StartLabel['style'][] = ['plant', 'area', 'city', 'country', 'water'];

/** A name as measured: `text` around its first baseline's start, px. */
export interface Measured {
  label: StartLabel;
  /** Of the named place, px in the map. */
  at: readonly [number, number];
  w: number;
  /** From the first baseline up and down. */
  up: number;
  down: number;
}

const boxOf = ({ at, w, up, down }: Measured, { dx, dy, align }: Spot): Box => ({
  x: at[0] + dx - (align === 'end' ? w : align === 'middle' ? w / 2 : 0),
  y: at[1] + dy - up,
  w,
  h: up + down,
});

/** Other spots: across the place, above and below it, and as near as the edge allows. */
function spotsOf(name: Measured, view: Box): Spot[] {
  const { label, up, down } = name;
  const { dx, dy, align } = label;
  const spots: Spot[] = [{ dx, dy, align }];
  if (label.style === 'area') {
    // Of a wide area: as well some lines further down or up.
    for (const y of NUDGES) spots.push({ dx, dy: dy + y, align });
  }
  if (align !== 'middle') {
    const far = Math.abs(dx);
    spots.push({ dx: -dx, dy, align: align === 'end' ? 'start' : 'end' });
    for (const y of [Math.min(far, 18) + up, -Math.min(far, 18) - down])
      spots.push({ dx: 0, dy: y, align: 'middle' });
  }
  return spots.flatMap((spot) => {
    const box = boxOf(name, spot);
    const over = Math.max(0, box.x + box.w - view.x - view.w) || Math.min(0, box.x - view.x);
    return spot.align === 'middle' && over !== 0 ? [spot, { ...spot, dx: spot.dx - over }] : [spot];
  });
}

/**
 * A spot for every name that has to leave its own; null where there is none for it. Plant and areas
 * stay where they can be read whole, whatever they touch. A name whose
 * place is out of the map needs none.
 * @param taken boxes of what stands on the map, px
 */
export function fitNames(
  names: readonly Measured[],
  map: { w: number; h: number },
  taken: readonly Box[],
): Map<string, Spot | null> {
  const view = { x: EDGE, y: EDGE, w: map.w - 2 * EDGE, h: map.h - EDGE - UNDER_SHEET };
  const boxes = [...taken];
  const moved = new Map<string, Spot | null>();
  const sorted = [...names].sort(
    (a, b) => ORDER.indexOf(a.label.style) - ORDER.indexOf(b.label.style),
  );
  for (const name of sorted) {
    const free = (spot: Spot) => {
      const box = boxOf(name, spot);
      return inside(box, view) && !boxes.some((other) => overlaps(box, other));
    };
    const seen = (spot: Spot) => inside(boxOf(name, spot), view);
    // The plant is what the map is about, and who holds an area is said wherever it can be read.
    const always = name.label.style === 'plant' || name.label.style === 'area';
    const spots = spotsOf(name, view);
    const spot = spots.find(free) ?? (always ? spots.find(seen) : undefined) ?? null;
    if (spot) boxes.push(boxOf(name, spot));
    if (spot?.dx !== name.label.dx || spot.dy !== name.label.dy) moved.set(name.label.id, spot);
  }
  return moved;
}
