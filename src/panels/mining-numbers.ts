/** Reads single figures of the mining data by id; the data check guards that they exist. */
import type { Mining } from '../core/model';

/** @throws RangeError when the data have no such plain number */
export function numberOf(mining: Mining, id: string): number {
  const found = mining.numbers.find((n) => n.id === id);
  if (typeof found?.value !== 'number') throw new RangeError(`mining: ${id} is not a number`);
  return found.value;
}

export const sourcesOf = (mining: Mining, id: string): readonly string[] =>
  mining.numbers.find((n) => n.id === id)?.sources ?? [];

export interface MiningDefaults {
  overhead: number;
  overheadLow: number;
  btcPerDay: number;
  hashPrice: number;
}

export function miningDefaults(mining: Mining): MiningDefaults {
  const typical = mining.numbers.find((n) => n.id === 'pue-typical')?.value;
  return {
    overhead: Array.isArray(typical) ? typical[0] : numberOf(mining, 'pue-low'),
    overheadLow: numberOf(mining, 'pue-low'),
    btcPerDay: numberOf(mining, 'btc-day'),
    hashPrice: numberOf(mining, 'hashprice-2025-12'),
  };
}

/** The newest hash price on or before the day, USD per PH/s a day. */
export function hashPriceAt(mining: Mining, day: string): number {
  const prices = mining.numbers
    .flatMap((n) =>
      n.id.startsWith('hashprice') && typeof n.value === 'number' && n.date
        ? [{ date: n.date, usd: n.value }]
        : [],
    )
    .sort((a, b) => a.date.localeCompare(b.date));
  return prices.filter((p) => p.date <= day).at(-1)?.usd ?? prices[0]?.usd ?? 0;
}

/** Lower end of the power prices that miners are reported to look for, USD per kWh. */
export function miningPrice(mining: Mining): number {
  const range = mining.numbers.find((n) => n.id === 'power-price-typical')?.value;
  return Array.isArray(range) ? range[0] : 0;
}
