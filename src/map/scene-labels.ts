/**
 * Chooses where words and numbers go: the plant first, then numbers, lines, areas, substations,
 * towns, waters. What does not fit is left out; the map in words has it all. Pure.
 */
import { isSettlement } from '../content/content';
import { lineEnds } from '../content/named-nodes';
import type { Place } from '../core/model';
import { formatMonth, roundMw } from '../i18n/format';
import { placeEdgeLabels, placePills } from './label-flows';
import { placeLineLabels } from './label-lines';
import type { Badge, Label, Marks, PlaceDot } from './label-types';
import { DAM_AT, LOCAL_NAME_ZOOM, POND_AT } from './local';
import { nodeName, placeName, wholeNumber } from './map-words';
import { occupiedSpots } from './occupied-area';
import { around, blockSize, type Candidate, Placer } from './placer';
import { type Anchor, boxAt, inside, overlaps, textWidth } from './placing';
import type { Scene } from './scene';
import type { Box, LonLat, MapState, Xy } from './types';

/** Plate of the plant, px at scale 1. */
export const PLATE = { w: 43, h: 30 } as const;
/** On projectors the plate grows more than the lines do. */
const PLATE_EXTRA = 2.5 / 2.2;

/** Where the label of the occupied area stands best; a grid over the land follows. */
const OCCUPIED_SPOTS: readonly LonLat[] = [
  [34.95, 47.02],
  [34.27, 47.41],
  [34.3, 47.36],
  [34.9, 47.37],
  [34.8, 47.3],
  [36.1, 47.08],
];
const CRIMEA_SPOTS: readonly LonLat[] = [
  [34.3, 45.25],
  [33.9, 45.45],
  [34.7, 45.2],
  [34.1, 45.6],
  [34.9, 45.4],
  [33.3, 45.45],
  [34.2, 44.85],
];
const RESERVOIR_SPOTS: readonly LonLat[] = [
  [35.0, 47.5],
  [34.93, 47.52],
  [34.1, 47.42],
  [34.3, 47.5],
];
/** Smallest zoom (512 px tiles) by rank of place. */
const RANK_ZOOM = { 1: 5, 2: 6.7, 3: 7.7, 4: 9 } as const;
/** From here on the ends of the plant's back-up lines are named. */
const BACKUP_NODE_ZOOM = 8.4;
const SIDES: readonly Anchor[] = ['right', 'left', 'top', 'bottom'];

export interface LabelInput {
  scene: Scene;
  state: MapState;
  /** Free part of the screen, relative to the anchor. */
  view: Box;
  /** Controls and other boxes in front, relative to the anchor. */
  taken: readonly Box[];
  /** Marks of the same zoom and view: what still fits stays where it was. */
  before?: Marks | null;
}

export function placeMarks({ scene, state, view, taken, before = null }: LabelInput): Marks {
  const { content } = state;
  const k = scene.scale;
  const placer = new Placer(scene, view, taken, before);
  const plateAt = scene.place(content.facts.plant.at);
  const plateScale = k > 1 ? k * PLATE_EXTRA : k;
  const plate = boxAt(plateAt, PLATE.w * plateScale, PLATE.h * plateScale, 'middle', 0);

  const event = content.eventById.get(state.selectedEvent ?? '')?.place;
  const eventPlace = event ? scene.place(event.at) : null;
  // At the plant, or hidden by its plate, the plate itself is marked.
  const atPlant = eventPlace !== null && inside(boxAt(eventPlace, 0, 0, 'middle', 0), plate);
  const eventAt = atPlant ? null : eventPlace;
  const ring = atPlant ? 12 * plateScale : 0;
  const framed = boxAt(plateAt, plate.w + ring, plate.h + ring, 'middle', 0);
  placer.take(framed);
  if (eventAt) placer.take(boxAt(eventAt, 20, 20, 'middle', 0));

  const labels: Label[] = [];
  labels.push(...placePlant(state, placer, plateAt, framed, k));
  const badge = placeBadge(state, placer, plateAt, framed, k);
  // A line over its rating is what a scenario has to say: its number comes before names.
  const pills = placePills(scene, state, placer, k, true);
  if (state.named) labels.push(...placeLineLabels(scene, state, placer, k));
  if (state.mode === 'app') labels.push(...placeNodes(scene, state, placer));
  pills.push(...placePills(scene, state, placer, k, false));
  labels.push(...placeEdgeLabels(scene, state, placer, k));
  if (state.mode === 'app' || state.snapshot.proposal) {
    labels.push(...placeAreas(scene, state, placer, k));
  }
  if (event && eventAt) {
    const name = content.words.eventPlaces[event.name] ?? content.english.eventPlaces[event.name];
    const style = { id: 'event', style: 'city', size: 14 * k, weight: 600 } as const;
    labels.push(...placeOne(placer, style, name, eventAt, 14 * k));
  }
  if (!state.named) labels.push(...placeLineLabels(scene, state, placer, k));
  const towns = placeTowns(scene, state, placer, framed, k);
  labels.push(...towns.labels);
  labels.push(...placeWaters(scene, state, placer, k));
  if (scene.zoom >= LOCAL_NAME_ZOOM) labels.push(...placeLocal(scene, state, placer, k));
  return {
    plate,
    badge,
    pills,
    labels,
    dots: towns.dots,
    event: eventAt ? { at: eventAt } : null,
    eventAtPlant: atPlant,
  };
}

type NameStyle = Pick<Label, 'id' | 'style' | 'size' | 'select'> & { weight: number };

/** One name on any side of a point, or nothing. */
function placeOne(
  placer: Placer,
  { weight, ...label }: NameStyle,
  name: string | undefined,
  at: Xy,
  gap: number,
  anchors = SIDES,
): Label[] {
  if (!name || !inside({ x: at[0], y: at[1], w: 0, h: 0 }, placer.view)) return [];
  const { w, h } = blockSize([name], label.size, weight);
  const candidates = around(at, w, h, anchors, gap);
  // Above and below a point near the screen's edge, the name slides in.
  const { view } = placer;
  for (const { box, align } of candidates) {
    if (align === 'middle') box.x = Math.min(Math.max(box.x, view.x), view.x + view.w - w);
  }
  const chosen = placer.choose(candidates);
  return chosen ? [{ ...label, lines: [name], ...chosen }] : [];
}

function placePlant(state: MapState, placer: Placer, at: Xy, plate: Box, k: number): Label[] {
  const { snapshot, t } = state;
  const anchors: Anchor[] = snapshot.scenario
    ? ['top', 'left', 'bottom', 'right']
    : ['bottom', 'left', 'top', 'right'];
  const size = 15 * k;
  for (const name of [t('map.plant'), t('map.plantShort')]) {
    const { w, h } = blockSize([name], size, 660);
    const candidates = around(at, w, h, anchors, plate.w / 2 + 7 * k, plate.h / 2 + 6 * k);
    const chosen = placer.choose(candidates, 0.4);
    if (chosen) {
      const select = { kind: 'plant', id: 'plant' } as const;
      return [{ id: 'plant', style: 'plant', lines: [name], size, select, ...chosen }];
    }
  }
  return [];
}

/** What is used on site, or null where nothing is. */
export function badgeText({ snapshot, t, content }: MapState): string | null {
  const onSite = snapshot.scenario?.totals.onSite ?? 0;
  return onSite < 5 ? null : t('map.onSite', { mw: wholeNumber(roundMw(onSite), content.lang) });
}

function placeBadge(state: MapState, placer: Placer, at: Xy, plate: Box, k: number): Badge | null {
  const text = badgeText(state);
  if (text === null) return null;
  const size = 13 * k;
  const w = textWidth(text, size, 620) + 40 * k;
  const h = 26 * k;
  const near = around(
    at,
    w,
    h,
    ['left', 'right', 'top', 'bottom'],
    plate.w / 2 + 8,
    plate.h / 2 + 8,
  );
  const lifted = [1, 2, 3].flatMap((n) =>
    near.slice(0, 2).map(
      ({ box, align }): Candidate => ({
        box: { ...box, y: box.y - n * 22 },
        align,
      }),
    ),
  );
  // What is used on site must be said: in a crowd the badge takes any free place, nearest first.
  const { view } = placer;
  const apart: Candidate[] = [];
  for (let y = view.y; y + h <= view.y + view.h; y += h / 2) {
    for (let x = view.x; x + w <= view.x + view.w; x += 24) {
      apart.push({ box: { x, y, w, h }, align: 'middle' });
    }
  }
  const distance = ({ box }: Candidate) => Math.hypot(box.x + w / 2 - at[0], box.y + h / 2 - at[1]);
  apart.sort((one, other) => distance(one) - distance(other));
  const chosen = placer.choose([...near, ...lifted, ...apart], 0.4);
  return chosen ? { text, box: chosen.box, size } : null;
}

/** Never without "occupied", "approximate" and a date. */
export function occupiedWords({ content, snapshot, t }: MapState): string[] | null {
  if (!snapshot.contactLine) return null;
  const date = formatMonth(snapshot.contactLine.asOf, content.lang);
  return [t('map.occupied'), t('map.approximate', { date })];
}

function placeAreas(scene: Scene, state: MapState, placer: Placer, k: number): Label[] {
  const { snapshot, t } = state;
  const areas: { id: string; lines: string[]; spots: readonly LonLat[] }[] = [
    { id: 'crimea', lines: [t('map.crimea'), t('map.since2014')], spots: CRIMEA_SPOTS },
  ];
  const lines = occupiedWords(state);
  if (lines && snapshot.contactLine) {
    const spots = [...OCCUPIED_SPOTS, ...occupiedSpots(snapshot.contactLine.path)];
    areas.push({ id: 'occupied', lines, spots });
  }
  const size = 13.5 * k;
  return areas.flatMap(({ id, lines, spots }): Label[] => {
    // Where the block does not fit, a narrower one of twice the lines may.
    for (const block of [lines, lines.flatMap(halves)]) {
      const { w, h } = blockSize(block, size, 600);
      const candidates = spots.map(
        (spot): Candidate => ({
          box: boxAt(scene.place(spot), w, h, 'middle', 0),
          align: 'middle',
        }),
      );
      const chosen = placer.choose(candidates, 0.5);
      const strong = block.length / lines.length;
      if (chosen) return [{ id, style: 'area', lines: block, size, strong, ...chosen }];
    }
    return [];
  });
}

/** A line broken at the space nearest its middle. */
export function halves(line: string): string[] {
  const middle = line.length / 2;
  const spaces = [...line.matchAll(/ /g)].map((match) => match.index);
  if (!spaces.length) return [line];
  const at = spaces.reduce((a, b) => (Math.abs(b - middle) < Math.abs(a - middle) ? b : a));
  return [line.slice(0, at), line.slice(at + 1)];
}

/** Only where the plant's own lines end, and other nuclear plants; the rest stays unnamed. */
function placeNodes(scene: Scene, { content }: MapState, placer: Placer): Label[] {
  const ends = lineEnds(content, scene.zoom >= BACKUP_NODE_ZOOM ? 0 : 500);
  return scene.nodes.flatMap(({ node, at, kind }) => {
    if (!ends.has(node.id) && kind !== 'nuclear') return [];
    const select = { kind: 'node', id: node.id } as const;
    const style = { id: node.id, style: 'node', size: 13, weight: 560, select } as const;
    return placeOne(placer, style, nodeName(content, node.id), at, 10);
  });
}

function placeTowns(
  scene: Scene,
  { content, snapshot, mode }: MapState,
  placer: Placer,
  plate: Box,
  k: number,
): { labels: Label[]; dots: PlaceDot[] } {
  const sideOf = new Map(snapshot.control.map((place) => [place.id, place.side]));
  const labels: Label[] = [];
  const dots: PlaceDot[] = [];
  for (const place of [...content.facts.places].sort((a, b) => a.rank - b.rank)) {
    const large = place.rank === 1;
    if (!isSettlement(place)) continue;
    if (scene.zoom < RANK_ZOOM[place.rank] || (mode === 'present' && !large)) continue;
    const at = scene.place(place.at);
    if (!inside({ x: at[0], y: at[1], w: 0, h: 0 }, placer.view)) continue;
    const dot = boxAt(at, 9, 9, 'middle', 0);
    // A town under the plate keeps its name, beside the plate.
    const hidden = overlaps(dot, plate);
    const spot = boxAt(at, 4, 4, 'middle', 0);
    if (!hidden && (placer.onFlow(spot) || placer.isTaken(spot, 2))) continue;
    const style = {
      id: place.id,
      style: large ? 'city' : 'town',
      size: (large ? 14 : 13) * k,
      weight: large ? 560 : 480,
      select: { kind: 'place', id: place.id },
    } as const;
    const from: Xy = hidden ? [plate.x + plate.w, Math.max(at[1], plate.y + plate.h - 6)] : at;
    const made = placeOne(
      placer,
      style,
      placeName(content, place.id),
      from,
      8 * k,
      hidden ? ['right'] : SIDES,
    );
    if (!made.length) continue;
    labels.push(...made);
    if (!hidden) {
      dots.push({ id: place.id, at, side: sideOf.get(place.id) ?? null });
      placer.take(dot);
    }
  }
  return { labels, dots };
}

/** The name of a water, with what became of the reservoir. */
export function waterWords(
  place: Place,
  { content, snapshot, t }: MapState,
): { lines: string[]; drained: boolean } {
  const { state, since } = snapshot.reservoir;
  if (place.id === 'kakhovka-reservoir' && state !== 'full') {
    const fate =
      state === 'draining'
        ? t('map.draining')
        : t('map.drained', { year: since?.slice(0, 4) ?? '' });
    return { lines: [t('map.reservoir'), fate], drained: true };
  }
  const earlier = place.before && snapshot.date < place.before.until ? place.before.name : null;
  const name = placeName(content, earlier ?? place.id);
  return { lines: name.length > 14 ? name.split(/ (?=\S+$)/) : [name], drained: false };
}

function placeWaters(scene: Scene, state: MapState, placer: Placer, k: number): Label[] {
  return state.content.facts.places.flatMap((place): Label[] => {
    if (place.kind !== 'water' || scene.zoom < RANK_ZOOM[place.rank]) return [];
    const { lines, drained } = waterWords(place, state);
    if (!lines[0]) return [];
    const size = 13.5 * k;
    const { w, h } = blockSize(lines, size, 420);
    const spots = drained ? RESERVOIR_SPOTS : [place.at];
    const candidates = spots.map(
      (spot): Candidate => ({
        box: boxAt(scene.place(spot), w, h, 'middle', 0),
        align: 'middle',
      }),
    );
    const chosen = placer.choose(candidates, 0.6);
    return chosen ? [{ id: place.id, style: 'water', lines, size, ...chosen }] : [];
  });
}

/** The pond and the dam, only this close. */
function placeLocal(scene: Scene, state: MapState, placer: Placer, k: number): Label[] {
  const { content, t, selectedEvent } = state;
  const labels: Label[] = [];
  const pond = t('map.coolingPond');
  const size = 13.5 * k;
  for (const lines of [[pond], pond.split(/ |(?<=-)/)]) {
    const { w, h } = blockSize(lines, size, 420);
    const [x, y] = scene.place(POND_AT);
    const candidates = [0, -40, 40, 80].map(
      (dy): Candidate => ({ box: boxAt([x, y + dy], w, h, 'middle', 0), align: 'middle' }),
    );
    const chosen = placer.choose(candidates, 0.6);
    if (!chosen) continue;
    labels.push({ id: 'pond', style: 'water', lines, size, strong: lines.length, ...chosen });
    break;
  }
  const places = content.words.eventPlaces;
  const dam = places['kakhovka-dam'] ?? content.english.eventPlaces['kakhovka-dam'];
  const chosenPlace = content.eventById.get(selectedEvent ?? '')?.place?.name;
  if (chosenPlace !== 'kakhovka-dam') {
    const style = { id: 'dam', style: 'node', size: 13 * k, weight: 560 } as const;
    labels.push(...placeOne(placer, style, dam, scene.place(DAM_AT), 10));
  }
  return labels;
}
