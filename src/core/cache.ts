/** Remembers what depends on the facts alone; facts never change while the page is open. */

/** Wraps a pure function of one object so that it runs once for each object. */
export function perObject<K extends object, T>(make: (key: K) => T): (key: K) => T {
  const made = new WeakMap<K, T>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}

/** The answers to the last `most` questions, so that going back and forth asks nothing twice. */
export class Recent<T> {
  #known = new Map<string, T>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** @returns what `make` answered when this key was last asked for, else its answer now */
  get(key: string, make: () => T): T {
    const value = this.#known.has(key) ? (this.#known.get(key) as T) : make();
    this.#known.delete(key);
    this.#known.set(key, value);
    const [oldest] = this.#known.keys();
    if (this.#known.size > this.#most && oldest !== undefined) this.#known.delete(oldest);
    return value;
  }
}
