/** "Map in words" without its markup: every sentence about one day, from one snapshot. */
import type { Content } from '../content/content';
import { lineDirection, placeName, proposalShort } from '../content/words';
import { perObject } from '../core/cache';
import type { Snapshot } from '../core/snapshot-types';
import type { Side } from '../core/vocabulary';
import type { Ui } from '../ui/context';
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
}

export interface DayInWords {
  /** The day and the name of its period. */
  date: string;
  /** Always in view: power, losses, ceasefire, water. */
  summary: readonly string[];
  units: readonly WordsRow[];
  /** The plant's own lines: 750 kV and Ferosplavna-1 first. */
  lines: readonly WordsRow[];
  control: readonly string[];
  /** Cooling wells, IAEA, licences, proposals. */
  also: readonly string[];
}

/** The back-up line that outlasted the others stands with the main lines. */
const FIRST_BACK_UP = 'l_zates_feros_330';

function summary(ui: Ui, snapshot: Snapshot): string[] {
  const { t, fmt } = ui;
  const { outsidePower: power, truce } = snapshot;
  const sentences = [outsidePowerWords(ui, power)];
  // During a loss its own number says how many there were.
  if (power.state !== 'lost' || !power.loss?.number) sentences.push(lossesWords(ui, power.soFar));
  if (truce) {
    sentences.push(t('words.truce', { n: truce.number, date: fmt.day(truce.truce.from) }));
  }
  sentences.push(t('words.reservoir', { state: reservoirWords(ui, snapshot) }));
  if (snapshot.pond) sentences.push(pondWords(ui, snapshot.pond));
  return sentences;
}

function lineRows(ui: Ui, snapshot: Snapshot): WordsRow[] {
  const rank = ({ id, voltageKv }: { id: string; voltageKv: number }) =>
    voltageKv === 750 || id === FIRST_BACK_UP ? 0 : 1;
  return plantLines(ui, snapshot)
    .sort((a, b) => rank(a) - rank(b))
    .map((line) => {
      const to = lineDirection(ui.content, line.id);
      const direction = to ? [ui.t('line.direction', { to })] : [];
      return {
        id: line.id,
        name: lineWithKv(ui, line.id),
        text: [lineWords(ui, line), ...direction].join('; '),
      };
    });
}

/** The large places in the order of their names. */
const largePlaces = perObject((content: Content) =>
  content.facts.control.places
    .filter((place) => place.rank === 1)
    .map(({ id }) => ({ id, name: placeName(content, id) }))
    .sort((a, b) => a.name.localeCompare(b.name, content.lang)),
);

function control({ content, t, fmt }: Ui, snapshot: Snapshot): string[] {
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
    ...(held.RU ? [t('words.control.RU', { names: held.RU })] : []),
    ...(held.UA ? [t('words.control.UA', { names: held.UA })] : []),
    ...(held.contested ? [t('words.control.contested', { names: held.contested })] : []),
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
  const { wells, iaeaSince } = snapshot;
  return [
    ...(wells ? [t('words.wells', { n: wells.count, date: fmt.day(wells.from) })] : []),
    iaeaSince ? t('words.iaea.yes', { date: fmt.day(iaeaSince) }) : t('words.iaea.no'),
    ...licences(ui, snapshot),
    proposals(ui, snapshot),
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
    lines: lineRows(ui, snapshot),
    control: control(ui, snapshot),
    also: also(ui, snapshot),
  };
}
