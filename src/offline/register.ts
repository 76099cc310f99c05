/**
 * The page's side of offline: registers the service worker, asks it to save the heavy files, and
 * tells the app. Nothing here draws; nothing reloads without the reader's consent, save one reload
 * when an open page asks for a file that a newer version has replaced.
 */
import { Workbox } from 'workbox-window';
import type { HeavyProgress, PageMessage } from './messages';

/** Why there is no offline copy. `insecure`: not https or localhost; `blocked`: browser settings. */
export type Unavailable = 'development' | 'insecure' | 'unsupported' | 'blocked' | 'failed';

export interface OfflineHandlers {
  /** Files saved and files in all; bytes before compression. */
  onProgress?(progress: { done: number; total: number; bytes: number; totalBytes: number }): void;
  /** Everything is saved: the app works without a network. */
  onReady?(): void;
  /** A new version waits; `accept` switches to it and reloads the page. */
  onUpdateAvailable?(accept: () => void): void;
  /** The network went away (true) or came back (false); called at once with the present state. */
  onOffline?(offline: boolean): void;
  onUnavailable?(reason: Unavailable): void;
}

export interface Offline {
  /** Asks the server for a newer version; `onUpdateAvailable` follows if there is one. */
  checkForUpdate(): Promise<void>;
  /** Deletes the saved copy; the page itself stays usable while it is open. */
  removeOfflineCopy(): Promise<void>;
  /** Bytes saved on this device. */
  sizeStored(): Promise<number>;
}

/** First pause after a failed run; doubled each time up to `RETRY_MOST_MS`. */
const RETRY_MS = 30_000;
const RETRY_MOST_MS = 15 * 60_000;
const UPDATE_PAUSE_MS = 10 * 60_000;
const RELOADED_KEY = 'switchyard-reloaded-for';

/** Folder of the site, from the page's own `data-root`. */
const siteUrl = () => new URL(document.documentElement.dataset.root ?? './', location.href).href;

const ownVersion = () =>
  document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? '';

/** The version on the server, past every cache; null without an answer. */
async function versionOnServer(): Promise<string | null> {
  try {
    const response = await fetch(new URL('version.json', siteUrl()), { cache: 'no-store' });
    return response.ok ? (await response.json()).version : null;
  } catch {
    return null;
  }
}

/** True the first time it is asked for `version` in this tab; false where storage is blocked. */
function firstReloadFor(version: string): boolean {
  try {
    if (sessionStorage.getItem(RELOADED_KEY) === version) return false;
    sessionStorage.setItem(RELOADED_KEY, version);
    return true;
  } catch {
    return false;
  }
}

/** Call before the first dynamic import, so that no missing file goes unheard. */
export function reloadOnceWhenReplaced(): void {
  addEventListener('vite:preloadError', async () => {
    const version = await versionOnServer();
    if (version !== null && version !== ownVersion() && firstReloadFor(version)) location.reload();
  });
}

async function ownCaches(): Promise<string[]> {
  if (!('caches' in globalThis)) return [];
  return (await caches.keys()).filter((name) => name.endsWith(siteUrl()));
}

async function sizeStored(): Promise<number> {
  let bytes = 0;
  for (const name of await ownCaches()) {
    const cache = await caches.open(name);
    for (const response of await cache.matchAll()) bytes += (await response.blob()).size;
  }
  return bytes;
}

async function removeOfflineCopy() {
  const registration = await navigator.serviceWorker?.getRegistration(siteUrl());
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
  if (handlers.onOffline) watchNetwork(handlers.onOffline);
  const reason = unavailable();
  if (reason) {
    handlers.onUnavailable?.(reason);
    return { checkForUpdate: async () => {}, removeOfflineCopy, sizeStored };
  }

  const container = navigator.serviceWorker;
  const workbox = new Workbox(new URL('sw.js', siteUrl()).href, { scope: siteUrl() });
  let registration: ServiceWorkerRegistration | undefined;
  let accepted = false;
  let removed = false;
  let pause = RETRY_MS;
  let controlled = container.controller !== null;

  const post = (worker: ServiceWorker | null | undefined, message: PageMessage) =>
    worker?.postMessage(message);
  const saveHeavy = () => {
    if (!removed) post(registration?.active, { type: 'save-heavy' });
  };

  container.addEventListener('message', (event) => {
    const message = event.data as HeavyProgress | null;
    if (message?.type !== 'heavy-progress') return;
    // A waiting version saves its files ahead of its turn: that is not this copy's progress.
    if (registration?.waiting && event.source === registration.waiting) return;
    const { done, total, bytes, totalBytes, failed } = message;
    handlers.onProgress?.({ done, total, bytes, totalBytes });
    if (failed === 0) {
      pause = RETRY_MS;
      handlers.onReady?.();
    } else if (failed !== undefined) {
      // Without a network the `online` event is the better clock.
      if (navigator.onLine) setTimeout(saveHeavy, pause);
      pause = Math.min(2 * pause, RETRY_MOST_MS);
    }
  });

  workbox.addEventListener('waiting', () => {
    post(registration?.waiting, { type: 'save-heavy' });
    handlers.onUpdateAvailable?.(() => {
      accepted = true;
      if (registration?.waiting) post(registration.waiting, { type: 'update' });
      else location.reload();
    });
  });

  container.addEventListener('controllerchange', () => {
    if (accepted) location.reload();
    // Another tab took the new version: this one may follow when its reader agrees.
    else if (controlled && !removed) handlers.onUpdateAvailable?.(() => location.reload());
    controlled = true;
  });

  const checkForUpdate = async () => {
    if (!registration || removed) return;
    const version = await versionOnServer();
    if (version === null || version === ownVersion()) return;
    await registration.update().catch(() => {});
    if (registration.waiting || registration.installing) return;
    // The server has another version but its worker never came: the way out is a clean start.
    handlers.onUpdateAvailable?.(async () => {
      removed = true;
      await removeOfflineCopy();
      location.reload();
    });
  };

  let checkedAt = performance.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    saveHeavy();
    if (!navigator.onLine || performance.now() - checkedAt < UPDATE_PAUSE_MS) return;
    checkedAt = performance.now();
    void checkForUpdate();
  });
  addEventListener('online', saveHeavy);

  workbox
    .register({ immediate: true })
    .then(async (registered) => {
      registration = registered;
      await container.ready;
      saveHeavy();
    })
    .catch((error: unknown) => {
      const blocked = error instanceof DOMException && error.name === 'SecurityError';
      handlers.onUnavailable?.(blocked ? 'blocked' : 'failed');
    });

  return {
    checkForUpdate,
    async removeOfflineCopy() {
      removed = true;
      await removeOfflineCopy();
    },
    sizeStored,
  };
}
