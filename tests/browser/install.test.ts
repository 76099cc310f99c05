/** The app among others: installed, shared to, and on screens with a notch. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady, expectAddress, mapReady } from '../support/app';
import { openPage } from '../support/browser';
import { loadFacts } from '../support/facts';

/** The browser's own offer, made as Chromium makes it. */
const offer = (page: Page) =>
  page.evaluate(() => {
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), {
      prompt: async () => {
        document.body.dataset['asked'] = 'yes';
        return { outcome: 'accepted' };
      },
    });
    return dispatchEvent(event);
  });

describe('installing', () => {
  test('the browser’s offer becomes a button in About and in the menu, and counts once', async () => {
    const { page } = await openPage({ path: '?panel=about' });
    await appReady(page);
    expect(await page.locator('.about').textContent()).toContain('its menu has “Install”');
    expect(await offer(page), 'the browser’s own bar is held back').toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.locator('.menu').getByRole('button', { name: 'Install' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Install the app' }).click();
    await page.waitForSelector('body[data-asked="yes"]');
    await page.getByRole('button', { name: 'Install the app' }).waitFor({ state: 'detached' });
    await page.evaluate(() => dispatchEvent(new Event('appinstalled')));
    await page.getByText('this is the app’s own window').waitFor();
  });

  test('on an iPhone the way by hand and the reason are told, in the reader’s language', async () => {
    const { page } = await openPage({ path: 'uk/', touch: true });
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'standalone', { value: false });
    });
    await page.goto(`${page.url()}?panel=about`);
    await appReady(page);
    const told = await page.locator('.about').textContent();
    expect(told).toContain('На Початковий екран');
    expect(told).toContain('семи днів');
  });

  test('Chromium finds nothing wrong with either manifest', async () => {
    for (const path of ['', 'uk/']) {
      const { page, context } = await openPage({ path });
      await appReady(page);
      const session = await context.newCDPSession(page);
      const { errors, manifest } = await session.send('Page.getAppManifest');
      expect(errors).toEqual([]);
      const read = manifest as unknown as Record<string, unknown>;
      expect(String(read['id'])).toMatch(/\/switchyard-(en|uk)$/);
      expect(read['shortcuts']).toHaveLength(3);
      expect(read['screenshots']).toHaveLength(2);
      expect(read['shareTarget']).toBeTruthy();
    }
  });
});

describe('sharing to the app', () => {
  test('text goes into the event search, the address is tidy, no notice complains', async () => {
    const shared = new URLSearchParams({ title: 'News', text: 'Kakhovka', url: '' });
    const { page } = await openPage({ path: `?${shared}` });
    await appReady(page);
    const field = page.getByRole('searchbox');
    expect(await field.inputValue()).toBe('Kakhovka');
    await page.locator('a[href*="2023-06-06-kakhovka"]').waitFor();
    await expect.poll(() => field.isVisible()).toBe(true);
    await expectAddress(page, 'panel', 'timeline');
    await expectAddress(page, 'text', null);
    expect(await page.locator('[data-notice]').count()).toBe(0);
  });

  test('panel=search&text= is the same, on the Ukrainian page too', async () => {
    const { page } = await openPage({
      path: 'uk/?panel=search&text=%D0%93%D1%80%D0%BE%D1%81%D1%81%D1%96',
    });
    await appReady(page);
    expect(await page.getByRole('searchbox').inputValue()).toBe('Гроссі');
  });

  test('a link to an article opens the event that rests on it', async () => {
    const { events, sources } = loadFacts();
    const of = (event: (typeof events)[number]) => event.sources.map((id) => sources[id]?.url);
    const url = events.flatMap(of).find((address) => address?.startsWith('https://www.')) ?? '';
    const { page } = await openPage({
      path: `?${new URLSearchParams({ text: `Look: ${url}?utm=x` })}`,
    });
    await appReady(page);
    await expectAddress(page, 'text', null);
    const opened = events.find(({ id }) => id === new URL(page.url()).searchParams.get('event'));
    expect(opened && of(opened)).toContain(url);
  });
});

test('header, tabs and present keep clear of notch and home bar', async () => {
  const { page, context } = await openPage({ path: '?panel=timeline' });
  await appReady(page);
  const session = await context.newCDPSession(page);
  const insets = { top: 47, bottom: 34, left: 12, right: 12 };
  await session.send('Emulation.setSafeAreaInsetsOverride', { insets });
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  const box = async (selector: string) => {
    const found = await page.locator(selector).first().boundingBox();
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };
  await expect.poll(async () => (await box('.header')).y).toBe(insets.top);
  const tabs = await box('nav.tabs');
  expect(tabs.y + tabs.height).toBeLessThanOrEqual(height - insets.bottom);
  const menu = await box('.header .icon-button:last-child');
  expect(menu.x + menu.width).toBeLessThanOrEqual(width - insets.right);
  await mapReady(page);

  await page.getByRole('button', { name: 'Menu' }).click();
  expect((await box('.menu')).y).toBeGreaterThan(menu.y + menu.height - 8);
  await page.getByRole('button', { name: 'Present step by step' }).click();
  const leave = await box('.present h1');
  expect(leave.y).toBeGreaterThanOrEqual(insets.top);
});
