/** Figures are read from a text alike in both languages, and good ones are not refused. */
import { describe, expect, test } from 'vitest';
import { type Bundle, readBundle } from '../../scripts/check/bundle';
import { checkBundle } from '../../scripts/check/check';
import { formatReasons } from '../../scripts/check/figure-format';
import { twinReasons } from '../../scripts/check/figure-twins';
import { datesOf, digitsOf, monthsOf, wordNumbersOf } from '../../scripts/check/figures';
import { root } from '../../scripts/lib/paths.mjs';

describe('the same figure in two languages', () => {
  test.each([
    ['1,060 EH/s', '1060 EH/s'],
    ['1,060 EH/s', '1\u00a0060 EH/s'],
    ['1,050,000 blocks of 3.125', '1\u00a0050\u00a0000 блоків по 3,125'],
    ['USD 1.4 billion', '1,4\u00a0млрд дол.'],
    ['above 11,000 people', 'понад 11 тисяч людей'],
    ['from 9 to 11 November 2022', '9–11 листопада 2022 року'],
    ['in late May', 'наприкінці травня'],
    ['the 16th team', 'шістнадцята група'],
    ['Twenty diesel generators', '20 дизель-генераторів'],
    ['number 21', 'двадцять перша'],
    ['{n|one:# line|other:# lines} of 6', '{n|one:# лінія|few:# лінії|many:# ліній} із 6'],
  ])('%s = %s', (english, ukrainian) => {
    expect(twinReasons(english, ukrainian, 'uk')).toEqual([]);
  });

  test.each([
    ['1,060 EH/s', '1,060 EH/s'],
    ['3.5 kW', '35 кВт'],
    ['5 cm, then 5 cm', '5 см'],
    ['in March', 'у квітні'],
    ['six units', 'блоки, усього 7'],
  ])('%s ≠ %s', (english, ukrainian) => {
    expect(twinReasons(english, ukrainian, 'uk')).not.toEqual([]);
  });

  test('a month is a word of its own: “may”, «червоний» and «липа» are none', () => {
    expect(monthsOf('It may march on', 'en')).toEqual([]);
    expect(monthsOf('червоний, липа, у серпі', 'uk')).toEqual([]);
    expect(monthsOf('у липні та серпні', 'uk')).toEqual(['7', '8']);
  });

  test('dates are read with their days, or to the month', () => {
    expect(datesOf('on 9–11 November 2022 and in June\u00a02023, not on 3 March', 'en')).toEqual([
      '2023-06',
      '2022-11-09',
      '2022-11-11',
    ]);
  });

  test('numbers and words of a text', () => {
    expect(digitsOf('{n} of 6 made 8.30 TWh', 'en')).toEqual(['6', '8.3']);
    expect(wordNumbersOf('All six; one thirteenth', 'en')).toEqual(['1', '6', '13']);
  });
});

describe('good figures are not refused', () => {
  test.each([
    ['en', '15 March 2031, 1,060\u00a0EH/s, 3.5\u00a0kW, 22\u00a0%, USD\u00a07.9 million'],
    ['en', '20–90 minutes at 14:04, Ferosplavna-1 (330\u00a0kV), 20-point draft, −5\u00a0°C'],
    ['en', 'units 1, 2 and 3 in 2022–2023; 6 × 950 = 5,700; CC BY 4.0'],
    ['en', 'step 3 shows what unit 4 makes'],
    [
      'uk',
      '15 березня 2031 року, 1060 або 1\u00a0060\u00a0EH/s, 3,5\u00a0кВт, 22\u00a0%, ODbL 1.0',
    ],
    ['uk', 'о 03:41, 11\u00a0500 людей, 1,4\u00a0млрд дол., блоки 1, 2 і 3'],
  ] as const)('%s: %s', (lang, text) => {
    expect(formatReasons(text, lang)).toEqual([]);
  });
});

test('a source that only an interface text names counts as used', () => {
  const bundle: Bundle = structuredClone(readBundle(root));
  // biome-ignore lint/suspicious/noExplicitAny: the files are read as they are
  const files = bundle.files as Record<string, any>;
  files['data/sources.json'].extra = structuredClone(files['data/sources.json'].osm_gk);
  const unused = () =>
    checkBundle(bundle).filter(({ id, reason }) => id === 'extra' && reason.includes('not used'));
  expect(unused()).toHaveLength(1);
  files['data/figures.json'].grid['assumptions.a02']['January 2017'] = 'sources/extra';
  expect(unused()).toEqual([]);
});
