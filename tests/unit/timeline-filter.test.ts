import { describe, expect, it } from 'vitest';
import type { PlantEvent } from '../../src/core/model';
import { byYear, filterEvents, fold, NO_FILTER } from '../../src/timeline/filter';

describe('fold', () => {
  const same: [string, ...string[]][] = [
    ['Kyiv', 'Kiev', 'Київ', 'Киев', 'KYÏV'],
    ['Zaporizhzhia', 'Zaporozhye', 'Zaporizhia', 'Zaporozhia', 'Запоріжжя', 'Запорожье'],
    ['Enerhodar', 'Energodar', 'Енергодар', 'Энергодар'],
    ['Dnipro', 'Dnieper', 'Днепр', 'Дніпро'],
    ['Mykolaiv', 'Nikolaev', 'Миколаїв', 'Николаев'],
    ['Kakhovka', 'Kahovka', 'Каховка'],
    ['Chornobyl', 'Chernobyl', 'Чорнобиль', 'Чернобыль'],
  ];
  for (const [name, ...spellings] of same) {
    it(`finds ${name} by its other spellings`, () => {
      for (const spelling of spellings) expect(fold(spelling), spelling).toBe(fold(name));
    });
  }

  it('drops case, diacritics and apostrophes', () => {
    expect(fold('L’Été d\u2019İ')).toBe('lete di');
    expect(fold('об’єкт')).toBe(fold('обʼєкт'));
  });

  it('finds a name while it is being typed', () => {
    for (const typed of ['zapor', 'Zaporozh', 'zaporizh', 'запорі', 'Запорож']) {
      expect(fold('Zaporizhzhia plant'), typed).toContain(fold(typed));
    }
  });
});

describe('filterEvents', () => {
  const make = (id: string, more: Partial<PlantEvent>): PlantEvent => ({
    id,
    date: '2022-03-04',
    precision: 'day',
    track: 'grid',
    importance: 2,
    status: 'confirmed',
    sources: ['s'],
    ...more,
  });
  const events = [
    make('line', { importance: 1 }),
    make('talks', { track: 'diplomacy', status: 'claimed', date: '2023-01-01' }),
    make('note', { importance: 3, status: 'disputed', date: '2023-02-01' }),
  ];
  const text: Record<string, string> = {
    line: 'Main line lost near Enerhodar',
    talks: 'Talks in Kyiv',
    note: 'Note about the main plant',
  };
  const found = (filter: Partial<typeof NO_FILTER>) =>
    filterEvents(events, { ...NO_FILTER, ...filter }, ({ id }) => fold(text[id] ?? '')).map(
      ({ id }) => id,
    );

  it('lets everything through by default, in order', () => {
    expect(found({})).toEqual(['line', 'talks', 'note']);
    expect(found({ text: '   ' })).toEqual(['line', 'talks', 'note']);
  });

  it('filters by track, status and importance, and by all together', () => {
    expect(found({ track: 'diplomacy' })).toEqual(['talks']);
    expect(found({ status: 'disputed' })).toEqual(['note']);
    expect(found({ importance: 1 })).toEqual(['line']);
    expect(found({ importance: 2, status: 'confirmed', track: 'grid' })).toEqual(['line']);
  });

  it('wants every word, in any order and spelling', () => {
    expect(found({ text: 'main' })).toEqual(['line', 'note']);
    expect(found({ text: 'Энергодар lost' })).toEqual(['line']);
    expect(found({ text: 'Kiev' })).toEqual(['talks']);
    expect(found({ text: 'main kyiv' })).toEqual([]);
  });

  it('groups by year', () => {
    expect(byYear(events).map(({ year, events: list }) => [year, list.length])).toEqual([
      ['2022', 1],
      ['2023', 2],
    ]);
  });
});
