/** One-finger panning for the drawn map, where the map library does not run. */
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

export interface PanHandlers {
  /** Pixels that the picture moves by. */
  onpan(by: Xy): void;
  onpanend(): void;
  onzoom(steps: number): void;
  ontap(at: Xy): void;
}

/** Svelte attachment: listens on the element until it is taken away. */
export function dragToPan(handlers: PanHandlers) {
  return (element: HTMLElement): (() => void) => {
    let last: Xy | null = null;
    let moved = 0;
    const down = (event: PointerEvent) => {
      if (!event.isPrimary || event.button !== 0) return;
      last = [event.clientX, event.clientY];
      moved = 0;
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      if (!last || !event.isPrimary) return;
      const by: Xy = [event.clientX - last[0], event.clientY - last[1]];
      last = [event.clientX, event.clientY];
      moved += Math.hypot(by[0], by[1]);
      if (moved > TAP_PX) handlers.onpan(by);
    };
    const up = (event: PointerEvent) => {
      if (last && moved <= TAP_PX) {
        const box = element.getBoundingClientRect();
        handlers.ontap([event.clientX - box.left, event.clientY - box.top]);
      } else if (last) {
        handlers.onpanend();
      }
      last = null;
    };
    const key = (event: KeyboardEvent) => {
      const by = KEYS[event.key];
      if (by) handlers.onpan(by);
      else if (event.key === '+' || event.key === '=') handlers.onzoom(1);
      else if (event.key === '-') handlers.onzoom(-1);
      else return;
      event.preventDefault();
    };
    const cancel = () => {
      last = null;
    };
    element.addEventListener('pointerdown', down);
    element.addEventListener('pointermove', move);
    element.addEventListener('pointerup', up);
    element.addEventListener('pointercancel', cancel);
    element.addEventListener('keydown', key);
    return () => {
      element.removeEventListener('pointerdown', down);
      element.removeEventListener('pointermove', move);
      element.removeEventListener('pointerup', up);
      element.removeEventListener('pointercancel', cancel);
      element.removeEventListener('keydown', key);
    };
  };
}
