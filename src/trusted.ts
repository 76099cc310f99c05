/**
 * The page's policy refuses to make script or markup out of plain text (Trusted Types). Svelte has
 * a policy of its own for its templates; what is left are the addresses of two files that run as
 * workers, which two libraries pass on as text. A default policy lets these two through and nothing
 * else: no markup, no other script.
 */

/** Below the site's folder: the service worker and the map engine's worker. */
const WORKER_FILE = /^(sw\.js|assets\/maplibre-gl-worker-[\w-]+\.js)$/;

/**
 * @param address as given to `new Worker` or `register`, absolute or relative to the page
 * @param page address of the page
 * @param root the page's `data-root`: from it to the site's folder
 * @returns the absolute address, or null for any but the two worker files
 */
export function trustedScript(address: string, page: string, root: string): string | null {
  const folder = new URL(root, page).href;
  const url = absolute(address, page);
  if (!url?.startsWith(folder)) return null;
  return WORKER_FILE.test(url.slice(folder.length)) ? url : null;
}

function absolute(address: string, page: string): string | null {
  try {
    return new URL(address, page).href;
  } catch {
    // No address at all, so not one of the two either.
    return null;
  }
}

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown;
}

/** Call once, before anything starts a worker. Nothing to do where Trusted Types are unknown. */
export function trustWorkerFiles(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  trustedTypes?.createPolicy('default', {
    createScriptURL: (address) =>
      trustedScript(address, location.href, document.documentElement.dataset['root'] ?? './'),
  });
}
