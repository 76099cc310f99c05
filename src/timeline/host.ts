/**
 * vis-timeline behind a small interface. The only importer of it, itself only loaded by a dynamic
 * import after first paint (about 120 KB compressed). Its DOM has no roles and no Tab stops: it is
 * hidden from assistive technology here, and TimelinePane speaks and takes the keys instead.
 */
import { Timeline, type TimelineOptions } from 'vis-timeline/esnext';
import { clampDay } from '../core/dates';
import { LAST_DATE } from '../core/vocabulary';
import { AXIS_FROM, AXIS_TO, type Lane, type LaneItem, leastImportance } from './items';
import './host.css';

/** What the pointer is on: the nearest event of the lane, if any is near enough. */
export interface Hover {
  id: string;
  /** Pixels from the left and top edges of the host's container. */
  x: number;
  y: number;
}

export interface HostOptions {
  container: HTMLElement;
  lanes: readonly Lane[];
  labelOf: (track: Lane['track']) => string;
  /** Words of the axis, from a calendar day: "Mar", "March 2024", "2024". */
  axis: { month(day: string): string; monthYear(day: string): string; year(day: string): string };
  date: string;
  still: () => boolean;
  /** The reader moved the date by the cursor or by a click on the ground. */
  ondate: (day: string) => void;
  onpick: (event: string) => void;
  onhover: (hover: Hover | null) => void;
  /** The visible days changed; both ends are on the axis. */
  onwindow: (from: string, to: string) => void;
}

export interface TimelineHost {
  setDate(day: string): void;
  /** Puts the ring on these events and on no others. */
  mark(ids: readonly string[]): void;
  /** Draws or takes away the line of the day on which a proposal was first reported. */
  setFirst(day: string | null): void;
  /** Scrolls the least that brings the day into view. */
  reveal(day: string): void;
  /** Above 0 zooms in by that part, below 0 out, about the date if it is in view. */
  zoom(part: number): void;
  showAll(): void;
  /** After a change of the container's size. */
  resize(): void;
  destroy(): void;
}

const CURSOR = 'date';
const FIRST = 'tl-first';
const MS_PER_DAY = 86_400_000;
/** A point is picked from this far in its own lane. */
const PICK_PX = 12;
/** More than a press without movement: the end of a drag, not a click. */
const CLICK_SLOP_PX = 5;
/** The most that can be seen at once is the whole axis, the least a month. */
const LEAST_WINDOW_MS = 31 * MS_PER_DAY;
const MOVE_MS = 200;

/** vis-timeline counts in local time; days are calendar days, so only local midnights meet it. */
function toLocal(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date);
}

/** The calendar day nearest to a local time. */
function toDay(time: Date): string {
  const noon = new Date(time.getTime() + MS_PER_DAY / 2);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${noon.getFullYear()}-${two(noon.getMonth() + 1)}-${two(noon.getDate())}`;
}

const itemClass = (item: LaneItem): string =>
  [
    `tl-i${item.importance}`,
    item.event ? `tl-${item.status}` : 'tl-no-point',
    item.end ? 'tl-span' : '',
    item.about ? 'tl-about' : '',
  ].join(' ');

export function createHost(options: HostOptions): TimelineHost {
  const { container, lanes, axis } = options;
  const items = lanes.flatMap((lane) => lane.items);
  const starts = new Map(items.map((item) => [item.id, toLocal(item.start).getTime()]));

  const visItems = items.map((item) => ({
    id: item.id,
    group: item.track,
    content: '',
    className: itemClass(item),
    start: toLocal(item.start),
    ...(item.end ? { type: 'range' as const, end: toLocal(item.end) } : { type: 'point' as const }),
  }));
  const ground = {
    id: 'no-records',
    content: '',
    className: 'tl-no-records',
    type: 'background' as const,
    start: toLocal(LAST_DATE),
    end: toLocal(AXIS_TO),
  };
  const groups = lanes.map(({ track }, order) => ({
    id: track,
    content: options.labelOf(track),
    order,
  }));

  // Declared as Date, but a moment at run time: both have valueOf.
  const axisDay = (date: Date) => toDay(new Date(date.valueOf()));
  const visOptions: TimelineOptions = {
    autoResize: false,
    // Start and end are left out on purpose: with them vis-timeline stays hidden for a second.
    min: toLocal(AXIS_FROM),
    max: toLocal(AXIS_TO),
    zoomMin: LEAST_WINDOW_MS,
    zoomMax: toLocal(AXIS_TO).getTime() - toLocal(AXIS_FROM).getTime(),
    zoomKey: 'ctrlKey',
    stack: false,
    groupHeightMode: 'fixed',
    groupOrder: 'order',
    margin: { axis: 0, item: { horizontal: 0, vertical: 0 } },
    orientation: { axis: 'bottom', item: 'top' },
    selectable: false,
    showCurrentTime: false,
    showTooltips: false,
    snap: null,
    maxMinorChars: 4,
    format: {
      minorLabels: (date: Date, scale: string, step: number) => {
        if (scale === 'month') return step === 1 ? axis.month(axisDay(date)) : '';
        return scale === 'day' || scale === 'weekday' ? String(Number(axisDay(date).slice(8))) : '';
      },
      majorLabels: (date: Date, scale: string) => {
        const day = axisDay(date);
        return scale === 'day' || scale === 'weekday' ? axis.monthYear(day) : axis.year(day);
      },
    },
  };

  const timeline = new Timeline(container, [...visItems, ground], groups, visOptions);
  const root = container.querySelector<HTMLElement>('.vis-timeline') as HTMLElement;
  root.setAttribute('aria-hidden', 'true');

  timeline.addCustomTime(toLocal(options.date), CURSOR);
  // An own title would be formatted anew by moment on each frame of a drag.
  timeline.setCustomTimeTitle('', CURSOR);

  const span = () => {
    const { start, end } = timeline.getWindow();
    return { start: start.getTime(), end: end.getTime(), width: end.getTime() - start.getTime() };
  };
  const centreWidth = () => root.querySelector('.vis-center')?.clientWidth || container.clientWidth;
  const animation = () =>
    options.still() ? false : { duration: MOVE_MS, easingFunction: 'easeInOutQuad' as const };

  function windowChanged(): void {
    const { start, end, width } = span();
    root.dataset['least'] = String(leastImportance((centreWidth() / width) * MS_PER_DAY));
    options.onwindow(toDay(new Date(start)), toDay(new Date(end)));
  }

  /** Nearest event of the pointer's lane, else the span that lies under the pointer. */
  function under(at: { x: number; group?: unknown }): LaneItem | null {
    const lane = lanes.find(({ track }) => track === at.group);
    if (!lane) return null;
    const { start, width } = span();
    const perPixel = width / centreWidth();
    const time = start + at.x * perPixel;
    const least = Number(root.dataset['least'] ?? 3);
    let best: LaneItem | null = null;
    let bestDistance = PICK_PX * perPixel;
    for (const item of lane.items) {
      if (item.importance > least || !item.event) continue;
      const distance = Math.abs((starts.get(item.id) ?? 0) - time);
      // A tie on one day goes to the more important.
      if (
        distance < bestDistance ||
        (best && distance === bestDistance && item.importance < best.importance)
      ) {
        best = item;
        bestDistance = distance;
      }
    }
    return (
      best ??
      lane.items.find(
        (item) =>
          item.event &&
          item.end &&
          item.start <= toDay(new Date(time)) &&
          time < toLocal(item.end).getTime(),
      ) ??
      null
    );
  }

  let pressedAt: { x: number; y: number } | null = null;
  timeline.on('mouseDown', ({ event }) => {
    pressedAt = { x: event.clientX, y: event.clientY };
    options.onhover(null);
  });
  timeline.on('click', (at) => {
    const moved =
      pressedAt &&
      Math.hypot(at.event.clientX - pressedAt.x, at.event.clientY - pressedAt.y) > CLICK_SLOP_PX;
    if (moved) return;
    const item = under(at);
    if (item?.event) options.onpick(item.event);
    else if (at.what === 'background' || at.what === 'axis')
      options.ondate(clampDay(toDay(at.time)));
  });
  timeline.on('mouseMove', (at) => {
    if (at.event.pointerType === 'touch' || at.event.buttons) return;
    const item = under(at);
    root.classList.toggle('tl-over-event', item !== null);
    if (!item) {
      options.onhover(null);
      return;
    }
    const box = container.getBoundingClientRect();
    options.onhover({ id: item.id, x: at.event.clientX - box.left, y: at.event.clientY - box.top });
  });
  root.addEventListener('pointerleave', () => options.onhover(null));

  let dragging = false;
  let shown = options.date;
  timeline.on('timechange', ({ time }) => {
    dragging = true;
    const day = clampDay(toDay(time));
    timeline.setCustomTime(toLocal(day), CURSOR);
    if (day === shown) return;
    shown = day;
    options.ondate(day);
  });
  timeline.on('timechanged', () => {
    dragging = false;
    timeline.setCustomTime(toLocal(shown), CURSOR);
  });
  timeline.on('rangechange', windowChanged);

  timeline.setWindow(toLocal(AXIS_FROM), toLocal(AXIS_TO), { animation: false });
  timeline.redraw();
  windowChanged();

  let marked = '';
  let first: string | null = null;

  return {
    setDate(day) {
      shown = day;
      timeline.setCustomTime(toLocal(day), CURSOR);
      if (!dragging) this.reveal(day);
    },
    mark(ids) {
      const key = ids.join();
      if (marked === key) return;
      marked = key;
      timeline.setSelection(ids.filter((id) => starts.has(id)));
    },
    setFirst(day) {
      if (first === day) return;
      if (first) timeline.removeCustomTime(FIRST);
      first = day;
      if (!day) return;
      timeline.addCustomTime(toLocal(day), FIRST);
      timeline.setCustomTimeTitle('', FIRST);
    },
    reveal(day) {
      const { start, end, width } = span();
      const at = toLocal(day).getTime();
      const margin = width * 0.06;
      if (at >= start && at <= end) return;
      const middle = at < start ? at - margin + width / 2 : at + margin - width / 2;
      timeline.moveTo(new Date(middle), { animation: animation() });
    },
    zoom(part) {
      const { start, end, width } = span();
      const at = toLocal(shown).getTime();
      const about = at >= start && at <= end ? at : (start + end) / 2;
      const next = part > 0 ? width * (1 - part) : width / (1 + part);
      const ratio = (about - start) / width;
      timeline.setWindow(new Date(about - ratio * next), new Date(about + (1 - ratio) * next), {
        animation: animation(),
      });
    },
    showAll() {
      timeline.setWindow(toLocal(AXIS_FROM), toLocal(AXIS_TO), { animation: animation() });
    },
    resize() {
      timeline.redraw();
      windowChanged();
    },
    destroy() {
      timeline.destroy();
    },
  };
}
