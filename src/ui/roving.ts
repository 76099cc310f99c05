import type { Attachment } from 'svelte/attachments';

/**
 * Makes some controls of a part one Tab stop: arrows, Home and End move among them. Tab comes back
 * to the one used last, before that to the current one (WAI-ARIA practices, toolbar).
 *
 * @param stops selector below the part; what it does not name keeps its place in the Tab order
 */
export const rovingAmong =
  (stops: string): Attachment<HTMLElement> =>
  (node) => {
    const buttons = () => [...node.querySelectorAll<HTMLElement>(stops)];
    let used: HTMLElement | undefined;
    function mark() {
      const all = buttons();
      const stop =
        all.find((button) => button === used) ??
        all.find((button) => button.hasAttribute('aria-current')) ??
        all[0];
      for (const button of all) button.tabIndex = button === stop ? 0 : -1;
    }
    function focused({ target }: FocusEvent) {
      const to = buttons().find((button) => button === target);
      if (!to) return;
      used = to;
      mark();
    }
    function key(event: KeyboardEvent) {
      const all = buttons();
      const at = all.indexOf(event.target as HTMLElement);
      if (at < 0) return;
      const to = {
        ArrowRight: at + 1,
        ArrowDown: at + 1,
        ArrowLeft: at - 1,
        ArrowUp: at - 1,
        Home: 0,
        End: all.length - 1,
      }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      all[Math.min(all.length - 1, Math.max(0, to))]?.focus();
    }
    mark();
    // Buttons come and go, and can be used or not, with what is shown.
    const changes = new MutationObserver(mark);
    changes.observe(node, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['disabled', 'aria-current', 'open'],
    });
    node.addEventListener('focusin', focused);
    node.addEventListener('keydown', key);
    return () => {
      changes.disconnect();
      node.removeEventListener('focusin', focused);
      node.removeEventListener('keydown', key);
    };
  };

/**
 * For a toolbar, and for a list that holds nothing but its buttons and folds. Words with an explanation
 * are another group, that of the whole panel.
 */
export const roving = rovingAmong('button:enabled:not(.term), summary');

/** For a list of long rows: their heads are one Tab stop, what an open row holds comes after it. */
export const rovingRows = rovingAmong(
  [
    ':scope > li > a',
    ':scope > li > button',
    ':scope > li > :is(h2, h3, h4) > button',
    ':scope > li > details > summary',
  ].join(', '),
);
