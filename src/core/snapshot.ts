/**
 * Facts + choice → everything that is true on the chosen date under the chosen proposal.
 * Pure; the only way from data to map, timeline and panels.
 */
import { perObject, Recent } from './cache';
import type { Choice } from './choice';
import { addDays, covers, dayNumber } from './dates';
import { perEpoch, turnsOf } from './epochs';
import { LINE_RULE_TURNS } from './line-sets';
import type { Facts, GridLine, Licence, LineInterval, Loss, Plant, Proposal } from './model';
import { buildScenario } from './scenario';
import { shareParts } from './share-parts';
import type {
  ContactLine,
  LineStatus,
  LossCount,
  OutsidePower,
  PlaceControl,
  Pond,
  ScenarioResult,
  Snapshot,
  UnitStatus,
} from './snapshot-types';
import { LAST_DATE } from './vocabulary';

type DatedChoice = Pick<
  Choice,
  'date' | 'proposal' | 'units' | 'lines' | 'mining' | 'split' | 'usTo' | 'repair'
>;

/** Interval of a history that covers the day; histories are contiguous, so there is at most one. */
function intervalAt<T extends { from: string | null; to: string | null }>(
  history: readonly T[],
  day: string,
): T | null {
  return history.find((interval) => covers(interval, day)) ?? null;
}

const issued = (licence: Licence | undefined, date: string): Licence | null =>
  licence && licence.date <= date ? licence : null;

/** Last of a list in the order of its days that is not newer than the date. */
function latest<T>(list: readonly T[], dayOf: (one: T) => string, date: string): T | null {
  let last: T | null = null;
  for (const one of list) {
    if (dayOf(one) > date) break;
    last = one;
  }
  return last;
}

export function unitStatuses(plant: Plant, date: string): UnitStatus[] {
  return plant.units.map((unit) => {
    const interval = intervalAt(unit.history, date);
    return {
      n: unit.n,
      state: interval?.state ?? 'unknown',
      since: interval?.from ?? null,
      approx: interval?.approx === true || interval?.month === true,
      licence: issued(unit.russianLicence, date),
      sources: interval?.sources ?? [],
    };
  });
}

/** State of one line at the end of the day. */
export function lineStatus(line: GridLine, date: string): LineStatus {
  const interval: LineInterval | null = intervalAt(line.history, date);
  return {
    id: line.id,
    group: line.group,
    voltageKv: line.voltageKv,
    state: interval?.state ?? 'unknown',
    since: interval?.from ?? null,
    approx: interval?.approx === true || interval?.month === true,
    lastKnown: interval?.approx === true && interval.to === null && interval.state === 'in',
    shortLoss: line.shortLosses.some((loss) => loss.date === date),
    sources: interval?.sources ?? [],
  };
}

/** All lines by id, the same map for all days on which nothing about them changes. */
const linesOf = perObject((facts: Facts) => {
  const { lines } = facts.grid;
  const turns = [
    ...turnsOf(lines.map(({ history }) => history)),
    ...lines.flatMap(({ shortLosses }) =>
      shortLosses.flatMap(({ date }) => [date, addDays(date, 1)]),
    ),
  ];
  let last: ReadonlyMap<string, LineStatus> = new Map();
  return perEpoch(turns, (day) => {
    last = shareParts(last, new Map(lines.map((line) => [line.id, lineStatus(line, day)])));
    return last;
  });
});

/** A drag through the whole record passes about as many different sets of lines. */
const scenariosOf = perObject((_: Facts) => new Recent<ScenarioResult | null>(160));

/** Of the date itself only the rule in force matters, beside the states of the lines. */
function scenarioAt(facts: Facts, proposal: Proposal, choice: DatedChoice): ScenarioResult | null {
  const lines = linesOf(facts)(choice.date);
  const { proposal: id, units, lines: set, mining, split, usTo, repair } = choice;
  const rule = LINE_RULE_TURNS.filter((turn) => turn <= choice.date).length;
  const asked = [numberOf(lines), rule, id, units, set, mining, split, usTo, repair];
  const key = JSON.stringify(asked);
  return scenariosOf(facts).get(key, () => buildScenario(facts, lines, proposal, choice));
}

let numbered = 0;
const numberOf = perObject((_: ReadonlyMap<string, LineStatus>) => numbered++);

function isSameDay(loss: Loss): boolean {
  return loss.to === loss.from || (loss.to === null && loss.minutes !== undefined);
}

/**
 * Complete losses of outside power that had begun by the end of the day. One known to the month
 * only counts from the month after.
 */
export function lossesSoFar(losses: readonly Loss[], date: string): LossCount {
  let counted = 0;
  let matched = true;
  let atLeast = false;
  let uncounted = 0;
  for (const loss of losses) {
    if (loss.from > date) continue;
    if (loss.month && loss.from.slice(0, 7) === date.slice(0, 7)) atLeast = true;
    else if (loss.number === null) uncounted += 1;
    else {
      counted = Math.max(counted, loss.number);
      matched &&= loss.matched === true;
    }
  }
  return { counted, matched, atLeast, uncounted };
}

/**
 * Outside power at the end of the day. A loss whose return is not recorded counts only on its own
 * day: what came after it is told by the lines' own histories.
 */
export function outsidePowerAt(
  losses: readonly Loss[],
  lines: ReadonlyMap<string, LineStatus>,
  date: string,
): OutsidePower {
  const inService = [...lines.values()]
    .filter((line) => line.group === 'plant' && line.state === 'in')
    .sort((a, b) => b.voltageKv - a.voltageKv);
  const lasting =
    losses.find(
      (loss) => !isSameDay(loss) && loss.to !== null && loss.from <= date && date < loss.to,
    ) ?? null;
  const shortLosses = losses.filter(
    (loss) => loss.from === date && !loss.month && (isSameDay(loss) || loss.to === null),
  );
  const state = lasting ? 'lost' : inService.length > 0 ? 'on' : 'unknown';
  return {
    state,
    linesInService: state === 'on' ? inService.map((line) => line.id) : [],
    loss: lasting,
    lossDays: lasting ? dayNumber(date) - dayNumber(lasting.from) : 0,
    shortLosses,
    soFar: lossesSoFar(losses, date),
    lastKnown:
      date >= LAST_DATE || (inService.length > 0 && inService.every((line) => line.lastKnown)),
  };
}

const controlOf = perObject((facts: Facts) => {
  let last: readonly PlaceControl[] = [];
  return perEpoch(turnsOf(facts.control.places.map(({ history }) => history)), (day) => {
    last = shareParts(last, controlAt(facts, day));
    return last;
  });
});
const contactLineOf = perObject((facts: Facts) =>
  perEpoch(turnsOf([facts.control.contactLine]), (day) => contactLineAt(facts, day)),
);
const unitsOf = perObject((plant: Plant) => {
  const licences = plant.units.map(({ russianLicence }) => russianLicence?.date ?? null);
  const turns = [...turnsOf(plant.units.map(({ history }) => history)), ...licences];
  return perEpoch(turns, (day) => unitStatuses(plant, day));
});
const proposalsOf = perObject(({ proposals }: Facts) =>
  perEpoch(
    proposals.map(({ firstReported }) => firstReported),
    (day) => proposals.filter((p) => p.firstReported <= day).map((p) => p.id),
  ),
);

function controlAt(facts: Facts, date: string): PlaceControl[] {
  const result: PlaceControl[] = [];
  for (const place of facts.control.places) {
    const interval = intervalAt(place.history, date);
    if (interval) {
      result.push({
        id: place.id,
        side: interval.state,
        since: interval.from,
        approx: interval.approx === true,
      });
    }
  }
  return result;
}

function contactLineAt(facts: Facts, date: string): ContactLine | null {
  const line = intervalAt(facts.control.contactLine, date);
  return line ? { id: line.id, asOf: line.asOf, path: line.path } : null;
}

function pondAt({ pondLevels }: Plant, date: string): Pond | null {
  const first = pondLevels[0];
  const level = latest(pondLevels, ({ date: day }) => day, date);
  if (!first || !level) return null;
  return {
    level,
    // Levels are given to the centimetre.
    since: first.date,
    dropMetres: level.dropMetres ?? Math.round((first.metres - level.metres) * 100) / 100,
  };
}

function truceAt({ truces }: Plant, date: string): Snapshot['truce'] {
  const i = truces.findIndex((truce) => covers(truce, date));
  const truce = truces[i];
  return truce ? { number: i + 1, truce } : null;
}

/**
 * Works out the snapshot for a choice.
 * @throws RangeError when the choice names a proposal that the facts do not have; the address
 * reader never lets such a choice through.
 */
export function snapshotAt(facts: Facts, choice: DatedChoice): Snapshot {
  const { date } = choice;
  const lines = linesOf(facts)(date);
  const proposal = choice.proposal
    ? (facts.proposals.find((p) => p.id === choice.proposal) ?? null)
    : null;
  if (choice.proposal && !proposal) throw new RangeError(`unknown proposal: ${choice.proposal}`);
  const { plant } = facts;
  const reservoir = intervalAt(plant.reservoir, date);
  return {
    date,
    phase: intervalAt(facts.phases, date)?.id ?? null,
    units: unitsOf(plant)(date),
    lines,
    outsidePower: outsidePowerAt(facts.losses, lines, date),
    reservoir: {
      state: reservoir?.state ?? 'full',
      since: reservoir?.from ?? null,
      approx: reservoir?.approx === true,
    },
    pond: pondAt(plant, date),
    wells: latest(plant.wells.history, ({ from }) => from, date),
    truce: truceAt(plant, date),
    control: controlOf(facts)(date),
    contactLine: contactLineOf(facts)(date),
    iaeaSince: date >= plant.iaeaPresence.from ? plant.iaeaPresence.from : null,
    storeLicence: issued(plant.storeLicence, date),
    proposalsSoFar: proposalsOf(facts)(date),
    proposal,
    proposedYet: proposal !== null && proposal.firstReported <= date,
    scenario: proposal ? scenarioAt(facts, proposal, choice) : null,
  };
}
