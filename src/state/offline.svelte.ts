/** What the reader may know about the offline copy. */

import type { Translate } from '../i18n/translate';
import { type Offline, registerOffline, type Unavailable } from '../offline/register';

export class OfflineState {
  /** 0 to 1; null before the first report. */
  progress = $state<number | null>(null);
  ready = $state(false);
  unavailable = $state<Unavailable | null>(null);
  network = $state(true);
  bytes = $state(0);
  #connection: Offline | null = null;

  /** Call once, when the page is usable. */
  start(handlers: { onFirstReady: () => void; onUpdate: (accept: () => void) => void }): void {
    this.#connection = registerOffline({
      onProgress: ({ done, total }) => {
        this.progress = total > 0 ? done / total : null;
      },
      onReady: () => {
        const first = !this.ready && this.progress !== null && this.progress < 1;
        this.ready = true;
        document.documentElement.dataset['offline'] = 'ready';
        void this.#measure();
        if (first) handlers.onFirstReady();
      },
      onUpdateAvailable: handlers.onUpdate,
      onOffline: (gone) => {
        this.network = !gone;
      },
      onUnavailable: (reason) => {
        this.unavailable = reason;
      },
    });
  }

  async #measure(): Promise<void> {
    this.bytes = (await this.#connection?.sizeStored()) ?? 0;
  }

  checkForUpdate(): void {
    void this.#connection?.checkForUpdate();
  }

  async remove(): Promise<void> {
    await this.#connection?.removeOfflineCopy();
    this.ready = false;
    this.progress = null;
    this.bytes = 0;
    delete document.documentElement.dataset['offline'];
  }

  words(t: Translate): string {
    if (this.ready) return t('offline.ready');
    if (this.unavailable) return t(`offline.unavailable.${this.unavailable}`);
    if (this.progress !== null) {
      return t('offline.saving', { n: String(Math.round(this.progress * 100)) });
    }
    return '';
  }
}
