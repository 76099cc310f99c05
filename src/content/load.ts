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

async function fetchJson<T>(url: string): Promise<T> {
  const file = url.split('/').pop() ?? url;
  const response = await fetch(url).catch((cause: unknown) => {
    throw new ContentError(
      file,
      `did not arrive (${cause instanceof Error ? cause.message : cause})`,
    );
  });
  if (!response.ok) throw new ContentError(file, `the server answered ${response.status}`);
  return response.json().catch(() => {
    throw new ContentError(file, 'is not JSON');
  });
}

/**
 * The words of one language.
 * @throws ContentError
 */
export const loadWords = (lang: Language): Promise<LanguageWords> =>
  fetchJson<LanguageWords>(WORDS_URL[lang]);

/**
 * The content in one language, with English beside it as the fall-back.
 * @throws ContentError
 */
export async function loadContent(lang: Language): Promise<Content> {
  const english = loadWords('en');
  const [facts, maps, words, fallback] = await Promise.all([
    fetchJson<Facts>(factsUrl),
    fetchJson<Maps>(mapsUrl),
    lang === 'en' ? english : loadWords(lang),
    english,
  ]);
  return makeContent(facts, maps, words, fallback, lang);
}
