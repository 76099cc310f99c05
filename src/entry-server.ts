/** Prerender of the default choice: the app, and the words that stand in until script takes over. */
import { render as renderComponent } from 'svelte/server';
import App from './App.svelte';
import { type Maps, makeContent } from './content/content';
import type { Facts, LanguageWords } from './core/model';
import type { Language } from './core/vocabulary';
import { makeTranslate } from './i18n/translate';
import StaticWords from './StaticWords.svelte';

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** @returns html for the head and for `#app`, followed by the static words in `#words` */
export function render(
  lang: Language,
  json: { facts: Facts; maps: Maps; english: LanguageWords; words: LanguageWords },
): { head: string; body: string; after: string } {
  const content = makeContent(json.facts, json.maps, json.words, json.english, lang);
  const t = makeTranslate(content.words.ui, content.english.ui, lang);
  const app = renderComponent(App, { props: { content } });
  const words = renderComponent(StaticWords, { props: { content } });
  return {
    head: `<title>${escapeHtml(t('page.title'))}</title><meta name="description" content="${escapeHtml(t('page.description'))}" />${app.head}`,
    body: app.body,
    after: `<div id="words">${words.body}</div>`,
  };
}
