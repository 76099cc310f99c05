/**
 * Keeps what two snapshots have in common as the same objects, so that whoever depends on a part
 * need not look into it to see that nothing changed. Pure.
 */

/**
 * @returns a value equal to `next` that is made of `before`'s objects wherever these are equal:
 * `before` itself if all of it is, `next` itself if that has them already. Plain objects, arrays,
 * maps and sets; neither is changed.
 */
export function shareParts<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next;
  if (typeof before !== 'object' || typeof next !== 'object' || !before || !next) return next;
  if (Object.getPrototypeOf(before) !== Object.getPrototypeOf(next)) return next;
  if (Array.isArray(next)) return shareList(before as unknown[], next) as T;
  if (next instanceof Map) return shareMap(before as Map<unknown, unknown>, next) as T;
  if (next instanceof Set) return shareSet(before as Set<unknown>, next) as T;
  return shareRecord(before as Record<string, unknown>, next as Record<string, unknown>) as T;
}

/** Which of the two the parts all came from, if from one. */
class Origin {
  #before = true;
  #next = true;

  note(kept: unknown, before: unknown, next: unknown): void {
    this.#before &&= Object.is(kept, before);
    this.#next &&= Object.is(kept, next);
  }

  /** `made` only where neither will do, so that what is remembered elsewhere stays itself. */
  choose<T>(sameSize: boolean, before: unknown, next: T, made: T): T {
    if (sameSize && this.#before) return before as T;
    return this.#next ? next : made;
  }
}

function shareList(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const origin = new Origin();
  const made = next.map((value, i) => {
    const kept = shareParts(before[i], value);
    origin.note(kept, before[i], value);
    return kept;
  });
  return origin.choose(before.length === next.length, before, next, made);
}

function shareMap(before: Map<unknown, unknown>, next: Map<unknown, unknown>) {
  const origin = new Origin();
  const made = new Map<unknown, unknown>();
  let sameSize = before.size === next.size;
  for (const [key, value] of next) {
    const kept = shareParts(before.get(key), value);
    sameSize &&= before.has(key);
    origin.note(kept, before.get(key), value);
    made.set(key, kept);
  }
  return origin.choose(sameSize, before, next, made);
}

const shareSet = (before: Set<unknown>, next: Set<unknown>) =>
  before.size === next.size && [...next].every((value) => before.has(value)) ? before : next;

function shareRecord(before: Record<string, unknown>, next: Record<string, unknown>) {
  const origin = new Origin();
  const made: Record<string, unknown> = {};
  const keys = Object.keys(next);
  let sameSize = Object.keys(before).length === keys.length;
  for (const key of keys) {
    made[key] = shareParts(before[key], next[key]);
    sameSize &&= key in before;
    origin.note(made[key], before[key], next[key]);
  }
  return origin.choose(sameSize, before, next, made);
}
