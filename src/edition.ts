/**
 * Which edition this build is: the site, or the one HTML file that holds everything and opens
 * without a server (scripts/editions/onefile.mjs). What differs between the two stands here.
 */
import { COMPLETE_LANGUAGES, LANGUAGES, type Language } from './core/vocabulary';

/** Set by the build of the file; otherwise the site. */
export const ONE_FILE: boolean = import.meta.env.EDITION === 'file';

/**
 * One of the project's own files. In the one-file edition it stands in the page, and `url` is the
 * id of its element.
 */
export async function fetchOwn(url: string, init?: RequestInit): Promise<Response> {
  if (!ONE_FILE) return fetch(url, init);
  const text = document.getElementById(url)?.textContent;
  return new Response(text ?? null, { status: text ? 200 : 404 });
}

/**
 * The reader's choice as a query. The file keeps it behind `#`, the only part of its address that a
 * page may change wherever it was opened from (`file:` on a computer, `content:` on Android).
 */
export function queryNow(): string {
  const { hash, search } = window.location;
  return ONE_FILE && hash.startsWith('#?') ? hash.slice(1) : search;
}

/** The page's address with another query; '' = without one. */
export function addressWith(query: string): string {
  return ONE_FILE ? `#${query || '?'}` : query || window.location.pathname;
}

/** The file holds the complete ones. */
export const EDITION_LANGUAGES: readonly Language[] = ONE_FILE ? COMPLETE_LANGUAGES : LANGUAGES;

/** The language that an address need not name: a page of the site has its own, the file none. */
export const impliedLanguage = (page: Language): Language | null => (ONE_FILE ? null : page);

/** Language to start in: the page's; that of the file's address, else the device's, else English. */
export function startLanguage(): Language {
  const known = (tag: string | null) => EDITION_LANGUAGES.find((lang) => lang === tag?.slice(0, 2));
  if (!ONE_FILE) return known(document.documentElement.lang) ?? 'en';
  const asked = new URLSearchParams(queryNow()).get('lang');
  const device = navigator.languages.map(known).find((lang) => lang !== undefined);
  return known(asked) ?? device ?? 'en';
}

/** What the file's build wrote into its head; '' on the site and on the server. */
const written = (name: string): string =>
  ONE_FILE && typeof document !== 'undefined'
    ? (document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '')
    : '';

export const fileBytes = (): number => Number(written('bytes'));
export const fileVersion = (): string => written('version');
