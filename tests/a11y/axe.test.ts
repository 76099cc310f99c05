/** axe finds nothing in any panel, language and theme. */
import { describe, expect, test } from 'vitest';
import { appReady, mapReady } from '../support/app';
import { axe, LAPTOP, openPage, PHONE } from '../support/browser';

const VIEWS = [
  '',
  '?panel=timeline',
  '?panel=timeline&event=2023-06-06-kakhovka',
  '?panel=timeline&event=2022-09-05-island-mode',
  '?panel=proposals',
  '?panel=proposals&proposal=us-trilateral-thirds&lines=repaired',
  '?panel=proposals&proposal=unga-2024-return',
  '?panel=mining',
  '?panel=claims&claim=c29',
  '?panel=about',
  '?panel=why',
  '?panel=danger',
  '?panel=sources',
  '?present=3',
  '?story=power&present=4',
];

describe.each(['en', 'uk'] as const)('in %s', (lang) => {
  describe.each(['light', 'dark'] as const)('%s theme', (colorScheme) => {
    test.each(VIEWS)('%s', async (view) => {
      const path = `${lang === 'uk' ? 'uk/' : ''}${view}`;
      for (const viewport of [PHONE, LAPTOP]) {
        const { page } = await openPage({ path, viewport, colorScheme, reducedMotion: 'reduce' });
        await appReady(page);
        await mapReady(page);
        expect(await axe(page), `${viewport.width} px`).toEqual([]);
        await page.close();
      }
    });
  });
});
