/** "Map in words" without its markup: every sentence about one day, from one snapshot. */
import { type Content, isSettlement } from '../content/content';
import { lineDirection, lineName, placeName, proposalShort } from '../content/words';
import { perObject } from '../core/cache';
import { compass, distanceKm, nearestOnPath } from '../core/geo';
import type { LineStatus, Snapshot } from '../core/snapshot-types';
import type { Side } from '../core/vocabulary';
import type { Ui } from '../ui/context';
import { resultInShort, unitsInShort } from './announce';
import {
  lineWithKv,
  lineWords,
  lossesWords,
  outsidePowerWords,
  plantLines,
  pondWords,
  reservoirWords,
  unitWords,
} from './snapshot-words';

/** One thing and what is said of it. */
export interface WordsRow {
  id: string;
  name: string;
  text: string;
  /** Of a line: where it goes. */
  where?: string;
}

export interface DayInWords {
  /** The day and the name of its period. */
  date: string;
  /** Always in view: power, units, water, and the model's answer to the chosen proposal. */
  summary: readonly string[];
  units: readonly WordsRow[];
  /** The plant's own lines: 750 kV and Ferosplavna-1 first. */
  lines: readonly WordsRow[];
  /** The link to the thermal plant, ties to Crimea and Rostov. */
  ties: readonly WordsRow[];
  control: readonly string[];
  /** Losses, ceasefire, cooling water, IAEA, licences, proposals. */
  also: readonly string[];
  /** What the map leaves open on this day. */
  unknown: readonly string[];
  /** What stands around the plant's own lines whatever the day. */
  drawn: readonly string[];
}

/** The back-up line that outlasted the others stands with the main lines. */
const FIRST_BACK_UP = 'l_zates_feros_330';

function summary(ui: Ui, snapshot: Snapshot): string[] {
  const { content, t } = ui;
  const { proposal } = snapshot;
  const sentences = [
    outsidePowerWords(ui, snapshot.outsidePower),
    t('words.unitsShort', { list: unitsInShort(ui, snapshot) }),
    t('words.reservoir', { state: reservoirWords(ui, snapshot) }),
  ];
  if (proposal) {
    const name = proposalShort(content, proposal.id);
    const result = resultInShort(ui, snapshot);
    sentences.push(
      result ? t('words.proposal', { name, result }) : t('words.proposal.noPower', { name }),
    );
  }
  return sentences;
}

const lineRow =
  (ui: Ui) =>
  (line: LineStatus): WordsRow => ({
    id: line.id,
    // Voltages in brackets tell the plant's own lines apart: two may share a name.
    name:
      line.group === 'plant'
        ? lineWithKv(ui, line.id)
        : ui.t('map.lineLabel', { name: lineName(ui.content, line.id), kv: line.voltageKv }),
    text: lineWords(ui, line),
    where: lineDirection(ui.content, line.id),
  });

function ownLines(ui: Ui, snapshot: Snapshot): LineStatus[] {
  const rank = ({ id, voltageKv }: LineStatus) =>
    voltageKv === 750 || id === FIRST_BACK_UP ? 0 : 1;
  return plantLines(ui, snapshot).sort((a, b) => rank(a) - rank(b));
}

const otherNamedLines = ({ lines }: Snapshot): LineStatus[] =>
  [...lines.values()].filter(({ group }) => group !== 'plant' && group !== 'grid');

/** The large places in the order of their names. */
const largePlaces = perObject((content: Content) =>
  content.facts.control.places
    .filter((place) => place.rank === 1)
    .map(({ id }) => ({ id, name: placeName(content, id) }))
    .sort((a, b) => a.name.localeCompare(b.name, content.lang)),
);

/** The line is drawn roughly: steps of 5 km pretend to no more. */
const CONTACT_STEP_KM = 5;

function contactDistance({ content, t }: Ui, { contactLine }: Snapshot): string[] {
  if (!contactLine) return [];
  const { at } = content.facts.plant;
  const nearest = nearestOnPath(at, contactLine.path);
  const steps = Math.max(1, Math.round(distanceKm(at, nearest) / CONTACT_STEP_KM));
  const direction = t(`compass.${compass(at, nearest)}`);
  return [t('words.control.distance', { km: steps * CONTACT_STEP_KM, direction })];
}

function control(ui: Ui, snapshot: Snapshot): string[] {
  const { content, t, fmt } = ui;
  const sideOf = new Map(snapshot.control.map(({ id, side }) => [id, side]));
  const names = (side: Side) =>
    largePlaces(content)
      .filter(({ id }) => sideOf.get(id) === side)
      .map(({ name }) => name)
      .join(', ');
  const line = snapshot.contactLine;
  const held = { RU: names('RU'), UA: names('UA'), contested: names('contested') };
  return [
    line ? t('words.control.asOf', { date: fmt.month(line.asOf) }) : t('words.control.noLine'),
    ...contactDistance(ui, snapshot),
    ...(held.RU ? [t('words.control.RU', { names: held.RU })] : []),
    ...(held.UA ? [t('words.control.UA', { names: held.UA })] : []),
    ...(held.contested ? [t('words.control.contested', { names: held.contested })] : []),
    t('words.control.crimea', { name: t('map.crimea'), since: t('map.since2014') }),
    t('words.control.rest'),
  ];
}

function licences({ t, fmt }: Ui, { units, storeLicence }: Snapshot): string[] {
  const ofUnits = units.flatMap(({ n, licence }) =>
    licence ? [t('licence.unit', { n: String(n), date: fmt.day(licence.date) })] : [],
  );
  const ofStore = storeLicence ? [t('licence.store', { date: fmt.day(storeLicence.date) })] : [];
  const list = [...ofStore, ...ofUnits].join(', ');
  return [
    ...(list ? [t('words.licences', { list })] : []),
    // The statements found are about the units.
    ...(ofUnits.length > 0 ? [t('words.licences.positions')] : []),
  ];
}

function proposals({ content, t, fmt }: Ui, { proposalsSoFar }: Snapshot): string {
  const known = proposalsSoFar.flatMap((id) => content.proposalById.get(id) ?? []);
  const [first, ...others] = known;
  if (!first) return t('words.proposals.none');
  const newest = others.reduce((a, b) => (b.firstReported >= a.firstReported ? b : a), first);
  return t('words.proposals', {
    n: known.length,
    name: proposalShort(content, newest.id),
    date: fmt.day(newest.firstReported),
  });
}

function also(ui: Ui, snapshot: Snapshot): string[] {
  const { t, fmt } = ui;
  const { wells, iaeaSince, outsidePower: power, truce, pond } = snapshot;
  return [
    // During a loss its own number says how many there were.
    ...(power.state !== 'lost' || !power.loss?.number ? [lossesWords(ui, power.soFar)] : []),
    ...(truce ? [t('words.truce', { n: truce.number, date: fmt.day(truce.truce.from) })] : []),
    ...(pond ? [pondWords(ui, pond)] : []),
    ...(wells ? [t('words.wells', { n: wells.count, date: fmt.day(wells.from) })] : []),
    iaeaSince ? t('words.iaea.yes', { date: fmt.day(iaeaSince) }) : t('words.iaea.no'),
    ...licences(ui, snapshot),
    proposals(ui, snapshot),
  ];
}

function unknown(ui: Ui, snapshot: Snapshot): string[] {
  const { content, t } = ui;
  const lines = [...ownLines(ui, snapshot), ...otherNamedLines(snapshot)];
  const units = snapshot.units.filter(({ state }) => state === 'unknown').length;
  const known = new Set(snapshot.control.map(({ id }) => id));
  const names = (list: readonly LineStatus[]) =>
    list.map(({ id }) => lineWithKv(ui, id)).join(', ');
  const said = (key: string, list: readonly LineStatus[]) =>
    list.length > 0 ? [t(key, { names: names(list) })] : [];
  const places = content.facts.places
    .filter((place) => isSettlement(place) && !known.has(place.id))
    .map(({ id }) => placeName(content, id));
  return [
    ...(units > 0 ? [t('words.unknown.units', { n: units })] : []),
    ...said(
      'words.unknown.lines',
      lines.filter(({ state }) => state === 'unknown'),
    ),
    ...said(
      'words.unknown.lastKnown',
      lines.filter(({ lastKnown }) => lastKnown),
    ),
    ...(snapshot.pond ? [] : [t('words.unknown.pond')]),
    ...(places.length > 0 ? [t('words.unknown.places', { names: places.join(', ') })] : []),
  ];
}

/** Names of the waters on the map as they were on the day. */
function watersOn({ content }: Ui, { date }: Snapshot): string[] {
  return content.facts.places
    .filter(({ kind }) => kind === 'water')
    .map(({ id, before }) => placeName(content, before && date < before.until ? before.name : id));
}

function drawn(ui: Ui, snapshot: Snapshot): string[] {
  const { t } = ui;
  return [
    t('words.drawn.waters', { names: watersOn(ui, snapshot).join(', ') }),
    t('words.drawn.land'),
    t('words.drawn.grid'),
    t('words.drawn.near'),
  ];
}

/** Everything "Map in words" says of the day itself; flows of a proposal are not part of it. */
export function dayInWords(ui: Ui, snapshot: Snapshot): DayInWords {
  const { t, fmt } = ui;
  return {
    date: [fmt.day(snapshot.date), snapshot.phase && t(`phase.${snapshot.phase}`)]
      .filter(Boolean)
      .join(' · '),
    summary: summary(ui, snapshot),
    units: snapshot.units.map((unit) => ({
      id: String(unit.n),
      name: t('unit.name', { n: String(unit.n) }),
      text: unitWords(ui, unit),
    })),
    lines: ownLines(ui, snapshot).map(lineRow(ui)),
    ties: otherNamedLines(snapshot).map(lineRow(ui)),
    control: control(ui, snapshot),
    also: also(ui, snapshot),
    unknown: unknown(ui, snapshot),
    drawn: drawn(ui, snapshot),
  };
}
