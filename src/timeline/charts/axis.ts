/** The one time axis of all charts: days as numbers, left of it a gutter for the other axis. */
import { clampDay, dayFromNumber, dayNumber } from '../../core/dates';
import { FIRST_DATE, LAST_DATE } from '../../core/vocabulary';

/** First day and the day after the last, as day numbers. */
export const DAYS: [number, number] = [dayNumber(FIRST_DATE), dayNumber(LAST_DATE) + 1];

/** Width of the gutter in rem, so that it grows with the text. */
const GUTTER_REM = 1.75;
const AXIS_REM = 1.25;

const rem = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

/** Room around the plot in px: numbers on the left, years below. */
export const padding = () => ({ left: GUTTER_REM * rem(), bottom: AXIS_REM * rem() });

/** The day under a point of the screen, held to the days that have facts. */
export function dayUnder(box: DOMRect, clientX: number): string {
  const { left } = padding();
  const ratio = (clientX - box.left - left) / (box.width - left);
  return clampDay(dayFromNumber(Math.floor(DAYS[0] + ratio * (DAYS[1] - DAYS[0]))));
}

/**
 * A tap moves the date there, a sideways drag takes it along; vertical swipes are the page's, so a
 * finger that only scrolls past changes nothing.
 */
export function scrubs(ondate: (day: string) => void) {
  const SLOP_PX = 6;
  return (plot: HTMLElement) => {
    let start: { pointer: number; x: number; y: number; moving: boolean } | null = null;
    let last = '';
    const move = (event: PointerEvent) => {
      const day = dayUnder(plot.getBoundingClientRect(), event.clientX);
      if (day !== last) ondate(day);
      last = day;
    };
    const listeners: Record<string, (event: PointerEvent) => void> = {
      pointerdown(event) {
        if (!event.isPrimary || event.button !== 0) return;
        start = { pointer: event.pointerId, x: event.clientX, y: event.clientY, moving: false };
        last = '';
      },
      pointermove(event) {
        if (start?.pointer !== event.pointerId) return;
        if (!start.moving) {
          if (Math.abs(event.clientX - start.x) < SLOP_PX) return;
          start.moving = true;
          plot.setPointerCapture(event.pointerId);
        }
        move(event);
      },
      pointerup(event) {
        if (start?.pointer !== event.pointerId) return;
        if (start.moving || Math.abs(event.clientY - start.y) < SLOP_PX) move(event);
        start = null;
      },
      pointercancel() {
        start = null;
      },
    };
    const controller = new AbortController();
    for (const [type, listener] of Object.entries(listeners)) {
      plot.addEventListener(type, listener as EventListener, { signal: controller.signal });
    }
    return () => controller.abort();
  };
}
