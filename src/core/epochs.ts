/** What holds from one turn of the record to the next, worked out once for all days in between. */

/**
 * @param turns days from which `work` may answer otherwise than on the day before; null is ignored
 * @param work pure; the same for all days from one turn to the next
 * @returns `work`, answering with the same object for all of these days
 */
export function perEpoch<T>(
  turns: Iterable<string | null>,
  work: (day: string) => T,
): (day: string) => T {
  const starts = [...new Set(turns)].filter((day) => day !== null).sort();
  const made = new Map<number, T>();
  return (day) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] as string) <= day) low = middle + 1;
      else high = middle;
    }
    if (!made.has(low)) made.set(low, work(day));
    return made.get(low) as T;
  };
}

/** Both ends of every interval of the histories. */
export function* turnsOf(
  histories: Iterable<readonly { from: string | null; to: string | null }[]>,
): Generator<string | null> {
  for (const history of histories) {
    for (const { from, to } of history) {
      yield from;
      yield to;
    }
  }
}
