/** The app itself, fetched by `main.ts`: everything but the first lines of script. */
import { hydrate, mount } from 'svelte';
import App from './App.svelte';
import { loadContent } from './content/load';
import { ONE_FILE, queryNow, startLanguage } from './edition';
import { presenterPair } from './state/address';

/**
 * Takes the prerendered page over.
 * @throws ContentError, or the framework's error where the page could not be built
 */
export async function start(): Promise<void> {
  const target = document.getElementById('app');
  if (!target) throw new Error('index.html has no #app');
  const lang = startLanguage();
  const content = await loadContent(lang);
  // A task of its own: reading the files and building the page together would hold up a first tap.
  await new Promise((next) => setTimeout(next));
  const pair = ONE_FILE ? null : presenterPair(queryNow());
  if (pair) {
    const { default: PresenterWindow } = await import('./present/PresenterWindow.svelte');
    target.replaceChildren();
    mount(PresenterWindow, { target, props: { content, id: pair } });
  } else if (ONE_FILE) {
    // Its words before script are those of both languages; the app begins anew in one of them.
    document.documentElement.lang = lang;
    target.replaceChildren();
    mount(App, { target, props: { content } });
  } else hydrate(App, { target, props: { content } });
}
