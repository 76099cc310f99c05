/** Figures in words: without a source, unlike the record, unlike the other language, ill written. */
import type { Slip } from './slip';

const EN = 'data/text/en/ui.json';
const UK = 'data/text/uk/ui.json';
const FIGURES = 'data/figures.json';

/** A slip in the form of a number: the text with it, and what is said of it. */
const written = (title: string, file: string, text: string, reason: string): Slip => [
  title,
  (f) => {
    f[file]['story.title'] = text;
  },
  `${file} · story.title · ${reason}`,
];

export const FIGURES_IN_WORDS: Slip[] = [
  [
    'an interface text with a figure from nowhere',
    (f) => {
      f[EN]['story.title'] += ' 42';
    },
    `${EN} · story.title · the figure 42 is not traced in data/figures.json`,
  ],
  [
    'an interface text with an amount in words from nowhere',
    (f) => {
      f[EN]['story.title'] += ' for seven states';
    },
    `${EN} · story.title · the figure 7 is not traced`,
  ],
  [
    'a date in an interface text that is not the traced one any more',
    (f) => {
      f[EN]['mining.q3.rest'] = 'until 15 March 2032.';
    },
    `${EN} · mining.q3.rest · the text does not have “15 March 2031”`,
  ],
  [
    'a figure traced to a record that says another one',
    (f) => {
      f['data/plant.json'].wells.m3PerHour = 240;
    },
    `${EN} · why.water · “250” differs from plant/wells: 250 is no figure of it`,
  ],
  [
    'a day traced to a record of another day',
    (f) => {
      f[FIGURES].ui['assume.units.why']['11 September 2022'] = 'mining/plant-net';
    },
    `${EN} · assume.units.why · “11 September 2022” differs from mining/plant-net: 2022-09-11`,
  ],
  [
    'a figure of the house that the code has otherwise',
    (f) => {
      f[EN]['lesson.plan'] = '40 minutes';
      f[FIGURES].ui['lesson.plan'] = { 40: 'house/lesson-minutes' };
    },
    `${EN} · lesson.plan · “40” differs from house/lesson-minutes`,
  ],
  [
    'a figure traced to a source that does not exist',
    (f) => {
      f[FIGURES].glossary['mw.text']['16,400 MW'] = 'sources/nobody';
    },
    'data/text/en/glossary.json · mw.text · source nobody does not exist',
  ],
  [
    'a figure traced to a record that does not exist',
    (f) => {
      f[FIGURES].ui['why.water'].eleven = 'plant/springs';
    },
    `${EN} · why.water · “eleven”: record plant/springs does not exist`,
  ],
  [
    'a text traced although it has no figure',
    (f) => {
      f[EN]['states.units'] = 'The units';
    },
    `${EN} · states.units · stands in data/figures.json but has no figure`,
  ],
  [
    'a traced text that is gone',
    (f) => {
      f[FIGURES].ui['states.gone'] = 'scale';
    },
    `${FIGURES} · ui states.gone · traces a text that does not exist`,
  ],
  [
    'a kind of figure that nobody knows',
    (f) => {
      f[FIGURES].ui['states.units'] = 'trust-me';
    },
    `${FIGURES} · `,
  ],
  [
    'a record without a source that states a figure',
    (f) => {
      f['data/text/en/grid.json'].loads.dnipropetrovsk += ', 3,000\u00a0MW';
    },
    'data/text/en/grid.json · loads.dnipropetrovsk · has a figure, but loads/dnipropetrovsk names no source',
  ],
  [
    'a task of a lesson with a figure that no step has',
    (f) => {
      f['data/text/en/stories/water.json'].lesson.sheet.tasks[5].expect = '80,000; 330.';
    },
    'data/text/en/stories/water.json · lesson.sheet.tasks.5.expect · the figure 330 is in no step',
  ],
  [
    'another year in Ukrainian',
    (f) => {
      f[UK]['mining.q3.rest'] = f[UK]['mining.q3.rest'].replace('2031', '2032');
    },
    `${UK} · mining.q3.rest · lacks the English figures 2031`,
  ],
  [
    'another month in Ukrainian',
    (f) => {
      f[UK]['mining.q3.rest'] = f[UK]['mining.q3.rest'].replace('березня', 'травня');
    },
    `${UK} · mining.q3.rest · lacks the English months 3`,
  ],
  [
    'a figure more in Ukrainian',
    (f) => {
      f[UK]['story.title'] += ' 42';
    },
    `${UK} · story.title · has the figures 42, which English lacks`,
  ],
  [
    'a figure of an event told otherwise in Ukrainian',
    (f) => {
      const words = f['data/text/uk/events.json']['2023-08-22-first-well'];
      words.summary = words.summary.replace('20', '25');
    },
    'data/text/uk/events.json · 2023-08-22-first-well.summary · lacks the English figures 20',
  ],
  written('an English decimal comma', EN, '3,5\u00a0kW', 'the decimal sign is a point'),
  written('English thousands by a space', EN, '1\u00a0060\u00a0EH/s', 'thousands are set off by a'),
  written('English thousands in one piece', EN, '12000 people', 'thousands are set off by a comma'),
  written('a quantity like a year', EN, '2000\u00a0MW', 'thousands are set off by a comma'),
  written('a Ukrainian decimal point', UK, '3.5\u00a0кВт', 'the decimal sign is a comma'),
  written(
    'Ukrainian thousands by a plain space',
    UK,
    '1 060\u00a0EH/s',
    'thousands need a no-break',
  ),
  written('a Ukrainian number in one piece', UK, '12000 людей', 'thousands are set off by a no-'),
  written('a unit that may part from its number', EN, '750 kV', 'number and unit need a no-break'),
  written('a unit that may part in Ukrainian', UK, '750 кВ', 'number and unit need a no-break'),
  written('a unit glued to its number', EN, '750kV', 'number and unit stand without a space'),
  written('a per cent sign glued to its number', UK, '22%', 'the per cent sign needs a no-break'),
  written('a currency that may part', EN, 'USD 7 a day', 'currency and number need a no-break'),
  written('a range with a hyphen', EN, 'units 1-4', 'a range needs an en dash'),
  written('a negative number with a hyphen', EN, 'at -5\u00a0°C', 'a negative number needs a true'),
];
