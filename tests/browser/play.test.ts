/** Play: runs the story, has a pace the keys can reach, and leaves off at the first touch. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { appReady } from '../support/app';
import { axe, LAPTOP, openPage, PHONE } from '../support/browser';

const BAR = { en: 'Date on the map', uk: 'Дата на карті' };
const PLAY = { en: /^Play the story/, uk: /^Показати історію/ };
const STOP = { en: 'Stop playing', uk: 'Зупинити показ' };
const SPEED = { en: /^Speed/, uk: /^Швидкість/ };

const bar = (page: Page, lang: 'en' | 'uk' = 'en') =>
  page.getByRole('toolbar', { name: BAR[lang] });
const shownEvent = (page: Page) => new URL(page.url()).searchParams.get('event');
const isPlaying = (page: Page) => bar(page).getByRole('button', { name: STOP.en }).isVisible();

async function open(options: Parameters<typeof openPage>[0]) {
  const opened = await openPage({ reducedMotion: 'reduce', ...options });
  await appReady(opened.page);
  return opened.page;
}

describe('play', () => {
  test('steps from event to event, speaks it, and stops at a touch elsewhere', async () => {
    const page = await open({ path: '?panel=timeline&date=2024-11-21' });
    await bar(page).getByRole('button', { name: PLAY.en }).click();
    await expect.poll(() => shownEvent(page)).toBe('2024-12-10-iaea-car');
    const said = page.locator('[data-announcer]');
    await expect.poll(() => said.textContent()).toContain('10 December 2024: ');
    await expect.poll(() => shownEvent(page), { timeout: 15_000 }).not.toBe('2024-12-10-iaea-car');
    expect(await isPlaying(page)).toBe(true);

    await page.locator('.sheet h1').first().click();
    expect(await isPlaying(page)).toBe(false);
    expect(await bar(page).getByRole('button', { name: SPEED.en }).count()).toBe(0);
  });

  test.each(['ArrowDown', 'wheel', 'hiding the page'])('stops at %s', async (how) => {
    const page = await open({ path: '?panel=timeline&date=2023-01-01', viewport: LAPTOP });
    await bar(page).getByRole('button', { name: PLAY.en }).click();
    expect(await isPlaying(page)).toBe(true);
    if (how === 'wheel') {
      await page.mouse.move(200, 400);
      await page.mouse.wheel(0, 40);
    } else if (how === 'hiding the page') {
      await page.evaluate(() => {
        Object.defineProperty(document, 'hidden', { value: true });
        document.dispatchEvent(new Event('visibilitychange'));
      });
    } else {
      await page
        .locator('.sheet h1')
        .first()
        .evaluate((h: HTMLElement) => h.focus());
      await page.keyboard.press(how);
    }
    await expect.poll(() => isPlaying(page)).toBe(false);
  });

  test('its pace is reached and set by keys, and Escape closes it', async () => {
    const page = await open({ path: '?panel=timeline&date=2023-01-01', viewport: LAPTOP });
    await bar(page).getByRole('button', { name: PLAY.en }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const normal = bar(page).getByRole('radio', { name: /normal/ });
    expect(await normal.isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    expect(await bar(page).getByRole('radio', { name: /fast/ }).isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(
      await bar(page)
        .getByRole('checkbox', { name: /turning points/ })
        .isChecked(),
    ).toBe(true);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await bar(page).getByRole('radio', { name: /fast/ }).count()).toBe(0);
    const pace = bar(page).getByRole('button', { name: 'Speed 2×' });
    expect(await pace.evaluate((button) => button === document.activeElement)).toBe(true);
    // The next turning point holds the story; play goes on from there.
    await expect
      .poll(() => bar(page).getByRole('button', { name: PLAY.en }).isVisible(), { timeout: 30_000 })
      .toBe(true);
    const held = shownEvent(page);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(() => shownEvent(page)).not.toBe(held);
  });
});

describe('the date bar in Ukrainian on a narrow phone', () => {
  test.each(['100%', '200%'])('nothing overlaps at %s text size', async (size) => {
    const page = await open({
      path: 'uk/?panel=timeline&date=2024-11-15',
      viewport: { ...PHONE, width: 360 },
    });
    await page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
    }, size);
    await bar(page, 'uk').getByRole('button', { name: PLAY.uk }).click();
    await bar(page, 'uk').getByRole('button', { name: SPEED.uk }).waitFor();
    const problems = await bar(page, 'uk').evaluate((group) => {
      const parts = [...group.querySelectorAll('button, time')].map((part) => ({
        part,
        box: part.getBoundingClientRect(),
      }));
      const outer = group.getBoundingClientRect();
      return parts.flatMap(({ part, box }, i) => [
        ...(part.tagName === 'BUTTON' && (box.width < 44 || box.height < 44)
          ? [`${part.ariaLabel} is under 44 px`]
          : []),
        ...(box.left < outer.left || box.right > outer.right || box.top < outer.top
          ? [`${part.textContent} leaves the bar`]
          : []),
        ...parts
          .slice(i + 1)
          .filter((other) => other.box.left < box.right - 0.5 && other.box.right > box.left + 0.5)
          .map((other) => `${part.ariaLabel ?? part.textContent} over ${other.part.ariaLabel}`),
      ]);
    });
    expect(problems).toEqual([]);
    if (size === '100%') {
      const { height } = (await bar(page, 'uk').boundingBox()) ?? { height: 0 };
      expect(height).toBe(48);
    }
  });
});
