/** Fetches the search and the words it needs once, when a reader first wants it. */
import type { Content } from '../content/content';
import { loadWords } from '../content/load';
import { COMPLETE_LANGUAGES, type Language } from '../core/vocabulary';
import type { EventSearch, pieces } from './search';

export interface Search extends EventSearch {
  pieces: typeof pieces;
}

const searches = new WeakMap<Content, Promise<Search>>();

async function load(content: Content): Promise<Search> {
  const wordsOf = (lang: Language) => {
    if (lang === content.lang) return content.words;
    return lang === 'en' ? content.english : loadWords(lang);
  };
  // In every language that is on each device, and the reader's own.
  const languages = [...new Set<Language>([...COMPLETE_LANGUAGES, content.lang])];
  const [{ makeSearch, pieces }, ...words] = await Promise.all([
    import('./search'),
    ...languages.map(wordsOf),
  ]);
  const search = await makeSearch(
    content.facts.events,
    Object.fromEntries(languages.map((lang, i) => [lang, words[i]])),
  );
  return { ...search, pieces };
}

/**
 * The search over this content, indexed once for as long as the page is open; a load that failed
 * is tried again by the next call.
 * @throws ContentError, or the browser's error where the script did not arrive
 */
export function loadSearch(content: Content): Promise<Search> {
  let search = searches.get(content);
  if (!search) {
    search = load(content);
    searches.set(content, search);
    search.catch(() => searches.delete(content));
  }
  return search;
}
