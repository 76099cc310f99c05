/**
 * Whether this device can have the app beside its others: the browser's own offer where there is
 * one, iOS' way by hand, or that it is done. One for the page, since the browser makes its offer to
 * the page, and only once.
 */

/** Not in TypeScript's DOM; Chromium only. */
interface InstallOffer extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

class Install {
  #offer = $state.raw<InstallOffer | null>(null);
  /** The page runs in the app's own window. */
  done = $state(false);
  /** iPhone or iPad: nothing can be offered there, only told. */
  byHand = $state(false);

  constructor() {
    if (typeof window === 'undefined') return;
    const { navigator } = window as { navigator: Navigator & { standalone?: boolean } };
    this.byHand = navigator.standalone !== undefined && navigator.maxTouchPoints > 0;
    this.done = navigator.standalone === true || matchMedia('(display-mode: standalone)').matches;
    if (this.done) keepSaved();
    addEventListener('beforeinstallprompt', (event) => {
      // Said in words where the reader looks for it, not in a bar over the map.
      event.preventDefault();
      this.#offer = event as InstallOffer;
    });
    addEventListener('appinstalled', () => {
      this.#offer = null;
      this.done = true;
      keepSaved();
    });
  }

  /** The browser offers to install. */
  get offered(): boolean {
    return this.#offer !== null;
  }

  /** Opens the browser's own question; its offer counts once. */
  async ask(): Promise<void> {
    const offer = this.#offer;
    this.#offer = null;
    await offer?.prompt();
  }
}

/** Asks that the saved copy is not cleared with other sites' data when space is short. */
function keepSaved(): void {
  // A browser may say no; the copy is then kept as long as there is space.
  navigator.storage?.persist?.().catch(() => false);
}

export const install = new Install();
