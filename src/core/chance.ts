/** Chance that repeats: the same seed gives the same choices on every device and in every language. */

export interface Chance {
  /** Whole number, 0 <= n < `end`; `end` is 1 or more. */
  below(end: number): number;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** A new list in another order (Fisher and Yates). */
  shuffled<T>(list: readonly T[]): T[];
}

/**
 * Numbers from 0 up to, not including, 1.
 * @param seed any whole number. Mulberry32: enough to vary questions, no good for secrets.
 */
export function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param seed as for `numbersFrom` */
export function chanceFrom(seed: number): Chance {
  const next = numbersFrom(seed);
  const below = (end: number) => Math.floor(next() * end);
  return {
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    shuffled: (list) => {
      const mixed = [...list];
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        [mixed[last], mixed[other]] = [mixed[other], mixed[last]] as [
          (typeof mixed)[number],
          (typeof mixed)[number],
        ];
      }
      return mixed;
    },
  };
}
