/** What events tell of the record against the record itself: effects agree with the histories. */
import type { Effect, GridLine, Plant, ShortLoss } from '../../src/core/model';
import type { Problem } from './bundle';
import type { Data } from './data';

interface Interval {
  from: string | null;
  to: string | null;
  state: string;
}

const FILE = 'data/events.json';

/** Why an effect on a line or a unit contradicts its history, or null where it agrees. */
function againstHistory(
  effect: Extract<Effect, { state: string }>,
  history: readonly Interval[],
  shortLosses: readonly ShortLoss[],
): string | null {
  const said = `${'line' in effect ? effect.line : `unit ${effect.unit}`} ${effect.state} from ${effect.at}`;
  if (effect.until === effect.at) {
    if ('line' in effect && effect.state === 'out') {
      const known = shortLosses.some((loss) => loss.date === effect.at);
      return known ? null : `${said} for part of a day: the line has no short loss on that day`;
    }
    return `${said}: only the short loss of a line may end on its own day`;
  }
  const interval = history.find((one) => one.from === effect.at);
  if (!interval) return `${said}: no interval of the history begins on that day`;
  if (interval.state !== effect.state) {
    return `${said}: the history says ${interval.state} from that day`;
  }
  if (effect.until !== undefined && effect.until !== interval.to) {
    return `${said} until ${effect.until}: the history says until ${interval.to ?? 'now'}`;
  }
  return null;
}

/** Day of a Russian licence of a unit or of the store. */
const licenceDay = (plant: Plant, of: number | 'fuel-store'): string | undefined =>
  of === 'fuel-store'
    ? plant.storeLicence.date
    : plant.units.find((unit) => unit.n === of)?.russianLicence?.date;

/** Why an effect on anything else contradicts the record, or null where it agrees. */
function againstRecord(
  effect: Exclude<Effect, { state: string }>,
  plant: Plant,
  data: Data,
): string | null {
  const { at } = effect;
  if ('reservoir' in effect) {
    const begins = plant.reservoir.some((r) => r.from === at && r.state === effect.reservoir);
    return begins ? null : `reservoir ${effect.reservoir} from ${at}: the history does not say so`;
  }
  if ('pond' in effect) {
    const known = plant.pondLevels.some((l) => l.date === at && l.metres === effect.pond);
    return known ? null : `pond at ${effect.pond} m on ${at}: not among the levels`;
  }
  if ('wells' in effect) {
    const known = plant.wells.history.some((w) => w.from === at && w.count === effect.wells);
    return known ? null : `${effect.wells} wells from ${at}: the history does not say so`;
  }
  if ('truce' in effect) {
    const known = plant.truces.some((truce) => truce.from === at && truce.to === effect.until);
    return known ? null : `truce from ${at} until ${effect.until}: there is none`;
  }
  if ('licence' in effect) {
    const day = licenceDay(plant, effect.licence);
    return day === at
      ? null
      : `licence of ${effect.licence} on ${at}: issued ${day ? `on ${day}` : 'never'}`;
  }
  if ('iaea' in effect) {
    const { from } = plant.iaeaPresence;
    return from === at ? null : `IAEA on site from ${at}: present from ${from}`;
  }
  const place = data.control?.places.find((one) => one.id === effect.place);
  // An unknown place is named as such among the references.
  if (!place) return null;
  const begins = place.history.some((held) => held.from === at && held.state === effect.side);
  return begins ? null : `${effect.place} ${effect.side} from ${at}: the history does not say so`;
}

/** What must be told by an event: name and day of each, and the effect that tells it. */
function mustBeTold(plant: Plant): [string, (effect: Effect) => boolean][] {
  const licensed = plant.units.filter((unit) => unit.russianLicence).map(({ n }) => n);
  return [
    ...plant.truces.map(({ from }): [string, (effect: Effect) => boolean] => [
      `truce from ${from}`,
      (effect) => 'truce' in effect && effect.at === from,
    ]),
    ...([...licensed, 'fuel-store'] as const).map((of): [string, (effect: Effect) => boolean] => [
      `licence of ${of}`,
      (effect) => 'licence' in effect && effect.licence === of,
    ]),
    ...plant.wells.history.map(({ from }): [string, (effect: Effect) => boolean] => [
      `wells from ${from}`,
      (effect) => 'wells' in effect && effect.at === from,
    ]),
    ['iaeaPresence', (effect) => 'iaea' in effect],
    ['reservoir', (effect) => 'reservoir' in effect && effect.reservoir === 'draining'],
  ];
}

/** Refuses effects that contradict the record, and turns of the record that no event tells. */
export function checkEffects(data: Data): Problem[] {
  const { plant } = data;
  const lines = new Map(data.lines.map((line): [string, GridLine] => [line.id, line]));
  const units = new Map(plant?.units.map((unit) => [unit.n, unit]));
  const reasonOf = (effect: Effect): string | null => {
    if (!('state' in effect)) return plant ? againstRecord(effect, plant, data) : null;
    const thing = 'line' in effect ? lines.get(effect.line) : units.get(effect.unit);
    // An unknown line is named as such among the references.
    if (!thing) return null;
    return againstHistory(effect, thing.history, 'shortLosses' in thing ? thing.shortLosses : []);
  };
  const effects = data.events.flatMap((event) => event.effects ?? []);
  return [
    ...data.events.flatMap(({ id, effects: own }) =>
      (own ?? []).flatMap((effect) => {
        const reason = reasonOf(effect);
        return reason ? [{ file: FILE, id, reason: `effect ${reason}` }] : [];
      }),
    ),
    ...(plant ? mustBeTold(plant) : [])
      .filter(([, tells]) => !effects.some(tells))
      .map(([what]) => ({
        file: 'data/plant.json',
        id: what,
        reason: 'no event has it among its effects',
      })),
  ];
}
