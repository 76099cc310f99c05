/** Play: how long each event stays, where it stops by itself, what is spoken. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { inOrder, isPlayed, nextPlayed } from '../../src/timeline/items';
import { HOLD_MS, Player, SPEEDS } from '../../src/timeline/play.svelte';
import { loadFacts } from '../support/facts';

const STORY = [
  { id: 'a', importance: 2 },
  { id: 'b', importance: 1 },
  { id: 'c', importance: 2 },
] as const;
type Told = (typeof STORY)[number];

function player(at = -1) {
  const shown: string[] = [];
  let index = at;
  const made = new Player<Told>({
    next: () => STORY[index + 1] ?? null,
    first: () => STORY[0],
    show: (event) => {
      index = STORY.indexOf(event);
      shown.push(event.id);
    },
  });
  return { made, shown };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  expect(vi.getTimerCount(), 'no timer is left behind').toBe(0);
  vi.useRealTimers();
});

describe('play', () => {
  test('shows the first event at once, a turning point twice as long, and stops at the end', () => {
    const { made, shown } = player();
    made.toggle();
    expect(shown).toEqual(['a']);
    vi.advanceTimersByTime(HOLD_MS.normal - 1);
    expect(shown).toEqual(['a']);
    vi.advanceTimersByTime(1);
    expect(shown).toEqual(['a', 'b']);
    vi.advanceTimersByTime(2 * HOLD_MS.normal - 1);
    expect(shown).toEqual(['a', 'b']);
    vi.advanceTimersByTime(1);
    expect(shown).toEqual(['a', 'b', 'c']);
    expect(made.playing).toBe(true);
    vi.advanceTimersByTime(HOLD_MS.normal);
    expect(made.playing).toBe(false);
    expect(shown).toEqual(['a', 'b', 'c']);
  });

  test('pressed at the end starts the story again', () => {
    const { made, shown } = player(STORY.length - 1);
    made.toggle();
    expect(shown).toEqual(['a']);
    made.stop();
  });

  test('stopped shows nothing more, and goes on from there', () => {
    const { made, shown } = player();
    made.toggle();
    made.toggle();
    vi.advanceTimersByTime(60_000);
    expect(shown).toEqual(['a']);
    made.toggle();
    expect(shown).toEqual(['a', 'b']);
    made.stop();
  });

  test.each(SPEEDS)('%s: each event has its time', (speed) => {
    const { made, shown } = player();
    made.speed = speed;
    made.toggle();
    vi.advanceTimersByTime(HOLD_MS[speed] - 1);
    expect(shown).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(shown).toHaveLength(2);
    made.stop();
  });

  test('a speed chosen meanwhile gives the event on screen its full time', () => {
    const { made, shown } = player();
    made.toggle();
    vi.advanceTimersByTime(HOLD_MS.normal - 1);
    made.speed = 'fast';
    vi.advanceTimersByTime(HOLD_MS.fast - 1);
    expect(shown).toEqual(['a']);
    vi.advanceTimersByTime(1);
    expect(shown).toEqual(['a', 'b']);
    made.stop();
  });

  test('waits at a turning point where the reader wants it, until play is pressed again', () => {
    const { made, shown } = player();
    made.pausesAtTurningPoints = true;
    made.toggle();
    vi.advanceTimersByTime(60_000);
    expect(shown).toEqual(['a', 'b']);
    expect(made.playing).toBe(false);
    expect(made.waiting).toBe(true);
    expect(made.spoken?.id).toBe('b');
    made.toggle();
    expect(shown).toEqual(['a', 'b', 'c']);
    expect(made.waiting).toBe(false);
    made.stop();
  });

  test('speaks each event, at the fast speed only the turning points', () => {
    const { made } = player();
    const spoken: (string | undefined)[] = [];
    made.speed = 'fast';
    made.toggle();
    spoken.push(made.spoken?.id);
    vi.advanceTimersByTime(HOLD_MS.fast);
    spoken.push(made.spoken?.id);
    made.speed = 'normal';
    vi.advanceTimersByTime(2 * HOLD_MS.normal);
    spoken.push(made.spoken?.id);
    made.stop();
    spoken.push(made.spoken?.id);
    expect(spoken).toEqual([undefined, 'b', 'c', undefined]);
  });

  test('the real story: every main event once, in order, none about violence', () => {
    const events = inOrder(loadFacts().events);
    const shown: typeof events = [];
    const made = new Player<(typeof events)[number]>({
      next: () => nextPlayed(events, shown.at(-1)?.date ?? '2022-02-24', shown.at(-1)?.id ?? null),
      first: () => events.find(isPlayed) ?? null,
      show: (event) => void shown.push(event),
    });
    made.toggle();
    vi.runAllTimers();
    expect(shown).toEqual(events.filter(isPlayed));
    expect(shown.filter((event) => event.violence)).toEqual([]);
    expect(shown.length).toBeGreaterThan(50);
  });
});
