/** The view that is handed on: its short address means the same, its words name date and sources. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { snapshotAt } from '../../src/core/snapshot';
import {
  embedCode,
  embedLink,
  isLocal,
  readable,
  viewAsText,
  viewLink,
} from '../../src/share/view';
import { knownIds, readAddress } from '../../src/state/address';
import { makeUi } from '../../src/ui/context';
import { loadTestContent } from '../support/facts';
import { VIEWS } from '../support/walk';

const SITE = 'https://switchyard.example/';

describe.each(['en', 'uk'] as const)('in %s', (lang) => {
  const ui = makeUi(loadTestContent(lang));
  const { facts } = ui.content;
  const known = knownIds(facts);
  const page = lang === 'en' ? SITE : `${SITE}uk/`;
  const base = { ...DEFAULT_CHOICE, lang };
  const read = (search: string) => readAddress(search, known, base).choice;
  const queryOf = (url: string) => new URL(url).search;

  test.each(VIEWS)('%s: the short address is no longer and means the same', (view) => {
    const choice = read(view);
    const link = viewLink(choice, known, `${page}${view}`);
    expect(link.startsWith(page)).toBe(true);
    expect(queryOf(link).length).toBeLessThanOrEqual(view.length);
    const again = read(queryOf(link));
    if (choice.present === null) {
      expect(again).toEqual({ ...choice, theme: null, embed: false });
    } else expect(again).toMatchObject({ story: choice.story, present: choice.present });

    const frame = read(queryOf(embedLink(choice, known, page)));
    expect(frame).toMatchObject({ embed: true, story: null, present: null, date: choice.date });
  });

  test('a step is its story and its number, not what follows from them', () => {
    const [story = ''] = facts.stories;
    const step = { ...base, story, present: 4, date: '2022-09-05', proposal: 'ua-full-return' };
    expect(viewLink(step, known, page)).toBe(`${page}?story=${story}&present=4`);
    expect(viewLink({ ...step, present: 1 }, known, page)).toBe(`${page}?story=${story}`);
  });

  test('words of any view end with sources, address and the age of the facts', () => {
    const slide = {
      title: { text: 'A step' },
      body: { text: 'It says so.' },
      sources: ['babel-ga-2024'],
    };
    for (const view of VIEWS) {
      const choice = read(view);
      const snapshot = snapshotAt(facts, choice);
      for (const shown of [null, slide]) {
        const lines = viewAsText(ui, choice, snapshot, shown, SITE).split('\n');
        expect(lines.at(-3), view).toMatch(/: \S.*\d{4}/);
        expect(lines.slice(-2)).toEqual([
          SITE,
          ui.t('facts.upto', { date: ui.fmt.day('2026-08-22') }),
        ]);
        expect(lines.join(' ')).toMatch(/20\d\d/);
        if (shown) expect(lines.slice(0, 2)).toEqual(['A step', ui.fmt.day(choice.date)]);
      }
    }
  });

  test('of an event about violence only the day is handed on in words', () => {
    const event = facts.events.find(({ violence }) => violence);
    if (!event) throw new Error('the data has no such event');
    const choice = read(`?event=${event.id}`);
    const text = viewAsText(ui, choice, snapshotAt(facts, choice), null, '');
    expect(text.split('\n')[0]).toBe(ui.t('share.day'));
  });
});

test('the frame’s code is safe for any address and title', () => {
  expect(embedCode('https://a.example/?a=1&b="<', 'a "b" <c> & d')).toContain(
    'src="https://a.example/?a=1&amp;b=&quot;&lt;" title="a &quot;b&quot; &lt;c> &amp; d"',
  );
});

test.each([
  ['http://localhost:4173/?a=1', 'localhost:4173/?a=1', true],
  ['http://127.0.0.1/', '127.0.0.1', true],
  ['https://switchyard.example/uk/', 'switchyard.example/uk', false],
  ['http://192.168.0.4:8080/', '192.168.0.4:8080', false],
  ['https://localhost.example/', 'localhost.example', false],
])('%s is read as %s', (url, words, local) => {
  expect([readable(url), isLocal(url)]).toEqual([words, local]);
});
