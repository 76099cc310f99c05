/** Fingers, mouse, wheel and keys on the drawn map, where the map library does not run. */
import type { Xy } from './types';

const KEY_STEP = 60;
const KEYS: Record<string, Xy> = {
  ArrowLeft: [KEY_STEP, 0],
  ArrowRight: [-KEY_STEP, 0],
  ArrowUp: [0, KEY_STEP],
  ArrowDown: [0, -KEY_STEP],
};
/** A press that moves less than this is a tap. */
const TAP_PX = 6;
/** Wheel pixels for one zoom step; a notch of a mouse wheel is 100 to 120. */
const WHEEL_PX = 450;
const LINE_PX = 40;
/** The wheel has no end of its own: a turn is over after this pause. */
const WHEEL_REST_MS = 200;

export interface PanHandlers {
  /** Pixels that the picture moves by. */
  onpan(by: Xy): void;
  /** The reader lets go after a pan, a pinch or a turn of the wheel. */
  onpanend(): void;
  onzoom(steps: number): void;
  /** Zoom with a point of the picture kept in its place. */
  onzoomat(steps: number, at: Xy): void;
  /** @returns whether a tap here would choose something */
  onhover(at: Xy): boolean;
  ontap(at: Xy): void;
}

/** Svelte attachment: listens on the element until it is taken away. */
export function dragToPan(handlers: PanHandlers) {
  return (element: HTMLElement): (() => void) => {
    const pointers = new Map<number, Xy>();
    let moved = 0;
    let wheelEnd: ReturnType<typeof setTimeout> | undefined;
    const inside = (event: MouseEvent): Xy => {
      const box = element.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    /** Middle of all fingers and their distance. */
    const grip = () => {
      const [a, b = a] = [...pointers.values()];
      if (!a || !b) return { at: [0, 0] as Xy, apart: 0 };
      const at: Xy = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      return { at, apart: Math.hypot(a[0] - b[0], a[1] - b[1]) };
    };
    const down = (event: PointerEvent) => {
      if (event.button !== 0 || pointers.size > 1) return;
      if (pointers.size === 0) moved = 0;
      pointers.set(event.pointerId, inside(event));
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      if (!pointers.has(event.pointerId)) {
        element.style.cursor = handlers.onhover(inside(event)) ? 'pointer' : '';
        return;
      }
      const before = grip();
      pointers.set(event.pointerId, inside(event));
      const now = grip();
      const by: Xy = [now.at[0] - before.at[0], now.at[1] - before.at[1]];
      moved += Math.hypot(by[0], by[1]) + Math.abs(now.apart - before.apart);
      if (moved <= TAP_PX) return;
      handlers.onpan(by);
      if (before.apart > 0 && now.apart > 0) {
        handlers.onzoomat(Math.log2(now.apart / before.apart), now.at);
      }
    };
    const up = (event: PointerEvent) => {
      if (!pointers.delete(event.pointerId) || pointers.size > 0) return;
      if (moved <= TAP_PX) handlers.ontap(inside(event));
      else handlers.onpanend();
    };
    const cancel = (event: PointerEvent) => {
      if (pointers.delete(event.pointerId) && pointers.size === 0) handlers.onpanend();
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const px = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE_PX;
      handlers.onzoomat((-event.deltaY * px) / WHEEL_PX, inside(event));
      clearTimeout(wheelEnd);
      wheelEnd = setTimeout(handlers.onpanend, WHEEL_REST_MS);
    };
    const key = (event: KeyboardEvent) => {
      const by = KEYS[event.key];
      if (by) {
        handlers.onpan(by);
        handlers.onpanend();
      } else if (event.key === '+' || event.key === '=') handlers.onzoom(1);
      else if (event.key === '-') handlers.onzoom(-1);
      else return;
      event.preventDefault();
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', cancel);
    element.addEventListener('wheel', wheel, { passive: false });
    element.addEventListener('keydown', key);
    return () => {
      clearTimeout(wheelEnd);
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', cancel);
      element.removeEventListener('wheel', wheel);
      element.removeEventListener('keydown', key);
    };
  };
}
