/** An event as plain text, to be pasted anywhere. */
import { describe, expect, test } from 'vitest';
import { eventAsText, eventWhen } from '../../src/panels/event-text';
import { eventLink } from '../../src/state/share';
import { makeUi } from '../../src/ui/context';
import { loadTestContent } from '../support/facts';

const SITE = 'https://switchyard.example/';
const languages = (['en', 'uk'] as const).map((lang) => ({
  lang,
  ui: makeUi(loadTestContent(lang)),
  page: lang === 'en' ? SITE : `${SITE}uk/`,
}));

function textOf(lang: 'en' | 'uk', id: string): string[] {
  const language = languages.find((l) => l.lang === lang);
  const event = language?.ui.content.eventById.get(id);
  if (!language || !event) throw new Error(`no event ${id}`);
  return eventAsText(language.ui, event, eventLink(event, lang, language.page)).split('\n');
}

test('a disputed event gives title, date, both versions, radiation, sources, link and last fact', () => {
  const lines = textOf('en', '2026-05-30-turbine-hall');
  expect(lines[0]).toBe('A building of unit 6 damaged');
  expect(lines[1]).toMatch(/^30 May 2026 · .+ · disputed$/);
  expect(lines[3]).toMatch(/^On 30 May .*\. .*\.$/);
  expect(lines).toContain('What each side says:');
  expect(lines).toContain('– Russia: A Ukrainian drone struck unit 6.');
  expect(lines).toContain(
    '– Ukraine: Was not involved; says the Russian account does not hold up.',
  );
  expect(lines).toContain(
    'Radiation: Reports of 30 May to 1 June 2026 said that radiation did not rise.',
  );
  expect(lines.at(-3)).toMatch(/^Sources: .*Kyiv Independent.*, 30 May 2026/);
  expect(lines.at(-2)).toBe(`${SITE}?panel=timeline&date=2026-05-30&event=2026-05-30-turbine-hall`);
  expect(lines.at(-1)).toBe('Facts up to 22 August 2026');
});

test('the Ukrainian text is Ukrainian and leads to the Ukrainian page', () => {
  const lines = textOf('uk', '2023-06-06-kakhovka');
  expect(lines[1]).toContain('6 червня 2023');
  expect(lines).toContain('Що каже кожна сторона:');
  expect(lines.at(-3)).toMatch(/^Джерела: /);
  expect(lines.at(-2)).toBe(`${SITE}uk/?panel=timeline&date=2023-06-06&event=2023-06-06-kakhovka`);
  expect(lines.at(-1)).toContain('22 серпня 2026');
});

test('a date known to the month says so, and no last day is made up', () => {
  for (const [lang, words] of [
    ['en', 'about June 2026 (only the month is known)'],
    ['uk', 'близько: червень 2026 (відомий лише місяць)'],
  ] as const) {
    const ui = languages.find((l) => l.lang === lang)?.ui;
    const event = ui?.content.eventById.get('2026-06-losses-18-20');
    if (!ui || !event) throw new Error('no such event');
    expect(eventWhen(ui, event)).toBe(words);
    expect(eventAsText(ui, event, SITE).split('\n')[1]).toContain(words);
  }
});

describe.each(languages)('every event in $lang', ({ lang, ui, page }) => {
  test('fills every word, ends its summary with a full sentence and keeps to two', () => {
    for (const event of ui.content.facts.events) {
      const text = eventAsText(ui, event, eventLink(event, lang, page));
      expect(text, event.id).not.toMatch(/[{}]|undefined|\b(event|status|source)\.[a-z]/);
      const summary = text.split('\n\n')[1] ?? '';
      expect(summary, event.id).toMatch(/[.!?…]["”»]?$/);
      expect(summary.match(/[.!?…]["”»]? \p{Lu}/gu)?.length ?? 0, event.id).toBeLessThan(2);
    }
  });
});
