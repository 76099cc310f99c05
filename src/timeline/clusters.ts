/**
 * What of a lane is drawn at a scale: single events where they can be told apart, one sign for all
 * of a stretch where they cannot. Pure.
 *
 * The bounds of stretches are places of the whole axis, not of the window, and scales come in
 * steps, so that moving the timeline never makes a cluster fall apart; only another scale does.
 */
import { dayNumber } from '../core/dates';
import { AXIS_FROM, AXIS_TO, type LaneItem } from './items';

/** An item with a length; `endDay` is `end` in days since 1970-01-01. */
export type SpanItem = LaneItem & { end: string; endDay: number };

export interface Cluster {
  /** Stays the same as long as it stands for the same items. */
  key: string;
  /** In the order given; never empty. */
  items: readonly LaneItem[];
  /** Days of its first and last item. */
  from: string;
  to: string;
  /** Its place: days since 1970-01-01, in the middle of its first and last item. */
  at: number;
  /** Stands for all of them: the most important, the earliest of these. */
  lead: LaneItem;
}

/** Up to this many in a stretch of 8.5 to 12 px stand apart, though they overlap, as dots do. */
const STRETCH_PX = 12;
const MOST_APART = 5;
/** In a lane this full on average, any two that touch become one. */
const CROWDED_PX_PER_EVENT = 6;
const CROWDED_STRETCH_PX = 16;
/** A span shorter than this is covered by the sign at its start; in a crowded lane by a cluster. */
const LEAST_SPAN_PX = 2;
const AXIS_DAYS = dayNumber(AXIS_TO) - dayNumber(AXIS_FROM);

const isCrowded = (count: number, step: number): boolean =>
  count * CROWDED_PX_PER_EVENT > AXIS_DAYS * step;

/**
 * The next of the scales at which clusters are made, upwards: powers of the square root of two.
 * @throws RangeError for a scale that is not above 0
 */
export function scaleStep(pixelsPerDay: number): number {
  if (!(pixelsPerDay > 0)) throw new RangeError(`a scale is above 0: ${pixelsPerDay}`);
  // Rounding must not lift a scale that is a step already.
  return 2 ** (Math.ceil(2 * Math.log2(pixelsPerDay) - 1e-9) / 2);
}

/**
 * @param items in date order
 * @param pixelsPerDay the scale
 * @param gapPx items that share a stretch of this many pixels become one cluster
 * @param most up to this many in a stretch stay apart
 * @returns clusters in date order; an item that stands alone is a cluster of one
 * @throws RangeError for a scale or a gap that is not above 0
 */
export function clustersOf(
  items: readonly LaneItem[],
  pixelsPerDay: number,
  gapPx: number,
  most = 1,
): Cluster[] {
  if (!(pixelsPerDay > 0 && gapPx > 0)) {
    throw new RangeError(`clusters need a scale and a gap above 0: ${pixelsPerDay}, ${gapPx}`);
  }
  const perStretch = gapPx / pixelsPerDay;
  const found: Cluster[] = [];
  for (let start = 0; start < items.length; ) {
    const stretch = Math.floor((items[start] as LaneItem).day / perStretch);
    let end = start + 1;
    while (end < items.length && (items[end] as LaneItem).day < (stretch + 1) * perStretch) end++;
    if (end - start > most) found.push(clusterOf(items.slice(start, end)));
    else for (const item of items.slice(start, end)) found.push(clusterOf([item]));
    start = end;
  }
  return found;
}

function clusterOf(items: readonly LaneItem[]): Cluster {
  const first = items[0] as LaneItem;
  const last = items[items.length - 1] as LaneItem;
  return {
    key: items.length === 1 ? first.id : `${first.id} ${items.length} ${last.id}`,
    items,
    from: first.start,
    to: last.start,
    at: (first.day + last.day) / 2,
    lead: items.reduce((best, item) => (item.importance < best.importance ? item : best)),
  };
}

/**
 * The signs of a lane over a part of the axis. Its work and its length follow from what is shown:
 * however many events a lane has, a stretch holds at most MOST_APART signs.
 * @param items the lane's events in date order
 * @param step a scale from `scaleStep`, pixels per day
 * @param from days since 1970-01-01; whole stretches are taken at both ends
 * @param shows false for an event that is left out at this scale
 */
export function signsOf(
  items: readonly LaneItem[],
  step: number,
  from: number,
  to: number,
  shows: (item: LaneItem) => boolean = () => true,
): Cluster[] {
  const crowded = isCrowded(items.length, step);
  const stretchPx = crowded ? CROWDED_STRETCH_PX : STRETCH_PX;
  const perStretch = stretchPx / step;
  const first = Math.floor(from / perStretch) * perStretch;
  const end = (Math.floor(to / perStretch) + 1) * perStretch;
  const part = items.slice(
    firstWhere(items, ({ day }) => day >= first),
    firstWhere(items, ({ day }) => day >= end),
  );
  return clustersOf(part.filter(shows), step, stretchPx, crowded ? 1 : MOST_APART);
}

/** A drawn span: one item's, or in a crowded lane that of all that follow without a gap. */
export interface Stretch {
  key: string;
  /** Days since 1970-01-01; `to` is exclusive. */
  from: number;
  to: number;
  about: boolean;
}

/** The items that have a length, in date order. */
export function spanItems(items: readonly LaneItem[]): SpanItem[] {
  return items
    .flatMap((item) =>
      item.end === null ? [] : { ...item, end: item.end, endDay: dayNumber(item.end) },
    )
    .sort((a, b) => a.day - b.day);
}

/**
 * The spans of a lane over a part of the axis.
 * @param items from `spanItems`
 * @param count how many events the lane has
 * @param step, `from`, `to`, `shows` as for `signsOf`
 */
export function spansIn(
  items: readonly SpanItem[],
  count: number,
  step: number,
  from: number,
  to: number,
  shows: (item: LaneItem) => boolean = () => true,
): Stretch[] {
  const crowded = isCrowded(count, step);
  const least = (crowded ? CROWDED_STRETCH_PX : LEAST_SPAN_PX) / step;
  const found: Stretch[] = [];
  for (const item of items) {
    if (item.day > to) break;
    if (item.endDay < from || item.endDay - item.day < least || !shows(item)) continue;
    const last = found[found.length - 1];
    if (crowded && last && item.day <= last.to) {
      last.to = Math.max(last.to, item.endDay);
      last.about &&= item.lengthAbout;
      last.key = `${last.key.split(' ')[0]} ${last.to}`;
    } else {
      found.push({ key: `/${item.id}`, from: item.day, to: item.endDay, about: item.lengthAbout });
    }
  }
  return found;
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
  return items.slice(
    firstWhere(items, (item) => item.start >= from),
    firstWhere(items, (item) => item.start > to),
  );
}

/** Index of the first item past a bound in a list ordered by it; the length if none is. */
export function firstWhere<T>(items: readonly T[], isPast: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The sign that stands for an item, by halving; undefined if none does. */
export function signOf(signs: readonly Cluster[], item: LaneItem): Cluster | undefined {
  const first = firstWhere(signs, (sign) => sign.to >= item.start);
  for (let i = first; i < signs.length; i++) {
    const sign = signs[i] as Cluster;
    if (sign.from > item.start) return undefined;
    if (sign.items.includes(item)) return sign;
  }
  return undefined;
}

/**
 * The sign nearest to a place, by halving; a tie goes to the more important.
 * @param at and `reach`: days
 */
export function nearestSign(
  signs: readonly Cluster[],
  at: number,
  reach: number,
): Cluster | undefined {
  let best: Cluster | undefined;
  let bestDistance = reach;
  const first = firstWhere(signs, (sign) => sign.at >= at - reach);
  for (let i = first; i < signs.length; i++) {
    const sign = signs[i] as Cluster;
    if (sign.at > at + reach) break;
    const distance = Math.abs(sign.at - at);
    if (
      distance < bestDistance ||
      (best && distance === bestDistance && sign.lead.importance < best.lead.importance)
    ) {
      best = sign;
      bestDistance = distance;
    }
  }
  return best;
}
