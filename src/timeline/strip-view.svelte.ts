/** What the phone's strip shows now, shared by the strip and the buttons that zoom it. */
import { dayNumber } from '../core/dates';
import { follow, isWhole, mix, type StripWindow, stepZoom, WHOLE } from './strip-window';

const MOVE_MS = 180;

export class StripView {
  #shown = $state.raw(WHOLE);
  #goal = $state.raw(WHOLE);
  #frame = 0;
  /** The window after the last zoom that a reader asked for without a finger, to be spoken. */
  asked = $state.raw<StripWindow | null>(null);

  /** The window that is drawn. */
  get shown(): StripWindow {
    return this.#shown;
  }

  /** Where a running move ends; the drawn window when nothing moves. */
  get goal(): StripWindow {
    return this.#goal;
  }

  /** Puts the window there at once: it is under a finger. */
  set(window: StripWindow): void {
    cancelAnimationFrame(this.#frame);
    this.#goal = window;
    this.#shown = window;
  }

  /** Stops a running move where it is. */
  hold(): void {
    this.set(this.#shown);
  }

  /** Moves the window there, at once under reduced motion. */
  goTo(window: StripWindow): void {
    cancelAnimationFrame(this.#frame);
    this.#goal = window;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#shown = window;
      return;
    }
    const start = this.#shown;
    const began = performance.now();
    const step = (now: number) => {
      const part = Math.min(1, Math.max(0, (now - began) / MOVE_MS));
      this.#shown = part === 1 ? window : mix(start, window, 1 - (1 - part) ** 3);
      if (part < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  /** One step in (1) or out (-1), about the date if it is in view. */
  zoom(step: 1 | -1, date: string): void {
    this.ask(stepZoom(this.#goal, step, dayNumber(date)));
  }

  showAll(): void {
    this.ask(WHOLE);
  }

  /** As `goTo`, and spoken. */
  ask(window: StripWindow): void {
    if (window === this.#goal) return;
    this.asked = window;
    this.goTo(window);
  }

  /** The least move that brings the date into view. */
  follow(date: string): void {
    if (isWhole(this.#goal)) return;
    const next = follow(this.#goal, dayNumber(date));
    if (next !== this.#goal) this.goTo(next);
  }
}
