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

  async link(url: string): Promise<void> {
    const copied = await copyText(url);
    this.said = this.#t(copied ? 'share.copied' : 'event.linkFailed');
    this.byHand = copied ? '' : url;
  }

  clear(): void {
    this.said = '';
    this.byHand = '';
  }
}
