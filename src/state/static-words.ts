/** The prerendered words below the app: gone when the app is there, but not under a reader's eyes. */

/**
 * Takes the words away at once, or, where the reader has scrolled down to them, when the reader is
 * back at the top.
 */
export function putAwayStaticWords(): void {
  document.getElementById('contents')?.remove();
  const words = document.getElementById('words');
  if (!words) return;
  const take = () => {
    if (window.scrollY > 0) return;
    window.removeEventListener('scroll', take);
    words.remove();
  };
  window.addEventListener('scroll', take, { passive: true });
  take();
}
