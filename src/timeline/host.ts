/**
 * vis-timeline behind a small interface. The only importer of it, itself only loaded by a dynamic
 * import after first paint. It draws the axis and the names of the lanes and answers to drag,
 * wheel and pinch; each lane is one item of it over the whole axis, filled by lane-signs.ts, so
 * that its own work for a frame does not grow with the events. Its DOM has no roles and no Tab
 * stops: it is hidden from assistive technology here, and TimelinePane speaks and takes the keys.
 */
import { Timeline, type TimelineOptions } from 'vis-timeline/esnext';
import { clampDay } from '../core/dates';
import type { Phase } from '../core/model';
import { CLICK_SLOP_PX, createCursor } from './cursor';
import { createGround, type GroundWords } from './ground';
import type { Lane, LaneItem } from './items';
import { createLaneSigns } from './lane-signs';
import { AXIS_END, AXIS_START, dayAt, MS_PER_DAY, timeAt, timeOf, type View, xOf } from './view';
import './host.css';
import './lanes.css';

/** What the pointer is on: one event, several in one sign, or a span that no event begins. */
export interface Hover {
  items: readonly LaneItem[];
  /** Pixels from the left and top edges of the host's container. */
  x: number;
  y: number;
}

export interface HostOptions {
  container: HTMLElement;
  lanes: readonly Lane[];
  labelOf: (track: Lane['track']) => string;
  phases: readonly Phase[];
  /** The reader's own day, as an ISO date. */
  today: string;
  words: GroundWords & {
    /** Words of the axis, from a calendar day: "14 Mar 2024", "Mar", "March 2024", "2024". */
    day(day: string): string;
    month(day: string): string;
    monthYear(day: string): string;
    year(day: string): string;
  };
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
  /** Shows so many times as much time, about the date if it is in view: below 1 is closer. */
  zoom(times: number): void;
  /** Shows this many days about the date. */
  zoomTo(days: number): void;
  showAll(): void;
  /** After a change of the container's size. */
  resize(): void;
  destroy(): void;
}

/** A sign is picked from this far in its own lane. */
const PICK_PX = { mouse: 12, touch: 22 };
/** The most that can be seen at once is the whole axis, the least a week. */
const LEAST_WINDOW_MS = 7 * MS_PER_DAY;
const MOVE_MS = 200;

export function createHost(options: HostOptions): TimelineHost {
  const { container, words } = options;
  const signs = createLaneSigns(options.lanes);
  const ground = createGround(options.phases, options.today, words);
  const frame = document.createElement('div');
  frame.className = 'tl-frame';
  container.append(ground.under, frame, ground.over);

  const items = options.lanes.map(({ track }) => ({
    id: track,
    group: track,
    content: signs.layerOf(track) as unknown as string,
    type: 'range' as const,
    start: AXIS_START,
    end: AXIS_END,
    align: 'left' as const,
    limitSize: false,
  }));
  const groups = options.lanes.map(({ track }, order) => ({
    id: track,
    content: options.labelOf(track),
    order,
  }));

  // Declared as Date, but a moment at run time: both have valueOf.
  const axisDay = (date: Date) => dayAt(date.valueOf());
  const isDays = (scale: string) => scale === 'day' || scale === 'weekday';
  const visOptions: TimelineOptions = {
    autoResize: false,
    // Start and end are left out on purpose: with them vis-timeline stays hidden for a second.
    min: AXIS_START,
    max: AXIS_END,
    zoomMin: LEAST_WINDOW_MS,
    zoomMax: AXIS_END - AXIS_START,
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
        if (scale === 'month') return step === 1 ? words.month(axisDay(date)) : '';
        if (scale === 'year') return words.year(axisDay(date));
        return isDays(scale) ? String(Number(axisDay(date).slice(8))) : '';
      },
      majorLabels: (date: Date, scale: string) => {
        const day = axisDay(date);
        if (scale === 'year') return '';
        if (scale === 'hour') return words.day(day);
        return isDays(scale) ? words.monthYear(day) : words.year(day);
      },
    },
  };

  const timeline = new Timeline(frame, items, groups, visOptions);
  const root = frame.querySelector<HTMLElement>('.vis-timeline') as HTMLElement;
  root.setAttribute('aria-hidden', 'true');
  const centre = root.querySelector<HTMLElement>('.vis-panel.vis-center') as HTMLElement;
  centre.dataset['dateGround'] = '';

  const view: View = { start: AXIS_START, end: AXIS_END, left: 0, width: 1 };
  let shown = options.date;

  const cursor = createCursor({
    container,
    dayAt: (x) => {
      const inside = Math.min(view.width, Math.max(0, x - view.left));
      return clampDay(dayAt(timeAt(view, inside)));
    },
    ondrag: (day) => {
      if (day === shown) return;
      shown = day;
      placeCursor();
      options.ondate(day);
    },
  });

  function placeCursor(): void {
    const x = xOf(view, timeOf(shown));
    cursor.place(x < -1 || x > view.width + 1 ? null : view.left + x);
    ground.avoid(x);
  }

  function windowChanged(): void {
    const { start, end } = timeline.getWindow();
    view.start = start.getTime();
    view.end = end.getTime();
    signs.show(view);
    ground.place(view);
    placeCursor();
    options.onwindow(dayAt(view.start), dayAt(view.end));
  }

  function measure(): void {
    // Hidden, as behind the presentation: the size stays until it is seen again.
    if (container.clientWidth === 0) return;
    view.left = centre.offsetLeft + centre.clientLeft;
    view.width = centre.offsetWidth;
    container.style.setProperty('--left', `${view.left}px`);
    windowChanged();
  }

  const moveTo = (start: number, end: number) =>
    timeline.setWindow(start, end, {
      animation: options.still()
        ? false
        : { duration: MOVE_MS, easingFunction: 'easeInOutQuad' as const },
    });

  /** Shows a length of time; `about` stays where it is, but for `margin`, a part of the width. */
  function zoomAbout(about: number, next: number, margin: number): void {
    const ratio = (about - view.start) / (view.end - view.start);
    const held = Math.min(1 - margin, Math.max(margin, ratio));
    moveTo(about - held * next, about + (1 - held) * next);
  }

  const under = (at: { x: number; group?: unknown; event: Event }) => {
    const { pointerType } = at.event as PointerEvent;
    return signs.under(view, at.group, at.x, PICK_PX[pointerType === 'touch' ? 'touch' : 'mouse']);
  };

  /** One event opens; several come closer until they stand apart, or the first opens. */
  function pick(events: readonly LaneItem[]): void {
    const first = events[0]?.event;
    const from = timeOf((events[0] as LaneItem).start);
    const to = timeOf((events[events.length - 1] as LaneItem).start);
    if (from === to) {
      if (first) options.onpick(first);
      return;
    }
    const width = Math.max(LEAST_WINDOW_MS, (to - from) * 1.6);
    const middle = (from + to) / 2;
    moveTo(middle - width / 2, middle + width / 2);
  }

  let pressedAt: { x: number; y: number } | null = null;
  const press = (event: PointerEvent) => {
    pressedAt = { x: event.clientX, y: event.clientY };
    options.onhover(null);
  };
  const leave = () => options.onhover(null);
  container.addEventListener('pointerdown', press, { capture: true });
  root.addEventListener('pointerleave', leave);

  timeline.on('click', (at) => {
    const moved =
      pressedAt &&
      Math.hypot(at.event.clientX - pressedAt.x, at.event.clientY - pressedAt.y) > CLICK_SLOP_PX;
    if (moved) return;
    const found = under(at);
    if (found?.sign) pick(found.sign.items);
    else if (found?.span?.event) options.onpick(found.span.event);
    else if (at.what === 'background' || at.what === 'axis' || at.what === 'item')
      options.ondate(clampDay(dayAt(at.time.getTime())));
  });
  timeline.on('mouseMove', (at) => {
    if (at.event.pointerType === 'touch' || at.event.buttons) return;
    const found = under(at);
    const opens = found !== null && (found.sign !== undefined || found.span.event !== null);
    root.classList.toggle('tl-over-event', opens);
    root.classList.toggle('tl-over-cursor', !opens && cursor.isNear(at.event.clientX));
    if (!found) {
      options.onhover(null);
      return;
    }
    const box = container.getBoundingClientRect();
    options.onhover({
      items: found.sign?.items ?? [found.span as LaneItem],
      x: at.event.clientX - box.left,
      y: at.event.clientY - box.top,
    });
  });
  timeline.on('rangechange', windowChanged);

  timeline.setWindow(AXIS_START, AXIS_END, { animation: false });
  timeline.redraw();
  measure();

  return {
    setDate(day) {
      shown = day;
      placeCursor();
      if (!cursor.dragging) this.reveal(day);
    },
    mark: signs.mark,
    setFirst: ground.setFirst,
    reveal(day) {
      const at = timeOf(day);
      if (at >= view.start && at <= view.end) return;
      const width = view.end - view.start;
      const margin = width * 0.06;
      const middle = at < view.start ? at - margin + width / 2 : at + margin - width / 2;
      moveTo(middle - width / 2, middle + width / 2);
    },
    zoom(times) {
      const at = timeOf(shown);
      const isIn = at >= view.start && at <= view.end;
      zoomAbout(isIn ? at : (view.start + view.end) / 2, (view.end - view.start) * times, 0);
    },
    zoomTo(days) {
      zoomAbout(timeOf(shown), days * MS_PER_DAY, 0.25);
    },
    showAll() {
      moveTo(AXIS_START, AXIS_END);
    },
    resize() {
      timeline.redraw();
      measure();
    },
    destroy() {
      container.removeEventListener('pointerdown', press, { capture: true });
      cursor.destroy();
      timeline.destroy();
      ground.under.remove();
      ground.over.remove();
      frame.remove();
    },
  };
}
