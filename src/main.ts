import './ui/fonts.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/static.css';
import { hydrate, mount } from 'svelte';
import App from './App.svelte';
import { loadContent } from './content/load';
import { ONE_FILE, startLanguage } from './edition';
import { reloadOnceWhenReplaced } from './offline/register';
import { trustWorkerFiles } from './trusted';

trustWorkerFiles();
reloadOnceWhenReplaced();
const lang = startLanguage();
const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

try {
  const content = await loadContent(lang);
  // A task of its own: reading the files and building the page together would hold up a first tap.
  await new Promise((next) => setTimeout(next));
  if (ONE_FILE) {
    // Its words before script are those of both languages; the app begins anew in one of them.
    document.documentElement.lang = lang;
    target.replaceChildren();
    mount(App, { target, props: { content } });
  } else hydrate(App, { target, props: { content } });
} catch (error) {
  // The prerendered words stay readable, as an article; the reader learns why the rest is missing.
  document.getElementById('plain')?.removeAttribute('media');
  const note = document.createElement('p');
  note.setAttribute('role', 'alert');
  note.className = 'load-error';
  note.textContent =
    lang === 'uk'
      ? 'Не вдалося завантажити карту й хроніку. Текст нижче можна читати; спробуйте оновити сторінку.'
      : 'The map and the timeline could not be loaded. The text below can be read; try to reload.';
  document.body.prepend(note);
  throw error;
}
