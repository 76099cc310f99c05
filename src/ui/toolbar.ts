import type { Attachment } from 'svelte/attachments';

/**
 * Makes the buttons of an element with role `toolbar` one Tab stop: arrows, Home and End move among
 * them, and Tab comes back to the one used last (WAI-ARIA practices, toolbar).
 */
export const toolbar: Attachment<HTMLElement> = (node) => {
  const buttons = () => [...node.querySelectorAll('button')];
  let stop: HTMLButtonElement | undefined;
  function mark() {
    const all = buttons();
    if (!stop || !all.includes(stop)) stop = all[0];
    for (const button of all) button.tabIndex = button === stop ? 0 : -1;
  }
  function focused({ target }: FocusEvent) {
    if (!(target instanceof HTMLButtonElement)) return;
    stop = target;
    mark();
  }
  function key(event: KeyboardEvent) {
    const all = buttons();
    const at = all.indexOf(event.target as HTMLButtonElement);
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
  // Buttons come and go with the event that is shown.
  const changes = new MutationObserver(mark);
  changes.observe(node, { childList: true, subtree: true });
  node.addEventListener('focusin', focused);
  node.addEventListener('keydown', key);
  return () => {
    changes.disconnect();
    node.removeEventListener('focusin', focused);
    node.removeEventListener('keydown', key);
  };
};
