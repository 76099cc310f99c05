/** Fetches how the record was made, when a reader opens that page; import it with `import()`. */
import englishUrl from '../../.generated/content/method-en.json?url';
import ukrainianUrl from '../../.generated/content/method-uk.json?url';
import type { Method } from '../core/method';
import { type CompleteLanguage, isComplete, type Language } from '../core/vocabulary';
import { fetchJson, type Shape } from './load';

const URLS: Record<CompleteLanguage, string> = { en: englishUrl, uk: ukrainianUrl };
const METHOD: Shape<Method> = {
  decisions: 'list',
  unverified: 'list',
  corrections: 'list',
  words: 'object',
};

/**
 * In English for a language that has no such page yet (`isComplete`).
 * @throws ContentError
 */
export const loadMethod = (lang: Language): Promise<Method> =>
  fetchJson<Method>(URLS[isComplete(lang) ? lang : 'en'], METHOD);
