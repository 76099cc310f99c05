/** What a list that is built bit by bit needs to know of the box it scrolls in. */
import type { Attachment } from 'svelte/attachments';

/** How far ahead of the box's edge an element counts as near, px. */
const NEAR_PX = 400;

/** The nearest box around an element that scrolls up and down, else the page. */
export function scrollParent(element: Element): HTMLElement {
  for (let box = element.parentElement; box; box = box.parentElement) {
    if (/^(auto|scroll)$/.test(getComputedStyle(box).overflowY)) return box;
  }
  return document.documentElement;
}

/**
 * Calls back each time the element comes near. One at the top end counts only where it comes down
 * from above: as a reader first scrolls down to a list, it comes up from below and is left alone.
 */
export function whenNear(end: 'top' | 'bottom', callback: () => void): Attachment<HTMLElement> {
  return (element) => {
    let observer: IntersectionObserver | undefined;
    // After the frame's own style pass: asked while the page is built, it costs a pass of its own.
    const frame = requestAnimationFrame(() => {
      const box = scrollParent(element);
      const root = box === document.documentElement ? null : box;
      observer = new IntersectionObserver(
        (entries) => {
          const last = entries.at(-1);
          if (!last?.isIntersecting || !last.rootBounds) return;
          const { top, bottom } = last.boundingClientRect;
          const middle = (last.rootBounds.top + last.rootBounds.bottom) / 2;
          if (end === 'bottom' || (top + bottom) / 2 < middle) callback();
        },
        { root, rootMargin: `${NEAR_PX}px 0px` },
      );
      observer.observe(element);
    });
    return () => {
      cancelAnimationFrame(frame);
      observer?.disconnect();
    };
  };
}
