/** Swipes of a finger or a pen over an element; a mouse marks words there instead. */

/** How far, px, and how much more level than steep. */
const FAR = 60;
const LEVEL = 2;

/**
 * @param onswipe 1 = leftwards, to the next step; -1 = back
 * @returns an attachment
 */
export const swipes = (onswipe: (by: 1 | -1) => void) => (node: HTMLElement) => {
  const gone = new AbortController();
  const { signal } = gone;
  let start: { x: number; y: number } | null = null;

  node.addEventListener(
    'pointerdown',
    ({ pointerType, isPrimary, clientX: x, clientY: y }) => {
      start = pointerType !== 'mouse' && isPrimary ? { x, y } : null;
    },
    { signal },
  );
  window.addEventListener('pointercancel', () => (start = null), { signal });
  window.addEventListener(
    'pointerup',
    ({ clientX, clientY }) => {
      if (!start) return;
      const dx = clientX - start.x;
      const level = Math.abs(dx) > LEVEL * Math.abs(clientY - start.y);
      start = null;
      if (Math.abs(dx) > FAR && level) onswipe(dx < 0 ? 1 : -1);
    },
    { signal },
  );
  return () => gone.abort();
};
