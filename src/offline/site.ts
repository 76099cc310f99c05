/** The open page and the site it belongs to; the first lines of script need no more than this. */
import type { PageMessage } from './messages';

/** Time for an answer of the service worker; it may have to be started, and to fetch files. */
const ANSWER_MS = 20_000;
const RELOADED_KEY = 'switchyard-reloaded-for';

/** Folder of the site, from the page's own `data-root`. */
export const siteUrl = (): string =>
  new URL(document.documentElement.dataset['root'] ?? './', location.href).href;

export const ownVersion = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="version"]')?.content ?? '';

/** The version on the server, past every cache; null without an answer that makes sense. */
export async function versionOnServer(): Promise<string | null> {
  try {
    const response = await fetch(new URL('version.json', siteUrl()), { cache: 'no-store' });
    const said: unknown = response.ok ? (await response.json()).version : null;
    return typeof said === 'string' ? said : null;
  } catch {
    return null;
  }
}

/** True the first time it is asked for `reason` in this tab; false where storage is blocked. */
export function firstReloadFor(reason: string): boolean {
  try {
    if (sessionStorage.getItem(RELOADED_KEY) === reason) return false;
    sessionStorage.setItem(RELOADED_KEY, reason);
    return true;
  } catch {
    return false;
  }
}

/** Asks a service worker; null without an answer. */
export function ask<T>(
  worker: ServiceWorker,
  message: PageMessage,
  milliseconds = ANSWER_MS,
): Promise<T | null> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    const timer = setTimeout(() => resolve(null), milliseconds);
    port1.onmessage = ({ data }: MessageEvent<T>) => {
      clearTimeout(timer);
      resolve(data);
    };
    worker.postMessage(message, [port2]);
  });
}

export const controller = (): ServiceWorker | null => navigator.serviceWorker?.controller ?? null;

/** Resolves when the worker has been installed or given up. */
export const settled = (worker: ServiceWorker): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (worker.state !== 'installing') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
