/**
 * Keeps the screen from dimming. The browser lets go whenever the page is hidden, so it is asked
 * again when the page is seen again.
 * @returns lets the screen dim again
 */
export function keepAwake(): () => void {
  let lock: WakeLockSentinel | null = null;
  let over = false;
  let asking = false;

  async function ask() {
    if (over || asking || document.hidden || (lock && !lock.released)) return;
    asking = true;
    try {
      const got = await navigator.wakeLock?.request('screen');
      if (over) await got?.release();
      else lock = got ?? null;
    } catch {
      // Battery saver or no permission: the screen may dim, nothing else changes.
      lock = null;
    } finally {
      asking = false;
    }
  }
  const seen = () => void ask();

  document.addEventListener('visibilitychange', seen);
  void ask();
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', seen);
    void lock?.release();
  };
}
