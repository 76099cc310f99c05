/**
 * Keeps what two snapshots have in common as the same objects, so that whoever depends on a part
 * need not look into it to see that nothing changed. Pure.
 */

/**
 * @returns a value equal to `next` that is made of `before`'s objects wherever these are equal;
 * `before` itself if all of it is. Plain objects, arrays, maps and sets; neither is changed.
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

function shareList(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  let same = before.length === next.length;
  const shared = next.map((value, i) => {
    const kept = shareParts(before[i], value);
    same &&= Object.is(kept, before[i]);
    return kept;
  });
  return same ? before : shared;
}

function shareMap(before: Map<unknown, unknown>, next: Map<unknown, unknown>) {
  let same = before.size === next.size;
  const shared = new Map<unknown, unknown>();
  for (const [key, value] of next) {
    const kept = shareParts(before.get(key), value);
    same &&= before.has(key) && Object.is(kept, before.get(key));
    shared.set(key, kept);
  }
  return same ? before : shared;
}

const shareSet = (before: Set<unknown>, next: Set<unknown>) =>
  before.size === next.size && [...next].every((value) => before.has(value)) ? before : next;

function shareRecord(before: Record<string, unknown>, next: Record<string, unknown>) {
  const keys = Object.keys(next);
  let same = Object.keys(before).length === keys.length;
  const shared: Record<string, unknown> = {};
  for (const key of keys) {
    shared[key] = shareParts(before[key], next[key]);
    same &&= key in before && Object.is(shared[key], before[key]);
  }
  return same ? before : shared;
}
