/**
 * What is drawn differently on one day than on the day before: the difference of two snapshots.
 * It says what the record changes on that day, never that an event of the day caused it.
 */
import { DEFAULT_CHOICE } from './choice';
import { addDays } from './dates';
import type { Facts, Loss, PlantEvent } from './model';
import { snapshotAt } from './snapshot';
import type { ContactLine, Snapshot } from './snapshot-types';
import type { LineState, ReservoirState, Side, UnitState } from './vocabulary';

/** One thing before and after; `approx`: day or state not firmly sourced. */
interface Turn<S> {
  from: S;
  to: S;
  approx: boolean;
}
export type LineChange = Turn<LineState> & { id: string };
export type UnitChange = Turn<UnitState> & { n: number };
export type PlaceChange = Turn<Side> & { id: string };

export interface DayChanges {
  /** The day compared with the day before it. */
  day: string;
  /** Lines that readers know by name: the plant's own and the ties; plant's own first. */
  lines: readonly LineChange[];
  /** How many lines of the unnamed grid around them changed. */
  unnamedLines: number;
  /** Named lines that went out and came back within the day. */
  shortLines: readonly string[];
  units: readonly UnitChange[];
  /** The complete loss that began on this day and lasted beyond it. */
  lost: Loss | null;
  /** A complete loss ended on this day. */
  powerBack: boolean;
  /** Complete losses that began and ended on the day. */
  shortLosses: readonly Loss[];
  reservoir: { from: ReservoirState; to: ReservoirState } | null;
  places: readonly PlaceChange[];
  /** The drawn contact line; `to` null = none is drawn any more. */
  contactLine: { to: ContactLine | null } | null;
}

/** @param before snapshot of the day before `after` */
export function changesBetween(before: Snapshot, after: Snapshot): DayChanges {
  const turned = [...after.lines.values()].flatMap((line) => {
    const from = before.lines.get(line.id)?.state ?? 'unknown';
    return from === line.state ? [] : [{ line, from }];
  });
  const named = turned.filter(({ line }) => line.group !== 'grid');
  const sideBefore = new Map(before.control.map(({ id, side }) => [id, side]));
  const wasLost = before.outsidePower.state === 'lost';
  const isLost = after.outsidePower.state === 'lost';
  return {
    day: after.date,
    lines: named.map(({ line: { id, state, approx }, from }) => ({ id, from, to: state, approx })),
    unnamedLines: turned.length - named.length,
    shortLines: [...after.lines.values()]
      .filter((line) => line.shortLoss && line.group !== 'grid')
      .map(({ id }) => id),
    units: after.units.flatMap(({ n, state, approx }) => {
      const from = before.units.find((unit) => unit.n === n)?.state ?? 'unknown';
      return from === state ? [] : [{ n, from, to: state, approx }];
    }),
    lost: isLost && !wasLost ? after.outsidePower.loss : null,
    powerBack: wasLost && !isLost,
    shortLosses: after.outsidePower.shortLosses,
    reservoir:
      before.reservoir.state === after.reservoir.state
        ? null
        : { from: before.reservoir.state, to: after.reservoir.state },
    // Histories of places have no gaps, so every place has a side on both days.
    places: after.control.flatMap(({ id, side, approx }) => {
      const from = sideBefore.get(id) ?? side;
      return from === side ? [] : [{ id, from, to: side, approx }];
    }),
    contactLine:
      before.contactLine?.id === after.contactLine?.id ? null : { to: after.contactLine },
  };
}

/** What changed on a calendar day, whatever proposal is open. */
export function changesOn(facts: Facts, day: string): DayChanges {
  const at = (date: string) => snapshotAt(facts, { ...DEFAULT_CHOICE, date });
  return changesBetween(at(addDays(day, -1)), at(day));
}

/**
 * The day of an event and, where it has one, its last day. Empty where only the month is known:
 * no day can be compared then.
 */
export function changesOfEvent(facts: Facts, event: PlantEvent): DayChanges[] {
  if (event.precision === 'month') return [];
  const days = [event.date, event.end].filter((day) => day !== undefined);
  return [...new Set(days)].map((day) => changesOn(facts, day));
}

export const isQuiet = (changes: DayChanges): boolean =>
  changes.lines.length === 0 &&
  changes.unnamedLines === 0 &&
  changes.shortLines.length === 0 &&
  changes.units.length === 0 &&
  changes.lost === null &&
  !changes.powerBack &&
  changes.shortLosses.length === 0 &&
  changes.reservoir === null &&
  changes.places.length === 0 &&
  changes.contactLine === null;
