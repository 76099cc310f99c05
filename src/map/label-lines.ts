/** Names and states of the plant's own lines, near the plant. */
import { formatDayShort, formatMonthOf } from '../i18n/format';
import type { Label } from './label-types';
import { lineName } from './map-words';
import { cut, pathLength, pointAt } from './paths';
import { anywhere, beside, blockSize, type Candidate, type Placer } from './placer';
import type { LineShape, Scene } from './scene';
import type { MapState } from './types';

const MIN_ZOOM = 7.4;
/** From here on the back-up lines that are out or unknown are named too. */
const BACKUP_ZOOM = 8.8;
const WIRE_COST = 3;

function secondLine(shape: LineShape, state: MapState): string {
  const { snapshot, content, t } = state;
  const status = snapshot.lines.get(shape.id);
  if (shape.story) {
    const old = status?.lastKnown || snapshot.outsidePower.lastKnown;
    return t(old ? 'map.feedsLast' : 'map.feeds');
  }
  if (shape.state === 'in') return t('map.inService');
  if (shape.state === 'unknown') return t('map.stateUnknown');
  if (snapshot.scenario?.inService.has(shape.id)) return t('map.notUsed');
  if (snapshot.scenario || !status?.since) return t('map.out');
  const { approx, since } = status;
  const date = (approx ? formatMonthOf : formatDayShort)(since, content.lang);
  return t(approx ? 'map.outSinceAbout' : 'map.outSince', { date });
}

/** Main lines that have been out since the same year, two or more of them. */
function outTogether(main: readonly LineShape[], state: MapState): Map<string, LineShape[]> {
  const byYear = new Map<string, LineShape[]>();
  if (state.snapshot.scenario || state.named) return byYear;
  for (const shape of main) {
    const since = state.snapshot.lines.get(shape.id)?.since;
    if (shape.state !== 'out' || !since) continue;
    const year = since.slice(0, 4);
    byYear.set(year, [...(byYear.get(year) ?? []), shape]);
  }
  for (const [year, shapes] of byYear) if (shapes.length < 2) byYear.delete(year);
  return byYear;
}

const groupId = (year: string): string => `line-out-${year}`;
const ownId = (shape: LineShape): string => `line-${shape.id}`;

const nameWords = ({ line }: LineShape, { content, t }: MapState): string | null => {
  const name = lineName(content, line.id);
  return name ? t('map.lineLabel', { name, kv: line.voltageKv }) : null;
};

const groupWords = (year: string, shapes: readonly LineShape[], { t }: MapState): string[] => [
  t(`map.mainLines.${shapes.length}`),
  t('map.outSinceMany', { date: year }),
];

/** Every name that a plant's line may carry now, by the label's id, wherever it may stand. */
export function lineLabelWords(scene: Scene, state: MapState): Map<string, string[]> {
  const own = scene.lines.filter((shape) => shape.line.group === 'plant');
  const words = new Map<string, string[]>();
  for (const shape of own) {
    const title = nameWords(shape, state);
    if (title) words.set(ownId(shape), [title, secondLine(shape, state)]);
  }
  const main = own.filter((shape) => shape.line.voltageKv >= 500);
  for (const [year, shapes] of outTogether(main, state)) {
    words.set(groupId(year), groupWords(year, shapes, state));
    for (const shape of shapes) words.delete(ownId(shape));
  }
  return words;
}

export function placeLineLabels(scene: Scene, state: MapState, placer: Placer, k: number): Label[] {
  const { named: asked } = state;
  if (scene.zoom < MIN_ZOOM && state.mode !== 'present' && !asked) return [];
  const labels: Label[] = [];
  const size = 14 * k;

  const add = (id: string, lines: string[], bearer: LineShape, owners: readonly LineShape[]) => {
    const clear = cut(bearer.course, 34 * k, pathLength(bearer.course));
    const seen = asked && clear.length < 2 ? bearer.course : clear;
    const length = Math.min(pathLength(seen), 420 * k);
    const { w, h } = blockSize(lines, size, 600);
    const candidates: Candidate[] = [];
    for (let s = 16; s < length; s += 18) {
      const { at, dir } = pointAt(seen, s);
      candidates.push(...beside(at, dir, w, h, 12 * k, true));
    }
    // Nearer to its own line than to any other that has a name; in a crowd anywhere beside it.
    const own = new Set(owners.map((shape) => shape.id));
    // On paper each has its name: the nearest free place, and a leader says whose it is.
    const chosen =
      placer.choose(candidates, WIRE_COST, (box) => placer.isNearest(box, own, named)) ??
      placer.choose(candidates, WIRE_COST) ??
      (asked && lines.length === 1 && seen.length > 1
        ? placer.choose(anywhere(placer.view, w, h, pointAt(seen, length / 3).at), WIRE_COST)
        : null);
    if (!chosen) return false;
    labels.push({
      id,
      style: 'line',
      lines,
      size,
      ...chosen,
      select: { kind: 'line', id: bearer.id },
    });
    return true;
  };

  const own = scene.lines.filter((shape) => shape.line.group === 'plant');
  const main = own.filter((shape) => shape.line.voltageKv >= 500);
  const story = own.filter((shape) => shape.story);
  const together = outTogether(main, state);
  const grouped = new Set([...together.values()].flat().map((shape) => shape.id));
  const rest = own.filter(
    (shape) =>
      !shape.story &&
      !grouped.has(shape.id) &&
      (asked?.has(shape.id) ?? (shape.line.voltageKv >= 500 || scene.zoom >= BACKUP_ZOOM)),
  );
  const named = new Set([...main, ...story, ...rest].map((shape) => shape.id));

  const addOne = (shape: LineShape) => {
    const title = nameWords(shape, state);
    if (!title) return;
    const placed = add(ownId(shape), [title, secondLine(shape, state)], shape, [shape]);
    if (!placed && asked) add(ownId(shape), [title], shape, [shape]);
  };
  story.forEach(addOne);
  for (const [year, shapes] of together) {
    const disc = scene.discs.find((d) => shapes.some((shape) => shape.id === d.id));
    const bearer = shapes.find((shape) => shape.id === disc?.id) ?? shapes[0];
    add(groupId(year), groupWords(year, shapes, state), bearer, shapes);
  }
  rest.forEach(addOne);
  return labels;
}
