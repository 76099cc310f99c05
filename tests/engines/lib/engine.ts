/** What the smoke suite needs of a browser: six verbs, the same for every engine. */
import type { EngineId } from '../../../scripts/find-engines.mjs';

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Keys by the names of `KeyboardEvent.key`; a single character is itself. */
export type Key = string;

/** One browser with one page, started with nothing stored. */
export interface Engine {
  readonly id: EngineId;
  /** As the browser names itself: `firefox 153.7.0`. */
  readonly version: string;
  /** True if the driver itself hears console errors, from the page's first moment on. */
  readonly hearsConsole: boolean;
  /** Loads an address anew and waits for the page's load event. */
  goto(url: string): Promise<void>;
  /**
   * Runs a function in the page and waits for its promise. It sees nothing but its arguments;
   * arguments and answer are JSON. Rejects if it throws.
   */
  evaluate<A extends unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** Mouse to the first point, button down, by way of the others, button up. */
  pointer(path: readonly Point[]): Promise<void>;
  /** One key down and up, to the element that has the focus. */
  press(key: Key): Promise<void>;
  /** Size of the page's view, in CSS pixels. */
  resize(size: Size): Promise<void>;
  /** The view as PNG. */
  screenshot(): Promise<Buffer>;
  /** Errors that the driver has heard since the last call: console, uncaught, policy, origin. */
  heard(): Promise<string[]>;
  close(): Promise<void>;
}

export const PHONE: Size = { width: 390, height: 844 };
export const LAPTOP: Size = { width: 1366, height: 768 };

/** A zone west of Greenwich finds dates that were read as local midnight. */
export const TIME_ZONE = 'America/New_York';

export async function startEngine(id: EngineId): Promise<Engine> {
  switch (id) {
    case 'chromium':
      return (await import('./chromium')).startChromium();
    case 'firefox':
      return (await import('./firefox')).startFirefox();
    case 'webkit':
      return (await import('./webkit')).startWebKit();
  }
}
