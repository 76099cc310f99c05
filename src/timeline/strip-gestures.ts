/**
 * Fingers and mouse on the phone's strip, as what they mean: a tap, a drag of the date, a move of
 * the days, a pinch. Knows pixels from the strip's left edge and nothing of the page. Vertical
 * swipes are the browser's (`touch-action: pan-y`): it takes the pointer away, `cancel`.
 */
import { isWhole, panBy, pinch, type StripWindow } from './strip-window';

export interface GestureHost {
  /** Width of the strip in pixels. */
  width(): number;
  window(): StripWindow;
  /** Where the date is drawn. */
  cursorX(): number;
  ontap(x: number, y: number): void;
  /** The date is drawn to here; may lie beside the strip. */
  ondate(x: number): void;
  onwindow(window: StripWindow): void;
}

/** Half of the 44 px in which a drag holds the cursor where it was grasped. */
const GRASP_PX = 22;
/** Less movement than this is a tap. */
const SLOP_PX = 5;
/** Fingers closer than this do not make the scale jump. */
const LEAST_SPREAD_PX = 24;

interface Finger {
  x: number;
  y: number;
}
type Mode =
  | { kind: 'press'; x: number; y: number }
  | { kind: 'date'; offset: number }
  | { kind: 'ground'; x: number; window: StripWindow }
  | { kind: 'pinch'; spread: number; middle: number; window: StripWindow };

export class StripGestures {
  readonly #host: GestureHost;
  readonly #fingers = new Map<number, Finger>();
  #mode: Mode | null = null;

  constructor(host: GestureHost) {
    this.#host = host;
  }

  /** Whether the days are being moved or pinched, or the date dragged. */
  get holds(): boolean {
    return this.#mode !== null && this.#mode.kind !== 'press';
  }

  press(id: number, x: number, y: number): void {
    if (this.#fingers.size >= 2) return;
    this.#fingers.set(id, { x, y });
    if (this.#fingers.size === 2) this.#startPinch();
    else this.#mode = { kind: 'press', x, y };
  }

  move(id: number, x: number, y: number): void {
    const finger = this.#fingers.get(id);
    if (!finger || !this.#mode) return;
    finger.x = x;
    finger.y = y;
    if (this.#mode.kind === 'press') this.#decide(this.#mode, x);
    this.#apply(x);
  }

  lift(id: number, x: number, y: number): void {
    if (!this.#fingers.delete(id)) return;
    const mode = this.#mode;
    if (mode?.kind === 'pinch') {
      // The other finger goes on moving the days.
      const [left] = this.#fingers.values();
      this.#mode = left ? { kind: 'ground', x: left.x, window: this.#host.window() } : null;
      return;
    }
    if (this.#fingers.size > 0) return;
    this.#mode = null;
    if (mode?.kind === 'press') this.#host.ontap(x, y);
  }

  cancel(id: number): void {
    if (!this.#fingers.delete(id)) return;
    this.#fingers.clear();
    this.#mode = null;
  }

  #decide(press: { x: number; y: number }, x: number): void {
    if (Math.abs(x - press.x) < SLOP_PX) return;
    const off = this.#host.cursorX() - press.x;
    const grasped = Math.abs(off) <= GRASP_PX;
    const window = this.#host.window();
    if (grasped || isWhole(window)) this.#mode = { kind: 'date', offset: grasped ? off : 0 };
    else this.#mode = { kind: 'ground', x: press.x, window };
  }

  #apply(x: number): void {
    const mode = this.#mode;
    const { width } = this.#host;
    if (mode?.kind === 'date') this.#host.ondate(x + mode.offset);
    else if (mode?.kind === 'ground') {
      this.#host.onwindow(panBy(mode.window, (mode.x - x) / width()));
    } else if (mode?.kind === 'pinch') {
      const now = this.#spread();
      const at = (px: number) => px / width();
      this.#host.onwindow(
        pinch(mode.window, now.spread / mode.spread, at(mode.middle), at(now.middle)),
      );
    }
  }

  #startPinch(): void {
    this.#mode = { kind: 'pinch', ...this.#spread(), window: this.#host.window() };
  }

  #spread(): { spread: number; middle: number } {
    const [a, b] = [...this.#fingers.values()] as [Finger, Finger];
    return {
      spread: Math.max(LEAST_SPREAD_PX, Math.hypot(a.x - b.x, a.y - b.y)),
      middle: (a.x + b.x) / 2,
    };
  }
}
