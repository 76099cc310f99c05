/**
 * Everything on the map that can be chosen there, as a list by distance from the plant: the plant,
 * towns, the stations that the map names. Pure; worked out when the list is opened.
 */
import { isSettlement } from '../content/content';
import { fromPlantWords } from '../content/from-plant';
import { namedNodes } from '../content/named-nodes';
import { placeName } from '../content/words';
import { distanceKm, type GeoPoint } from '../core/geo';
import type { GridNode } from '../core/model';
import type { Snapshot } from '../core/snapshot-types';
import type { Ui } from '../ui/context';
import { powerInShort } from './announce';
import { linesEndingAt, lineWithKv, lineWords, sinceWords } from './snapshot-words';

/** What a reader may choose on the map and in the list alike. */
export interface PickedPlace {
  kind: 'node' | 'place' | 'plant';
  id: string;
  at: GeoPoint;
}

export interface PlaceRow extends PickedPlace {
  name: string;
  /** "city"; '' where the name says it. */
  what: string;
  /** From the plant, unrounded. */
  km: number;
  /** "9 km north" */
  where: string;
  /** On the day of the snapshot. */
  state: string;
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

function nodeState(ui: Ui, snapshot: Snapshot, { id }: GridNode): string {
  const ending = linesEndingAt(ui, snapshot, id);
  if (ending.length === 0) return ui.t('places.noState');
  return ending
    .map((line) =>
      ui.t('places.line', { name: lineWithKv(ui, line.id), state: lineWords(ui, line) }),
    )
    .join('; ');
}

function placeRows(ui: Ui, { control }: Snapshot): Omit<PlaceRow, 'km' | 'where'>[] {
  const { content, t } = ui;
  const heldBy = new Map(control.map((place) => [place.id, place]));
  const settled = content.facts.places.filter(isSettlement);
  const dam = content.facts.control.places.filter(({ id }) => id === 'kakhovka-hpp');
  return [...settled, ...dam].map((place) => {
    const held = heldBy.get(place.id);
    const since = held ? sinceWords(ui, held.since, held.approx) : '';
    return {
      kind: 'place',
      id: place.id,
      at: place.at,
      name: placeName(content, place.id),
      what: t(`places.kind.${'kind' in place ? place.kind : 'dam'}`),
      state: held
        ? capital([t(`card.side.${held.side}`), since].filter(Boolean).join(' '))
        : t('places.noSide'),
    };
  });
}

function nodeRows(ui: Ui, snapshot: Snapshot): Omit<PlaceRow, 'km' | 'where'>[] {
  const { content } = ui;
  const { nodes } = content.words.grid;
  return namedNodes(content).map((node) => ({
    kind: 'node',
    id: node.id,
    at: node.at,
    name: capital(nodes[node.id]?.name ?? content.english.grid.nodes[node.id]?.name ?? node.id),
    what: '',
    state: nodeState(ui, snapshot, node),
  }));
}

/** Nearest first; the plant itself leads. */
export function placesInWords(ui: Ui, snapshot: Snapshot): PlaceRow[] {
  const { content, t } = ui;
  const { at } = content.facts.plant;
  const plant = {
    kind: 'plant',
    id: 'plant',
    at,
    name: t('card.plant'),
    what: '',
    state: capital(powerInShort(ui, snapshot.outsidePower)),
  } as const;
  return [plant, ...nodeRows(ui, snapshot), ...placeRows(ui, snapshot)]
    .map((row) => ({
      ...row,
      km: distanceKm(at, row.at),
      where: row.kind === 'plant' ? '' : fromPlantWords(content, t, row.at, true),
    }))
    .sort((a, b) => a.km - b.km);
}
