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
