/** Handing words or a link on: what to say of it, and what is left to be copied by hand. */
import type { Translate } from '../i18n/translate';
import { copyText, shareText } from '../state/share';

export class HandingOn {
  /** For a live region; '' = nothing to say. */
  said = $state('');
  /** Where the browser has no clipboard for this page; '' = nothing. */
  byHand = $state('');
  #t: Translate;

  constructor(t: Translate) {
    this.#t = t;
  }

  async words(title: string, text: string): Promise<void> {
    const done = await shareText(title, text);
    this.said =
      done === 'copied'
        ? this.#t('event.textCopied')
        : done === 'failed'
          ? this.#t('event.textFailed')
          : '';
    this.byHand = done === 'failed' ? text : '';
  }

  link(url: string): Promise<void> {
    return this.copy(url, 'share.copied', 'event.linkFailed');
  }

  /** @param copied, failed keys of the interface's words */
  async copy(text: string, copied: string, failed = 'event.textFailed'): Promise<void> {
    this.clear();
    const done = await copyText(text);
    this.said = this.#t(done ? copied : failed);
    this.byHand = done ? '' : text;
  }

  clear(): void {
    this.said = '';
    this.byHand = '';
  }
}
