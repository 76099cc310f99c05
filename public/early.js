/*
 * Runs before the first paint, so that what the address asks for is not seen to change: the theme,
 * and the boxes of sheet, map and dates for a link that opens something. The app reads the address
 * itself when it arrives; what is set here only holds the place. A page without this file works.
 */
(() => {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);

  /** Address, then what the reader saved (src/state/theme.ts), then the device. */
  const presenter = query.has('presenter');
  const light = (query.has('present') && !presenter) || query.has('print');
  const wishes = [query.get('theme'), light ? 'light' : null];
  try {
    wishes.push(localStorage.getItem('switchyard-theme'));
  } catch {
    // Storage blocked: the device decides.
    wishes.push(null);
  }
  const theme = wishes.find((wish) => wish === 'light' || wish === 'dark');
  if (theme) root.dataset.theme = theme;

  // Notes for the presenter alone: the app's own first view would only flash past.
  if (presenter) root.dataset.presenter = '';

  /** Panel and stop of the sheet as `AppState.readLocation` will have them. */
  const panel =
    query.get('panel') ??
    (query.has('claim')
      ? 'claims'
      : query.has('proposal') || query.has('compare')
        ? 'proposals'
        : query.has('event')
          ? 'timeline'
          : query.has('seed')
            ? 'quiz'
            : 'story');
  const opens =
    panel !== 'story' || ['event', 'proposal', 'map', 'compare'].some((key) => query.has(key));
  const half =
    panel === 'story' || panel === 'timeline' || (panel === 'proposals' && query.has('proposal'));
  if (opens) root.dataset.opens = `${half ? 'half' : 'full'} ${panel}`;

  // A frame in another page (src/share/Embed.svelte) takes the app's place.
  if (query.get('embed') === '1') root.dataset.embed = '';

  // The app's script marks itself when it runs; if it did not, the page becomes an article, as
  // without script. This file may come after the failure, so it looks once all has come or failed.
  const look = () => {
    if (root.dataset.script) return;
    delete root.dataset.embed;
    document.getElementById('plain')?.removeAttribute('media');
  };
  if (document.readyState === 'complete') look();
  else addEventListener('load', look);
})();
