/** What a page does when parts of it do not come: mend the copy, or move to the version that works. */
import type { Verified, Version } from './messages';
import {
  ask,
  controller,
  firstReloadFor,
  ownVersion,
  settled,
  siteUrl,
  versionOnServer,
} from './site';

/** The version a reload would bring: that of the service worker, else of the server. */
async function versionAfterReload(): Promise<string | null> {
  const worker = controller();
  if (!worker) return versionOnServer();
  return (await ask<Version>(worker, { type: 'version' }))?.version ?? null;
}

function reloadOnce(reason: string): void {
  if (firstReloadFor(reason)) location.reload();
}

let hold: Promise<void> | null = null;

/** Holds back every reload until `until` has come: nothing moves under a presenter. */
export function holdReloads(until: Promise<void> | null): void {
  hold = until;
}

/**
 * An open page asks for a part that is gone: one reload where that brings another version, else
 * the copy is looked over. Call before the first dynamic import, so that no missing part goes
 * unheard.
 */
export function reloadOnceWhenReplaced(): void {
  addEventListener('vite:preloadError', async () => {
    const version = await versionAfterReload();
    if (version !== null && version !== ownVersion()) {
      await hold;
      reloadOnce(version);
    } else {
      controller()?.postMessage({ type: 'verify' });
    }
  });
}

/** The newer version takes over at once; there is no page here that could ask the reader. */
async function takeNewer(): Promise<boolean> {
  const registration = await navigator.serviceWorker?.getRegistration(siteUrl());
  if (!registration) return false;
  await registration.update().catch(() => {});
  if (registration.installing) await settled(registration.installing);
  const { waiting } = registration;
  if (!waiting) return false;
  const moved = new Promise<void>((resolve) => {
    navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true });
  });
  waiting.postMessage({ type: 'update' });
  await moved;
  return true;
}

/** Fetches the app's script past the browser's cache, which may hold what some Wi-Fi sent instead. */
async function fetchAppAnew(): Promise<boolean> {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="modulepreload"]');
  const fetched = await Promise.all(
    [...links].map(({ href }) =>
      fetch(href, { cache: 'reload' }).then(
        ({ ok, headers }) => ok && /javascript/.test(headers.get('content-type') ?? ''),
        () => false,
      ),
    ),
  );
  return fetched.every(Boolean);
}

/** The app did not start: mends what can be mended, else moves on; reloads once if that may help. */
export async function healOnce(): Promise<void> {
  const worker = controller();
  if (!worker) {
    const version = await versionOnServer();
    if (version === null) return;
    if (version !== ownVersion() || (await fetchAppAnew())) reloadOnce(version);
    return;
  }
  const verified = await ask<Verified>(worker, { type: 'verify' });
  if ((verified?.mended ?? 0) > 0 || (await takeNewer()) || (await fetchAppAnew())) {
    reloadOnce(`mended ${ownVersion()}`);
  }
}
