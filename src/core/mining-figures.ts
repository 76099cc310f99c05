/** Single and dated figures of the mining data; the data check guards that they exist. */
import { dayNumber } from './dates';
import type { Mining, MiningMachine, MiningNumber } from './model';

const found = (mining: Mining, id: string): MiningNumber | undefined =>
  mining.numbers.find((n) => n.id === id);

/** @throws RangeError when the data have no such plain number */
export function numberOf(mining: Mining, id: string): number {
  const value = found(mining, id)?.value;
  if (typeof value !== 'number') throw new RangeError(`mining: ${id} is not a number`);
  return value;
}

/** Both ends, the lower first. @throws RangeError when the data have no such range */
export function rangeOf(mining: Mining, id: string): readonly [number, number] {
  const value = found(mining, id)?.value;
  if (!Array.isArray(value)) throw new RangeError(`mining: ${id} is not a range`);
  return value;
}

export const sourcesOf = (mining: Mining, id: string): readonly string[] =>
  found(mining, id)?.sources ?? [];

export const yearOf = (mining: Mining, id: string): string =>
  found(mining, id)?.date?.slice(0, 4) ?? '';

export interface Dated {
  id: string;
  /** YYYY-MM-DD */
  date: string;
  value: number;
}

/** Figures of one unit that have a day, oldest first. */
const datedFigures = (mining: Mining, unit: string): Dated[] =>
  mining.numbers
    .flatMap((n) =>
      n.unit === unit && typeof n.value === 'number' && n.date?.length === 10
        ? [{ id: n.id, date: n.date, value: n.value }]
        : [],
    )
    .sort((a, b) => a.date.localeCompare(b.date));

/** Dated hash rates of the network, oldest first. */
export function networkFigures(mining: Mining): { id: string; date: string; ehs: number }[] {
  return datedFigures(mining, 'EH/s').map(({ id, date, value }) => ({ id, date, ehs: value }));
}

/**
 * The hash price nearest in time to the day, the older of two as near; USD per PH/s a day.
 * @throws RangeError when the data have none
 */
export function hashPriceAt(mining: Mining, day: string): Dated {
  const away = ({ date }: Dated) => Math.abs(dayNumber(date) - dayNumber(day));
  const [first, ...rest] = datedFigures(mining, 'USD per PH/s per day');
  if (!first) throw new RangeError('mining: no hash price has a day');
  return rest.reduce((best, price) => (away(price) < away(best) ? price : best), first);
}

/** Id of the number that a machine's overhead is taken from. */
export const overheadSource = (machine: MiningMachine): 'pue-low' | 'pue-typical' =>
  machine.waterCooled ? 'pue-low' : 'pue-typical';

/** Best case of sites cooled by water, lower end of the usual range of all others. */
export const overheadOf = (mining: Mining, machine: MiningMachine): number =>
  machine.waterCooled ? numberOf(mining, 'pue-low') : rangeOf(mining, 'pue-typical')[0];
