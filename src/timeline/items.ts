/**
 * From facts to what a timeline draws: lanes with points and spans for wide screens, months for the
 * phone's strip, and the order in which readers step through the events. Pure; no words, no DOM.
 */
import { addDays, covers, dayNumber } from '../core/dates';
import type { Loss, Plant, PlantEvent } from '../core/model';
import { type EventStatus, FIRST_DATE, LAST_DATE, TRACKS, type Track } from '../core/vocabulary';
import { type Span, spansOf } from './state-rows';

export type Importance = PlantEvent['importance'];

/** What both timelines can show: whole months, some way past the newest fact on the right. */
export const AXIS_FROM = `${FIRST_DATE.slice(0, 7)}-01`;
export const AXIS_TO = addMonths(`${LAST_DATE.slice(0, 7)}-01`, 4);

/** One item of a lane. An event with a length is one item: a span with its point at the start. */
export interface LaneItem {
  /** The event's id, or `<kind>-…` for a span that no event begins. */
  id: string;
  event: string | null;
  /** What a span without an event is: a loss of all outside power, or all six units cold. */
  kind: 'loss' | 'cold' | null;
  track: Track;
  importance: Importance;
  status: EventStatus;
  start: string;
  /** `start` in days since 1970-01-01. */
  day: number;
  /** Right edge of the span, exclusive; null = a point. */
  end: string | null;
  /** The day is not known: drawn as uncertain over `start` to `end`. */
  about: boolean;
  /** The length is not firmly known, as the end of a truce that no source gives. */
  lengthAbout: boolean;
}

export interface Lane {
  track: Track;
  items: LaneItem[];
}

/** One bar of the phone's strip. */
export interface Month {
  /** First day. */
  from: string;
  /** First day of the next month. */
  to: string;
  count: number;
  /** An event of importance 1 falls in it. */
  main: boolean;
}

/** Moves by calendar months; the day is held back to the end of a shorter month. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const index = year * 12 + month - 1 + months;
  const y = Math.floor(index / 12);
  const m = index - y * 12;
  const last = new Date(Date.UTC(y, m + 1, 0)).getUTCDate();
  return new Date(Date.UTC(y, m, Math.min(date, last))).toISOString().slice(0, 10);
}

export const monthStart = (day: string): string => `${day.slice(0, 7)}-01`;

/** Events in date order; those of one day stay in the order of the data. */
export function inOrder(events: readonly PlantEvent[]): PlantEvent[] {
  return [...events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** A truce for repairs lasts until its repair was reported done. */
const truceEnd = ({ effects }: PlantEvent): string | null =>
  effects?.flatMap((effect) => ('truce' in effect ? [effect.until] : []))[0] ?? null;

function spanEnd(event: PlantEvent, losses: ReadonlyMap<string, Loss>): string | null {
  const truce = truceEnd(event);
  if (truce) return truce;
  if (event.end && event.end > event.date) return event.end;
  if (event.precision === 'month') return addMonths(monthStart(event.date), 1);
  const back = event.loss ? losses.get(event.loss)?.to : null;
  return back && back > event.date ? back : null;
}

/** When all six units were recorded in cold shutdown, up to the newest fact. */
export function coldSpans(units: Plant['units']): Span<boolean>[] {
  const days = units.flatMap(({ history }) => history.map(({ from }) => from ?? FIRST_DATE));
  const turns = [...new Set(days)].sort();
  const isCold = (day: string) =>
    units.every(({ history }) =>
      history.some((interval) => interval.state === 'cold-shutdown' && covers(interval, day)),
    );
  return spansOf(turns.map((from, i) => ({ from, to: turns[i + 1] ?? null, state: isCold(from) })))
    .filter(({ state }) => state)
    .map((span) => ({ ...span, to: span.to > LAST_DATE ? LAST_DATE : span.to }));
}

/**
 * The lanes in the order of TRACKS, each with its events in date order and, after them, the spans
 * that no event begins: losses of power that lasted over midnight, and cold shutdown.
 * A loss of power that an event begins is that event's length.
 */
export function lanes(
  events: readonly PlantEvent[],
  losses: readonly Loss[],
  units: Plant['units'] = [],
): Lane[] {
  const lossById = new Map(losses.map((loss) => [loss.id, loss]));
  const told = new Set(events.flatMap((event) => event.loss ?? []));
  const byTrack = new Map<Track, LaneItem[]>(TRACKS.map((track) => [track, []]));
  const add = (item: Omit<LaneItem, 'day'>) =>
    byTrack.get(item.track)?.push({ ...item, day: dayNumber(item.start) });
  for (const event of inOrder(events)) {
    add({
      id: event.id,
      event: event.id,
      kind: null,
      track: event.track,
      importance: event.importance,
      status: event.status,
      start: event.date,
      end: spanEnd(event, lossById),
      about: event.precision === 'month',
      lengthAbout: event.precision === 'month' || truceEnd(event) !== null,
    });
  }
  for (const loss of losses) {
    if (told.has(loss.id) || loss.to === null || loss.to <= loss.from) continue;
    add({
      id: `loss-${loss.id}`,
      event: null,
      kind: 'loss',
      track: 'offsite-power',
      importance: 2,
      status: 'confirmed',
      start: loss.from,
      end: loss.to,
      about: loss.approx === true,
      lengthAbout: loss.approx === true,
    });
  }
  for (const { from, to } of units.length > 0 ? coldSpans(units) : []) {
    add({
      id: `cold-${from}`,
      event: null,
      kind: 'cold',
      track: 'reactors',
      importance: 2,
      status: 'confirmed',
      start: from,
      end: to,
      about: false,
      lengthAbout: false,
    });
  }
  return [...byTrack].map(([track, items]) => ({ track, items }));
}

/** The least important events that still fit at a scale: all from a month of 10 px up. */
export function leastImportance(pixelsPerDay: number): Importance {
  const year = pixelsPerDay * 365;
  if (year >= 120) return 3;
  return year >= 50 ? 2 : 1;
}

/** One entry a calendar month from AXIS_FROM up to AXIS_TO, empty months too. */
export function months(events: readonly PlantEvent[], from = AXIS_FROM, to = AXIS_TO): Month[] {
  const list: Month[] = [];
  for (let day = monthStart(from); day < to; day = addMonths(day, 1)) {
    list.push({ from: day, to: addMonths(day, 1), count: 0, main: false });
  }
  const byMonth = new Map(list.map((month) => [month.from, month]));
  for (const event of events) {
    const month = byMonth.get(monthStart(event.date));
    if (!month) continue;
    month.count += 1;
    month.main ||= event.importance === 1;
  }
  return list;
}

/** Place of a day on an axis, 0 at `from`, 1 at `to`. */
export function axisRatio(day: string, from = AXIS_FROM, to = AXIS_TO): number {
  const start = dayNumber(from);
  return (dayNumber(day) - start) / (dayNumber(to) - start);
}

/** The day at a place on an axis; not held to the days that have facts. */
export function dayAtRatio(ratio: number, from = AXIS_FROM, to = AXIS_TO): string {
  return addDays(from, Math.round(ratio * (dayNumber(to) - dayNumber(from))));
}

/** 1 January of each year on the axis, its start included. */
export function years(from = AXIS_FROM, to = AXIS_TO): { from: string; to: string }[] {
  const list: { from: string; to: string }[] = [];
  for (let year = Number(from.slice(0, 4)); `${year}-01-01` < to; year++) {
    const start = `${year}-01-01`;
    const end = `${year + 1}-01-01`;
    list.push({ from: start < from ? from : start, to: end > to ? to : end });
  }
  return list;
}

/**
 * Index in `events` (in order) of the event that the reader is at: the selected one if the date is
 * still its date, else the newest on or before the date; -1 before the first.
 */
export function positionAt(
  events: readonly PlantEvent[],
  date: string,
  selected: string | null,
): number {
  const newest = lastIndexUpTo(events, date);
  for (let i = newest; events[i]?.date === date; i--) if (events[i]?.id === selected) return i;
  return newest;
}

/** Asked for on every step of a drag, so it may not walk through the list. */
function lastIndexUpTo(events: readonly PlantEvent[], date: string): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((events[middle] as PlantEvent).date <= date) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The event before or after, skipping none. Without a selected event the reader stands at the end
 * of the day, so "before" is the newest event on or before that day.
 */
export function stepEvent(
  events: readonly PlantEvent[],
  date: string,
  selected: string | null,
  step: 1 | -1,
): PlantEvent | null {
  const at = positionAt(events, date, selected);
  const onEvent = at >= 0 && events[at]?.id === selected;
  return events[step < 0 && !onEvent ? at : at + step] ?? null;
}

/**
 * Index after a jump of whole years in date order: forward to the first event a year or more later,
 * back to the last event a year or more earlier, else the end of the list.
 */
export function yearJump(events: readonly PlantEvent[], index: number, step: 1 | -1): number {
  const from = events[index]?.date ?? AXIS_FROM;
  const goal = addMonths(from, 12 * step);
  if (step < 0) return Math.max(0, lastIndexUpTo(events, goal));
  const next = events.findIndex((event) => event.date >= goal);
  return next < 0 ? events.length - 1 : next;
}

/** Whether an event belongs to the played story: importance 1 or 2, not about violence. */
export const isPlayed = (event: PlantEvent): boolean => event.importance <= 2 && !event.violence;

/** The next event of the played story after where the reader is; null at its end. */
export function nextPlayed(
  events: readonly PlantEvent[],
  date: string,
  selected: string | null,
): PlantEvent | null {
  const at = positionAt(events, date, selected);
  return events.slice(at + 1).find(isPlayed) ?? null;
}
