/**
 * Offline in two tiers. The text edition (the pages of the complete languages with their words, style,
 * icons and the first lines of script) is precached as one piece; the rest (the app, facts, maps, type,
 * map engine, and other languages once they are chosen) is fetched one by one when the page asks, so a
 * lost connection costs one file and never the copy.
 * A new version waits until the reader agrees. version.json is never answered from here.
 */
import { registerRoute, setCatchHandler } from 'workbox-routing';
import type { PageMessage, Verified, Version } from '../messages';
import { dropWrong, isPage, optionalPageAt, removeCaches, savedRest, writeList } from './copy';
import { lastResort } from './last-resort';
import { fromOwnServer } from './own-server';
import { addressOf, allRest, plan, scope, withoutQuery } from './plan';
import { look, mend, save, stopSaving, take, tell } from './save';
import { serveTextEdition, textFileAt } from './text-edition';

declare const self: ServiceWorkerGlobalScope;

let removed = false;

async function remove(): Promise<void> {
  removed = true;
  await stopSaving();
  await removeCaches();
  await self.registration.unregister();
  await tell({ type: 'removed' });
}

async function answer(
  message: PageMessage,
  event: ExtendableMessageEvent,
): Promise<Verified | Version | null> {
  switch (message.type) {
    case 'version':
      return { version: plan.version };
    case 'update':
      await self.skipWaiting();
      return null;
    case 'remove':
      await remove();
      return null;
  }
  // The pages hear that the copy was removed; one that asks meanwhile must not bring it back.
  if (removed) return null;
  switch (message.type) {
    case 'save': {
      const added = await take(message.lang);
      await save(event);
      // A run that was under way did not know of it.
      if (added) await save(event);
      return null;
    }
    case 'stop':
      await stopSaving();
      await look();
      return null;
    case 'look':
      await take(message.lang);
      await look();
      return null;
    case 'verify':
      return { mended: await mend(await dropWrong(), event) };
  }
}

self.addEventListener('message', (event) => {
  const message = event.data as PageMessage | null;
  if (!message?.type) return;
  const [port] = event.ports;
  event.waitUntil(answer(message, event).then((said) => port?.postMessage(said)));
});

self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([self.clients.claim(), writeList()])),
);

const pages = [...plan.text, ...allRest].filter(isPage);
// Pages name their files relative to their folder, so /uk must become /uk/ as on a real server.
registerRoute(
  ({ request, url }) =>
    request.mode === 'navigate' &&
    pages.some((file) => addressOf(file) === `${withoutQuery(url)}/index.html`),
  async ({ url }) => Response.redirect(`${withoutQuery(url)}/${url.search}`),
);

serveTextEdition();

const assets = new URL('assets/', scope).href;
const rest = new Set(allRest.map(addressOf));
registerRoute(
  ({ url }) =>
    rest.has(withoutQuery(url)) || url.href.startsWith(assets) || optionalPageAt(url) !== undefined,
  async ({ request, url }) => (await savedRest(url)) ?? fetch(fromOwnServer(request)),
);

// A page of the text edition is neither saved nor comes as this version made it: take what comes,
// else say in words what happened.
setCatchHandler(async ({ request }) => {
  if (request.mode === 'navigate') return fetch(request).catch(() => lastResort());
  return textFileAt(new URL(request.url)) ? fetch(fromOwnServer(request)) : Response.error();
});
