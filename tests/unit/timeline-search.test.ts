import { beforeAll, describe, expect, it } from 'vitest';
import type { PlantEvent } from '../../src/core/model';
import { fold } from '../../src/i18n/fold';
import { filterEvents, NO_FILTER } from '../../src/timeline/filter';
import { inOrder } from '../../src/timeline/items';
import { type EventSearch, makeSearch, pieces } from '../../src/timeline/search';
import { loadFacts, loadWords } from '../support/facts';
import { manyEvents } from '../support/many-events';

/** Each name with the other spellings that readers type. */
const SPELLINGS: [string, ...string[]][] = [
  ['Kyiv', 'Kiev', 'Київ', 'Киев', 'KYÏV', 'Київ'.normalize('NFD')],
  ['Zaporizhzhia', 'Zaporozhye', 'Zaporizhia', 'Zaporozhia', 'Запоріжжя', 'Запорожье'],
  ['Enerhodar', 'Energodar', 'Енергодар', 'Энергодар'],
  ['Dnipro', 'Dnieper', 'Днепр', 'Дніпро'],
  ['Mykolaiv', 'Nikolaev', 'Миколаїв', 'Николаев'],
  ['Kakhovka', 'Kahovka', 'Каховка'],
  ['Chornobyl', 'Chernobyl', 'Чорнобиль', 'Чернобыль'],
  ['Enerhoatom', 'Energoatom', 'Енергоатом'],
  ['Ukrenerho', 'Ukrenergo', 'Укренерго'],
];

describe('fold', () => {
  for (const [name, ...spellings] of SPELLINGS) {
    it(`brings ${name} and its other spellings together`, () => {
      for (const spelling of spellings) expect(fold(spelling), spelling).toBe(fold(name));
    });
  }

  it('drops case, diacritics and apostrophes', () => {
    expect(fold('L’Été d\u2019İ')).toBe('lete di');
    expect(fold('об’єкт')).toBe(fold('обʼєкт'));
  });

  it('leaves other words apart', () => {
    expect(fold('energy')).not.toBe(fold('enerhy'));
    expect(fold('Kryvyi Rih')).not.toBe(fold('Kyiv'));
  });
});

const facts = loadFacts();
const words = { en: loadWords('en'), uk: loadWords('uk') };
const events = inOrder(facts.events);
let search: EventSearch;
beforeAll(async () => {
  search = await makeSearch(facts.events, words);
});
/** Ids found, as the list shows them. */
const found = (query: string): string[] =>
  filterEvents(events, { ...NO_FILTER, text: query }, search.find(query)).map(({ id }) => id);
const title = (id: string, lang: 'en' | 'uk'): string => words[lang].events[id]?.title ?? '';
const marked = (query: string, id: string, lang: 'en' | 'uk'): string[] =>
  pieces(title(id, lang), search.find(query)?.get(id) ?? [])
    .filter(({ hit }) => hit)
    .map(({ text }) => text);

describe('a reader who searches', () => {
  it.each(SPELLINGS)('%s finds the same events by every spelling', (name, ...spellings) => {
    const expected = found(name);
    for (const spelling of spellings) expect(found(spelling), spelling).toEqual(expected);
  });

  it.each(['Zaporozhye', 'Energodar', 'Kiev', 'Енергоатом', 'Запоріжжя', 'Каховка'])(
    '%s finds events at all',
    (query) => {
      expect(found(query).length).toBeGreaterThan(0);
      expect(found(query).length).toBeLessThan(events.length);
    },
  );

  it('finds the plant by its abbreviations, and by its name in Russian spelling', () => {
    const named = found('Zaporizhzhia plant');
    expect(named.length).toBeGreaterThan(90);
    for (const query of ['ZNPP', 'ЗАЕС', 'znpp']) expect(found(query), query).toEqual(named);
    expect(found('Запорожская АЭС').length).toBeGreaterThan(90);
  });

  it('finds in either language whatever the page is in', () => {
    expect(found('пожежа')).toContain('2022-03-04-seizure');
    expect(found('burned')).toContain('2022-03-04-seizure');
    expect(found('Росатом')).toContain('2022-03-12-rosatom-claim');
    expect(found('Rosatom')).toContain('2022-03-12-rosatom-claim');
  });

  it('finds a word that only a summary, a version or a note on certainty has', () => {
    const only = (pick: (event: PlantEvent) => string | undefined) => {
      for (const event of events) {
        const rest = `${title(event.id, 'en')} ${title(event.id, 'uk')}`.toLowerCase();
        const word = pick(event)
          ?.match(/\p{L}{9,}/gu)
          ?.find((w) => !rest.includes(w.toLowerCase().slice(0, 6)));
        if (word) return [word, event.id] as const;
      }
      throw new Error('no such event');
    };
    for (const [word, id] of [
      only(({ id }) => words.en.events[id]?.summary),
      only(({ id }) => words.uk.events[id]?.versions?.[0]?.says),
      only(({ id }) => words.en.events[id]?.certainty),
    ]) {
      expect(found(word), word).toContain(id);
      expect(marked(word, id, 'en')).toEqual([]);
    }
  });

  it('finds a name while it is being typed', () => {
    const whole = found('Zaporizhzhia');
    for (const typed of ['zapor', 'Zaporozh', 'zaporizh', 'запорі', 'Запорож']) {
      expect(found(typed), typed).toEqual(expect.arrayContaining(whole));
    }
  });

  it('finds a long word with a slip in it, but no short one', () => {
    for (const typo of ['Enerhodra', 'Enrehodar', 'Енергодарр', 'Kakhovkka', 'reservior']) {
      expect(found(typo).length, typo).toBeGreaterThan(0);
    }
    expect(found('Enerhodrr')).toEqual(expect.arrayContaining(found('Enerhodar')));
    expect(found('linr')).toEqual([]);
    expect(found('shelling')).not.toEqual(expect.arrayContaining(found('helping')));
  });

  it('finds a day, a month and a year in words and in numbers', () => {
    const dam = '2023-06-06-kakhovka';
    for (const query of ['2023-06-06', '2023-06', '6 June 2023', '6 червня 2023', 'червень 2023']) {
      expect(found(query), query).toContain(dam);
    }
    expect(found('2023-06-06').every((id) => id.startsWith('2023-06-0'))).toBe(true);
    expect(found('7 June 2024')).not.toContain(dam);
  });

  it('finds by topic', () => {
    const water = events.filter(({ track }) => track === 'cooling-water').map(({ id }) => id);
    expect(found('cooling water')).toEqual(expect.arrayContaining(water));
    expect(found('вода для охолодження')).toEqual(expect.arrayContaining(water));
  });

  it('needs every word, in any order and language', () => {
    const both = found('IAEA diesel');
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan(found('diesel').length + 1);
    expect(found('diesel IAEA')).toEqual(both);
    expect(found('пожежа Rosatom').length).toBeLessThan(found('пожежа').length);
    expect(found('Enerhodar xylophone')).toEqual([]);
  });

  it('sees events in the order of their dates', () => {
    const dates = found('line').map((id) => events.find((e) => e.id === id)?.date ?? '');
    expect(dates.length).toBeGreaterThan(5);
    expect(dates).toEqual([...dates].sort());
  });

  it('is told that nothing was found, and that a query without a word decides nothing', () => {
    expect(search.find('xylophone')?.size).toBe(0);
    expect(search.find('   ')).toBeNull();
    expect(search.find(' – … ')).toBeNull();
  });

  it('sees the words marked as they stand in the title, found by any spelling', () => {
    const id = '2022-03-03-approach';
    expect(marked('Energodar', id, 'uk')).toEqual(['Енергодара']);
    expect(pieces('The dam’s loss: Kiev, Київ', ['kyiv', 'dams'])).toEqual([
      { text: 'The ', hit: false },
      { text: 'dam’s', hit: true },
      { text: ' loss: ', hit: false },
      { text: 'Kiev', hit: true },
      { text: ', ', hit: false },
      { text: 'Київ', hit: true },
    ]);
    expect(pieces('Nothing here', [])).toEqual([{ text: 'Nothing here', hit: false }]);
    expect(pieces('', ['a'])).toEqual([]);
  });
});

it('10,000 events are searched as well', async () => {
  const many = manyEvents(facts, words, 10_000);
  const big = await makeSearch(many.facts.events, many.text);
  const diesel = many.added.filter(({ id }) => many.text.en.events[id]?.title.includes('diesel'));
  const hits = big.find('дизель генератор');
  expect(diesel.length).toBeGreaterThan(500);
  expect(diesel.filter(({ id }) => !hits?.has(id))).toEqual([]);
  expect(hits?.size).toBeLessThan(diesel.length + facts.events.length);
}, 60_000);

it('a German reader finds events by German words, and still by English and Ukrainian ones', async () => {
  const german = await makeSearch(facts.events, { ...words, de: loadWords('de') });
  for (const query of ['Kachowka-Damm', 'Kakhovka dam', 'Каховська гребля']) {
    expect(german.find(query)?.has('2023-06-06-kakhovka'), query).toBe(true);
  }
});
