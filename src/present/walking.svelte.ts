/**
 * Walking through the steps: which walk is open and what its step shows. The reader's own choice
 * stays as it was; only `present` and `story` in it say that a walk lies over it.
 */
import type { Choice, MapView } from '../core/choice';
import { snapshotAt } from '../core/snapshot';
import type { AppState } from '../state/app.svelte';
import { loadWalk, type Slide, type Walk } from './walk';

export class Walking {
  walk = $state.raw<Walk | null>(null);
  readonly #app: AppState;
  readonly #onfail: () => void;
  #asked = 0;
  /** The reader has moved the map of this slide. */
  #hand = $state.raw<{ slide: Slide; map: MapView } | null>(null);
  #slide = $derived.by((): Slide | null => {
    const { present, story } = this.#app.choice;
    if (present === null || this.walk?.story !== story) return null;
    return this.walk.slides[Math.min(present, this.walk.slides.length) - 1] ?? null;
  });
  #choice = $derived.by((): Choice => {
    const map = this.#hand && this.#hand.slide === this.#slide ? this.#hand.map : null;
    return { ...this.#app.choice, ...this.#slide?.choice, map };
  });
  #snapshot = $derived.by(() => snapshotAt(this.#app.content.facts, this.#choice));

  /** @param onfail a story did not arrive; the reader goes on where they were */
  constructor(app: AppState, onfail: () => void) {
    this.#app = app;
    this.#onfail = onfail;
  }

  /** The slide on the screen; null = no walk, or its story is on its way. */
  get slide(): Slide | null {
    return this.#slide;
  }

  /** The reader's choice as the slide has it. */
  get choice(): Choice {
    return this.#choice;
  }

  get snapshot() {
    return this.#snapshot;
  }

  /** Moves the map of this slide, for as long as it is open. */
  look(map: MapView): void {
    if (this.#slide) this.#hand = { slide: this.#slide, map };
  }

  /**
   * @param step from 1; beyond the end = the last
   * @param story null = the plain walk
   */
  async goTo(step: number, story = this.#app.choice.story): Promise<void> {
    const { choice } = this.#app;
    this.#asked += 1;
    const asked = this.#asked;
    if (this.walk?.story !== story) {
      try {
        const walk = await loadWalk(this.#app.content, story);
        // Another one was asked for meanwhile.
        if (asked !== this.#asked) return;
        this.walk = walk;
      } catch {
        if (asked !== this.#asked) return;
        // Said in words, and it can be tried again.
        this.#onfail();
        if (choice.story === story) this.leave('replace');
        return;
      }
    }
    const present = Math.min(Math.max(step, 1), this.walk.slides.length);
    this.#hand = null;
    const same = choice.present === present && choice.story === story;
    this.#app.set({ present, story }, same ? 'replace' : 'step');
  }

  /** The address may lead into a walk, or into another one. */
  async follow(): Promise<void> {
    const { present, story } = this.#app.choice;
    if (present === null) return;
    const known = this.walk?.story === story ? this.walk.slides.length : 0;
    if (present > known) await this.goTo(present);
  }

  /** The story stays only where a teacher's kit of it is open (AppState.set). */
  leave(how: 'step' | 'replace' = 'step'): void {
    this.#app.set({ present: null }, how);
  }
}
