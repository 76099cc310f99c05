/**
 * axe finds nothing wrong with anything that can stand on the screen, in either language, in both
 * themes and in forced colours. Every rule of WCAG 2.2 up to AA and of good practice is asked in the
 * theme that the page was opened in. The other theme and forced colours change colours and nothing
 * else, so the rules about colour are asked again there. Forced colours know no theme of ours, they
 * are the system's: dark ones on phones, light ones on laptops.
 */
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, mapReady } from '../support/app';
import { axe, LAPTOP, openPage, PHONE } from '../support/browser';
import { lifted } from '../support/lifted';
import {
  goToState,
  LOADED,
  type LoadedState,
  loaded,
  nameOf,
  openOptions,
  type State,
  statesOn,
} from '../support/states';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const COLOURS = ['color-contrast', 'link-in-text-block'];
/** Asked where a class reads it from the back of the room. */
const ENHANCED = 'color-contrast-enhanced';

type Theme = 'light' | 'dark';
const other = (theme: Theme): Theme => (theme === 'light' ? 'dark' : 'light');

/** As the app changes it: by one attribute, which all colours hang on. */
const paint = (page: Page, theme: string | null) =>
  page.evaluate((name) => {
    const root = document.documentElement;
    const before = root.getAttribute('data-theme');
    if (name) root.dataset['theme'] = name;
    else delete root.dataset['theme'];
    return before;
  }, theme);

/**
 * axe takes the colour of text from a property that Chromium answers with the page's own colour in
 * forced colours, whatever it paints: the painted one is written there while axe looks.
 * @param real false takes it back
 */
const showPainted = (page: Page, real: boolean) =>
  page.evaluate((real) => {
    const all = [...document.querySelectorAll<HTMLElement>('body *')];
    const colours = all.map((node) => getComputedStyle(node).color);
    for (const [i, { style }] of all.entries()) {
      if (real) style.setProperty('-webkit-text-fill-color', colours[i] ?? '');
      else style.removeProperty('-webkit-text-fill-color');
    }
  }, real);

/** All of them are looked at, whatever the ones before had. */
async function judge(page: Page, state: State | LoadedState, opened: Theme) {
  const enhanced = state.present ?? false;
  const every: RunOptions = {
    runOnly: { type: 'tag', values: TAGS },
    rules: { [ENHANCED]: { enabled: enhanced } },
  };
  const values = enhanced ? [...COLOURS, ENHANCED] : COLOURS;
  const colours: RunOptions = { runOnly: { type: 'rule', values } };
  const clean = async (rules: RunOptions, where: string) =>
    expect.soft(await axe(page, rules), `${nameOf(state)}: ${where}`).toEqual([]);

  await lifted(page, async () => {
    await clean(every, opened);
    const before = await paint(page, other(opened));
    await clean(colours, other(opened));
    await paint(page, before);
    await page.emulateMedia({ forcedColors: 'active' });
    await showPainted(page, true);
    await clean(colours, 'forced colours');
    await showPainted(page, false);
    await page.emulateMedia({ forcedColors: 'none' });
  });
}

describe.each([
  ['en', ''],
  ['uk', 'uk/'],
] as const)('in %s', (_, path) => {
  test.each([
    ['phone', PHONE, 'dark'],
    ['laptop', LAPTOP, 'light'],
  ] as const)(
    'on a %s: every state',
    async (_, viewport, colorScheme) => {
      const { page } = await openPage({ path, viewport, colorScheme, reducedMotion: 'reduce' });
      await appReady(page);
      await mapReady(page);
      for (const state of statesOn(viewport.width)) {
        await goToState(page, state);
        await judge(page, state, colorScheme);
        await state.leave?.(page);
      }
    },
    420_000,
  );

  test('what is loaded by itself: windows, frames, notices, a page that is not whole', async () => {
    for (const state of LOADED) {
      const { page, context } = await openPage({
        ...openOptions(state, path),
        viewport: state.phone ? PHONE : LAPTOP,
        reducedMotion: 'reduce',
      });
      await loaded(page, state);
      await judge(page, state, 'light');
      await context.close();
    }
  }, 120_000);
});

test('what lies below the fold of a panel is judged as well', async () => {
  const { page } = await openPage({ path: '?panel=about' });
  await appReady(page);
  await page.locator('#about-title').waitFor();
  await page.evaluate(() => {
    const faint = document.createElement('p');
    faint.textContent = 'faint';
    faint.style.setProperty('color', '#ccc');
    document.querySelector('.sheet .panel')?.append(faint);
  });
  const rules: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast'] } };
  expect(await lifted(page, () => axe(page, rules))).toHaveLength(1);
});
