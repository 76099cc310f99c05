/** Fetches how the record was made, when a reader opens that page; import it with `import()`. */
import englishUrl from '../../.generated/content/method-en.json?url';
import ukrainianUrl from '../../.generated/content/method-uk.json?url';
import type { Method } from '../core/method';
import type { Language } from '../core/vocabulary';
import { fetchJson, type Shape } from './load';

const URLS: Record<Language, string> = { en: englishUrl, uk: ukrainianUrl };
const METHOD: Shape<Method> = {
  decisions: 'list',
  unverified: 'list',
  corrections: 'list',
  words: 'object',
};

/** @throws ContentError */
export const loadMethod = (lang: Language): Promise<Method> =>
  fetchJson<Method>(URLS[lang], METHOD);
