/**
 * Everything that can stand on a reader's screen, once: what judges the whole app goes through this
 * list. A new panel, page, window, menu or message is added here and nowhere else. No words of a
 * language are named, so that every language takes the same way.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { appReady, mapReady } from './app';
import { BROKEN_NETWORK, REFUSED_FILES } from './offline';
import { arrive, unfold } from './walk';

export interface State {
  /** Where in the open app; the state's name where several share it. */
  at: string;
  name?: string;
  /** What stands on the screen when all of it has come. */
  shown: string;
  /** Most of it is folded at first. */
  folded?: true;
  /** What the reader does there. */
  act?: (page: Page) => Promise<unknown>;
  /** Puts away what would stay open in the next state. */
  leave?: (page: Page) => Promise<unknown>;
  /** Exists on such a screen only. */
  on?: 'phone' | 'wide';
  /** Read across a room: contrast has to be enhanced (AAA). */
  present?: true;
}

const click = (selector: string) => (page: Page) => page.locator(selector).first().click();
const pressEscape = (page: Page) => page.keyboard.press('Escape');
const menu = {
  act: click('[popovertarget="menu"]'),
  leave: (page: Page) => page.locator('#menu').evaluate((it: HTMLElement) => it.hidePopover()),
};
/** Taps the plant, which stands in words then. */
const tapPlant = async (page: Page) => {
  const box = await page.locator('.map .plate').first().boundingBox();
  if (!box) throw new Error('no plant on the map');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
};
const search = (words: string) => async (page: Page) => {
  await page.locator('.filters button[aria-expanded="false"]').click();
  await page.locator('.filters [type="search"]').fill(words);
};
const searched = {
  leave: async (page: Page) => {
    await page.locator('.filters [type="search"]').fill('');
    await page.locator('.filters button[aria-expanded="true"]').click();
  },
};

/** In the open app, gone to as "back" and "forward" do. */
export const STATES: readonly State[] = [
  { at: '?', name: 'the first page', shown: '.doors, .sheet h1' },
  { at: '?', name: 'the menu', shown: '#menu:popover-open', ...menu },
  {
    at: '?',
    name: 'the list “More”',
    shown: '[aria-labelledby="more-title"]',
    act: click('.tabs button:last-child'),
    leave: click('.tabs button:first-child'),
    on: 'phone',
  },
  { at: '?panel=timeline', shown: '.sheet .events a' },
  {
    at: '?panel=timeline',
    name: 'events found by words, filters open',
    shown: '.sheet .events a mark, .sheet .events a',
    act: search('IAEA'),
    ...searched,
  },
  {
    at: '?panel=timeline',
    name: 'no events found',
    shown: '.sheet .events .none',
    act: search('zzzz'),
    ...searched,
  },
  {
    at: '?panel=timeline',
    name: 'the pace of play',
    shown: '.dates .pace .menu',
    act: async (page) => {
      await click('.dates .controls button')(page);
      await click('.dates .pace button')(page);
    },
    leave: click('.dates .controls button'),
  },
  {
    at: '?panel=timeline&date=2026-03-10',
    name: 'the plant tapped on the map',
    shown: '.map aside',
    act: tapPlant,
    leave: click('.map aside button'),
  },
  {
    at: '?proposal=us-trilateral-thirds&lines=repaired',
    name: 'the legend of the map',
    shown: '.map .legend [role="region"]',
    act: click('.map .legend button'),
    leave: click('.map .legend button'),
  },
  {
    at: '?panel=timeline&event=2023-06-06-kakhovka',
    shown: '.sheet a[aria-current][href*="2023-06-06-kakhovka"]',
  },
  {
    at: '?panel=timeline&event=2022-09-05-island-mode',
    shown: '.sheet a[aria-current][href*="2022-09-05-island-mode"]',
    folded: true,
  },
  { at: '?panel=proposals', shown: '[aria-labelledby="proposals-title"]' },
  {
    at: '?panel=proposals',
    name: 'the table of proposals',
    shown: 'dialog[open] tbody tr',
    act: click('[aria-labelledby="proposals-title"] [aria-haspopup="dialog"]'),
    leave: pressEscape,
  },
  {
    at: '?panel=proposals&proposal=us-trilateral-thirds&lines=repaired',
    shown: '[aria-labelledby="proposal-title"] .result',
    folded: true,
  },
  {
    at: '?panel=proposals&proposal=unga-2024-return',
    shown: '[aria-labelledby="proposal-title"]:not(:has(.result))',
  },
  {
    at: '?compare=ua-full-return;us-trilateral-thirds~3~repaired~20;ru-rosatom-russian-grid',
    shown: '.compare article',
  },
  { at: '?panel=mining', shown: '[aria-labelledby="mining-title"]', folded: true },
  {
    at: '?panel=mining',
    name: 'a number that the calculator does not take',
    shown: '[data-setting] [aria-invalid]',
    folded: true,
    act: async (page) => {
      const field = page.locator('[data-setting] input[type="text"]').first();
      await field.fill('x');
      await field.blur();
    },
  },
  { at: '?panel=claims', shown: '[aria-labelledby="claims-title"]' },
  {
    at: '?panel=claims&claim=c29',
    shown: '[aria-labelledby="claims-title"] .evidence',
    folded: true,
  },
  { at: '?panel=about', shown: '[aria-labelledby="about-title"]', folded: true },
  { at: '?panel=accessibility', shown: '[aria-labelledby="accessibility-title"] .statement' },
  {
    at: '?panel=timeline&date=2025-10-18',
    name: 'the places by distance',
    shown: '#map-in-words details details[open] li button',
    act: (page) => unfold(page),
  },
  { at: '?panel=why', shown: '[aria-labelledby="why-title"]', folded: true },
  { at: '?panel=danger', shown: '[aria-labelledby="danger-title"]' },
  { at: '?panel=sources', shown: '[aria-labelledby="sources-title"]' },
  {
    at: '?panel=sources',
    name: 'sources of one kind, with what rests on them',
    shown: '.kinds [aria-pressed="true"]',
    act: async (page) => {
      await click('.kinds button')(page);
      await page.locator('li[data-source] summary').first().click();
    },
  },
  { at: '?panel=method', shown: '[aria-labelledby="method-title"] .change', folded: true },
  { at: '?panel=quiz&seed=1', shown: '.quiz .progress' },
  {
    at: '?panel=quiz&seed=1',
    name: 'a question that is answered',
    shown: '.quiz [data-outcome]',
    act: answerQuiz,
  },
  {
    at: '?panel=quiz&seed=2',
    name: 'the quiz for a projector',
    shown: 'dialog[open] .quiz .progress',
    act: click('.quiz .size'),
    leave: pressEscape,
    on: 'wide',
  },
  { at: '?panel=lesson', shown: '.lesson li button' },
  { at: '?panel=lesson&story=water', shown: '.lesson details', folded: true },
  {
    at: '?panel=timeline&date=2025-10-18',
    name: 'the share sheet',
    shown: 'dialog.share[open] details',
    act: async (page) => {
      await click('.tools .lang + .icon-button')(page);
      await page.locator('dialog.share[open]').waitFor();
      await unfold(page);
    },
    leave: pressEscape,
  },
  { at: '?present=3', shown: '.present .strip [aria-current="step"]', present: true },
  { at: '?story=power&present=4', shown: '.present .strip [aria-current="step"]', present: true },
  {
    at: '?story=water&present=2',
    name: 'a step with its notes and commands',
    shown: '.present #controls:popover-open',
    act: async (page) => {
      await page.keyboard.press('n');
      await click('[popovertarget="controls"]')(page);
    },
    leave: async (page) => {
      await pressEscape(page);
      await page.keyboard.press('n');
    },
    present: true,
  },
  {
    at: '?story=water&present=2',
    name: 'a step with the list of stories',
    shown: '.present #stories:popover-open',
    act: click('[popovertarget="stories"]'),
    leave: pressEscape,
    present: true,
  },
  // Light in any theme, unless the address asks otherwise.
  {
    at: '?story=power&present=4&theme=dark',
    shown: '[data-theme="dark"] .present h1',
    present: true,
  },
  // In the place of the app, so without its map.
  { at: '?story=water&print=handout', shown: '.paper .page footer' },
  { at: '?story=water&print=worksheet', shown: '.paper .page footer' },
  { at: '?print=handout&proposal=us-trilateral-thirds', shown: '.paper .page footer' },
];

/** Picks an answer and has it judged. */
async function answerQuiz(page: Page) {
  const choice = page.locator('.quiz article input').first();
  if (await choice.count()) await choice.check({ force: true });
  await page.locator('.quiz article .button.on').click();
}

export interface LoadedState extends Omit<State, 'leave'> {
  /** The network does this to it. */
  prepare?: (context: BrowserContext) => Promise<unknown>;
  /** What the console says of that. */
  expectedErrors?: RegExp;
  serviceWorkers?: 'allow';
  /** Seen on a phone; otherwise on a laptop. */
  phone?: true;
}

const without = (file: RegExp) => ({
  prepare: (context: BrowserContext) => context.route(file, (route) => route.abort()),
  expectedErrors: new RegExp(`${BROKEN_NETWORK.source}|${REFUSED_FILES.source}|net::`),
});

/** Windows of their own, and what a page says that could not be loaded whole: each is loaded. */
export const LOADED: readonly LoadedState[] = [
  { at: '?story=power&present=4&presenter=a1b2c3', shown: '.window main h2' },
  { at: '?embed=1&event=2023-06-06-kakhovka', shown: '.frame h1' },
  {
    at: '?panel=nonsense',
    name: 'a link that makes no sense',
    shown: '[data-notice="ignored"]',
    phone: true,
  },
  {
    at: '?panel=sources',
    name: 'a part that did not arrive',
    shown: '.sheet [role="alert"]',
    ...without(/SourcesPanel-[^/]*\.js/),
  },
  {
    at: '',
    name: 'script that did not arrive',
    shown: '#load-note.load-error',
    ...without(/assets\/start-[^/]*\.js/),
  },
  {
    at: '',
    name: 'the page as an article, without script',
    shown: '#contents a',
    phone: true,
    ...without(/assets\/index-[^/]*\.js/),
  },
  {
    at: '?panel=about',
    name: 'saved for offline, and the network gone',
    shown: '.notices .notice',
    serviceWorkers: 'allow',
    act: async (page) => {
      await page.waitForSelector('html[data-offline="ready"]', { state: 'attached' });
      await page.context().setOffline(true);
    },
  },
];

export const nameOf = (state: State | LoadedState) => state.name ?? state.at;

export const statesOn = (width: number): readonly State[] =>
  STATES.filter(({ on }) => !on || on === (width < 640 ? 'phone' : 'wide'));

/** Goes there in the open app and waits until all of it has come. */
export async function goToState(page: Page, state: State): Promise<void> {
  await arrive(page, state.at);
  await page.locator('[data-map-ready="true"], .paper').first().waitFor({ state: 'attached' });
  if (state.folded) await unfold(page);
  await state.act?.(page);
  await page.locator(state.shown).first().waitFor();
  if (!/print=/.test(state.at)) await mapReady(page);
}

/** What `openPage` needs for a state that is loaded. */
export const openOptions = (state: LoadedState, path: string) => ({
  path: path + state.at,
  ...(state.prepare && { prepare: state.prepare }),
  ...(state.expectedErrors && { expectedErrors: state.expectedErrors }),
  ...(state.serviceWorkers && { serviceWorkers: state.serviceWorkers }),
});

/** Waits, in the page just loaded, until all of it has come. */
export async function loaded(page: Page, state: LoadedState): Promise<void> {
  // Where something is broken, what is shown says when all has come.
  if (!state.expectedErrors) await appReady(page);
  await state.act?.(page);
  await page.locator(state.shown).first().waitFor();
}
