/** One short sentence for a change, the most relevant one, and none where nothing changed. */
import { describe, expect, test } from 'vitest';
import { type Choice, DEFAULT_CHOICE } from '../../src/core/choice';
import { snapshotAt } from '../../src/core/snapshot';
import type { Language } from '../../src/core/vocabulary';
import { announcement, type SpokenView } from '../../src/panels/announce';
import { makeUi, type Ui } from '../../src/ui/context';
import { loadTestContent } from '../support/facts';

function viewOf(ui: Ui, patch: Partial<Choice>, step: SpokenView['step'] = null): SpokenView {
  const choice = { ...DEFAULT_CHOICE, ...patch };
  return { choice, snapshot: snapshotAt(ui.content.facts, choice), step };
}

/** The texts of a live region over a walk through views. */
function transcript(lang: Language, walk: readonly Partial<Choice>[]): string[] {
  const ui = makeUi(loadTestContent(lang));
  const views = walk.map((patch) => viewOf(ui, patch));
  return views
    .slice(1)
    .map((view, i) => announcement(ui, views[i] as SpokenView, view).replaceAll('\u00a0', ' '));
}

const DATES = [
  '2022-02-24',
  '2022-09-06',
  '2022-09-12',
  '2023-06-05',
  '2023-06-20',
  '2023-06-21',
  '2024-04-14',
  '2025-10-18',
  '2025-10-19',
  '2025-10-24',
].map((date) => ({ date }));

test('a walk over ten days', () => {
  expect(transcript('en', DATES)).toMatchInlineSnapshot(`
    [
      "6 September 2022: outside power lost; one of the plant’s own units feeds it; no line in service.",
      "12 September 2022: outside power by one line, Ferosplavna-1 (330 kV).",
      "5 June 2023: outside power by one line, Dniprovska (750 kV).",
      "20 June 2023: Kakhovka reservoir drained.",
      "",
      "14 April 2024: outside power by 2 lines.",
      "18 October 2025: outside power lost; diesel generators feed the plant; no line in service.",
      "",
      "24 October 2025: outside power by one line, Dniprovska (750 kV).",
    ]
  `);
  expect(transcript('uk', DATES)).toMatchInlineSnapshot(`
    [
      "6 вересня 2022: зовнішнього живлення немає; станцію живить її власний блок; жодної лінії в роботі.",
      "12 вересня 2022: зовнішнє живлення однією лінією, Феросплавна-1 (330 кВ).",
      "5 червня 2023: зовнішнє живлення однією лінією, Дніпровська (750 кВ).",
      "20 червня 2023: Каховське водосховище спорожнене.",
      "",
      "14 квітня 2024: зовнішнє живлення: 2 лінії в роботі.",
      "18 жовтня 2025: зовнішнього живлення немає; станцію живлять дизель-генератори; жодної лінії в роботі.",
      "",
      "24 жовтня 2025: зовнішнє живлення однією лінією, Дніпровська (750 кВ).",
    ]
  `);
});

const PROPOSAL = { proposal: 'ua-us-50-50', date: '2026-03-10' } as const;
const ERRAND = [
  { date: '2026-03-10' },
  PROPOSAL,
  { ...PROPOSAL, units: 2 },
  { ...PROPOSAL, units: 2, lines: 'repaired' },
  { ...PROPOSAL, units: 2, lines: 'repaired', mining: 50 },
  { date: '2026-03-10', proposal: 'unga-2024-return' },
  { date: '2026-03-10' },
] as const;

test('a proposal opened, its assumptions changed, another one opened and closed', () => {
  expect(transcript('en', ERRAND)).toMatchInlineSnapshot(`
    [
      "“Ukraine–US 50:50”: 2,920 MW have nowhere to go.",
      "2 units running. All 1,820 MW get out over Ukraine’s grid.",
      "Lines repaired. All 1,820 MW get out over Ukraine’s grid.",
      "Used on site: 50 %. All 910 MW get out over Ukraine’s grid.",
      "“UN resolution: return it”: nothing was said about power, so the map shows no flows.",
      "No proposal on the map: it shows the day.",
    ]
  `);
  expect(transcript('uk', ERRAND)).toMatchInlineSnapshot(`
    [
      "«Україна–США, 50 на 50»: 2 920 МВт нема куди подіти.",
      "Працюють 2 блоки. Усі 1 820 МВт виходять: мережа України.",
      "Лінії: відновлені. Усі 1 820 МВт виходять: мережа України.",
      "Споживання на місці: 50 %. Усі 910 МВт виходять: мережа України.",
      "«Резолюція ООН: повернути»: про електроенергію нічого не сказано, тож потоків на карті немає.",
      "Пропозиції на карті немає: показано стан на дату.",
    ]
  `);
});

describe('an event', () => {
  const ui = makeUi(loadTestContent('en'));
  const before = viewOf(ui, { date: '2025-10-17' });
  const after = viewOf(ui, { date: '2025-10-23', event: '2025-10-23-power-back' });

  test('is named by its title where the focus stays on a control', () => {
    expect(announcement(ui, before, after)).toMatch(/^23 October 2025: /);
  });

  test('whose heading has the focus is not said twice: only what the map shows of it', () => {
    expect(announcement(ui, before, after, true)).toBe(
      '23 October 2025: outside power by one line, Dniprovska (750\u00a0kV).',
    );
  });
});

describe('a walk in a class-room', () => {
  const ui = makeUi(loadTestContent('en'));
  const at = (n: number) => viewOf(ui, {}, { story: 'power', n, of: 9, title: 'Six reactors' });

  test('a step is its number and its title', () => {
    expect(announcement(ui, at(1), at(2))).toBe('Step 2 of 9: Six reactors');
  });

  test('entering and leaving move the focus, so nothing is said', () => {
    expect(announcement(ui, viewOf(ui, {}), at(1))).toBe('');
    expect(announcement(ui, at(9), viewOf(ui, {}))).toBe('');
  });
});

test('every day against the day before: at most 120 characters, and mostly nothing', () => {
  const ui = makeUi(loadTestContent('en'));
  let before = viewOf(ui, { date: '2022-02-24' });
  let days = 0;
  let said = 0;
  for (let at = Date.UTC(2022, 1, 25); at <= Date.UTC(2026, 7, 22); at += 86_400_000) {
    const after = viewOf(ui, { date: new Date(at).toISOString().slice(0, 10) });
    const sentence = announcement(ui, before, after);
    days += 1;
    if (sentence) said += 1;
    expect(sentence.length, sentence).toBeLessThanOrEqual(120);
    expect(sentence).not.toMatch(/[{}]|undefined/);
    before = after;
  }
  expect(said / days).toBeLessThan(0.2);
  expect(said).toBeGreaterThan(60);
});
