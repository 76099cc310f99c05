/** A finger finds every control: 24 px or room around it, in every state, in either language. */
import { expect, test } from 'vitest';
import { appReady, mapReady } from '../support/app';
import { openPage, PHONE } from '../support/browser';
import { goToState, LOADED, loaded, nameOf, openOptions, statesOn } from '../support/states';
import { smallTargets } from '../support/targets';

test.each(['', 'uk/'])(
  'on a phone, /%s: every state',
  async (path) => {
    const { page } = await openPage({
      path,
      viewport: PHONE,
      touch: true,
      reducedMotion: 'reduce',
    });
    await appReady(page);
    await mapReady(page);
    for (const state of statesOn(PHONE.width)) {
      await goToState(page, state);
      expect.soft(await smallTargets(page), nameOf(state)).toEqual([]);
      await state.leave?.(page);
    }
  },
  120_000,
);

test('on a phone: what is loaded by itself', async () => {
  for (const state of LOADED) {
    const { page, context } = await openPage({
      ...openOptions(state, ''),
      viewport: PHONE,
      reducedMotion: 'reduce',
    });
    await loaded(page, state);
    expect.soft(await smallTargets(page), nameOf(state)).toEqual([]);
    await context.close();
  }
}, 120_000);
