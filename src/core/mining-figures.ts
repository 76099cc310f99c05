/** Dated figures of the mining data. */
import type { Mining } from './model';

/** Dated hash rates of the network, oldest first. */
export function networkFigures(mining: Mining): { id: string; date: string; ehs: number }[] {
  return mining.numbers
    .flatMap((n) =>
      n.unit === 'EH/s' && typeof n.value === 'number' && n.date?.length === 10
        ? [{ id: n.id, date: n.date, ehs: n.value }]
        : [],
    )
    .sort((a, b) => a.date.localeCompare(b.date));
}
