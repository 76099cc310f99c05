/** What the reader may know about the offline copy, and what the reader may do about it. */

import type { Translate } from '../i18n/translate';
import { holdReloads } from '../offline/heal';
import type { CopyStatus } from '../offline/messages';
import {
  type Offline,
  registerOffline,
  type Unavailable,
  type UpdateAnswer,
} from '../offline/register';
import { ownVersion } from '../offline/site';
import type { Formats } from '../ui/context';
import type { Notice } from '../ui/Notices.svelte';
import { isFrugal, savedWish, saveWish } from './saving-wish';

const READY_SAID_KEY = 'switchyard-ready-said';
const READY_NOTICE_MS = 6_000;

/** True once for each version on this device; false where storage is blocked. */
function firstTimeReady(): boolean {
  try {
    if (localStorage.getItem(READY_SAID_KEY) === ownVersion()) return false;
    localStorage.setItem(READY_SAID_KEY, ownVersion());
    return true;
  } catch {
    return false;
  }
}

function makeGate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

export class OfflineState {
  /** Null before the first word of the service worker. */
  copy = $state.raw<CopyStatus | null>(null);
  unavailable = $state<Unavailable | null>(null);
  network = $state(true);
  removed = $state(false);
  /** Bytes on this device; 0 = not known. */
  stored = $state(0);
  answer = $state<UpdateAnswer | 'asking' | null>(null);
  /** Moves all tabs to the new version; null until one is complete on this device. */
  takeUpdate = $state.raw<(() => void) | null>(null);
  #offersUpdate = $state(false);
  #asks = $state(false);
  #saysReady = $state(false);
  #held = $state(false);
  #gate: ReturnType<typeof makeGate> | null = null;
  #moving = false;
  /** The reader's word in this visit, where storage is blocked; and a yes without being asked. */
  #wish: 'all' | 'text' | null = null;
  #asked = false;
  #connection: Offline | null = null;
  #reload: () => void = () => location.reload();

  readonly ready = $derived(this.copy?.text === true && this.copy.missing === 0);
  /** Compressed bytes that are still to be fetched. */
  readonly bytesLeft = $derived(this.copy ? this.copy.totalBytes - this.copy.bytes : 0);

  /** Call once, when the page is usable. @param reload loads the page anew in its place */
  start(reload: () => void): void {
    this.#reload = reload;
    this.#connection = registerOffline({
      maySave: () => {
        const wish = this.#wish ?? savedWish();
        return wish === 'all' || (wish === null && !isFrugal());
      },
      onCopy: (copy) => this.#hear(copy),
      onUpdateAvailable: (accept) => {
        this.takeUpdate = accept;
        this.#offersUpdate = true;
        this.answer = this.answer === null ? null : 'ready';
      },
      onMoved: () => {
        void this.#move();
      },
      onOffline: (gone) => {
        this.network = !gone;
      },
      onUnavailable: (reason) => {
        this.unavailable = reason;
      },
      onRemoved: () => {
        this.removed = true;
        this.copy = null;
        this.stored = 0;
        this.takeUpdate = null;
        this.#asks = false;
        delete document.documentElement.dataset['offline'];
      },
    });
  }

  /** While held (a class is watching) nothing is said and nothing reloads; it comes afterwards. */
  hold(held: boolean): void {
    if (held === this.#held) return;
    this.#held = held;
    this.#gate?.open();
    this.#gate = held ? makeGate() : null;
    holdReloads(this.#gate?.opened ?? null);
    if (!held && this.#saysReady) this.#fadeReady();
  }

  async #move(): Promise<void> {
    if (this.#moving) return;
    this.#moving = true;
    await this.#gate?.opened;
    this.#reload();
  }

  #hear(copy: CopyStatus): void {
    this.copy = copy;
    this.unavailable = null;
    const page = document.documentElement.dataset;
    if (!this.ready) {
      if (copy.text) page['offline'] = 'text';
      if (copy.text && copy.state !== 'saving') {
        void this.#measure();
        this.#askOnce();
      }
      return;
    }
    if (page['offline'] !== 'ready') {
      page['offline'] = 'ready';
      void this.#measure();
      if (firstTimeReady()) {
        this.#saysReady = true;
        if (!this.#held) this.#fadeReady();
      }
    }
  }

  #askOnce(): void {
    if (this.#asked || (this.#wish ?? savedWish()) !== null || !isFrugal()) return;
    this.#asked = true;
    this.#asks = true;
  }

  #fadeReady(): void {
    setTimeout(() => {
      this.#saysReady = false;
    }, READY_NOTICE_MS);
  }

  async #measure(): Promise<void> {
    const bytes = (await this.#connection?.sizeStored()) ?? 0;
    // The copy may have been removed while it was measured.
    this.stored = this.removed ? 0 : bytes;
  }

  async checkForUpdate(): Promise<void> {
    this.answer = 'asking';
    this.answer = (await this.#connection?.checkForUpdate()) ?? 'unreachable';
  }

  /** The reader wants everything, now and on later visits. */
  save(): void {
    this.#wish = 'all';
    saveWish('all');
    this.#asks = false;
    this.#connection?.save();
  }

  /** The reader wants no more than what is there, until asked again. */
  stop(): void {
    this.#wish = 'text';
    saveWish('text');
    this.#connection?.stopSaving();
  }

  /** After removal nothing is saved until the next visit. */
  async remove(): Promise<void> {
    this.#wish = null;
    saveWish(null);
    await this.#connection?.removeOfflineCopy();
  }

  /** The next visit, now. */
  visitAgain(): void {
    this.#reload();
  }

  /** Quiet messages at the edge of the page; none while held. */
  notices(t: Translate, fmt: Formats): readonly Notice[] {
    if (this.#held) return [];
    const said: Notice[] = [];
    if (this.takeUpdate && this.#offersUpdate) {
      const action = { label: t('update.reload'), run: this.takeUpdate };
      said.push({ id: 'update', text: t('update.available'), action });
    }
    if (this.#asks) {
      const action = { label: t('offline.ask.save'), run: () => this.save() };
      const text = t('offline.ask', { mb: this.megabytes(this.bytesLeft, fmt) });
      said.push({ id: 'save', text, action });
    }
    if (this.#saysReady) said.push({ id: 'ready', text: t('offline.readyNotice') });
    return said;
  }

  /** The reader puts a notice away; About still has its button. */
  close(id: string): void {
    if (id === 'update') this.#offersUpdate = false;
    if (id === 'save') this.#asks = false;
    if (id === 'ready') this.#saysReady = false;
  }

  megabytes(bytes: number, fmt: Formats): string {
    return fmt.number(Math.max(0.1, bytes / 1e6), 1);
  }

  /** The state of the copy in a few words; '' before anything is known. */
  words(t: Translate): string {
    if (this.removed) return t('offline.none');
    if (this.ready) return t('offline.ready');
    if (this.unavailable) return t(`offline.unavailable.${this.unavailable}`);
    if (!this.copy) return '';
    if (this.copy.state === 'saving') {
      const n = Math.floor((100 * this.copy.bytes) / this.copy.totalBytes);
      return t('offline.saving', { n: String(n) });
    }
    return this.copy.text ? t('offline.text') : t('offline.partly');
  }
}
