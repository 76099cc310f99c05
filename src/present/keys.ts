/** Keys of a clicker and of a keyboard, the same in the projector's window and the presenter's. */
import { letterKeys } from './letter-keys.svelte';

/** What the keys may do; a window leaves out what it has no use for. */
export interface Clicker {
  /** How many steps there are. */
  readonly steps: number;
  /** From 1. */
  readonly step: number;
  /** Beyond either end = the end. */
  go(step: number): void;
  blank(): void;
  full?(): void;
  notes?(): void;
  presenter?(): void;
  share?(): void;
  leave?(): void;
}

/** Two digits typed within this time are one number, ms. */
const DIGITS_MS = 1000;

const STEPS: ReadonlyMap<string, (on: Clicker) => number> = new Map<
  string,
  (on: Clicker) => number
>([
  ['PageDown', (on) => on.step + 1],
  ['ArrowRight', (on) => on.step + 1],
  ['ArrowDown', (on) => on.step + 1],
  [' ', (on) => on.step + 1],
  ['PageUp', (on) => on.step - 1],
  ['ArrowLeft', (on) => on.step - 1],
  ['ArrowUp', (on) => on.step - 1],
  ['Home', () => 1],
  ['End', (on) => on.steps],
]);

const ACTIONS: ReadonlyMap<string, (on: Clicker) => (() => void) | undefined> = new Map([
  ['b', (on) => on.blank],
  ['.', (on) => on.blank],
  ['f', (on) => on.full],
  ['n', (on) => on.notes],
  ['p', (on) => on.presenter],
  ['q', (on) => on.share],
  ['escape', (on) => on.leave],
]);

/** Letters by their place on the keyboard, so that a Cyrillic layout has them too. */
const letterOf = ({ key, code }: KeyboardEvent): string =>
  /^Key[A-Z]$/.test(code) ? code.slice(3).toLowerCase() : key.toLowerCase();

/**
 * After a tap on a button the focus goes to the title: a clicker's space bar must not press that
 * button again. Presses by key keep the focus where it is.
 */
export const letGo =
  (title: string) =>
  ({ detail, target }: MouseEvent): void => {
    const button = target instanceof Element ? target.closest('button') : null;
    if (detail === 0 || !button || button.popoverTargetElement) return;
    document.querySelector<HTMLElement>(title)?.focus({ preventScroll: true });
  };

/** Hears the keys; a number waits for a second digit only where one could follow. */
export class ClickerKeys {
  readonly #on: Clicker;
  #typed = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(on: Clicker) {
    this.#on = on;
  }

  readonly hear = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const character = event.key.length === 1 && event.key !== ' ';
    if (character && !letterKeys.on) return;
    if (/^\d$/.test(event.key)) this.#digit(Number(event.key));
    else if (event.key === 'Enter' && this.#typed > 0) this.#goTyped();
    else {
      this.stop();
      if (!this.#command(event)) return;
    }
    event.preventDefault();
  };

  /** Forgets a digit that waits for another. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#typed = 0;
  }

  /** @returns whether the key is one of ours */
  #command(event: KeyboardEvent): boolean {
    // On a button the space bar presses it.
    if (event.key === ' ' && event.target instanceof HTMLButtonElement) return false;
    const step = STEPS.get(event.key);
    if (step) {
      this.#on.go(step(this.#on));
      return true;
    }
    const action = ACTIONS.get(letterOf(event))?.(this.#on);
    if (event.repeat && action) return true;
    action?.call(this.#on);
    return action !== undefined;
  }

  #digit(digit: number): void {
    clearTimeout(this.#timer);
    const longer = this.#typed * 10 + digit;
    this.#typed = longer <= this.#on.steps ? longer : digit;
    if (this.#typed === 0) return;
    if (this.#typed * 10 > this.#on.steps) this.#goTyped();
    else this.#timer = setTimeout(() => this.#goTyped(), DIGITS_MS);
  }

  #goTyped(): void {
    const step = this.#typed;
    this.stop();
    this.#on.go(step);
  }
}
