/**
 * Events that stand too close together to be told apart at a scale, as one sign each. Pure.
 * The bounds of clusters are places of the whole axis, not of the window, so that moving the
 * timeline never makes a cluster fall apart; only another scale does.
 */
import { dayNumber } from '../core/dates';
import type { LaneItem } from './items';

export interface Cluster {
  /** In the order given; never empty. */
  items: readonly LaneItem[];
  /** Days of its first and last item. */
  from: string;
  to: string;
  /** Stands for all of them: the most important, the earliest of these. */
  lead: LaneItem;
}

/**
 * @param items in date order
 * @param pixelsPerDay the scale
 * @param gapPx items that share a stretch of this many pixels become one cluster
 * @returns clusters in date order; an item that stands alone is a cluster of one
 * @throws RangeError for a scale or a gap that is not above 0
 */
export function clustersOf(
  items: readonly LaneItem[],
  pixelsPerDay: number,
  gapPx: number,
): Cluster[] {
  if (!(pixelsPerDay > 0 && gapPx > 0)) {
    throw new RangeError(`clusters need a scale and a gap above 0: ${pixelsPerDay}, ${gapPx}`);
  }
  const perStretch = gapPx / pixelsPerDay;
  const found: { stretch: number; items: LaneItem[] }[] = [];
  for (const item of items) {
    const stretch = Math.floor(dayNumber(item.start) / perStretch);
    const last = found[found.length - 1];
    if (last?.stretch === stretch) last.items.push(item);
    else found.push({ stretch, items: [item] });
  }
  return found.map(({ items: together }) => {
    const first = together[0] as LaneItem;
    return {
      items: together,
      from: first.start,
      to: (together[together.length - 1] as LaneItem).start,
      lead: together.reduce((best, item) => (item.importance < best.importance ? item : best)),
    };
  });
}

/**
 * The part of a list in date order that starts within `from` to `to`, both included.
 * Found by halving, so that a long list costs no more than what is shown of it.
 */
export function between<T extends { start: string }>(
  items: readonly T[],
  from: string,
  to: string,
): readonly T[] {
  return items.slice(firstFrom(items, from), firstAfter(items, to));
}

function firstWhere<T>(items: readonly T[], isPast: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const firstFrom = (items: readonly { start: string }[], day: string) =>
  firstWhere(items, (item) => item.start >= day);
const firstAfter = (items: readonly { start: string }[], day: string) =>
  firstWhere(items, (item) => item.start > day);
