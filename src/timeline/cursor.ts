/**
 * The date cursor: a line with a knob below the lanes, moved by a transform, so that a step of the
 * date costs no layout and no redraw of the lanes. It is grasped 22 px to either side of the line,
 * anywhere in its height; what lies there can still be clicked.
 */

export interface CursorOptions {
  container: HTMLElement;
  /** The day at pixels from the left edge of the container, held to the view. */
  dayAt(x: number): string;
  /** Called with every new day of a drag. */
  ondrag(day: string): void;
}

export interface Cursor {
  readonly dragging: boolean;
  /** At pixels from the left edge of the container; null = outside the view. */
  place(x: number | null): void;
  /** Whether a pointer at this place would grasp it. */
  isNear(clientX: number): boolean;
  destroy(): void;
}

const REACH_PX = 22;
/** More than a press without movement: a drag, not a click. */
export const CLICK_SLOP_PX = 5;

export function createCursor({ container, dayAt, ondrag }: CursorOptions): Cursor {
  const element = document.createElement('div');
  element.className = 'tl-cursor';
  element.dataset['dateCursor'] = '';
  container.append(element);

  let at: number | null = null;
  /** The pointer that has grasped it; `moved` once it is a drag. */
  let held: { pointer: number; from: number; offset: number; moved: boolean } | null = null;

  const inside = (clientX: number) => clientX - container.getBoundingClientRect().left;
  /** Measured once a press: to measure in every step would make the page lay itself out twice. */
  let left = 0;
  const isNear = (clientX: number) => at !== null && Math.abs(inside(clientX) - at) <= REACH_PX;

  function press(event: PointerEvent): void {
    if (event.button !== 0 || !event.isPrimary || at === null || !isNear(event.clientX)) return;
    const x = inside(event.clientX);
    left = event.clientX - x;
    held = { pointer: event.pointerId, from: x, offset: x - at, moved: false };
    // Seen by vis-timeline, the same movement would move the lanes too.
    event.stopPropagation();
    // Without the mouse events beside the pointer's: the map measures itself on each of them.
    event.preventDefault();
  }
  function move(event: PointerEvent): void {
    if (held?.pointer !== event.pointerId) return;
    const x = event.clientX - left;
    if (!held.moved) {
      if (Math.abs(x - held.from) <= CLICK_SLOP_PX) return;
      held.moved = true;
      container.setPointerCapture(event.pointerId);
    }
    ondrag(dayAt(x - held.offset));
  }
  function release(event: PointerEvent): void {
    if (held?.pointer === event.pointerId) held = null;
  }

  container.addEventListener('pointerdown', press, { capture: true });
  container.addEventListener('pointermove', move);
  container.addEventListener('pointerup', release);
  container.addEventListener('pointercancel', release);

  return {
    get dragging() {
      return held?.moved === true;
    },
    place(x) {
      if (x === at) return;
      at = x;
      element.hidden = x === null;
      if (x !== null) element.style.transform = `translateX(${x.toFixed(2)}px)`;
    },
    isNear,
    destroy() {
      container.removeEventListener('pointerdown', press, { capture: true });
      container.removeEventListener('pointermove', move);
      container.removeEventListener('pointerup', release);
      container.removeEventListener('pointercancel', release);
      element.remove();
    },
  };
}
