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

/** Browsers refuse these under another type, also from the copy. */
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

/**
 * A file whose digest is right may still come under a wrong type, as some servers send it: saved so,
 * it would be refused for as long as the copy lives.
 */
export function underRightType(response: Response, url: string): Response {
  const type = TYPES[new URL(url).pathname.split('.').at(-1) ?? ''];
  const given = response.headers.get('content-type') ?? '';
  if (!response.ok || !type || given.includes(type)) return response;
  const headers = new Headers(response.headers);
  headers.set('content-type', `${type}; charset=utf-8`);
  return new Response(response.body, { status: response.status, headers });
}
