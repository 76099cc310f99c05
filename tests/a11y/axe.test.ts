/** axe finds nothing in any panel, page and window, in either language and theme. */
import { describe, expect, test } from 'vitest';
import { appReady, mapReady } from '../support/app';
import { axe, LAPTOP, openPage, PHONE } from '../support/browser';
import { arrive, unfold } from '../support/walk';

/** Address → what stands on the screen when all of it has come. */
const STATES: Readonly<Record<string, string>> = {
  '?panel=timeline': '.sheet .events a',
  '?panel=timeline&event=2023-06-06-kakhovka':
    '.sheet a[aria-current][href*="2023-06-06-kakhovka"]',
  '?panel=timeline&event=2022-09-05-island-mode':
    '.sheet a[aria-current][href*="2022-09-05-island-mode"]',
  '?panel=proposals': '[aria-labelledby="proposals-title"]',
  '?panel=proposals&proposal=us-trilateral-thirds&lines=repaired':
    '[aria-labelledby="proposal-title"] .result',
  '?panel=proposals&proposal=unga-2024-return':
    '[aria-labelledby="proposal-title"]:not(:has(.result))',
  '?panel=mining': '[aria-labelledby="mining-title"]',
  '?panel=claims&claim=c29': '[aria-labelledby="claims-title"] .evidence',
  '?panel=about': '[aria-labelledby="about-title"]',
  '?panel=why': '[aria-labelledby="why-title"]',
  '?panel=danger': '[aria-labelledby="danger-title"]',
  '?panel=sources': '[aria-labelledby="sources-title"]',
  '?panel=method': '[aria-labelledby="method-title"] .change',
  '?panel=quiz&seed=1': '.quiz .progress',
  '?panel=lesson': '.lesson li button',
  '?panel=lesson&story=water': '.lesson details',
  '?present=3': '.present .strip [aria-current="step"]',
  '?story=power&present=4': '.present .strip [aria-current="step"]',
  // Light in any theme, unless the address asks otherwise.
  '?story=power&present=4&theme=dark': '[data-theme="dark"] .present h1',
};
/** In the place of the app, so without its map. */
const HANDOUT = ['?story=water&print=handout', '.paper .page footer'] as const;
/** A window of its own: it is loaded and not gone to. */
const PRESENTER = ['?story=power&present=4&presenter=a1b2c3', '.window main h2'] as const;

describe.each(['en', 'uk'] as const)('in %s', (lang) => {
  describe.each(['light', 'dark'] as const)('%s theme', (colorScheme) => {
    test.each([PHONE, LAPTOP])(
      '$width px wide: every state',
      async (viewport) => {
        const path = lang === 'uk' ? 'uk/' : '';
        const { page } = await openPage({ path, viewport, colorScheme, reducedMotion: 'reduce' });
        const stands = (selector: string) => page.locator(selector).first().waitFor();
        // All of them are looked at, whatever the ones before had.
        const check = async (state: string) => expect.soft(await axe(page), state).toEqual([]);
        await appReady(page);
        await mapReady(page);
        await check('the first page');
        for (const [state, shown] of Object.entries(STATES)) {
          await arrive(page, state);
          await stands(shown);
          await mapReady(page);
          // Most of a kit is folded at first, and so is the calculator.
          if (/lesson details|mining/.test(shown)) await unfold(page);
          await check(state);
        }
        await arrive(page, HANDOUT[0]);
        await stands(HANDOUT[1]);
        await check(HANDOUT[0]);
        await page.goto(new URL(PRESENTER[0], page.url()).href);
        await appReady(page);
        await stands(PRESENTER[1]);
        await check(PRESENTER[0]);
      },
      180_000,
    );
  });
});
