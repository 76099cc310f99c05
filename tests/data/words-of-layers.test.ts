/**
 * Nothing is only in the picture: every layer of the map and every entry of its legend has its
 * counterpart in "Map in words" and the list by distance, looked for in the facts themselves. A new
 * layer or legend sign without words here fails.
 */
import { describe, expect, test } from 'vitest';
import type { Content } from '../../src/content/content';
import { lineName, placeName, proposalShort } from '../../src/content/words';
import { type Choice, DEFAULT_CHOICE } from '../../src/core/choice';
import { snapshotAt } from '../../src/core/snapshot';
import type { Snapshot } from '../../src/core/snapshot-types';
import { LANGUAGES } from '../../src/core/vocabulary';
import type { Swatch } from '../../src/map/layer';
import { legendEntries } from '../../src/map/legend';
import { LAYERS } from '../../src/map/order';
import { dayInWords, type WordsRow } from '../../src/panels/day-in-words';
import { placesInWords } from '../../src/panels/places-in-words';
import { overWords, resultWords } from '../../src/panels/scenario-words';
import { makeUi, type Ui } from '../../src/ui/context';
import { loadTestContent } from '../support/facts';

type Needed = (ui: Ui, snapshot: Snapshot) => readonly string[];

const rowWords = ({ name, text, where }: WordsRow) => `${name}: ${text}; ${where ?? ''}`;

/** All that is said of a view, as one text. */
function wordsOf(ui: Ui, snapshot: Snapshot): string {
  const day = dayInWords(ui, snapshot);
  return [
    day.date,
    ...day.summary,
    ...[...day.units, ...day.lines, ...day.ties].map(rowWords),
    ...day.control,
    ...day.also,
    ...day.unknown,
    ...day.drawn,
    ...placesInWords(ui, snapshot).map(
      ({ name, what, where, state }) => `${name}, ${what}, ${where}. ${state}`,
    ),
    ...resultWords(ui, snapshot).map(({ text }) => text),
    ...(snapshot.scenario ? overWords(ui, snapshot.scenario) : []),
  ].join('\n');
}

const namesOf = ({ facts }: Content, kinds: readonly string[]) =>
  facts.places.filter(({ kind }) => kinds.includes(kind));

const sideWords =
  (side: 'UA' | 'RU' | 'contested'): Needed =>
  ({ t }, { control }) =>
    control.some((place) => place.side === side) ? [t(`card.side.${side}`)] : [];

const unitWord =
  (state: string): Needed =>
  ({ t }) => [t(`unit.state.${state}`)];

const lineWord =
  (state: string): Needed =>
  ({ t }) => [t(`line.state.${state}`)];

/** What each layer draws, as the words have to name it. */
const LAYER_NEEDS: Record<string, Needed> = {
  land: ({ t }) => [t('words.drawn.land')],
  borders: ({ t }) => [t('words.drawn.land')],
  water: ({ content, t }, { reservoir, date }) => [
    t(`reservoir.${reservoir.state}`),
    ...namesOf(content, ['water']).map(({ id, before }) =>
      placeName(content, before && date < before.until ? before.name : id),
    ),
  ],
  occupation: ({ t }, { contactLine, control }) => [
    t('map.crimea'),
    t('map.since2014'),
    ...(contactLine && control.some(({ side }) => side === 'RU') ? [t('card.side.RU')] : []),
  ],
  local: ({ t }) => [t('words.drawn.near')],
  'contact-line': ({ t, fmt }, { contactLine }) =>
    contactLine
      ? [t('words.control.asOf', { date: fmt.month(contactLine.asOf) })]
      : [t('words.control.noLine')],
  lines: ({ content, t }, { lines }) =>
    [...lines.values()]
      .filter(({ group }) => group !== 'grid')
      .map((line) => {
        const key = line.group === 'plant' ? 'line.withKv' : 'map.lineLabel';
        const name = t(key, { name: lineName(content, line.id), kv: line.voltageKv });
        return `${name}: ${t(`line.state.${line.state}`)}`;
      })
      .concat(t('words.drawn.grid')),
  // Row by row in the flow table, which tests/browser/words.test.ts reads beside the map.
  flows: (ui, snapshot) =>
    snapshot.scenario
      ? [
          proposalShort(ui.content, snapshot.scenario.proposal),
          ...resultWords(ui, snapshot).map(({ text }) => text),
        ]
      : [],
  substations: ({ content }) =>
    content.facts.grid.nodes
      .filter(
        ({ id, kind }) =>
          !['znpp', 'zates'].includes(id) &&
          (kind === 'nuclear' ||
            content.facts.grid.lines.some(
              (line) => line.group === 'plant' && [line.from, line.to].includes(id),
            )),
      )
      .map(({ id }) => content.words.grid.nodes[id]?.name ?? id),
  plant: ({ t }, { units }) =>
    units.map(({ n, state }) => `${t('unit.name', { n: String(n) })}: ${t(`unit.state.${state}`)}`),
  labels: ({ content }) =>
    namesOf(content, ['city', 'town', 'village']).map(({ id }) => placeName(content, id)),
};

/** What each sign of the legend stands for. */
const SIGN_NEEDS: Record<Swatch, Needed> = {
  'plate-operating': (ui, snapshot) =>
    snapshot.scenario ? [] : unitWord('operating')(ui, snapshot),
  'plate-hot': unitWord('hot-shutdown'),
  'plate-cold': unitWord('cold-shutdown'),
  'plate-offline': unitWord('offline'),
  'plate-unknown': unitWord('unknown'),
  'line-in': (ui, snapshot) =>
    [...snapshot.lines.values()].some(({ group, state }) => group !== 'grid' && state === 'in')
      ? lineWord('in')(ui, snapshot)
      : [],
  'line-out': lineWord('out'),
  'line-unknown': lineWord('unknown'),
  'flow-ua': ({ t }) => [t('island.ua')],
  'flow-us': ({ t }) => [t('island.ua')],
  'flow-ru': ({ t }) => [t('island.ru')],
  'flow-width': ({ t }) => [t('unit.mw', { n: '' }).trim()],
  'flow-over': (ui, { scenario }) => (scenario ? overWords(ui, scenario).slice(0, 1) : []),
  mining: ({ t, fmt }, { scenario }) => [
    t('scenario.onSite', { mw: fmt.mw(scenario?.totals.onSite ?? 0) }),
  ],
  hatch: ({ t }) => [t('map.since2014')],
  'contact-line': ({ fmt }, { contactLine }) => [fmt.month(contactLine?.asOf ?? '')],
  bed: ({ t }, { reservoir }) => [t(`reservoir.${reservoir.state}`)],
  'place-ua': sideWords('UA'),
  'place-ru': sideWords('RU'),
  'place-contested': sideWords('contested'),
  substation: LAYER_NEEDS['substations'] as Needed,
  nuclear: ({ content }) =>
    content.facts.grid.nodes
      .filter(({ id, kind }) => kind === 'nuclear' && id !== 'znpp')
      .map(({ id }) => content.words.grid.nodes[id]?.name ?? ''),
};

const VIEWS: readonly Partial<Choice>[] = [
  { date: '2022-02-24' },
  { date: '2022-09-06' },
  { date: '2023-06-07' },
  { date: '2025-10-18' },
  { date: '2026-08-22' },
  { date: '2026-03-10', proposal: 'ua-us-50-50' },
  { date: '2026-03-10', proposal: 'ua-us-50-50', mining: 50 },
  { date: '2026-03-10', proposal: 'ru-rosatom-russian-grid', lines: 'repaired' },
];

test('every layer of the map has its words named here', () => {
  expect(Object.keys(LAYER_NEEDS).sort()).toEqual(LAYERS.map(({ id }) => id).sort());
});

describe.each(LANGUAGES)('in %s', (lang) => {
  const ui = makeUi(loadTestContent(lang));

  test.each(VIEWS)('everything that the map draws is said: %o', (patch) => {
    const snapshot = snapshotAt(ui.content.facts, { ...DEFAULT_CHOICE, ...patch });
    const words = wordsOf(ui, snapshot).toLocaleLowerCase(lang);
    const missing = (what: string, needed: readonly string[]) =>
      needed
        .flatMap((text) => text.split('\n'))
        .map((text) => text.trim())
        .filter((text) => !words.includes(text.toLocaleLowerCase(lang)))
        .map((text) => `${what}: ${text}`);
    const gaps = [
      ...LAYERS.flatMap(({ id }) => missing(id, LAYER_NEEDS[id]?.(ui, snapshot) ?? ['no words'])),
      ...legendEntries(snapshot).flatMap(({ swatch }) =>
        missing(swatch, SIGN_NEEDS[swatch](ui, snapshot)),
      ),
    ];
    expect(gaps).toEqual([]);
  });
});
