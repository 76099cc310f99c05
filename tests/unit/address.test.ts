import { describe, expect, test } from 'vitest';
import { type Choice, DEFAULT_CHOICE } from '../../src/core/choice';
import { knownIds, readAddress, writeAddress } from '../../src/state/address';
import { loadFacts } from '../support/facts';

const known = knownIds(loadFacts());
const read = (search: string) => readAddress(search, known);

describe('the address', () => {
  test('is empty for the default choice', () => {
    expect(writeAddress(DEFAULT_CHOICE)).toBe('');
    expect(read('').choice).toEqual(DEFAULT_CHOICE);
  });

  test('carries every part of a choice there and back', () => {
    const choice: Choice = {
      date: '2025-12-24',
      proposal: 'ua-us-50-50',
      compare: [
        { proposal: 'ua-full-return' },
        {
          proposal: 'us-trilateral-thirds',
          units: 3,
          lines: 'repaired',
          mining: 20,
          split: { ua: 1, us: 1, ru: 1 },
        },
      ],
      units: 4,
      lines: 'repaired',
      mining: 35,
      split: { ua: 2, us: 2, ru: 0 },
      usTo: 'ru',
      repair: ['l_znpp_dnip_750', 'l_zates_feros_330'],
      event: '2023-06-06-kakhovka',
      claim: 'c29',
      panel: 'proposals',
      lang: 'en',
      theme: 'dark',
      story: 'water',
      present: 4,
      print: null,
      embed: true,
      seed: 4821,
      map: { zoom: 8.25, lat: 47.51, lon: 34.586 },
      calculator: {
        machine: 's21xp',
        overhead: 1.2,
        uptime: 0.9,
        hash: '2026-06-26',
        price: 0.055,
        fees: 0.02,
        confirmations: 12,
      },
    };
    const search = writeAddress(choice);
    expect(read(search)).toEqual({ choice, ignored: [] });
    expect(search).toContain('compare=ua-full-return;us-trilateral-thirds~3~repaired~20~1-1-1');
  });

  test.each(['?panel=lesson&story=water', '?story=water&print=worksheet', '?print=handout'])(
    'writes %s as it read it',
    (search) => {
      expect(writeAddress(read(search).choice)).toBe(search);
    },
  );

  test('a walk is not printed: of the two the walk opens', () => {
    const { choice, ignored } = read('?story=water&present=3&print=handout');
    expect(choice).toMatchObject({ present: 3, print: null });
    expect(ignored).toEqual(['print']);
  });

  test('keeps the difference between no repaired line and all of them', () => {
    const none: Choice = { ...DEFAULT_CHOICE, repair: [] };
    expect(writeAddress(none)).toBe('?repair=none');
    expect(read('?repair=none').choice.repair).toEqual([]);
  });

  test('repairs a line once that is named twice', () => {
    const twice = '?repair=l_znpp_dnip_750,l_zates_feros_330,l_znpp_dnip_750';
    expect(read(twice).choice.repair).toEqual(['l_znpp_dnip_750', 'l_zates_feros_330']);
  });

  test.each([
    ['date=yesterday', 'date'],
    ['date=2023-02-30', 'date'],
    ['proposal=no-such-plan', 'proposal'],
    ['units=7', 'units'],
    ['units=-1', 'units'],
    ['lines=broken', 'lines'],
    ['mining=101', 'mining'],
    ['split=4-4-4', 'split'],
    ['split=a-b-c', 'split'],
    ['us=de', 'us'],
    ['repair=l_other', 'repair'],
    ['event=2099-01-01-x', 'event'],
    ['claim=c99', 'claim'],
    ['panel=%3Cscript%3E', 'panel'],
    ['lang=xx', 'lang'],
    ['theme=pink', 'theme'],
    ['present=0', 'present'],
    ['presenter=<b>', 'presenter'],
    ['story=moon', 'story'],
    ['print=poster', 'print'],
    ['print=key', 'print'],
    ['embed=yes', 'embed'],
    ['seed=0', 'seed'],
    ['seed=10000', 'seed'],
    ['seed=1.5', 'seed'],
    ['map=9/47', 'map'],
    ['map=99/47.5/34.6', 'map'],
    ['compare=ua-full-return;nonsense', 'compare'],
    ['compare=ua-full-return~9~foo', 'compare'],
    ['hash=2031-01-01', 'hash'],
    ['overhead=9', 'overhead'],
    ['fees=1.01', 'fees'],
    ['fees=-0.1', 'fees'],
    ['confirmations=7', 'confirmations'],
    ['confirmations=06', 'confirmations'],
  ])('falls back to the default for %s and says so', (query, key) => {
    expect(read(`?${query}`)).toEqual({ choice: DEFAULT_CHOICE, ignored: [key] });
  });

  test('brings dates outside the record to its edge', () => {
    expect(read('?date=2014-03-01').choice.date).toBe('2022-02-24');
    expect(read('?date=2030-01-01').choice.date).toBe('2026-08-22');
  });

  test.each([
    ['?event=2023-06-06-kakhovka', { panel: 'timeline', date: '2023-06-06' }],
    ['?claim=c29', { panel: 'claims' }],
    ['?proposal=ua-us-50-50', { panel: 'proposals' }],
    ['?panel=search', { panel: 'timeline' }],
    ['?story=water', { story: 'water', present: 1 }],
    ['?panel=lesson&story=water', { story: 'water', present: null }],
    ['?story=water&print=key', { story: 'water', present: null, print: 'key' }],
    ['?date=2023-06-20&print=handout', { date: '2023-06-20', print: 'handout' }],
    ['?panel=quiz', { panel: 'quiz', seed: null }],
    ['?seed=7', { panel: 'quiz', seed: 7 }],
    ['?panel=timeline&seed=7', { panel: 'timeline', seed: 7 }],
  ])('%s alone says enough', (search, expected) => {
    const reading = read(search);
    expect(reading.choice).toMatchObject(expected);
    expect(reading.ignored).toEqual([]);
  });

  test('names the language only where the page has another one', () => {
    const uk: Choice = { ...DEFAULT_CHOICE, lang: 'uk' };
    expect(writeAddress(uk, 'uk')).toBe('');
    expect(writeAddress(uk, 'en')).toBe('?lang=uk');
  });
});
