/** How much of a partial language is there. */
import { expect, test } from 'vitest';
import { coverageOf } from '../../scripts/lib/coverage.mjs';
import { PARTIAL_LANGUAGES } from '../../src/core/vocabulary';
import { loadFacts } from '../support/facts';

const FILES: Record<string, unknown> = {
  'events.json': [
    { id: 'main', importance: 1 },
    { id: 'small', importance: 3 },
  ],
  'text/en/ui.json': { a: 'a', b: 'b', c: 'c' },
  'text/de/ui.json': { a: 'ä', d: 'unknown' },
  'text/en/events.json': { main: { title: 't', summary: 's' }, small: { title: 't' } },
  'text/de/events.json': { main: { title: 'T', summary: 'S' } },
  'text/en/stories/power.json': { title: 't', steps: { one: { body: 'b' } } },
};

test('texts are counted one by one against the English ones, the main events apart', () => {
  const [german] = coverageOf(['de'], (file) => FILES[file], ['power']);
  const counts = Object.fromEntries(
    (german?.parts ?? []).map(({ part, have, of }) => [part, [have, of]]),
  );
  expect(counts).toEqual({
    interface: [1, 3],
    proposals: [0, 0],
    overview: [2, 2],
    events: [2, 3],
    stories: [0, 2],
    mining: [0, 0],
    method: [0, 0],
  });
});

test('each partial language has the whole interface, all proposals, the main events and a story', () => {
  const { coverage } = loadFacts();
  expect(coverage.map(({ lang }) => lang)).toEqual(PARTIAL_LANGUAGES);
  for (const { lang, parts } of coverage) {
    const share = Object.fromEntries(parts.map(({ part, have, of }) => [part, have / of]));
    // New English texts come first; translations may follow some days later.
    for (const part of ['interface', 'proposals', 'overview']) {
      expect(share[part], `${lang} ${part}`).toBeGreaterThan(0.95);
    }
    expect(share['stories'], lang).toBeGreaterThan(0);
  }
});
