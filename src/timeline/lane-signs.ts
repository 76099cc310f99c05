/**
 * The signs in the lanes: dots, clusters and spans as elements placed in per cent of the whole
 * axis, so that moving and zooming the timeline move them all at once. Elements stand only for what
 * is in the window and a part to either side; another part or another scale exchanges them.
 */
import type { Track } from '../core/vocabulary';
import {
  type Cluster,
  nearestSign,
  type SpanItem,
  type Stretch,
  scaleStep,
  signOf,
  signsOf,
  spanItems,
  spansIn,
} from './clusters';
import { type Lane, type LaneItem, leastImportance } from './items';
import {
  AXIS_FIRST_DAY,
  AXIS_LAST_DAY,
  daysAt,
  percent,
  pixelsPerDay,
  timeAt,
  timeAtDays,
  type View,
} from './view';

/** What lies at a place of a lane: a sign for one or more events, or a span. */
export type Found = { sign: Cluster; span?: never } | { span: LaneItem; sign?: never };

export interface LaneSigns {
  /** The ground of a lane, to be laid over the whole axis. */
  layerOf(track: Track): HTMLElement;
  /** Exchanges elements if the view has another scale or has left the part that they stand for. */
  show(view: View): void;
  /** Puts the ring on these events, or on the clusters they are in, and on no others. */
  mark(ids: readonly string[]): void;
  /** The sign nearest to `x` pixels from the view's left edge and within reach, else a span. */
  under(view: View, track: unknown, x: number, reachPx: number): Found | null;
}

interface LaneState {
  layer: HTMLElement;
  points: readonly LaneItem[];
  /** In date order. */
  spans: readonly SpanItem[];
  signs: readonly Cluster[];
  stretches: readonly Stretch[];
  /** By the key of the sign or stretch. */
  elements: Map<string, HTMLElement>;
}

/** How many windows to either side have elements too: a flick stays inside, an exchange is short. */
const BESIDE = 0.5;

function dotClass({ items, lead }: Cluster): string {
  const importance = `tl-i${lead.importance}`;
  if (items.length > 1) return `tl-cluster ${importance} ${items.length > 9 ? 'tl-many' : ''}`;
  return `tl-dot ${importance} ${lead.about ? 'tl-about' : `tl-${lead.status}`}`;
}

export function createLaneSigns(lanes: readonly Lane[]): LaneSigns {
  const byId = new Map<string, LaneItem>();
  const states = new Map<Track, LaneState>();
  for (const { track, items } of lanes) {
    for (const item of items) if (item.event) byId.set(item.id, item);
    const layer = document.createElement('div');
    layer.className = 'tl-layer';
    states.set(track, {
      layer,
      points: items.filter((item) => item.event),
      spans: spanItems(items),
      signs: [],
      stretches: [],
      elements: new Map(),
    });
  }

  let fed = { step: 0, least: 0, from: 0, to: 0 };
  let marked: readonly string[] = [];
  let ringed: HTMLElement[] = [];

  function ring(): void {
    for (const element of ringed) element.classList.remove('tl-marked');
    ringed = [];
    for (const id of marked) {
      const item = byId.get(id);
      const state = item && states.get(item.track);
      const sign = state && signOf(state.signs, item);
      const element = sign && state.elements.get(sign.key);
      if (!element) continue;
      element.classList.add('tl-marked');
      ringed.push(element);
    }
  }

  /** Takes away the elements that are gone, keeps those that stay, adds the new. */
  function exchange(state: LaneState): void {
    const old = state.elements;
    const next = new Map<string, HTMLElement>();
    const added = document.createDocumentFragment();
    const place = (key: string, make: () => HTMLElement) => {
      const kept = old.get(key);
      old.delete(key);
      const element = kept ?? make();
      next.set(key, element);
      if (!kept) added.append(element);
    };
    for (const { key, from, to, about } of state.stretches) {
      place(key, () => {
        const element = document.createElement('i');
        element.className = `tl-span${about ? ' tl-about' : ''}`;
        element.style.left = percent(timeAtDays(from));
        element.style.right = `calc(100% - ${percent(timeAtDays(to))})`;
        return element;
      });
    }
    for (const sign of state.signs) {
      place(sign.key, () => {
        const element = document.createElement('i');
        element.className = dotClass(sign);
        element.style.left = percent(timeAtDays(sign.at));
        return element;
      });
    }
    for (const element of old.values()) element.remove();
    state.layer.append(added);
    state.elements = next;
  }

  function feed(): void {
    const { step, least, from, to } = fed;
    const kept = new Set(marked);
    const shows = (item: LaneItem) => item.importance <= least || kept.has(item.id);
    for (const state of states.values()) {
      const { points, spans } = state;
      state.signs = signsOf(points, step, from, to, shows);
      state.stretches = spansIn(spans, points.length, step, from, to, shows);
      exchange(state);
    }
    ring();
  }

  return {
    layerOf: (track) => (states.get(track) as LaneState).layer,
    show(view) {
      const scale = pixelsPerDay(view);
      const step = scaleStep(scale);
      const least = leastImportance(scale);
      const from = daysAt(view.start);
      const to = daysAt(view.end);
      const same = step === fed.step && least === fed.least;
      if (same && from >= fed.from && to <= fed.to) return;
      fed = {
        step,
        least,
        from: Math.max(AXIS_FIRST_DAY, from - (to - from) * BESIDE),
        to: Math.min(AXIS_LAST_DAY, to + (to - from) * BESIDE),
      };
      feed();
    },
    mark(ids) {
      if (marked.join() === ids.join()) return;
      marked = ids;
      // A less important event is drawn as long as it is marked.
      if (fed.least && fed.least < 3) feed();
      else ring();
    },
    under(view, track, x, reachPx) {
      const state = states.get(track as Track);
      if (!state) return null;
      const at = daysAt(timeAt(view, x));
      const sign = nearestSign(state.signs, at, reachPx / pixelsPerDay(view));
      if (sign) return { sign };
      // The last one begun lies on top.
      const shown = state.stretches.some(({ from, to }) => from <= at && at < to);
      const span = shown
        ? state.spans.findLast((item) => item.day <= at && at < item.endDay)
        : undefined;
      return span ? { span } : null;
    },
  };
}
