/** What the reader may know about the offline copy. */

import type { Translate } from '../i18n/translate';
import type { Unavailable } from '../offline/register';

export class OfflineState {
  /** 0 to 1; null before the first report. */
  progress = $state<number | null>(null);
  ready = $state(false);
  unavailable = $state<Unavailable | null>(null);
  network = $state(true);
  update = $state.raw<(() => void) | null>(null);
  bytes = $state(0);

  words(t: Translate): string {
    if (this.ready) return t('offline.ready');
    if (this.unavailable) return t(`offline.unavailable.${this.unavailable}`);
    if (this.progress !== null) {
      return t('offline.saving', { n: String(Math.round(this.progress * 100)) });
    }
    return '';
  }
}
