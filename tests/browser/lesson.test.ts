/** Lesson kits: found by a teacher, read, walked, printed, and come back to. */
import { expect, test } from 'vitest';
import { appReady, expectAddress } from '../support/app';
import { axe, LAPTOP, openPage, PHONE } from '../support/browser';

test('on a phone a kit is found under More, and opens with its parts folded', async () => {
  const { page, requests } = await openPage({ viewport: PHONE });
  await appReady(page);
  expect(requests.filter((url) => /Lesson|PrintView/.test(url))).toEqual([]);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('button', { name: 'For teachers: lesson kits' }).click();
  await page.getByRole('heading', { name: 'For teachers: lesson kits' }).waitFor();
  const stories = page.locator('.lesson li button');
  await expect.poll(() => stories.count()).toBe(5);
  await stories.filter({ hasText: 'Mining' }).click();
  await expectAddress(page, 'story', 'mining');
  await expectAddress(page, 'present', null);
  await page.getByRole('heading', { name: 'Mining: claim check' }).waitFor();
  // The plan adds up to a lesson.
  expect(await page.locator('.lesson .when').last().textContent()).toMatch(/–45$/);
  expect(await page.locator('.lesson details[open]').count()).toBe(0);
  await page.getByText('Questions', { exact: true }).click();
  expect(await page.getByText('Rests on step').first().isVisible()).toBe(false);
  await page.getByText('A good answer').first().click();
  expect(await page.getByText('Rests on step').first().isVisible()).toBe(true);
  await page.goBack();
  await expectAddress(page, 'story', null);
  await expectAddress(page, 'panel', 'lesson');
});

test('from the kit to the walk and to paper, and back to the kit', async () => {
  const { page } = await openPage({ path: '?panel=lesson&story=water', viewport: LAPTOP });
  await appReady(page);
  await page.getByRole('button', { name: 'Present this story' }).click();
  await expectAddress(page, 'present', '1');
  await page.locator('.present h1').waitFor();
  await page.keyboard.press('Escape');
  await expectAddress(page, 'present', null);
  await expectAddress(page, 'story', 'water');
  await page.getByRole('button', { name: 'Print worksheet' }).click();
  await expectAddress(page, 'print', 'worksheet');
  await page.locator('.paper .page').first().waitFor();
  await page.getByRole('button', { name: 'Leave' }).click();
  await expectAddress(page, 'print', null);
  await page.getByRole('heading', { name: 'Water', exact: true }).waitFor();
  // Another panel has nothing to do with the story, and its address says nothing of it.
  await page.getByRole('button', { name: 'About', exact: true }).first().click();
  await expectAddress(page, 'panel', 'about');
  await expectAddress(page, 'story', null);
  await page.getByRole('button', { name: 'For teachers: lesson kits' }).click();
  await expectAddress(page, 'panel', 'lesson');
});

test.each([
  ['uk/', 'light', LAPTOP],
  ['', 'dark', PHONE],
] as const)(
  'the kit at /%s in %s has no barrier, everything unfolded',
  async (folder, colorScheme, viewport) => {
    const { page } = await openPage({
      path: `${folder}?panel=lesson&story=mining`,
      viewport,
      colorScheme,
      reducedMotion: 'reduce',
    });
    await appReady(page);
    await page.locator('.lesson details').first().waitFor();
    await page.evaluate(() => {
      for (const part of document.querySelectorAll('details')) part.open = true;
    });
    expect(await axe(page)).toEqual([]);
    const wide = await page
      .locator('.lesson')
      .evaluate((panel) => panel.scrollWidth - panel.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
  },
);

test('a closed kit is few Tab stops', async () => {
  const { page } = await openPage({ path: '?panel=lesson&story=mining', viewport: LAPTOP });
  await appReady(page);
  await page.locator('.lesson details').first().waitFor();
  const stops = await page
    .locator('.lesson :is(button, a, summary)')
    .evaluateAll((all) => all.filter((e) => e.checkVisibility()).length);
  expect(stops).toBeLessThanOrEqual(11);
});
