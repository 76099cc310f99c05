/** Labels during a drag of the date: never in another place, never with words of another day. */
import { expect, test } from 'vitest';
import { type Choice, DEFAULT_CHOICE } from '../../src/core/choice';
import { snapshotAt } from '../../src/core/snapshot';
import { makeTranslate } from '../../src/i18n/translate';
import type { Marks } from '../../src/map/label-types';
import { rewordMarks } from '../../src/map/moving-marks';
import { buildScene, gridPathsOf } from '../../src/map/scene';
import { placeMarks } from '../../src/map/scene-labels';
import type { MapState } from '../../src/map/types';
import { loadTestContent } from '../support/facts';

const content = loadTestContent('uk');
const t = makeTranslate(content.words.ui, content.english.ui, 'uk');
const paths = gridPathsOf(content);
const view = { x: -640, y: -360, w: 1280, h: 720 };

function at(date: string, choice: Partial<Choice> = {}) {
  const snapshot = snapshotAt(content.facts, { ...DEFAULT_CHOICE, ...choice, date });
  const scene = buildScene({ content, paths, snapshot, zoom: 8.9, mwPerPx: 120, scale: 1 });
  const state: MapState = {
    content,
    snapshot,
    theme: 'light',
    t,
    mode: 'app',
    selectedEvent: null,
  };
  return { scene, state, placed: () => placeMarks({ scene, state, view, taken: [] }) };
}

const wordsById = (marks: Marks) => new Map(marks.labels.map(({ id, lines }) => [id, lines]));
const DAYS = ['2022-02-24', '2022-09-06', '2023-06-08', '2024-04-14', '2025-10-01', '2026-08-22'];

test('kept labels stand where they stood and say what holds on the new day', () => {
  let kept = 0;
  let reworded = 0;
  for (const from of DAYS) {
    const before = at(from).placed();
    for (const to of DAYS) {
      const next = at(to);
      const moved = rewordMarks(before, next.scene, next.state);
      const fresh = wordsById(next.placed());
      for (const label of moved.labels) {
        const old = before.labels.find(({ id }) => id === label.id);
        expect(label.box, `${from} → ${to} ${label.id}`).toEqual(old?.box);
        const words = fresh.get(label.id);
        // Where the fresh picture breaks the lines in another way, the words are still the same.
        if (words) expect(label.lines.join(' '), `${from} → ${to}`).toBe(words.join(' '));
        kept += 1;
        if (label.lines !== old?.lines) reworded += 1;
      }
      for (const dot of moved.dots) {
        const side = next.state.snapshot.control.find(({ id }) => id === dot.id)?.side ?? null;
        expect(dot.side).toBe(side);
      }
    }
  }
  expect(kept).toBeGreaterThan(300);
  expect(reworded).toBeGreaterThan(20);
});

test('a label of which nothing is left to say goes', () => {
  const cold = at('2026-08-22').placed();
  const before = at('2022-02-24');
  const moved = rewordMarks(cold, before.scene, before.state);
  expect(cold.labels.some(({ id }) => id === 'occupied')).toBe(true);
  expect(moved.labels.some(({ id }) => id === 'occupied')).toBe(false);
});

test('on the same day nothing is made anew', () => {
  for (const choice of [{}, { proposal: 'us-trilateral-thirds' }]) {
    const { scene, state, placed } = at('2026-03-10', choice);
    const marks = placed();
    expect(rewordMarks(marks, scene, state)).toBe(marks);
  }
});

test('numbers on flows and what is used on site are those of the new day', () => {
  const proposal = 'ru-us-no-ukraine-mining';
  const marks = at('2026-03-10', { proposal }).placed();
  const next = at('2022-02-24', { proposal });
  const moved = rewordMarks(marks, next.scene, next.state);
  const fresh = next.placed();
  for (const pill of moved.pills) {
    const other = fresh.pills.find(({ id }) => id === pill.id);
    if (other) expect(pill.text.startsWith(other.text.split(' · ')[0] ?? '')).toBe(true);
  }
  expect(moved.badge?.text).toBe(fresh.badge?.text);
  expect(moved.pills.length).toBeLessThanOrEqual(marks.pills.length);
});
