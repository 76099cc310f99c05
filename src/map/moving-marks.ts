/**
 * Labels while the date moves. Finding places for all of them takes longer than a frame of a slow
 * phone lasts, so each stays where it is and says what holds now; one of which nothing is left to
 * say goes, and new ones wait until the date rests. Pure.
 */
import { pillTexts } from './label-flows';
import { lineLabelWords } from './label-lines';
import type { Label, Marks, Pill, PlaceDot } from './label-types';
import { textWidth } from './placing';
import type { Scene } from './scene';
import { badgeText, halves, occupiedWords, waterWords } from './scene-labels';
import type { MapState } from './types';

/** The list itself where every entry stays as it is. */
function mapKept<T>(list: readonly T[], change: (entry: T) => T | null): readonly T[] {
  let same = true;
  const changed = list.flatMap((entry) => {
    const next = change(entry);
    same &&= next === entry;
    return next === null ? [] : [next];
  });
  return same ? list : changed;
}

const sameWords = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((line, i) => line === b[i]);

/** @param marks as placed when the date last rested, for the same view and zoom */
export function rewordMarks(marks: Marks, scene: Scene, state: MapState): Marks {
  const lineWords = lineLabelWords(scene, state);
  const flows = new Map(scene.flows.map((flow) => [flow.row.id, flow]));
  const reservoir = state.content.facts.places.find(({ id }) => id === 'kakhovka-reservoir');
  const sides = new Map(state.snapshot.control.map(({ id, side }) => [id, side]));

  const wordsOf = (label: Label): readonly string[] | null => {
    if (label.style === 'line') return lineWords.get(label.id) ?? null;
    if (label.id === reservoir?.id) return waterWords(reservoir, state).lines;
    if (label.style === 'edge') return flows.has(label.id.slice('to-'.length)) ? label.lines : null;
    if (label.id !== 'occupied') return label.lines;
    const words = occupiedWords(state);
    return label.strong === 2 ? (words?.flatMap(halves) ?? null) : words;
  };
  const labels = mapKept(marks.labels, (label) => {
    const lines = wordsOf(label);
    if (!lines) return null;
    return sameWords(lines, label.lines) ? label : { ...label, lines };
  });
  const pills = mapKept(marks.pills, (pill: Pill) => {
    const flow = flows.get(pill.id);
    if (!flow || flow.row.over !== pill.over) return null;
    const texts = pillTexts(flow, state);
    const room = pill.box.w - pill.size;
    const text = texts.find((words) => textWidth(words, pill.size, 650) <= room) ?? texts.at(-1);
    if (text === undefined) return null;
    return text === pill.text ? pill : { ...pill, text };
  });
  const dots = mapKept(marks.dots, (dot: PlaceDot) => {
    const side = sides.get(dot.id) ?? null;
    return side === dot.side ? dot : { ...dot, side };
  });
  const text = badgeText(state);
  const { badge } = marks;
  const nextBadge =
    badge && text !== null ? (badge.text === text ? badge : { ...badge, text }) : null;
  const same =
    labels === marks.labels && pills === marks.pills && dots === marks.dots && nextBadge === badge;
  return same ? marks : { ...marks, labels, pills, dots, badge: nextBadge };
}

/** A `rewordMarks` that returns its last answer while nothing that it asks for changes. */
export function rewordKeeper(): typeof rewordMarks {
  let asked: readonly unknown[] = [];
  let answer: Marks;
  return (marks, scene, state) => {
    const { content, snapshot, t } = state;
    const { lines, control, contactLine, reservoir, scenario, outsidePower } = snapshot;
    const { lastKnown } = outsidePower;
    const now = [
      marks,
      scene,
      content,
      t,
      lines,
      control,
      contactLine,
      reservoir,
      scenario,
      lastKnown,
    ];
    if (asked.length === now.length && asked.every((part, i) => part === now[i])) return answer;
    asked = now;
    answer = rewordMarks(marks, scene, state);
    return answer;
  };
}
