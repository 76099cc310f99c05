/** Keys on the map beyond those that pan and zoom it, and what waits until it rests. */

/** The map has been left alone for this long, ms: longer than its own animations. */
const REST_MS = 700;

export interface MapKeys {
  /** Back to the view that fits. */
  onhome?(): void;
  /** From the picture to the list of what it shows. */
  onlist?(): void;
}

/** Svelte attachment for the element that holds the map: Home or 0, Enter. */
export function mapKeys(of: () => MapKeys) {
  return (pane: HTMLElement): (() => void) => {
    const key = (event: KeyboardEvent) => {
      const { target, ctrlKey, altKey, metaKey } = event;
      if (ctrlKey || altKey || metaKey) return;
      // Not the buttons over the map.
      if (!(target instanceof Element) || !target.matches('canvas, [data-map-drawn]')) return;
      const { onhome, onlist } = of();
      const act = { Home: onhome, '0': onhome, Enter: onlist }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    pane.addEventListener('keydown', key);
    return () => pane.removeEventListener('keydown', key);
  };
}

/** Runs once after the last of many calls. */
export function atRest(run: () => void): { soon(): void; stop(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon() {
      clearTimeout(timer);
      timer = setTimeout(run, REST_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
