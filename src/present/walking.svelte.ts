/** Walking through the steps: which walk is open, what a step makes of the choice, and the way back. */
import type { Choice } from '../core/choice';
import type { AppState } from '../state/app.svelte';
import { loadWalk, type Walk } from './walk';

export class Walking {
  walk = $state.raw<Walk | null>(null);
  /** Where the reader was before the walk; given back on leaving. */
  #before: Choice | null = null;
  readonly #app: AppState;
  readonly #onfail: () => void;

  /** @param onfail a story did not arrive; the reader goes on where they were */
  constructor(app: AppState, onfail: () => void) {
    this.#app = app;
    this.#onfail = onfail;
  }

  /** The view the open step asks for; null = the one that fits what is drawn. */
  get view() {
    return this.walk?.slides[(this.#app.choice.present ?? 0) - 1]?.view ?? null;
  }

  /**
   * @param step from 1; beyond the end = the last
   * @param story null = the plain walk
   */
  async goTo(step: number, story = this.#app.choice.story): Promise<void> {
    const { choice } = this.#app;
    const before = choice.present === null || !this.#before ? choice : this.#before;
    if (this.walk?.story !== story) {
      try {
        this.walk = await loadWalk(this.#app.content, story);
      } catch {
        // Said in words, and it can be tried again.
        this.#onfail();
        if (choice.story === story) this.#app.set({ present: null, story: null }, 'replace');
        return;
      }
    }
    const present = Math.min(step, this.walk.slides.length);
    const slide = this.walk.slides[present - 1];
    if (!slide) return;
    this.#before = before;
    const same = choice.present === present && choice.story === story;
    this.#app.set({ ...slide.choice, present, story }, same ? 'replace' : 'step');
  }

  /** The address may lead into a walk, or into another one. */
  async follow(): Promise<void> {
    const { present, story } = this.#app.choice;
    if (present !== null && this.walk?.story !== story) await this.goTo(present);
  }

  leave(): void {
    this.#app.set({ ...this.#before, present: null });
    this.#before = null;
  }
}
