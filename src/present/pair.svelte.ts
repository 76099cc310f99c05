/**
 * The projector's window and the presenter's, kept in step by a BroadcastChannel of their own, so
 * that other pairs on the same device are not disturbed. Neither leads: the newest move counts in
 * both, and either goes on alone when the other is closed.
 */
import { tick } from 'svelte';
import { ONE_FILE } from '../edition';
import { presenterPair } from '../state/address';

/** What both windows show. */
export interface Shown {
  /** null = the plain walk. */
  story: string | null;
  /** From 1. */
  step: number;
  blank: boolean;
}

type Role = 'projector' | 'presenter';

interface Told {
  from: Role;
  shown: Shown;
  /** When it was chosen, ms since 1970 by the clock that both share; 0 = as it was before a reload. */
  at: number;
  /** The sender has just opened and wants to know where the other is. */
  asks?: true;
}
interface Bye {
  from: Role;
  bye: true;
}

/** How long a window waits for the first word of the other, ms. */
const ANSWER_MS = 1500;
const KEY = 'switchyard-pair';

/** Whether two windows can find each other: not in a file, a frame, or a browser without channels. */
export const canPair = (): boolean =>
  !ONE_FILE &&
  'BroadcastChannel' in globalThis &&
  location.origin !== 'null' &&
  window.self === window.top;

/** The pair that this tab belongs to, so that a reload finds it again. */
export function pairOfTab(): string | null {
  try {
    const id = sessionStorage.getItem(KEY);
    return presenterPair(`presenter=${id}`);
  } catch {
    // Storage blocked: a pair lasts until the reload.
    return null;
  }
}

export function newPair(): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  const id = Array.from(random, (n) => n.toString(36).padStart(6, '0').slice(-6)).join('');
  try {
    sessionStorage.setItem(KEY, id);
  } catch {
    // Storage blocked: as above.
    return id;
  }
  return id;
}

/** Query of the presenter's window. */
export function presenterQuery(pair: string, { story, step }: Shown): string {
  const params = new URLSearchParams({ ...(story && { story }), present: String(step) });
  params.set('presenter', pair);
  return `?${params}`;
}

/** This page has not been in a pair since it was loaded. */
let untouched = true;

/** A page that was loaded anew asks where the other is; one that was led here means it. */
function meant(role: Role): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const anew = untouched && (role === 'presenter' || entry?.type === 'reload');
  untouched = false;
  return !anew;
}

const same = (a: Shown, b: Shown): boolean =>
  a.story === b.story && a.step === b.step && a.blank === b.blank;

export class Pair {
  /** The other window: not heard of yet, there, or closed. */
  other = $state<'awaited' | 'there' | 'gone'>('awaited');
  readonly #channel: BroadcastChannel;
  readonly #role: Role;
  readonly #apply: (shown: Shown) => void | Promise<void>;
  /** What this window shows now. */
  readonly #read: () => Shown;
  #shown: Shown;
  #at: number;
  #applying = 0;
  readonly #timer: ReturnType<typeof setTimeout>;

  /** @param apply brings this window to where the other one is */
  constructor(
    id: string,
    role: Role,
    read: () => Shown,
    apply: (shown: Shown) => void | Promise<void>,
  ) {
    this.#role = role;
    this.#read = read;
    this.#apply = apply;
    this.#shown = read();
    this.#at = meant(role) ? Date.now() : 0;
    this.#channel = new BroadcastChannel(`switchyard-pair-${id}`);
    this.#channel.addEventListener('message', this.#hear);
    window.addEventListener('pagehide', this.#bye);
    window.addEventListener('pageshow', this.#back);
    this.#timer = setTimeout(() => {
      if (this.other === 'awaited') this.other = 'gone';
    }, ANSWER_MS);
    this.#tell(true);
  }

  /** Call after whatever may have moved this window; tells the other one if it did. */
  moved(): void {
    if (this.#applying > 0) return;
    const shown = this.#read();
    if (same(shown, this.#shown)) return;
    this.#shown = shown;
    this.#at = Math.max(Date.now(), this.#at + 1);
    this.#tell();
  }

  close(): void {
    this.#bye();
    clearTimeout(this.#timer);
    window.removeEventListener('pagehide', this.#bye);
    window.removeEventListener('pageshow', this.#back);
    this.#channel.close();
  }

  #tell(asks = false): void {
    const told: Told = { from: this.#role, shown: this.#shown, at: this.#at };
    this.#channel.postMessage(asks ? { ...told, asks } : told);
  }

  readonly #bye = (): void => this.#channel.postMessage({ from: this.#role, bye: true });

  /** Out of the browser's memory of pages, where nothing was heard. */
  readonly #back = ({ persisted }: PageTransitionEvent): void => {
    if (persisted) this.#tell(true);
  };

  readonly #hear = ({ data }: MessageEvent<Told | Bye>): void => {
    // A tab that was doubled has the same part; it walks along.
    const isOther = data.from !== this.#role;
    if ('bye' in data) {
      if (isOther) this.other = 'gone';
      return;
    }
    if (isOther) this.other = 'there';
    // Chosen in both at the same moment: the presenter's counts.
    const wins = isOther && this.#role === 'projector';
    const counts = data.at > this.#at || (data.at === this.#at && wins);
    if (counts) void this.#take(data);
    if (data.asks || (data.at < this.#at && !counts)) this.#tell();
  };

  async #take({ shown, at }: Told): Promise<void> {
    this.#at = at;
    if (same(shown, this.#shown)) return;
    this.#shown = shown;
    this.#applying += 1;
    await this.#apply(shown);
    await tick();
    this.#applying -= 1;
    // A story that did not arrive leaves this window where it was, and the other one is told.
    this.moved();
  }
}
