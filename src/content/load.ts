/** Fetches the content files that `scripts/build-content.mjs` made from data/. */
import factsUrl from '../../.generated/content/facts.json?url';
import mapsUrl from '../../.generated/content/maps.json?url';
import englishUrl from '../../.generated/content/words-en.json?url';
import ukrainianUrl from '../../.generated/content/words-uk.json?url';
import type { Facts, LanguageWords } from '../core/model';
import type { Language } from '../core/vocabulary';
import { type Content, type Maps, makeContent } from './content';

const WORDS_URL: Record<Language, string> = { en: englishUrl, uk: ukrainianUrl };

/** A content file did not arrive or is not what it should be; `file` names it. */
export class ContentError extends Error {
  constructor(
    readonly file: string,
    reason: string,
  ) {
    super(`${file}: ${reason}`);
    this.name = 'ContentError';
  }
}

const FACTS: readonly (keyof Facts)[] = [
  'events',
  'proposals',
  'claims',
  'sources',
  'grid',
  'plant',
];
const MAPS: readonly (keyof Maps)[] = ['start', 'locator'];
const WORDS: readonly (keyof LanguageWords)[] = ['ui', 'events'];

/** The file's content, or null where what came is not JSON or lacks its parts. */
async function readJson<T>(
  url: string,
  file: string,
  parts: readonly (keyof T)[],
  cache: RequestCache,
): Promise<T | null> {
  const response = await fetch(url, { cache }).catch((cause: unknown) => {
    throw new ContentError(
      file,
      `did not arrive (${cause instanceof Error ? cause.message : cause})`,
    );
  });
  if (!response.ok) throw new ContentError(file, `the server answered ${response.status}`);
  const content: T | null = await response.json().catch(() => null);
  return parts.every((part) => content?.[part] !== undefined) ? content : null;
}

/** Takes a file out of the copy on this device, so that the next fetch asks the server. */
async function forget(url: string): Promise<void> {
  if (!('caches' in globalThis)) return;
  try {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      await cache.delete(url, { ignoreSearch: true, ignoreVary: true });
    }
  } catch {
    // Caches are blocked: then the file did not come from there.
    return;
  }
}

/** A file may be spoilt in the copy or in the browser's own cache: it is then fetched anew, once. */
async function fetchJson<T>(url: string, parts: readonly (keyof T)[]): Promise<T> {
  const file = url.split('/').pop() ?? url;
  const content = await readJson(url, file, parts, 'default');
  if (content) return content;
  await forget(url);
  const anew = await readJson(url, file, parts, 'reload');
  if (!anew) throw new ContentError(file, 'is not what the build made');
  return anew;
}

/**
 * The words of one language.
 * @throws ContentError
 */
export const loadWords = (lang: Language): Promise<LanguageWords> =>
  fetchJson<LanguageWords>(WORDS_URL[lang], WORDS);

/**
 * The content in one language, with English beside it as the fall-back.
 * @throws ContentError
 */
export async function loadContent(lang: Language): Promise<Content> {
  const english = loadWords('en');
  const [facts, maps, words, fallback] = await Promise.all([
    fetchJson<Facts>(factsUrl, FACTS),
    fetchJson<Maps>(mapsUrl, MAPS),
    lang === 'en' ? english : loadWords(lang),
    english,
  ]);
  return makeContent(facts, maps, words, fallback, lang);
}
