/**
 * The saved files, as the service worker keeps them: which are missing, which are wrong, which an
 * older version left behind. A cache may lose any of its entries at any time; nothing here trusts
 * that what was saved once is still there.
 */
import { restCacheName, type SavedFile } from '../messages';
import { fromOwnServer, underRightType } from './own-server';
import { addressOf, allRest, isWhole, plan, scope, withoutQuery } from './plan';
import { savedText } from './text-edition';

const cacheName = restCacheName(scope);
/** Where the active version writes down its list, for the one that comes after it. */
const LIST_KEY = new URL('saved-list', scope).href;
/** Where the languages are written down that were chosen on this device beside the complete ones. */
const LANGUAGES_KEY = new URL('saved-languages', scope).href;

/** Hashed names stand for their content; others get their revision, so that a change is noticed. */
const keyOf = (file: SavedFile): string =>
  file.revision === null ? addressOf(file) : `${addressOf(file)}?revision=${file.revision}`;
/** Name of a file without the hash of its content: the same part of the site in another version. */
const partOf = (key: string): string =>
  withoutQuery(new URL(key)).replace(/-[\w-]{8}(?=\.\w+$)/, '');

const restCache = (): Promise<Cache> => caches.open(cacheName);
const restByAddress = new Map(allRest.map((file) => [addressOf(file), file]));

async function readNote<T>(key: string): Promise<T[]> {
  const note: unknown = await (await (await restCache()).match(key))?.json().catch(() => null);
  return Array.isArray(note) ? note : [];
}

/** Optional languages of this device's copy, as far as this version has them. */
async function chosenLanguages(): Promise<string[]> {
  return (await readNote<string>(LANGUAGES_KEY)).filter((lang) => plan.optional[lang]);
}

/** Takes an optional language into this device's copy. @returns true where it was not in it */
export async function chooseLanguage(lang: string): Promise<boolean> {
  const chosen = await chosenLanguages();
  if (!plan.optional[lang] || chosen.includes(lang)) return false;
  const note = new Response(JSON.stringify([...chosen, lang]));
  await (await restCache()).put(LANGUAGES_KEY, note);
  return true;
}

export const isPage = ({ url }: SavedFile): boolean => url.endsWith('.html');

/** The rest as this device wants it. */
export async function wantedRest(): Promise<SavedFile[]> {
  const chosen = await chosenLanguages();
  // Their pages before all else: they are to them what the text edition is to the others.
  const optional = chosen.map((lang) => plan.optional[lang] ?? []);
  return [
    ...optional.flatMap((files) => files.filter(isPage)),
    ...plan.rest,
    ...optional.flatMap((files) => files.filter((file) => !isPage(file))),
  ];
}

/** The optional page at an address of its folder. */
export const optionalPageAt = (url: URL): SavedFile | undefined =>
  allRest.find((file) => isPage(file) && addressOf(file) === `${withoutQuery(url)}index.html`);

/** A saved file of the rest, of this version or of an older one that a page still runs. */
export async function savedRest(url: URL): Promise<Response | undefined> {
  const address = withoutQuery(url);
  const file = optionalPageAt(url) ?? restByAddress.get(address);
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
  return { text, rest: (await wantedRest()).filter((file) => !saved.has(keyOf(file))) };
}

/** Deletes every saved file whose content is not the build's. @returns those files */
export async function dropWrong(): Promise<Missing> {
  const cache = await restCache();
  const wrong: Missing = { text: [], rest: [] };
  for (const file of await wantedRest()) {
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
  const keys = (await wantedRest()).map(keyOf);
  await (await restCache()).put(LIST_KEY, new Response(JSON.stringify(keys)));
}

/**
 * Whether this version, still waiting, has everything that the active copy has: all files where
 * that copy is complete, else the same parts of the site.
 * @param missing files of this version that are not saved
 */
export async function covers(missing: readonly SavedFile[]): Promise<boolean> {
  if (missing.length === 0) return true;
  const cache = await restCache();
  const own = new Set(allRest.map(keyOf));
  const saved = new Set((await cache.keys()).map((request) => request.url));
  const list = await readNote<string>(LIST_KEY);
  if (list.length > 0 && list.every((key) => saved.has(key))) return false;
  const had = new Set([...saved].filter((key) => list.includes(key) || !own.has(key)).map(partOf));
  return !missing.some((file) => had.has(partOf(keyOf(file))));
}

/** Deletes files of older versions. */
export async function tidy(): Promise<void> {
  const cache = await restCache();
  const wanted = new Set([LIST_KEY, LANGUAGES_KEY, ...(await wantedRest()).map(keyOf)]);
  for (const request of await cache.keys()) {
    if (!wanted.has(request.url)) await cache.delete(request);
  }
}

/** Deletes every cache of this copy of the site. */
export async function removeCaches(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.endsWith(scope));
  await Promise.all(names.map((name) => caches.delete(name)));
}
