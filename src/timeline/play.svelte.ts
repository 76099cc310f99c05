/**
 * Plays the story event by event. Time is the only thing it owns: which event comes next and what
 * showing one means are the caller's. No DOM except in `stopsElsewhere`.
 */
import type { PlantEvent } from '../core/model';

export const SPEEDS = ['slow', 'normal', 'fast'] as const;
export type Speed = (typeof SPEEDS)[number];

/** Milliseconds that an event stays; a turning point (importance 1) stays twice as long. */
export const HOLD_MS: Record<Speed, number> = { slow: 6000, normal: 3000, fast: 1500 };
const TURNING_POINT = 2;
/** A title that is gone sooner is not spoken: it would only pile up behind the ones before. */
const SPOKEN_MS = HOLD_MS.normal;

type Played = Pick<PlantEvent, 'id' | 'importance'>;

export interface Walk<E extends Played> {
  /** The played event after where the reader is; null at the end. */
  next(): E | null;
  /** The first one, where play starts again from the end. */
  first(): E | null;
  show(event: E): void;
}

export class Player<E extends Played> {
  readonly #walk: Walk<E>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #speed = $state<Speed>('normal');
  #shown = $state.raw<E | null>(null);
  playing = $state(false);
  /** Stopped by itself at a turning point, until play is pressed again. */
  waiting = $state(false);
  pausesAtTurningPoints = $state(false);

  constructor(walk: Walk<E>) {
    this.#walk = walk;
  }

  get speed(): Speed {
    return this.#speed;
  }

  /** Counts from now, so that the event on screen is not cut short. */
  set speed(speed: Speed) {
    this.#speed = speed;
    if (this.playing) this.#hold();
  }

  /** The event to speak, politely; null while there is nothing new to say. */
  get spoken(): E | null {
    const active = this.playing || this.waiting;
    return active && this.#shown && this.#holdMs(this.#shown) >= SPOKEN_MS ? this.#shown : null;
  }

  toggle(): void {
    if (this.playing) this.stop();
    else this.#show(this.#walk.next() ?? this.#walk.first());
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.playing = false;
    this.waiting = false;
    this.#shown = null;
  }

  #show(event: E | null): void {
    if (!event) {
      this.stop();
      return;
    }
    this.#shown = event;
    this.waiting = this.pausesAtTurningPoints && event.importance === 1;
    this.playing = !this.waiting;
    this.#walk.show(event);
    this.#hold();
  }

  #hold(): void {
    clearTimeout(this.#timer);
    if (!this.playing || !this.#shown) return;
    this.#timer = setTimeout(() => this.#show(this.#walk.next()), this.#holdMs(this.#shown));
  }

  #holdMs(event: E): number {
    return HOLD_MS[this.#speed] * (event.importance === 1 ? TURNING_POINT : 1);
  }
}

/**
 * Stops play at any touch, key or turn of the wheel outside its own controls, at "back", and when
 * the page is hidden.
 * @returns what takes the listeners off again
 */
export function stopsElsewhere(isOwn: (target: Node) => boolean, stop: () => void): () => void {
  const controller = new AbortController();
  const { signal } = controller;
  const stopUnlessOwn = ({ target }: Event) => {
    if (!(target instanceof Node && isOwn(target))) stop();
  };
  for (const type of ['pointerdown', 'keydown', 'wheel', 'popstate']) {
    window.addEventListener(type, stopUnlessOwn, { capture: true, passive: true, signal });
  }
  document.addEventListener('visibilitychange', () => document.hidden && stop(), { signal });
  return () => controller.abort();
}
