/**
 * Offline in two tiers. The shell (both pages, style, main script, facts and words) is precached as
 * one piece; the heavy files (map engine and its worker, timeline, fonts, basemap) are fetched one
 * by one when the page asks, so a lost connection costs one file and never the whole copy.
 * A new version waits until the reader agrees. version.json is never answered from here.
 */
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import {
  type HeavyFile,
  type HeavyProgress,
  heavyCacheName,
  type OfflinePlan,
  type PageMessage,
} from './messages';

declare const self: ServiceWorkerGlobalScope;
/** Put in by scripts/build-service-worker.mjs. */
declare const __OFFLINE_PLAN__: OfflinePlan;

const plan = __OFFLINE_PLAN__;
const scope = self.registration.scope;
const cacheName = heavyCacheName(scope);
/** Pauses before the second and third try of the files that failed. */
const PAUSES_MS = [2_000, 8_000];

const addressOf = (file: { url: string }) => new URL(file.url, scope).href;
/** Hashed names stand for their content; others get their revision, so that a change is noticed. */
const keyOf = (file: HeavyFile) =>
  file.revision === null ? addressOf(file) : `${addressOf(file)}?revision=${file.revision}`;
const heavyByAddress = new Map(plan.heavy.map((file) => [addressOf(file), file]));
const withoutQuery = (url: URL) => url.origin + url.pathname;

/** Takes what the page has just loaded from the browser's cache, but tries again past it. */
async function fetchHeavy(file: HeavyFile, again: boolean): Promise<Response> {
  const response = await fetch(addressOf(file), {
    integrity: file.integrity,
    cache: file.revision === null && !again ? 'default' : 'reload',
  });
  if (!response.ok) throw new Error(`${file.url}: ${response.status}`);
  return response;
}

async function tell(message: HeavyProgress) {
  const clients = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  for (const client of clients) {
    if (client.url.startsWith(scope)) client.postMessage(message);
  }
}

/** Saves what is missing, tells the pages after each file, then drops files of older versions. */
async function saveHeavy() {
  const cache = await caches.open(cacheName);
  const saved = new Set((await cache.keys()).map((request) => request.url));
  let missing = plan.heavy.filter((file) => !saved.has(keyOf(file)));
  const totalBytes = plan.heavy.reduce((sum, file) => sum + file.bytes, 0);
  let bytes = totalBytes - missing.reduce((sum, file) => sum + file.bytes, 0);
  let done = plan.heavy.length - missing.length;
  const report = (failed?: number) =>
    tell({ type: 'heavy-progress', done, total: plan.heavy.length, bytes, totalBytes, failed });
  await report();

  for (let attempt = 0; attempt <= PAUSES_MS.length && missing.length > 0; attempt += 1) {
    if (attempt > 0) {
      await new Promise((resolve) => setTimeout(resolve, PAUSES_MS[attempt - 1]));
    }
    const failed: HeavyFile[] = [];
    for (const file of missing) {
      try {
        await cache.put(keyOf(file), await fetchHeavy(file, attempt > 0));
        done += 1;
        bytes += file.bytes;
        await report();
      } catch {
        failed.push(file);
      }
    }
    missing = failed;
  }

  // While a version waits, it and the active one each need their own files. Asked of the registration:
  // Firefox has no `self.serviceWorker`.
  if (missing.length === 0 && !self.registration.waiting) {
    const wanted = new Set(plan.heavy.map(keyOf));
    for (const request of await cache.keys()) {
      if (!wanted.has(request.url)) await cache.delete(request);
    }
  }
  await report(missing.length);
}

let running: Promise<void> | null = null;

self.addEventListener('message', (event) => {
  const message = event.data as PageMessage | null;
  if (message?.type === 'update') event.waitUntil(self.skipWaiting());
  if (message?.type === 'save-heavy') {
    running ??= saveHeavy().finally(() => {
      running = null;
    });
    event.waitUntil(running);
  }
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

// Pages name their files relative to their folder, so /uk must become /uk/ as on a real server.
registerRoute(
  ({ request, url }) =>
    request.mode === 'navigate' &&
    plan.shell.some((file) => addressOf(file) === `${withoutQuery(url)}/index.html`),
  async ({ url }) => Response.redirect(`${withoutQuery(url)}/${url.search}`),
);

cleanupOutdatedCaches();
// The address holds the reader's choice: one page answers for all of them.
precacheAndRoute(plan.shell, {
  directoryIndex: 'index.html',
  cleanURLs: false,
  ignoreURLParametersMatching: [/./],
});

registerRoute(
  ({ url }) => heavyByAddress.has(withoutQuery(url)),
  async ({ request, url }) => {
    const file = heavyByAddress.get(withoutQuery(url)) as HeavyFile;
    const cache = await caches.open(cacheName);
    return (await cache.match(keyOf(file), { ignoreVary: true })) ?? fetch(request);
  },
);
