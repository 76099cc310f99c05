/**
 * The saved files, as the service worker keeps them: which are missing, which are wrong, which an
 * older version left behind. A cache may lose any of its entries at any time; nothing here trusts
 * that what was saved once is still there.
 */
import { restCacheName, type SavedFile } from '../messages';
import { fromOwnServer, underRightType } from './own-server';
import { addressOf, isWhole, plan, scope, withoutQuery } from './plan';
import { savedText } from './text-edition';

const cacheName = restCacheName(scope);
/** Where the active version writes down its list, for the one that comes after it. */
const LIST_KEY = new URL('saved-list', scope).href;

/** Hashed names stand for their content; others get their revision, so that a change is noticed. */
const keyOf = (file: SavedFile): string =>
  file.revision === null ? addressOf(file) : `${addressOf(file)}?revision=${file.revision}`;
/** Name of a file without the hash of its content: the same part of the site in another version. */
const partOf = (key: string): string =>
  withoutQuery(new URL(key)).replace(/-[\w-]{8}(?=\.\w+$)/, '');

const restCache = (): Promise<Cache> => caches.open(cacheName);
const restByAddress = new Map(plan.rest.map((file) => [addressOf(file), file]));

/** A saved file of the rest, of this version or of an older one that a page still runs. */
export async function savedRest(url: URL): Promise<Response | undefined> {
  const address = withoutQuery(url);
  const file = restByAddress.get(address);
  // Asked by name, so that reading never creates the cache anew.
  return caches.match(file ? keyOf(file) : address, { cacheName, ignoreVary: true });
}

/** Takes what the page has just loaded from the browser's cache, but tries again past it. */
async function fetchWhole(file: SavedFile, again: boolean, signal: AbortSignal): Promise<Response> {
  const request = new Request(addressOf(file), {
    integrity: file.integrity,
    cache: file.revision === null && !again ? 'default' : 'reload',
    signal,
  });
  const response = await fetch(fromOwnServer(request));
  if (!response.ok) throw new Error(`${file.url}: ${response.status}`);
  return underRightType(response, request.url);
}

/** @throws the browser's error where the file does not come, is not whole, or finds no room */
export async function saveRestFile(
  file: SavedFile,
  again: boolean,
  signal: AbortSignal,
): Promise<void> {
  await (await restCache()).put(keyOf(file), await fetchWhole(file, again, signal));
}

export interface Missing {
  text: SavedFile[];
  rest: SavedFile[];
}

export async function findMissing(): Promise<Missing> {
  const saved = new Set((await (await restCache()).keys()).map((request) => request.url));
  const text: SavedFile[] = [];
  for (const file of plan.text) if (!(await savedText(file))) text.push(file);
  return { text, rest: plan.rest.filter((file) => !saved.has(keyOf(file))) };
}

/** Deletes every saved file whose content is not the build's. @returns those files */
export async function dropWrong(): Promise<Missing> {
  const cache = await restCache();
  const wrong: Missing = { text: [], rest: [] };
  for (const file of plan.rest) {
    const saved = await cache.match(keyOf(file), { ignoreVary: true });
    if (saved && !(await isWhole(saved, file))) {
      await cache.delete(keyOf(file), { ignoreVary: true });
      wrong.rest.push(file);
    }
  }
  for (const file of plan.text) {
    const saved = await savedText(file);
    // Left in its place: the plug-in of the precache passes over it and the handler replaces it.
    if (saved && !(await isWhole(saved, file))) wrong.text.push(file);
  }
  return wrong;
}

/** Notes which files make this version; called when it becomes the active one. */
export async function writeList(): Promise<void> {
  await (await restCache()).put(LIST_KEY, new Response(JSON.stringify(plan.rest.map(keyOf))));
}

/**
 * Whether this version, still waiting, has everything that the active copy has: all files where
 * that copy is complete, else the same parts of the site.
 * @param missing files of this version that are not saved
 */
export async function covers(missing: readonly SavedFile[]): Promise<boolean> {
  if (missing.length === 0) return true;
  const cache = await restCache();
  const own = new Set(plan.rest.map(keyOf));
  const saved = new Set((await cache.keys()).map((request) => request.url));
  const list: string[] = (await (await cache.match(LIST_KEY))?.json().catch(() => null)) ?? [];
  if (list.length > 0 && list.every((key) => saved.has(key))) return false;
  const had = new Set([...saved].filter((key) => list.includes(key) || !own.has(key)).map(partOf));
  return !missing.some((file) => had.has(partOf(keyOf(file))));
}

/** Deletes files of older versions. */
export async function tidy(): Promise<void> {
  const cache = await restCache();
  const wanted = new Set([LIST_KEY, ...plan.rest.map(keyOf)]);
  for (const request of await cache.keys()) {
    if (!wanted.has(request.url)) await cache.delete(request);
  }
}

/** Deletes every cache of this copy of the site. */
export async function removeCaches(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.endsWith(scope));
  await Promise.all(names.map((name) => caches.delete(name)));
}
