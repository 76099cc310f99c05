/** What a page is made of is whole in every state: headings, landmarks, languages, labels, titles. */
import { describe, expect, test } from 'vitest';
import { appReady, mapReady } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';
import { goToState, LOADED, loaded, nameOf, openOptions, statesOn } from '../support/states';
import { structureFaults } from '../support/structure';

describe.each([
  ['en', '', PHONE],
  ['uk', 'uk/', LAPTOP],
] as const)('in %s', (lang, path, viewport) => {
  test(`${viewport.width} px wide: every state is whole, and the title says where one is`, async () => {
    const { page } = await openPage({ path, viewport, reducedMotion: 'reduce' });
    await appReady(page);
    await mapReady(page);
    const first = await page.title();
    /** Help stands at the same end of the same menu, whatever is open (3.2.6). */
    const help = new Set<string>();
    for (const state of statesOn(viewport.width)) {
      await goToState(page, state);
      expect.soft(await structureFaults(page, lang), nameOf(state)).toEqual([]);
      const title = await page.title();
      const named = state.at === '?' ? title === first : title.endsWith(' · Switchyard');
      expect.soft(named, `${nameOf(state)}: ${title}`).toBe(true);
      const last = await page.locator('#menu button').allTextContents();
      help.add(last.slice(-2).join(', '));
      await state.leave?.(page);
    }
    expect([...help]).toHaveLength(1);
  }, 120_000);
});

test('windows, frames and pages that are not whole are as whole as they can be', async () => {
  for (const state of LOADED) {
    const { page, context } = await openPage({
      ...openOptions(state, ''),
      viewport: state.phone ? PHONE : LAPTOP,
      reducedMotion: 'reduce',
    });
    await loaded(page, state);
    expect.soft(await structureFaults(page, 'en'), nameOf(state)).toEqual([]);
    await context.close();
  }
}, 120_000);
