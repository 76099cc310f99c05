/**
 * The first lines of script, so small that they are saved with the words of the page: fetch the
 * app, and where it does not come or does not start, say so and leave the words to be read.
 */
import './ui/fonts.css';
import './ui/base.css';
import './ui/controls.css';
import './ui/low-screen.css';
import './ui/static.css';
import './ui/forced-colors.css';
import { healOnce, reloadOnceWhenReplaced } from './offline/heal';
import { trustWorkerFiles } from './trusted';

// Read by public/early.js.
document.documentElement.dataset['script'] = 'runs';
trustWorkerFiles();
reloadOnceWhenReplaced();
const fetching = import('./start');
const app = document.getElementById('app');
const words = app?.cloneNode(true);

try {
  const { start } = await fetching;
  await start();
} catch (error) {
  // Half a page is worse than none: what the app had begun to change is put back.
  if (words) document.getElementById('app')?.replaceWith(words);
  document.documentElement.dataset['app'] = 'failed';
  // Style of the page as an article, where there is one.
  document.getElementById('plain')?.removeAttribute('media');
  const note = document.getElementById('load-note');
  note?.classList.add('load-error');
  note?.querySelector('button')?.addEventListener('click', () => location.reload());
  // To developers as any other uncaught error; the reader has the note.
  const reason = error instanceof Error ? error.message : String(error);
  reportError(new Error(`The app did not start: ${reason}`, { cause: error }));
  void healOnce();
}
