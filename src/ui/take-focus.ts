import { tick } from 'svelte';
import type { Attachment } from 'svelte/attachments';

/** For the heading of a part that arrives late: the button pressed for it has left without a place. */
export function takeFocus(heading: HTMLElement): void {
  if (document.activeElement === document.body) heading.focus({ preventScroll: true });
}

/**
 * For the heading of a page that lies over the app: takes the focus and, when the page goes, gives
 * it back to where it was, or to the heading below where nothing was.
 */
export const holdFocus: Attachment<HTMLElement> = (heading) => {
  const before = document.activeElement;
  heading.focus({ preventScroll: true });
  return () => {
    void tick().then(() => {
      // Who leaves by opening something else is there already.
      if (document.activeElement !== document.body) return;
      const back =
        before instanceof HTMLElement && before !== document.body && before.isConnected
          ? before
          : document.querySelector<HTMLElement>('.sheet h1[tabindex]');
      back?.focus({ preventScroll: true });
    });
  };
};
