/** The first tier: precached whole when a version is installed, answered from there ever after. */
import {
  addPlugins,
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  matchPrecache,
  precacheAndRoute,
} from 'workbox-precaching';
import type { SavedFile } from '../messages';
import { fromOwnServer, underRightType } from './own-server';
import { addressOf, isWhole, plan, withoutQuery } from './plan';

const byAddress = new Map(plan.text.map((file) => [addressOf(file), file]));

export const textFileAt = (url: URL): SavedFile | undefined => byAddress.get(withoutQuery(url));

export const savedText = (file: SavedFile): Promise<Response | undefined> =>
  matchPrecache(file.url);

/** Call once, when the worker starts. */
export function serveTextEdition(): void {
  cleanupOutdatedCaches();
  // These files are small and the page is nothing without them, so each is checked as it is read:
  // one that was spoilt on the device counts as lost, and is fetched again.
  addPlugins([
    {
      requestWillFetch: async ({ request }) => fromOwnServer(request),
      fetchDidSucceed: async ({ request, response }) => underRightType(response, request.url),
      cachedResponseWillBeUsed: async ({ cachedResponse, request }) => {
        const file = textFileAt(new URL(request.url));
        if (!cachedResponse || !file) return cachedResponse;
        return (await isWhole(cachedResponse, file)) ? cachedResponse : null;
      },
    },
  ]);
  // The address holds the reader's choice: one page answers for all of them.
  precacheAndRoute(plan.text, {
    directoryIndex: 'index.html',
    cleanURLs: false,
    ignoreURLParametersMatching: [/./],
  });
}

/**
 * Puts a lost or wrong file back.
 * @throws the browser's error where the file does not come, is not whole, or finds no room
 */
export async function saveTextFile(file: SavedFile, event: ExtendableEvent): Promise<void> {
  const request = new Request(addressOf(file));
  const url = new URL(request.url);
  // Workbox fetches and saves what its cache lacks, if the digest is right.
  const handle = createHandlerBoundToURL(file.url);
  await handle({ request, url, event, params: { integrity: file.integrity } });
}
