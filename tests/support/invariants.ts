/** What must hold on every day of the record, whatever the facts: the rules and their breach. */
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { addDays, covers } from '../../src/core/dates';
import type { Facts } from '../../src/core/model';
import { snapshotAt } from '../../src/core/snapshot';
import type { Snapshot } from '../../src/core/snapshot-types';
import { FIRST_DATE, LAST_DATE } from '../../src/core/vocabulary';

const DAM_DESTROYED = '2023-06-06';
const DRAINED = '2023-06-18';
const LAST_UNIT_STOPPED = '2022-09-11';
const UNITS = [1, 2, 3, 4, 5, 6];

interface Day {
  facts: Facts;
  s: Snapshot;
  /** Snapshot of the day before; null on the first day. */
  before: Snapshot | null;
}

/** Name of a rule → what of the day breaks it. */
export const DAILY_RULES: Record<string, (day: Day) => string[]> = {
  'a line has one state, the one of its history': ({ facts, s }) =>
    facts.grid.lines.flatMap((line) => {
      const now = line.history.filter((interval) => covers(interval, s.date));
      const said = s.lines.get(line.id)?.state;
      if (now.length > 1) return [`${line.id} in ${now.length} intervals`];
      return said === (now[0]?.state ?? 'unknown') ? [] : [`${line.id} ${said}`];
    }),

  'each of the plant’s own lines is recorded': ({ facts, s }) =>
    facts.grid.lines
      .filter((line) => line.group === 'plant')
      .filter((line) => !line.history.some((interval) => covers(interval, s.date)))
      .map(({ id }) => id),

  'six units, 1 to 6, each in one state': ({ facts, s }) => [
    ...(String(s.units.map(({ n }) => n)) === String(UNITS) ? [] : ['other units']),
    ...facts.plant.units
      .filter((u) => u.history.filter((interval) => covers(interval, s.date)).length !== 1)
      .map(({ n }) => `unit ${n}`),
  ],

  'no unit operates once the last one has stopped': ({ s }) =>
    s.date < LAST_UNIT_STOPPED
      ? []
      : s.units.filter(({ state }) => state === 'operating').map(({ n }) => `unit ${n}`),

  'outside power is lost on exactly the days on which no line is in service': ({ s }) => {
    const inService = [...s.lines.values()].filter((l) => l.group === 'plant' && l.state === 'in');
    const { state, loss, linesInService } = s.outsidePower;
    return [
      ...(state === (inService.length === 0 ? 'lost' : 'on') ? [] : [`power ${state}`]),
      ...((state === 'lost') === (loss !== null) ? [] : ['a loss and power at once']),
      ...(String([...linesInService].sort()) === String(inService.map(({ id }) => id).sort())
        ? []
        : ['other lines']),
    ];
  },

  'losses only add up': ({ s, before }) => {
    const { counted, uncounted } = s.outsidePower.soFar;
    const then = before?.outsidePower.soFar;
    const fewer = then && (counted < then.counted || uncounted < then.uncounted);
    const shown = [s.outsidePower.loss, ...s.outsidePower.shortLosses];
    return [
      ...(fewer ? [`${counted} after ${then.counted}`] : []),
      ...shown.flatMap((loss) =>
        loss?.number && loss.number > counted ? [`${loss.id} is number ${loss.number}`] : [],
      ),
    ];
  },

  'the reservoir is full, drains from the day of the dam, stays drained': ({ s }) => {
    const drains = s.date < DRAINED ? 'draining' : 'drained';
    const expected = s.date < DAM_DESTROYED ? 'full' : drains;
    return s.reservoir.state === expected ? [] : [s.reservoir.state];
  },

  'the pond’s level is the newest that is not newer than the day': ({ facts, s }) => {
    const days = facts.plant.pondLevels.map(({ date }) => date).filter((day) => day <= s.date);
    const newest = days.sort().at(-1);
    return s.pond?.level.date === newest ? [] : [`${s.pond?.level.date}, not ${newest}`];
  },

  'a truce holds within its days, one at a time': ({ facts, s }) => {
    const now = facts.plant.truces.filter((truce) => covers(truce, s.date));
    if (now.length > 1) return [`${now.length} truces`];
    return s.truce?.truce.from === now[0]?.from ? [] : [`${s.truce?.truce.from}`];
  },

  'a licence counts from its day on': ({ facts, s }) => [
    ...facts.plant.units.flatMap(({ n, russianLicence }) => {
      const issued = russianLicence !== undefined && russianLicence.date <= s.date;
      return (s.units[n - 1]?.licence != null) === issued ? [] : [`unit ${n}`];
    }),
    ...((s.storeLicence !== null) === facts.plant.storeLicence.date <= s.date ? [] : ['store']),
  ],

  'IAEA experts are on site from their first day on': ({ facts, s }) =>
    (s.iaeaSince !== null) === facts.plant.iaeaPresence.from <= s.date ? [] : [`${s.iaeaSince}`],

  'a place is held by one side at most': ({ facts, s }) => [
    ...facts.control.places
      .filter((place) => place.history.filter((held) => covers(held, s.date)).length > 1)
      .map(({ id }) => id),
    ...(new Set(s.control.map(({ id }) => id)).size === s.control.length ? [] : ['twice']),
  ],

  'a contact line is drawn only in the span that holds its own date': ({ facts, s }) => {
    const spans = facts.control.contactLine.filter((span) => covers(span, s.date));
    const { contactLine: drawn } = s;
    if (spans.length > 1) return ['two spans'];
    if (drawn?.id !== spans[0]?.id) return [`${drawn?.id}`];
    return spans[0] && !covers(spans[0], spans[0].asOf) ? [`${spans[0].id}`] : [];
  },

  'proposals only become more, each from its day on': ({ facts, s, before }) => [
    ...(before?.proposalsSoFar ?? []).filter((id) => !s.proposalsSoFar.includes(id)),
    ...facts.proposals
      .filter((p) => p.firstReported <= s.date !== s.proposalsSoFar.includes(p.id))
      .map(({ id }) => id),
  ],

  'the day lies in its period': ({ facts, s }) => {
    const now = facts.phases.filter((phase) => covers(phase, s.date));
    return now.length === 1 && now[0]?.id === s.phase ? [] : [`${s.phase}`];
  },

  'nothing has begun after the day': ({ s }) => {
    const begun: [string, string | null][] = [
      ...s.units.map(({ n, since }): [string, string | null] => [`unit ${n}`, since]),
      ...[...s.lines.values()].map(({ id, since }): [string, string | null] => [id, since]),
      ...s.control.map(({ id, since }): [string, string | null] => [id, since]),
      ['reservoir', s.reservoir.since],
      ['wells', s.wells?.from ?? null],
    ];
    return begun.filter(([, since]) => since !== null && since > s.date).map(([what]) => what);
  },
};

/** The rules that a record breaks, each with the first day and what was wrong on it. */
export function brokenRules(facts: Facts): { days: number; broken: Record<string, string> } {
  const broken: Record<string, string> = {};
  let before: Snapshot | null = null;
  let days = 0;
  for (let date = FIRST_DATE; date <= LAST_DATE; date = addDays(date, 1)) {
    const s = snapshotAt(facts, { ...DEFAULT_CHOICE, date });
    for (const [rule, breach] of Object.entries(DAILY_RULES)) {
      const what = rule in broken ? [] : breach({ facts, s, before });
      if (what.length > 0) broken[rule] = `${date}: ${what.join(', ')}`;
    }
    before = s;
    days += 1;
  }
  return { days, broken };
}
