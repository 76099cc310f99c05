/** Numbers on flows, and names where flows leave the screen. */
import { shownFlowMw } from '../i18n/format';
import { percentOf } from './flow-geometry';
import type { Label, Pill } from './label-types';
import { lineName, nodeName, wholeNumber } from './map-words';
import { pointAt } from './paths';
import { anywhere, beside, blockSize, type Candidate, type Placer } from './placer';
import { inside, textWidth } from './placing';
import type { FlowShape, Scene } from './scene';
import type { MapState, Xy } from './types';

/** Below this zoom the plant's smaller lines carry no numbers; the table has them. */
const THIN_ZOOM = 7.4;
/** Near the plant flows lie too close together for their numbers, px. */
const FROM_START = 36;
const STEP = 12;
/** A flow of which less is to be seen carries no number, px. */
const LEAST_SEEN = 24;

function visibleDistances(flow: FlowShape, placer: Placer): number[] {
  const result: number[] = [];
  for (let s = 0; s < flow.shape.length; s += STEP) {
    const [x, y] = pointAt(flow.shape.course, s).at;
    if (inside({ x, y, w: 0, h: 0 }, placer.view)) result.push(s);
  }
  return result;
}

/** The middle first, then outwards. */
function fromMiddle(values: readonly number[]): number[] {
  const middle = (values.length - 1) / 2;
  return values
    .map((value, i) => ({ value, away: Math.abs(i - middle) }))
    .sort((a, b) => a.away - b.away)
    .map(({ value }) => value);
}

/** A flow's number in words, the longest first; empty where it rounds to nothing. */
export function pillTexts({ row }: FlowShape, { content, t, named }: MapState): string[] {
  const shown = shownFlowMw(row);
  if (shown === 0) return [];
  const mw = wholeNumber(shown, content.lang);
  const texts = [t('map.mw', { mw })];
  // Where the whole number does not fit, the megawatts may: the striped casing says the rest.
  if (row.over) {
    const percent = wholeNumber(percentOf(row.loading), content.lang);
    texts.unshift(t('map.mwOver', { mw, percent }));
  }
  const name = named?.has(row.id) ? lineName(content, row.id) : null;
  return name ? texts.map((text) => t('print.flow', { name, text })) : texts;
}

/** @param over numbers of flows over their line's rating, or of the others */
export function placePills(
  scene: Scene,
  state: MapState,
  placer: Placer,
  k: number,
  over: boolean,
): Pill[] {
  const pills: Pill[] = [];
  // Thickest first: the largest numbers get the best places.
  for (const [index, flow] of [...scene.flows.entries()].reverse()) {
    const { row, line, shape } = flow;
    if (row.over !== over) continue;
    const thin = line.group === 'plant' && line.voltageKv < 500;
    if (thin && !row.over && scene.zoom < THIN_ZOOM && !state.named) continue;
    const asked = state.named?.has(row.id) === true;
    const seen = visibleDistances(flow, placer).filter((s) => asked || s > FROM_START * k);
    if (seen.length * STEP < LEAST_SEEN * k && !asked) continue;
    const size = 13 * k;
    const h = 24 * k;
    const gap = shape.width / 2 + (row.over ? 11 : 6);
    let text = '';
    let chosen: Candidate | null = null;
    for (text of pillTexts(flow, state)) {
      const w = textWidth(text, size, 650) + 20 * k;
      const candidates = fromMiddle(seen).flatMap((s) => {
        const { at, dir } = pointAt(shape.course, s);
        return beside(at, dir, w, h, gap, true);
      });
      chosen = placer.choose(candidates, 0.8, (box) => placer.belongsTo(box, index));
      if (chosen) break;
      const last = seen[Math.floor(seen.length / 2)];
      if (!asked || last === undefined) continue;
      // On paper a leader says whose number it is.
      const { at } = pointAt(shape.course, last);
      chosen = placer.choose(candidates, 0.8) ?? placer.choose(anywhere(placer.view, w, h, at), 1);
      if (chosen) break;
    }
    if (!chosen) continue;
    const recipient = row.strands.length === 1 ? row.strands[0].recipient : null;
    pills.push({ id: row.id, text, box: chosen.box, size, over: row.over, recipient });
  }
  return pills;
}

export function placeEdgeLabels(scene: Scene, state: MapState, placer: Placer, k: number): Label[] {
  const { content, t } = state;
  const { view } = placer;
  const labels: Label[] = [];
  for (const flow of scene.flows) {
    const { course } = flow.shape;
    const [tipX, tipY] = course[course.length - 1];
    if (inside({ x: tipX, y: tipY, w: 0, h: 0 }, view)) continue;
    const seen = visibleDistances(flow, placer);
    const name = nodeName(content, flow.to);
    if (!seen.length || !name) continue;
    const at: Xy = pointAt(course, seen[seen.length - 1]).at;
    const abroad = flow.line.group === 'tie-russia';
    const lines = [t(abroad ? 'map.toRussia' : 'map.to', { name })];
    const size = 13 * k;
    const { w, h } = blockSize(lines, size, 600);
    const x = Math.min(Math.max(at[0] - w / 2, view.x), view.x + view.w - w);
    const candidates: Candidate[] = [12, -12 - h, 24, -24 - h, 38, -38 - h, 54, -54 - h].flatMap(
      (dy) =>
        [0, -30, -60].map((dx) => ({
          box: {
            x: Math.max(x + dx, view.x),
            y: Math.min(Math.max(at[1] + dy, view.y), view.y + view.h - h),
            w,
            h,
          },
          align: 'middle' as const,
        })),
    );
    const chosen = placer.choose(candidates, 0.3);
    if (chosen) {
      labels.push({ id: `to-${flow.row.id}`, style: 'edge', lines, size, ...chosen });
    }
  }
  return labels;
}
