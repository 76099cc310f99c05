/** Prerender of the default choice: the app, and the words that stand in until script takes over. */
import { render as renderComponent } from 'svelte/server';
import App from './App.svelte';
import { type Maps, makeContent } from './content/content';
import type { Facts, LanguageWords } from './core/model';
import type { Language } from './core/vocabulary';
import { makeTranslate } from './i18n/translate';
import StaticContents from './StaticContents.svelte';
import StaticWords from './StaticWords.svelte';
import { structuredData } from './structured';

/** JSON that no markup in it can end. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/**
 * @param pages address of the page in each other language, from this one
 * @returns html for the head, for before `#app`, for `#app`, and for after it; JSON-LD for machines
 */
export function render(
  lang: Language,
  json: { facts: Facts; maps: Maps; english: LanguageWords; words: LanguageWords },
  pages: Partial<Record<Language, string>>,
): { head: string; before: string; body: string; after: string; data: string } {
  const content = makeContent(json.facts, json.maps, json.words, json.english, lang);
  const t = makeTranslate(content.words.ui, content.english.ui, lang);
  const app = renderComponent(App, { props: { content } });
  const contents = renderComponent(StaticContents, { props: { content, pages } });
  const words = renderComponent(StaticWords, { props: { content } });
  return {
    head: `<title>${escapeHtml(t('page.title'))}</title><meta name="description" content="${escapeHtml(t('page.description'))}" />${app.head}`,
    before: `<div id="contents">${contents.body}</div>`,
    body: app.body,
    after: `<div id="words">${words.body}</div>`,
    data: inScript(structuredData(content, t)),
  };
}
