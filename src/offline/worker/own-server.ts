/**
 * The copy comes from the site's own server. A redirect is the log-in page of some Wi-Fi, often on
 * another origin, where the page's policy does not reach the worker: it is an error. Pages are asked
 * for by their folder, since some hosts redirect index.html to it.
 */
export function fromOwnServer(request: Request): Request {
  // The browser itself follows the redirect of a page that the reader opens.
  if (request.mode === 'navigate') return request;
  const folder = request.url.replace(/\/index\.html$/, '/');
  const { cache, credentials, integrity, headers, signal } = request;
  return folder === request.url
    ? new Request(request, { redirect: 'error' })
    : new Request(folder, { cache, credentials, integrity, headers, signal, redirect: 'error' });
}
