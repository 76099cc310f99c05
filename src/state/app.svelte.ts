/**
 * The reader's choice as the one mutable state, mirrored in the address; the snapshot follows from
 * it. Map, timeline and panels read both and change nothing themselves.
 */
import { createSubscriber } from 'svelte/reactivity';
import type { Content } from '../content/content';
import { type Choice, DEFAULT_CHOICE } from '../core/choice';
import { clampDay } from '../core/dates';
import { shareParts } from '../core/share-parts';
import { snapshotAt } from '../core/snapshot';
import type { Snapshot } from '../core/snapshot-types';
import type { Panel } from '../core/vocabulary';
import { addressWith, impliedLanguage, ONE_FILE, queryNow } from '../edition';
import { knownIds, readAddress, writeAddress } from './address';

/** Stops of the phone's sheet. */
export type SheetStop = 'peek' | 'half' | 'full';

/** Panels that leave room for the map; the others are for reading. */
const HALF_PANELS: readonly Panel[] = ['story', 'timeline', 'proposals'];

/** Changes that a reader expects "back" to undo; the rest replaces the current entry. */
const STEP_KEYS: readonly (keyof Choice)[] = [
  'panel',
  'proposal',
  'event',
  'claim',
  'compare',
  'present',
  'story',
  'print',
  'seed',
];

/** A date that has not moved for this long rests, ms; on a slow device longer, by its own pace. */
const REST_MS = 180;
const REST_PACES = 4;
const LATE_MS = 30;
/** What ends a drag or a held key at once. */
const LETTING_GO = ['pointerup', 'pointercancel', 'keyup'] as const;

export class AppState {
  readonly content: Content;
  #choice = $state.raw<Choice>(DEFAULT_CHOICE);
  sheet = $state<SheetStop>('half');
  /** Address keys that made no sense on arrival; said once in words. */
  ignored = $state.raw<readonly string[]>([]);

  /** The date is on the move: panels of words wait until it rests. */
  moving = $state(false);
  /** Play passes events faster than they can be spoken. */
  hushed = $state(false);
  #shared: Omit<Snapshot, 'scenario'> | null = null;
  #liveSnapshot = $derived.by((): Snapshot => {
    // A scenario is the same object or another one; to compare it would cost as much as it saves.
    const { scenario, ...rest } = snapshotAt(this.content.facts, this.#choice);
    this.#shared = shareParts(this.#shared, rest);
    return { ...this.#shared, scenario };
  });
  #rested: { choice: Choice; snapshot: Snapshot } | null = null;
  // Reads nothing that moves while the date does, so nothing that follows from it is done again.
  #restedView = $derived.by(() => {
    if (!this.moving || !this.#rested) {
      this.#rested = { choice: this.#choice, snapshot: this.#liveSnapshot };
    }
    return this.#rested;
  });

  constructor(content: Content) {
    this.content = content;
    this.#choice = { ...DEFAULT_CHOICE, lang: content.lang };
  }

  get choice(): Choice {
    return this.#restedView.choice;
  }

  /** For words and panels; while the date moves, that of its last rest. */
  get snapshot(): Snapshot {
    return this.#restedView.snapshot;
  }

  /** For map and timelines: follows the date in every frame. */
  get live(): Snapshot {
    return this.#liveSnapshot;
  }

  /** Applies the address on arrival and after back or forward. */
  readLocation(): void {
    const { choice, ignored } = readAddress(queryNow(), knownIds(this.content.facts), {
      ...DEFAULT_CHOICE,
      lang: this.content.lang,
    });
    this.#waiting = null;
    this.moving = false;
    if (choice.lang !== this.content.lang) {
      // Replaced, so that "back" does not come through here again.
      this.#replacePage(choice.lang, choice);
      return;
    }
    this.ignored = ignored;
    this.#choice = choice;
    if (!HALF_PANELS.includes(choice.panel)) this.sheet = 'full';
    else if (choice.panel === 'proposals') this.sheet = choice.proposal ? 'half' : 'full';
  }

  /**
   * Changes the choice and the address.
   * @param how `replace` where "back" should not stop here, as in play
   */
  set(patch: Partial<Choice>, how: 'step' | 'replace' = 'step'): void {
    this.moving = false;
    const before = this.#choice;
    const next = { ...before, ...patch };
    if (patch.date !== undefined) next.date = clampDay(patch.date);
    // An address with a story and nothing to do with it would begin its walk.
    if (next.present === null && next.print === null && next.panel !== 'lesson') next.story = null;
    this.#choice = next;
    const url = addressWith(writeAddress(next, impliedLanguage(this.content.lang)));
    const isStep = how === 'step' && STEP_KEYS.some((key) => before[key] !== next[key]);
    if (!isStep) {
      this.#replaceSoon(url);
      return;
    }
    // The entry that is left keeps the last drag of the date.
    this.#replaceNow();
    history.pushState(null, '', url);
  }

  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #movedAt = 0;
  #restAt = 0;
  #restDue = 0;

  /**
   * Moves the date as a drag or a held key does: for map and timelines at once, for everything else
   * when the date rests or is let go.
   */
  moveDate(day: string): void {
    const date = clampDay(day);
    const follows = this.#restTimer !== undefined;
    const now = performance.now();
    const pace = follows ? now - this.#movedAt : 0;
    this.#movedAt = now;
    this.#restAt = now + Math.max(REST_MS, REST_PACES * pace);
    this.moving = true;
    this.#choice = { ...this.#choice, date };
    if (follows) return;
    this.#restDue = now;
    this.#waitForRest();
    for (const type of LETTING_GO) window.addEventListener(type, this.#rest, { capture: true });
  }

  /** One timer for a whole drag, not a new one for each of its steps. */
  #waitForRest = (): void => {
    const now = performance.now();
    // Late: the page was busy, and the next step may wait behind this already.
    if (now - this.#restDue > LATE_MS) this.#restAt = now + REST_MS;
    const left = this.#restAt - now;
    if (left <= 0) {
      this.#rest();
      return;
    }
    this.#restDue = this.#restAt;
    this.#restTimer = setTimeout(this.#waitForRest, left);
  };

  #rest = (): void => {
    clearTimeout(this.#restTimer);
    this.#restTimer = undefined;
    for (const type of LETTING_GO) window.removeEventListener(type, this.#rest, { capture: true });
    if (!this.moving) return;
    this.moving = false;
    this.set({});
  };

  #pause: ReturnType<typeof setTimeout> | undefined;
  #waiting: string | null = null;

  /**
   * Browsers limit how often the address may be replaced, and a drag changes it many times a
   * second: the first change goes through at once, those within the pause as one at its end.
   */
  #replaceSoon(url: string): void {
    this.#waiting = url;
    if (this.#pause === undefined) this.#replaceNow();
  }

  #replaceNow(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    if (this.#waiting === null) return;
    history.replaceState(null, '', this.#waiting);
    this.#waiting = null;
    this.#pause = setTimeout(() => {
      this.#pause = undefined;
      this.#replaceNow();
    }, 150);
  }

  openPanel(panel: Panel): void {
    this.set({
      panel,
      event: null,
      claim: null,
      proposal: panel === 'proposals' || panel === 'quiz' ? null : this.choice.proposal,
      // The way back to a quiz ends where the reader goes elsewhere.
      seed: panel === 'quiz' ? this.choice.seed : null,
      story: null,
    });
    this.sheet = panel === 'timeline' || panel === 'story' ? 'half' : 'full';
  }

  /** Opens an event: the date of the whole app moves with it. The sheet keeps its stop. */
  openEvent(id: string, how: 'step' | 'replace' = 'step'): void {
    const event = this.content.eventById.get(id);
    if (!event) return;
    // A proposal stays open beside the new date; every other panel gives way to the event.
    const panel =
      this.choice.proposal && this.choice.panel === 'proposals' ? 'proposals' : 'timeline';
    this.set({ event: id, date: event.date, claim: null, panel }, how);
  }

  /** Choosing a proposal never moves the date. Assumptions go back to the proposal's defaults. */
  openProposal(id: string | null): void {
    this.set({
      proposal: id,
      panel: 'proposals',
      event: null,
      claim: null,
      mining: null,
      split: null,
      usTo: 'ua',
      repair: null,
    });
    this.sheet = id ? 'half' : 'full';
  }

  /** Another language is another page; the rest of the choice goes along. */
  goToLanguage(lang: Choice['lang']): void {
    if (ONE_FILE) this.#replacePage(lang, this.choice);
    else window.location.assign(this.#urlIn(lang, this.choice));
  }

  #replacePage(lang: Choice['lang'], choice: Choice): void {
    const url = this.#urlIn(lang, choice);
    if (ONE_FILE) {
      // The file's languages differ behind `#` only, where a new address alone loads nothing.
      history.replaceState(null, '', url);
      window.location.reload();
    } else window.location.replace(url);
  }

  #urlIn(lang: Choice['lang'], choice: Choice): string {
    const query = writeAddress({ ...choice, lang }, impliedLanguage(lang));
    if (ONE_FILE) return addressWith(query);
    const root = document.documentElement.dataset['root'] ?? './';
    const page = lang === 'en' ? root : `${root}${lang}/`;
    return `${page}${query}`;
  }
}

/** True while the media query matches; false on the server. */
export class Media {
  #query: MediaQueryList | null;
  #subscribe: () => void;

  constructor(query: string) {
    this.#query = typeof matchMedia === 'function' ? matchMedia(query) : null;
    this.#subscribe = createSubscriber((update) => {
      this.#query?.addEventListener('change', update);
      return () => this.#query?.removeEventListener('change', update);
    });
  }

  get matches(): boolean {
    this.#subscribe();
    return this.#query?.matches ?? false;
  }
}
