/**
 * The page's side of offline: registers the service worker, asks it to save the files, and tells
 * the app. Nothing here draws, and nothing reloads unless a reader agreed, in this tab or another.
 */
import { Workbox } from 'workbox-window';
import type { CopyStatus, PageMessage, Verified, Version, WorkerMessage } from './messages';
import { ask, ownVersion, settled, siteUrl, versionOnServer } from './site';

/** Why there is no offline copy. `insecure`: not https or localhost; `blocked`: browser settings. */
export type Unavailable = 'development' | 'insecure' | 'unsupported' | 'blocked' | 'failed';

/** Answer to "is there a newer version?" */
export type UpdateAnswer = 'newest' | 'fetching' | 'ready' | 'failed' | 'unreachable';

export interface OfflineHandlers {
  /** Whether more than the text edition may be fetched without being asked for. */
  maySave(): boolean;
  /** How far the copy on this device is; after each file. */
  onCopy(status: CopyStatus): void;
  /** A new version is complete on this device; `accept` moves every tab to it. */
  onUpdateAvailable(accept: () => void): void;
  /** This page's version is no longer the one at work: reload it when nothing is disturbed. */
  onMoved(): void;
  /** The network went away (true) or came back (false); called at once with the present state. */
  onOffline(offline: boolean): void;
  /** No copy; after `failed` it is tried again, and `onCopy` tells when that went well. */
  onUnavailable(reason: Unavailable): void;
  /** The copy was removed, here or in another tab. */
  onRemoved(): void;
}

export interface Offline {
  /** Asks the server for a newer version and fetches it; `onUpdateAvailable` follows when ready. */
  checkForUpdate(): Promise<UpdateAnswer>;
  /** Fetches the rest now, whatever `maySave` says. */
  save(): void;
  stopSaving(): void;
  /** Deletes the saved copy; the page itself stays usable while it is open. */
  removeOfflineCopy(): Promise<void>;
  /** Bytes saved on this device. */
  sizeStored(): Promise<number>;
}

/** First pause after a failed run; doubled each time up to `RETRY_MOST_MS`. */
const RETRY_MS = 30_000;
const RETRY_MOST_MS = 15 * 60_000;
const UPDATE_PAUSE_MS = 10 * 60_000;
const VERSION: PageMessage = { type: 'version' };
/** This page's language, which belongs to the copy from now on. */
const pageLanguage = () => document.documentElement.lang;

/** null where the browser lets the page look at no cache. */
const cacheNames = async (): Promise<string[] | null> =>
  'caches' in globalThis ? caches.keys().catch(() => null) : null;

async function ownCaches(): Promise<string[]> {
  return ((await cacheNames()) ?? []).filter((name) => name.endsWith(siteUrl()));
}

async function sizeStored(): Promise<number> {
  let bytes = 0;
  for (const name of await ownCaches()) {
    const cache = await caches.open(name);
    for (const response of await cache.matchAll()) bytes += (await response.blob()).size;
  }
  return bytes;
}

async function removeOfflineCopy(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration(siteUrl());
  // The worker first: it stops fetching and tells the other tabs.
  if (registration?.active) await ask(registration.active, { type: 'remove' });
  await registration?.unregister();
  await Promise.all((await ownCaches()).map((name) => caches.delete(name)));
}

function watchNetwork(onOffline: (offline: boolean) => void) {
  const tell = () => onOffline(!navigator.onLine);
  addEventListener('online', tell);
  addEventListener('offline', tell);
  tell();
}

function unavailable(): Unavailable | null {
  if (import.meta.env.DEV) return 'development';
  if (!isSecureContext) return 'insecure';
  return 'serviceWorker' in navigator ? null : 'unsupported';
}

/** Call once, when the page is usable. */
export function registerOffline(handlers: OfflineHandlers): Offline {
  watchNetwork(handlers.onOffline);
  const reason = unavailable();
  if (reason) {
    handlers.onUnavailable(reason);
    return {
      checkForUpdate: async () => {
        const version = await versionOnServer();
        if (version === null) return 'unreachable';
        if (version === ownVersion()) return 'newest';
        handlers.onUpdateAvailable(handlers.onMoved);
        return 'ready';
      },
      save: () => {},
      stopSaving: () => {},
      removeOfflineCopy,
      sizeStored,
    };
  }

  const container = navigator.serviceWorker;
  const workbox = new Workbox(new URL('sw.js', siteUrl()).href, { scope: siteUrl() });
  let registration: ServiceWorkerRegistration | undefined;
  let removed = false;
  /** The reader asked for the newer version, so it is fetched although the rest is not. */
  let wantsNewer = false;
  let offered = false;
  let pause = RETRY_MS;
  let connecting = false;
  let controlled = container.controller !== null;

  const post = (worker: ServiceWorker | null | undefined, message: PageMessage) =>
    worker?.postMessage(message);
  const bringUpToDate = () => {
    if (removed) return;
    const may = handlers.maySave();
    post(registration?.active, { type: may ? 'save' : 'look', lang: pageLanguage() });
    post(registration?.waiting, {
      type: may || wantsNewer ? 'save' : 'look',
      lang: pageLanguage(),
    });
  };

  function tryLater(run: () => void) {
    // Without a network the `online` event is the better clock.
    if (navigator.onLine) setTimeout(run, pause);
    pause = Math.min(2 * pause, RETRY_MOST_MS);
  }

  /** Registers and waits until a worker is at work. */
  async function connect(): Promise<void> {
    if (connecting || removed) return;
    connecting = true;
    try {
      registration = await workbox.register({ immediate: true });
      if (registration && !registration.active && registration.installing) {
        await settled(registration.installing);
        // One of its files did not come: the browser has dropped the registration.
        if (!registration.active && !registration.waiting) throw new Error('not installed');
      }
      await container.ready;
      bringUpToDate();
    } catch (error) {
      // A log-in page in the worker's place is a SecurityError too, but storage is open then.
      const refused = error instanceof DOMException && error.name === 'SecurityError';
      const blocked = refused && (await cacheNames()) === null;
      handlers.onUnavailable(blocked ? 'blocked' : 'failed');
      if (!blocked) tryLater(() => void connect());
    } finally {
      connecting = false;
    }
  }

  function accept() {
    if (registration?.waiting) post(registration.waiting, { type: 'update' });
    else handlers.onMoved();
  }

  function hearCopy(status: CopyStatus, from: MessageEventSource | null) {
    if (!registration) return;
    if (from === registration.active) {
      handlers.onCopy(status);
      if (status.text && status.missing === 0) pause = RETRY_MS;
    } else if (from === registration.waiting && status.text && status.covers && !offered) {
      offered = true;
      handlers.onUpdateAvailable(accept);
    }
    if (status.state === 'failed') tryLater(bringUpToDate);
  }

  container.addEventListener('message', (event) => {
    const message = event.data as WorkerMessage | null;
    if (message?.type === 'version') event.ports[0]?.postMessage({ version: ownVersion() });
    if (removed) return;
    if (message?.type === 'copy') hearCopy(message, event.source);
    if (message?.type === 'removed') {
      removed = true;
      handlers.onRemoved();
    }
  });

  workbox.addEventListener('waiting', () => {
    offered = false;
    bringUpToDate();
  });

  container.addEventListener('controllerchange', () => {
    // A reader agreed in this tab or another one: all tabs move.
    if (controlled && !removed) handlers.onMoved();
    controlled = true;
  });

  const checkForUpdate = async (): Promise<UpdateAnswer> => {
    const version = await versionOnServer();
    if (version === null) return 'unreachable';
    if (version === ownVersion() || !registration || removed) return 'newest';
    const active = registration.active && (await ask<Version>(registration.active, VERSION));
    if (active?.version === version) {
      handlers.onMoved();
      return 'newest';
    }
    const asked = await registration.update().catch(() => null);
    if (registration.waiting && offered) return 'ready';
    // What is saved stays as it is, whatever became of the newer version.
    return asked && (registration.installing || registration.waiting) ? 'fetching' : 'failed';
  };

  let checkedAt = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    bringUpToDate();
    if (!navigator.onLine || removed || performance.now() - checkedAt < UPDATE_PAUSE_MS) return;
    checkedAt = performance.now();
    void checkForUpdate();
  });
  addEventListener('online', () => {
    if (registration?.active) bringUpToDate();
    else void connect();
  });
  void connect();

  return {
    async checkForUpdate() {
      wantsNewer = true;
      const answer = await checkForUpdate();
      if (answer === 'newest' && registration?.active && !removed) {
        await ask<Verified>(registration.active, { type: 'verify' });
      }
      bringUpToDate();
      return answer;
    },
    save: () => post(registration?.active, { type: 'save', lang: pageLanguage() }),
    stopSaving: () => post(registration?.active, { type: 'stop' }),
    async removeOfflineCopy() {
      removed = true;
      await removeOfflineCopy();
      handlers.onRemoved();
    },
    sizeStored,
  };
}
