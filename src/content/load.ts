/** Fetches the content files that `scripts/build-content.mjs` made from data/. */
import factsUrl from '../../.generated/content/facts.json?url';
import mapsUrl from '../../.generated/content/maps.json?url';
import germanUrl from '../../.generated/content/words-de.json?url';
import englishUrl from '../../.generated/content/words-en.json?url';
import spanishUrl from '../../.generated/content/words-es.json?url';
import frenchUrl from '../../.generated/content/words-fr.json?url';
import polishUrl from '../../.generated/content/words-pl.json?url';
import ukrainianUrl from '../../.generated/content/words-uk.json?url';
import type { Facts, LanguageWords } from '../core/model';
import type { Language } from '../core/vocabulary';
import { fetchOwn } from '../edition';
import { type Content, type Maps, makeContent } from './content';

const WORDS_URL: Record<Language, string> = {
  en: englishUrl,
  uk: ukrainianUrl,
  de: germanUrl,
  pl: polishUrl,
  fr: frenchUrl,
  es: spanishUrl,
};

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

type Kind = 'list' | 'object';
type Parts<T> = Record<keyof T & string, Kind>;
/** What a file must be: a list, or an object with these parts. */
export type Shape<T> = 'list' | Partial<Parts<T>>;

/** What the app walks through without asking; records inside are the data check's business. */
const FACTS: Parts<Facts> = {
  sources: 'object',
  events: 'list',
  losses: 'list',
  phases: 'list',
  proposals: 'list',
  obstacles: 'list',
  articles: 'list',
  claims: 'list',
  mining: 'object',
  plant: 'object',
  grid: 'object',
  baseInjections: 'object',
  places: 'list',
  control: 'object',
  stories: 'list',
  coverage: 'list',
};
const MAPS: Parts<Maps> = { start: 'object', locator: 'object' };
const WORDS: Parts<LanguageWords> = {
  ui: 'object',
  events: 'object',
  proposals: 'object',
  claims: 'object',
  obstacles: 'object',
  mining: 'object',
  grid: 'object',
  places: 'object',
  eventPlaces: 'object',
  destinations: 'object',
  contactLine: 'object',
  glossary: 'object',
};

function isOf(kind: Kind, value: unknown): boolean {
  if (Array.isArray(value)) return kind === 'list';
  return kind === 'object' && typeof value === 'object' && value !== null;
}

/** The file's content, or null where what came is not JSON or lacks its parts. */
async function readJson<T>(
  url: string,
  file: string,
  parts: Shape<T>,
  cache: RequestCache,
): Promise<T | null> {
  const response = await fetchOwn(url, { cache }).catch((cause: unknown) => {
    throw new ContentError(
      file,
      `did not arrive (${cause instanceof Error ? cause.message : cause})`,
    );
  });
  if (!response.ok) throw new ContentError(file, `the server answered ${response.status}`);
  const content: unknown = await response.json().catch(() => null);
  const whole =
    parts === 'list'
      ? isOf('list', content)
      : isOf('object', content) &&
        Object.entries<Kind>(parts as Record<string, Kind>).every(([part, kind]) =>
          isOf(kind, (content as T)[part as keyof T]),
        );
  return whole ? (content as T) : null;
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

/**
 * Fetches one content file. It may be spoilt in the copy or in the browser's own cache: it is then
 * fetched anew, once.
 * @throws ContentError
 */
export async function fetchJson<T>(url: string, parts: Shape<T>): Promise<T> {
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
