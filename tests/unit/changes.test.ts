/** What changed on a day: known days of the record, and the sentences made of them. */
import { describe, expect, test } from 'vitest';
import { changesOfEvent, changesOn, isQuiet } from '../../src/core/changes';
import { changeWords } from '../../src/panels/change-words';
import { makeUi } from '../../src/ui/context';
import { loadFacts, loadTestContent } from '../support/facts';

const facts = loadFacts();
const en = makeUi(loadTestContent('en'));
const uk = makeUi(loadTestContent('uk'));
const eventOf = (id: string) => {
  const event = facts.events.find((e) => e.id === id);
  if (!event) throw new Error(`no event ${id}`);
  return event;
};
/** No-break spaces as spaces. */
const plain = (sentences: string[]) => sentences.map((s) => s.replaceAll(/\s/g, ' '));

describe('a day of the record', () => {
  test('5 September 2022: the last back-up line goes and with it all outside power', () => {
    const changes = changesOn(facts, '2022-09-05');
    expect(changes.lost?.id).toBe('l01');
    expect(changes.lines).toContainEqual({
      id: 'l_zates_feros_330',
      from: 'in',
      to: 'out',
      approx: false,
    });
    expect(changes.reservoir).toBeNull();
    const said = plain(changeWords(en, changes));
    expect(said[0]).toBe(
      'All outside power was lost. One of the plant’s own units feeds it (island mode).',
    );
    expect(said).toContain('Out of service: Ferosplavna-1 (330 kV).');
    // Not firmly sourced, so not in one sentence with the line that is.
    expect(said.find((s) => s.includes('Nikopolska'))).toMatch(/\(approximate\)\.$/);
  });

  test('6 June 2023: the reservoir starts to drain', () => {
    const changes = changesOn(facts, '2023-06-06');
    expect(changes.reservoir).toEqual({ from: 'full', to: 'draining' });
    expect(changes.lines).toEqual([]);
    expect(plain(changeWords(uk, changes))).toContain(
      'Каховське водосховище: спорожнюється (до того: повне).',
    );
  });

  test('23 September 2025: the last line goes', () => {
    const changes = changesOn(facts, '2025-09-23');
    expect(changes.lost?.number).toBe(10);
    expect(plain(changeWords(en, changes))).toEqual([
      'All outside power was lost. Diesel generators feed the plant.',
      'Out of service: Dniprovska (750 kV).',
    ]);
  });

  test('23 October 2025: power is back', () => {
    const changes = changesOn(facts, '2025-10-23');
    expect(changes.powerBack).toBe(true);
    expect(plain(changeWords(en, changes))).toEqual([
      'Outside power came back.',
      'Back in service: Dniprovska (750 kV).',
    ]);
  });

  test('24 March 2026: the main line goes, outside power stays', () => {
    const changes = changesOn(facts, '2026-03-24');
    expect(changes.lost).toBeNull();
    expect(plain(changeWords(uk, changes))).toEqual(['Вимкнено: Дніпровська (750 кВ).']);
  });

  test('a loss that ended on its own day is said, though the day ends as it began', () => {
    const changes = changesOn(facts, '2023-05-22');
    expect(changes.lost).toBeNull();
    expect(changes.shortLosses.map(({ id }) => id)).toEqual(['l07']);
    expect(changes.shortLines).toContain('l_znpp_dnip_750');
    expect(isQuiet(changes)).toBe(false);
  });

  test('a quiet day has nothing to say', () => {
    const changes = changesOn(facts, '2024-12-25');
    expect(isQuiet(changes)).toBe(true);
    expect(changeWords(en, changes)).toEqual([]);
  });

  test('an event’s days have words exactly when something changed, none of them unfilled', () => {
    for (const changes of facts.events.flatMap((event) => changesOfEvent(facts, event))) {
      const said = [...changeWords(en, changes), ...changeWords(uk, changes)];
      expect(said.length === 0, changes.day).toBe(isQuiet(changes));
      expect(said.join(' '), changes.day).not.toMatch(/[{}]|\b(changes|line|unit|power)\.[a-z]/);
    }
  });

  test('many places are cut to the first few, with the number of all', () => {
    const place = (id: string) => ({ id, from: 'UA', to: 'RU', approx: false }) as const;
    const ids = facts.control.places.slice(0, 9).map(({ id }) => id);
    const none = changesOn(facts, '2024-12-25');
    const [said, ...more] = changeWords(en, { ...none, places: ids.map(place) });
    expect(more).toEqual([]);
    expect(said?.split(', ')).toHaveLength(5);
    expect(said).toMatch(/^Shown as occupied by Russia: .* and others, 9 in all\.$/);
  });
});

describe('an event', () => {
  test('with an end is compared on its first and on its last day', () => {
    const days = changesOfEvent(facts, eventOf('2025-09-23-month-long-loss'));
    expect(days.map(({ day }) => day)).toEqual(['2025-09-23', '2025-10-23']);
  });

  test('of one day is compared once', () => {
    expect(changesOfEvent(facts, eventOf('2023-06-06-kakhovka'))).toHaveLength(1);
  });

  test('known to the month is not compared at all', () => {
    expect(changesOfEvent(facts, eventOf('2024-02-01-staff-barred'))).toEqual([]);
  });
});
