/**
 * "Map in words" on ten known days, frozen in both languages. A changed sentence is read as an
 * editor would before the frozen text follows (`npx vitest run tests/data/known-days.test.ts -u`).
 */
import { expect, test } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { snapshotAt } from '../../src/core/snapshot';
import { COMPLETE_LANGUAGES } from '../../src/core/vocabulary';
import { dayInWords, type WordsRow } from '../../src/panels/day-in-words';
import { makeUi } from '../../src/ui/context';
import { loadTestContent } from '../support/facts';

const DAYS = [
  '2022-02-24',
  '2022-09-06',
  '2022-09-12',
  '2023-06-05',
  '2023-06-20',
  '2024-04-14',
  '2025-10-01',
  '2025-10-24',
  '2026-03-10',
  '2026-08-22',
];

const rows = (list: readonly WordsRow[]) =>
  list.map(({ name, text, where }) => `${name}: ${[text, where].filter(Boolean).join('; ')}`);

test.each(COMPLETE_LANGUAGES)('ten known days read as they were approved (%s)', async (lang) => {
  const content = loadTestContent(lang);
  const ui = makeUi(content);
  const days = DAYS.map((date) => {
    const words = dayInWords(ui, snapshotAt(content.facts, { ...DEFAULT_CHOICE, date }));
    const parts = [
      words.summary,
      rows(words.units),
      rows(words.lines),
      rows(words.ties),
      words.control,
      words.also,
      words.unknown,
      words.drawn,
    ];
    return [`# ${words.date}`, ...parts.map((part) => part.join('\n'))].join('\n\n');
  });
  await expect(`${days.join('\n\n\n')}\n`).toMatchFileSnapshot(`known-days.${lang}.txt`);
});
