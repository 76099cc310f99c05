/** The presenter's window and the projector's, in step, without a network. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appReady, expectAddress } from '../support/app';
import { axe, LAPTOP, type OpenOptions, openPage, PROJECTOR } from '../support/browser';
import { BROKEN_NETWORK, savedForOffline } from '../support/offline';
import { randomFrom } from '../support/random';
import { startServer, type TestServer } from '../support/server';

const JUMPS = 20;
const SEED = 20_260_822;

const stepOf = (page: Page) => new URL(page.url()).searchParams.get('present');
const status = (page: Page) => page.locator('.status').getAttribute('data-other');

/** Presses P in the walk; the window that opens. */
async function openPresenter(context: BrowserContext, page: Page): Promise<Page> {
  const opening = context.waitForEvent('page');
  await page.keyboard.press('p');
  const presenter = await opening;
  await appReady(presenter);
  await expect.poll(() => status(presenter)).toBe('there');
  return presenter;
}

/** Both show this step, in the words on the screen and not in the address alone. */
async function together(projector: Page, presenter: Page, step: number) {
  const slide = () => projector.locator('.present h1').textContent();
  const notes = () => presenter.locator('main h2').textContent();
  await expect.poll(() => stepOf(projector)).toBe(String(step));
  await expect.poll(() => stepOf(presenter)).toBe(String(step));
  await expect.poll(async () => (await slide()) === (await notes())).toBe(true);
}

describe('with the server stopped', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server.stop());

  test(`stay in step through ${JUMPS} jumps, a closed window, and a reload of each`, async () => {
    const { page: projector, context } = await openPage({
      base: server.url,
      viewport: PROJECTOR,
      reducedMotion: 'reduce',
      serviceWorkers: 'allow',
      expectedErrors: BROKEN_NETWORK,
    });
    await savedForOffline(projector);
    await server.stop();
    await projector.goto(`${server.url}?story=thread`);
    await appReady(projector);
    let presenter = await openPresenter(context, projector);
    const steps = await projector.locator('.strip li').count();

    // Another pair on the same device, on another step.
    const stranger = await context.newPage();
    await stranger.goto(`${server.url}?story=water&present=5`);
    await appReady(stranger);
    const strangers = await openPresenter(context, stranger);
    await together(stranger, strangers, 5);

    const random = randomFrom(SEED);
    let at = 1;
    for (let i = 0; i < JUMPS; i += 1) {
      const window = random.pick([projector, presenter]);
      const to = 1 + random.below(steps);
      switch (random.below(4)) {
        case 0:
          await window.keyboard.press('PageDown');
          at = Math.min(at + 1, steps);
          break;
        case 1:
          await window.keyboard.press('PageUp');
          at = Math.max(at - 1, 1);
          break;
        case 2:
          // A 1 alone waits for a second digit.
          await window.keyboard.type(String(to));
          at = to;
          break;
        default:
          await window
            .locator('nav li button')
            .nth(to - 1)
            .click();
          at = to;
      }
      await together(projector, presenter, at);
    }
    await together(stranger, strangers, 5);

    await presenter.keyboard.press('b');
    await projector.locator('.cover').waitFor();
    await projector.keyboard.press('b');
    await expect.poll(() => presenter.locator('button[aria-pressed="false"]').count()).toBe(1);

    // Notes are closed: the walk goes on, and they come back on the step it has reached.
    await presenter.close();
    await projector.keyboard.press('Home');
    await projector.keyboard.press('PageDown');
    await expectAddress(projector, 'present', '2');
    presenter = await openPresenter(context, projector);
    await together(projector, presenter, 2);

    await presenter.reload();
    await appReady(presenter);
    await projector.keyboard.press('PageDown');
    await together(projector, presenter, 3);
    await projector.reload();
    await appReady(projector);
    await expect.poll(() => status(presenter)).toBe('there');
    await presenter.keyboard.press('PageDown');
    await together(projector, presenter, 4);

    // Another story in the projector's window.
    // Moved by itself after a reload, it still leads.
    await projector.keyboard.press('PageUp');
    await together(projector, presenter, 3);
    await projector.keyboard.press('PageDown');
    await together(projector, presenter, 4);

    await projector.getByRole('button', { name: 'Stories' }).click();
    await projector.getByRole('button', { name: /^Water/ }).click();
    await expectAddress(presenter, 'story', 'water');
    await together(projector, presenter, 1);
    await projector.goBack();
    await expectAddress(presenter, 'story', 'thread');
    await together(projector, presenter, 4);

    // The walk is left: the notes go on alone, nobody is dragged back, and who returns leads.
    await projector.keyboard.press('Escape');
    await expect.poll(() => status(presenter)).toBe('gone');
    await presenter.keyboard.press('PageDown');
    await expectAddress(presenter, 'present', '5');
    await expectAddress(projector, 'present', null);
    await projector.goBack();
    await together(projector, presenter, 4);
    await projector.close();
    await expect.poll(() => status(presenter)).toBe('gone');
    await presenter.keyboard.press('PageDown');
    await expectAddress(presenter, 'present', '5');
    await together(stranger, strangers, 5);
  }, 120_000);
});

const PAIR = 'presenter=test123';

describe('the presenter’s window', () => {
  const open = async (options: OpenOptions) => {
    const opened = await openPage({ viewport: LAPTOP, ...options });
    await appReady(opened.page);
    return opened;
  };

  test('has notes, answer, sources and what comes next, and is not a second map', async () => {
    const { page, requests } = await open({ path: `?story=water&present=3&${PAIR}` });
    const said = (name: string) => page.getByRole('region', { name }).textContent();
    expect(await said('Notes')).toContain('no immediate danger');
    expect(await said('Question')).toMatch(/A good answer:\s*5\scm × 24/);
    expect(await said('Sources')).toContain('Nuclear Engineering International');
    expect(await page.getByRole('region', { name: 'Next' }).textContent()).toContain(
      'Below the mark for pumping',
    );
    await expect.poll(() => status(page)).toBe('gone');
    expect(await page.locator('canvas, svg.map, .present').count()).toBe(0);
    expect(requests.filter((url) => /maplibre|basemap/.test(url))).toEqual([]);
    await page.keyboard.press('End');
    await expectAddress(page, 'present', '10');
    expect(await page.getByRole('region', { name: 'Next' }).textContent()).toContain(
      'the last step',
    );
  });

  test('starts its watch with the first step, and a reload does not lose the time', async () => {
    const { page } = await open({ path: `?story=water&${PAIR}` });
    const timer = page.getByRole('timer');
    const seconds = async () => Number((await timer.textContent())?.replace(':', ''));
    expect(await timer.textContent()).toBe('00:00');
    await page.keyboard.press('PageDown');
    await expect.poll(seconds).toBeGreaterThanOrEqual(1);
    await page.reload();
    await appReady(page);
    expect(await seconds()).toBeGreaterThanOrEqual(1);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await timer.textContent()).toBe('00:00');
  });

  test.each([
    ['', 'light', LAPTOP],
    ['uk/', 'dark', { width: 768, height: 1024 }],
    ['uk/', 'light', { width: 390, height: 844 }],
  ] as const)(
    'at /%s, %s, on %o fits the screen, has large targets and no axe finding',
    async (folder, colorScheme, viewport) => {
      const { page } = await open({
        path: `${folder}?story=power&present=8&${PAIR}`,
        viewport,
        colorScheme,
        reducedMotion: 'reduce',
      });
      await expect.poll(() => status(page)).toBe('gone');
      expect(await axe(page)).toEqual([]);
      const { wide, small, type } = await page.evaluate(() => ({
        wide: [...document.querySelectorAll('.window, .window *')]
          .filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
          .filter((e) => getComputedStyle(e).display !== 'inline')
          .map((e) => `${e.tagName} ${e.className}`),
        small: [...document.querySelectorAll('.window button')].filter(
          (b) => b.getBoundingClientRect().height < 43.9,
        ).length,
        type: Math.min(
          ...[...document.querySelectorAll('main p')].map((p) =>
            Number.parseFloat(getComputedStyle(p).fontSize),
          ),
        ),
      }));
      expect(wide).toEqual([]);
      expect(small).toBe(0);
      expect(type).toBeGreaterThanOrEqual(16);
      const scrolls = () => document.documentElement.scrollHeight > innerHeight;
      expect(await page.evaluate(scrolls)).toBe(false);
    },
  );
});

test('a pop-up that the browser blocks is said in words, with a link to open by hand', async () => {
  const { page, context } = await openPage({
    path: '?story=water&present=2',
    viewport: LAPTOP,
    prepare: (prepared) =>
      prepared.addInitScript(() => Object.assign(window, { open: () => null })),
  });
  await appReady(page);
  await page.getByRole('button', { name: 'Controls' }).click();
  await page.getByRole('button', { name: 'Presenter’s window' }).click();
  const link = page.getByRole('link', { name: 'Open it by hand' });
  const opening = context.waitForEvent('page');
  await link.click();
  const presenter = await opening;
  await appReady(presenter);
  await presenter.keyboard.press('PageDown');
  await together(page, presenter, 3);
  await expect.poll(() => link.count()).toBe(0);
});

test('a presenter’s address that makes no sense is said, and the slide opens', async () => {
  const { page } = await openPage({ path: '?story=water&present=2&presenter=_', viewport: LAPTOP });
  await appReady(page);
  expect(await page.locator('.present').count()).toBe(1);
  const said = page.locator('[data-notice="ignored"]');
  expect(await said.textContent()).toContain('presenter');
});
