/**
 * What the phone's strip draws for a scale and a window: signs of events, spans, ticks. Pure.
 * What depends on the scale alone is worked out once for the whole axis, so that a move of the
 * window only looks up its part of it, however many events there are.
 */
import { dayFromNumber, dayNumber } from '../core/dates';
import { between, clustersOf } from './clusters';
import { addMonths, type LaneItem, monthStart } from './items';
import { EDGE_PX } from './strip-marks';
import { daysOf, ratioOf, type StripWindow } from './strip-window';

/** One event, or several that stand too close together at this scale. */
export interface Sign {
  id: string;
  /** Day of its first and last event. */
  start: string;
  end: string;
  /** Where it is drawn, as a day number. */
  at: number;
  items: readonly LaneItem[];
  lead: LaneItem;
}

/** Signs of months get this many pixels each; from DAY_PX a day up, each day is one sign. */
const GAP_PX = 32;
const DAY_PX = 22;
/** A thumb means the sign within this many pixels. */
const REACH_PX = 22;
/** Two signs whose distance from the thumb differs by less are both meant. */
const UNSURE_PX = 8;

/** Half octaves, so that signs regroup a few times in a pinch and not in each of its frames. */
export const scaleStep = (pixelsPerDay: number): number =>
  2 ** (Math.floor(Math.log2(pixelsPerDay) * 2) / 2);

const middle = (start: string, end: string) => (dayNumber(start) + dayNumber(end)) / 2;

/** The events of a day by the one that stands for them: the most important, of these the first. */
export type EventDays = ReadonlyMap<LaneItem, readonly LaneItem[]>;

/** Groups once, so that another scale costs days and not events. @param items in date order */
export function eventDays(items: readonly LaneItem[]): EventDays {
  const days = new Map<string, LaneItem[]>();
  for (const item of items) {
    if (item.event === null) continue;
    const day = days.get(item.start);
    if (day) day.push(item);
    else days.set(item.start, [item]);
  }
  const leadOf = (day: readonly LaneItem[]) =>
    day.reduce((best, item) => (item.importance < best.importance ? item : best));
  return new Map([...days.values()].map((day) => [leadOf(day), day]));
}

/** All signs of the axis in date order, none closer than DAY_PX to the next. */
export function signsAt(days: EventDays, pixelsPerDay: number): Sign[] {
  const signs: Sign[] = [];
  const gap = pixelsPerDay >= DAY_PX ? pixelsPerDay : GAP_PX;
  for (const cluster of clustersOf([...days.keys()], pixelsPerDay, gap)) {
    const { from: start, to: end, lead } = cluster;
    const items = cluster.items.flatMap((day) => days.get(day) ?? []);
    const at = middle(start, end);
    const last = signs[signs.length - 1];
    if (last && (at - last.at) * pixelsPerDay < DAY_PX) {
      last.items = [...last.items, ...items];
      last.end = end;
      last.at = middle(last.start, last.end);
      if (lead.importance < last.lead.importance) last.lead = lead;
    } else {
      signs.push({ id: (items[0] as LaneItem).id, start, end, at, items, lead });
    }
  }
  return signs;
}

/** The signs in a window and a little beyond its edges. */
export function signsIn(signs: readonly Sign[], window: StripWindow): readonly Sign[] {
  const more = daysOf(window) * 0.15;
  return between(
    signs,
    dayFromNumber(Math.floor(window.from - more)),
    dayFromNumber(Math.ceil(window.to + more)),
  );
}

/** The sign at a place in pixels; two that a thumb cannot tell apart together; none = []. */
export function signsNear(
  signs: readonly Sign[],
  window: StripWindow,
  width: number,
  x: number,
): Sign[] {
  const near = signs
    .map((sign) => ({ sign, off: Math.abs(ratioOf(window, sign.at) * width - x) }))
    .filter(({ off }) => off <= REACH_PX)
    .sort((a, b) => a.off - b.off);
  const nearest = near[0]?.off ?? 0;
  return near.filter(({ off }) => off - nearest < UNSURE_PX).map(({ sign }) => sign);
}

export interface Span {
  start: string;
  from: number;
  to: number;
  about: boolean;
  /** 0 or 1, so that one of two that overlap is not hidden. */
  row: 0 | 1;
}

export interface Spans {
  /** In order of their starts. */
  list: readonly Span[];
  /** For each span the latest end up to it. */
  reach: readonly number[];
}

/** All spans of the axis. @param items in date order */
export function spansOf(items: readonly LaneItem[]): Spans {
  const ends = [0, 0];
  const reach: number[] = [];
  const list: Span[] = [];
  for (const item of items) {
    if (item.end === null) continue;
    const from = dayNumber(item.start);
    const to = dayNumber(item.end);
    const row = from >= (ends[0] as number) ? 0 : 1;
    ends[row] = Math.max(ends[row] as number, to);
    reach.push(Math.max(to, reach[reach.length - 1] ?? 0));
    list.push({ start: item.start, from, to, about: item.lengthAbout, row });
  }
  return { list, reach };
}

/** One line to draw, in pixels; spans of a row that touch there are one line. */
export interface SpanLine {
  x1: number;
  x2: number;
  about: boolean;
  row: 0 | 1;
}

export function spanLines(spans: Spans, window: StripWindow, width: number): SpanLine[] {
  let low = 0;
  let high = spans.list.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if ((spans.reach[half] as number) > window.from) high = half;
    else low = half + 1;
  }
  const lines: SpanLine[] = [];
  const last: (SpanLine | undefined)[] = [];
  for (let i = low; i < spans.list.length; i++) {
    const span = spans.list[i] as Span;
    if (span.from >= window.to) break;
    if (span.to <= window.from) continue;
    const x1 = Math.max(-20, ratioOf(window, span.from) * width);
    const x2 = Math.min(width + 20, Math.max(x1 + 2, ratioOf(window, span.to) * width));
    const before = last[span.row];
    if (before && before.about === span.about && x1 <= before.x2) {
      before.x2 = Math.max(before.x2, x2);
    } else {
      const line = { x1, x2, about: span.about, row: span.row };
      last[span.row] = line;
      lines.push(line);
    }
  }
  return lines;
}

export interface Tick {
  day: string;
  /** Pixels from the left. */
  x: number;
  text: string;
  /** A new year, or a new month among days. */
  strong: boolean;
}

export interface TickWords {
  year(day: string): string;
  /** "Mar" */
  month(day: string): string;
  /** "March 2024" */
  monthYear(day: string): string;
}

/** From this scale the ticks are days, below months. */
const DAYS_FROM_PX = 3;
const TEXT_GAP_PX = 8;
const every = (steps: readonly number[], unitPx: number, leastPx: number): number =>
  steps.find((step) => step * unitPx >= leastPx) ?? (steps[steps.length - 1] as number);

/**
 * Ticks of a window, their words where these do not touch; `text` is '' for a mere tick.
 * The first is not a tick but says at the left edge, or at a change near it, which
 * year or month it is.
 * @param measure width of a text in pixels
 */
export function ticksIn(
  window: StripWindow,
  width: number,
  words: TickWords,
  measure: (text: string) => number,
): Tick[] {
  const perDay = width / daysOf(window);
  const byDay = perDay >= DAYS_FROM_PX;
  const first = dayFromNumber(Math.floor(window.from));
  const last = dayFromNumber(Math.ceil(window.to));
  const ticks: Tick[] = [];
  const add = (day: string, text: string, strong: boolean) =>
    ticks.push({ day, x: ratioOf(window, dayNumber(day)) * width, text, strong });

  const monthStep = every([1, 2, 3, 6], perDay * 30.4, measure(words.month(first)) + 16);
  const dayStep = every([1, 2, 5, 10, 15], perDay, measure('30') + TEXT_GAP_PX);
  for (let month = monthStart(first); month <= last; month = addMonths(month, 1)) {
    const january = month.slice(5, 7) === '01';
    const labelled = byDay || (Number(month.slice(5, 7)) - 1) % monthStep === 0;
    const text = january && !byDay ? words.year(month) : labelled ? words.month(month) : '';
    add(month, text, january || byDay);
    if (!byDay) continue;
    const next = dayNumber(addMonths(month, 1));
    for (let n = dayNumber(month) + 1; n < next; n++) {
      const day = dayFromNumber(n);
      const date = Number(day.slice(8));
      const shown = date % dayStep === 0 && next - n > dayStep * 0.5;
      if (shown || perDay >= 8) add(day, shown ? String(date) : '', false);
    }
  }

  const seen = ticks.filter((tick) => tick.x > -EDGE_PX && tick.x < width + EDGE_PX);
  const fullName = byDay ? words.monthYear : words.year;
  const here: Tick = { day: '', x: 0, text: fullName(first), strong: true };
  const change = seen.find((tick) => tick.strong && tick.text);
  if (change && change.x - measure(change.text) / 2 < measure(here.text) + TEXT_GAP_PX) {
    here.text = fullName(change.day);
    here.x = Math.max(0, change.x);
    change.text = '';
  }
  const taken: [number, number][] = [[here.x, here.x + measure(here.text)]];
  for (const tick of seen.toSorted((a, b) => Number(b.strong) - Number(a.strong))) {
    if (!tick.text) continue;
    const half = measure(tick.text) / 2;
    const [from, to] = [tick.x - half, tick.x + half];
    const free = taken.every(([a, b]) => to + TEXT_GAP_PX <= a || b + TEXT_GAP_PX <= from);
    if (free && from > -EDGE_PX && to < width + EDGE_PX) taken.push([from, to]);
    else tick.text = '';
  }
  return [here, ...seen];
}
