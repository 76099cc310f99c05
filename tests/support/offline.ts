/** What a reader has on the screen when something is broken, and how far the offline copy is. */
import type { Page } from 'playwright-core';
import { appReady } from './app';

/** Characters of text that a page with its words in it surely has. */
export const ENOUGH = 300;

/** What the browser's console says of a server that is gone or answers nonsense on purpose. */
export const BROKEN_NETWORK =
  /ERR_(CONNECTION|EMPTY_RESPONSE|FAILED|INVALID|CONTENT|INCOMPLETE|SOCKET|TIMED_OUT|NETWORK)|status of (404|50\d)|Failed to find a valid digest|(unknown error|bad HTTP response code).* when fetching the script|Failed to fetch|ContentError|The app did not start/;

/** What it says of a file of another type than its name, of half a script, of a foreign address. */
export const REFUSED_FILES =
  /MIME type|SyntaxError|Unexpected|Invalid or unexpected|missing \)|not provide an export|Content Security Policy|CORS policy|Failed to load|Refused to|behind a redirect/;

/** The page's words without its white space. */
export const words = async (page: Page) =>
  (await page.locator('body').innerText()).replace(/\s+/g, ' ').trim();

/** Waits until the page says that everything is saved. */
export async function savedForOffline(page: Page, timeout = 50_000): Promise<void> {
  await page.waitForSelector('html[data-offline="ready"]', { state: 'attached', timeout });
}

/**
 * `app`: script has taken over. `words`: the text is there to read. `browser error`: the browser's
 * own page. `blank`: none of these, which no reader may ever meet.
 */
export type Seen = 'app' | 'words' | 'browser error' | 'blank';

export async function seen(page: Page): Promise<Seen> {
  // A page whose own text stops in the middle is never told to be loaded.
  await page.waitForLoadState('load', { timeout: 5_000 }).catch(() => null);
  // The browser's own page comes a moment after the failure.
  const something = (enough: number) =>
    location.href.startsWith('chrome-error:') || document.body?.innerText.length > enough;
  await page.waitForFunction(something, ENOUGH, { timeout: 5_000 }).catch(() => null);
  const address = await page.evaluate(() => location.href);
  if (address.startsWith('chrome-error:')) return 'browser error';
  if ((await words(page)).length <= ENOUGH) return 'blank';
  // Script has the last word: it takes over, or says that it cannot, or had not come when all else
  // of the page had, and then never comes.
  const ended = () => {
    const root = document.documentElement;
    const over = root.dataset['app'] === 'ready' || document.querySelector('.load-error') !== null;
    return over || (document.readyState === 'complete' && !root.dataset['script']);
  };
  await page.waitForFunction(ended, undefined, { timeout: 2_500 }).catch(() => null);
  const app = await page.locator('html').getAttribute('data-app');
  return app === 'ready' ? 'app' : 'words';
}

/** Goes to the address, or again to the present one, whatever the network does to it. */
export async function visit(page: Page, url?: string): Promise<Seen> {
  const options = { waitUntil: 'commit' } as const;
  const arrives = url === undefined ? page.reload(options) : page.goto(url, options);
  const failed = await arrives.then(
    () => false,
    (error: Error) => {
      if (!/net::ERR_/.test(error.message)) throw error;
      return true;
    },
  );
  if (failed) {
    const isBrowsers = () => location.href.startsWith('chrome-error:');
    await page.waitForFunction(isBrowsers, undefined, { timeout: 2_000 }).catch(() => null);
  }
  return seen(page);
}

/** Whether a service worker is at work for the page; waits for one that is still being installed. */
export async function hasWorker(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    for (;;) {
      const registration = await navigator.serviceWorker?.getRegistration();
      if (!registration?.installing) return registration?.active?.state === 'activated';
      await new Promise((next) => setTimeout(next, 20));
    }
  });
}

/** Waits until a version is complete on the device and only the reader's word is missing. */
export async function updateWaits(page: Page): Promise<void> {
  await page.waitForSelector('[data-notice="update"]', { timeout: 40_000 });
}

/** The reader agrees; waits for the page that follows. */
export async function acceptUpdate(page: Page): Promise<void> {
  const reloaded = page.waitForEvent('load');
  await page.locator('[data-notice="update"] button').first().click();
  await reloaded;
  await appReady(page);
}
