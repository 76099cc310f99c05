/** Sizes and spacing of what a finger has to hit (WCAG 2.5.8). */
import type { Page } from 'playwright-core';

const LEAST_PX = 24;

/**
 * Exempt as in 2.5.8: links in a sentence, whose height the line of text decides, and the browser's
 * own parts. A smaller target passes where a circle of 24 px on its middle meets no other target.
 * @returns those too small and too close, one line each; none = []
 */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const modal = document.querySelector('dialog:modal');
    const selector =
      'a[href], button, summary, input, select, textarea, [role="slider"], [role="button"]';
    const boxOf = (element: Element): DOMRect => {
      // What is tapped is the label where the field itself is drawn by it.
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : null;
      const own = element.getBoundingClientRect();
      const around = label?.getBoundingClientRect();
      return around && own.height < least && around.height > own.height ? around : own;
    };
    const targets = [...document.querySelectorAll<HTMLElement>(selector)]
      .filter(
        (it) =>
          it.checkVisibility({ visibilityProperty: true }) &&
          !it.closest('[inert], [aria-hidden="true"], .skip') &&
          !it.matches('.skip, .visually-hidden:not(input)') &&
          !it.closest('.visually-hidden:not(input)') &&
          !(it instanceof HTMLInputElement && it.disabled) &&
          (!modal || modal.contains(it)),
      )
      .map((element) => ({ element, box: boxOf(element) }))
      .filter(({ box }) => box.width > 0 && box.height > 0);
    /** Words of a sentence stand beside it in the same line. */
    const inSentence = (element: HTMLElement) => {
      // A word that opens its explanation is as inline as a link there, though a button is a box.
      const inline = element.matches('.term') || getComputedStyle(element).display === 'inline';
      if (!inline) return false;
      const around = element.closest('p, li, td, dd, h1, h2, h3, h4, figcaption, summary, div');
      const rest = (around?.textContent ?? '').replace(element.textContent ?? '', '').trim();
      return rest.length > 0;
    };
    const faults: string[] = [];
    for (const { element, box } of targets) {
      if (box.width >= least - 0.5 && box.height >= least - 0.5) continue;
      if (inSentence(element)) continue;
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const close = targets.find((other) => {
        if (other.element === element || other.element.contains(element)) return false;
        if (element.contains(other.element)) return false;
        const { left, right, top, bottom } = other.box;
        const dx = Math.max(left - at.x, 0, at.x - right);
        const dy = Math.max(top - at.y, 0, at.y - bottom);
        return Math.hypot(dx, dy) < least / 2;
      });
      if (!close) continue;
      const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim();
      faults.push(
        `${element.tagName} ${element.className} “${words.slice(0, 40)}” ${Math.round(box.width)}×${Math.round(box.height)}`,
      );
    }
    return faults;
  }, LEAST_PX);
