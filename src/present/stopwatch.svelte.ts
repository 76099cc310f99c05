/** Time since the start of a lesson; a reload of the window does not lose it. */

interface Saved {
  /** Time of the runs before this one, ms. */
  before: number;
  /** Start of this run, ms since 1970; null = it stands. */
  since: number | null;
}

const KEY = 'switchyard-stopwatch-';

export class Stopwatch {
  #saved = $state.raw<Saved>({ before: 0, since: null });
  #now = $state(0);
  readonly #key: string;

  /** @param id whose time it is */
  constructor(id: string) {
    this.#key = KEY + id;
    try {
      const saved: Partial<Saved> = JSON.parse(sessionStorage.getItem(this.#key) ?? '{}');
      const { before = 0, since = null } = saved;
      if (Number.isFinite(before) && (since === null || Number.isFinite(since))) {
        this.#saved = { before, since };
      }
    } catch {
      // Storage blocked, or not what this module wrote: it begins at nought.
      this.#saved = { before: 0, since: null };
    }
    this.#now = Date.now();
  }

  get running(): boolean {
    return this.#saved.since !== null;
  }

  /** Never started, or put back to nought. */
  get fresh(): boolean {
    return !this.running && this.#saved.before === 0;
  }

  /** Whole seconds. */
  get seconds(): number {
    const { before, since } = this.#saved;
    const run = since === null ? 0 : Math.max(0, this.#now - since);
    return Math.floor((before + run) / 1000);
  }

  /** Call at least once a second while somebody looks. */
  tick(now: number): void {
    this.#now = now;
  }

  start(): void {
    if (!this.running) this.#save({ ...this.#saved, since: Date.now() });
  }

  pause(): void {
    const { before, since } = this.#saved;
    if (since !== null) this.#save({ before: before + Date.now() - since, since: null });
  }

  reset(): void {
    this.#save({ before: 0, since: null });
  }

  #save(saved: Saved): void {
    this.#now = Date.now();
    this.#saved = saved;
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(saved));
    } catch {
      // Storage blocked: it runs until the window is reloaded.
      return;
    }
  }
}
