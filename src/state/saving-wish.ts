/**
 * What the reader wants saved. Nothing is remembered until the reader says so: on a connection that
 * is not to be spent, the rest waits for a yes; elsewhere it is saved unless the reader stopped it.
 */
const KEY = 'switchyard-save';

type Wish = 'all' | 'text';

/** Not in TypeScript's library; absent in Firefox and Safari. */
interface Connection {
  saveData?: boolean;
  effectiveType?: string;
}

/** The reader's own word; null when none was given or storage is blocked. */
export function savedWish(): Wish | null {
  try {
    const wish = localStorage.getItem(KEY);
    return wish === 'all' || wish === 'text' ? wish : null;
  } catch {
    // Storage blocked: the connection alone decides.
    return null;
  }
}

export function saveWish(wish: Wish | null): void {
  try {
    if (wish) localStorage.setItem(KEY, wish);
    else localStorage.removeItem(KEY);
  } catch {
    return;
  }
}

/** The device asks to save data, or the connection is of the second generation. */
export function isFrugal(): boolean {
  const { connection } = navigator as Navigator & { connection?: Connection };
  return connection?.saveData === true || /2g$/.test(connection?.effectiveType ?? '');
}
