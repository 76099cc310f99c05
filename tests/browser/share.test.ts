/** Handing the view on: the code on the screen, the address, the words, the frame for a page. */
import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { appReady, mapInWords, pasted } from '../support/app';
import { axe, LAPTOP, openPage, PHONE, PROJECTOR } from '../support/browser';
import { decodeQr } from '../support/png';

const sheet = (page: Page) => page.locator('dialog.share');

async function openSheet(page: Page) {
  await page
    .locator('header')
    .getByRole('button', { name: /^(Share|Поділ)/ })
    .click();
  await sheet(page).waitFor();
}

/** What the code says, as a camera in the room would read it. */
const scanned = async (page: Page) => decodeQr(await sheet(page).screenshot());

test.each([
  [
    '',
    LAPTOP,
    '?panel=timeline&event=2023-06-06-kakhovka&date=2023-06-06',
    '?event=2023-06-06-kakhovka',
  ],
  [
    'uk/',
    PHONE,
    '?proposal=us-trilateral-thirds&units=3&theme=dark',
    '?proposal=us-trilateral-thirds&units=3',
  ],
  ['', PHONE, '', ''],
])(
  'the code of /%s read at %o opens the same view on another phone',
  async (folder, viewport, query, short) => {
    const { page } = await openPage({ path: `${folder}${query}`, viewport });
    await appReady(page);
    const words = await mapInWords(page);
    await openSheet(page);
    const address = await scanned(page);
    expect(address).toBe(`${inject('siteUrl')}${folder}${short}`);
    const shown = await sheet(page).locator('.address').textContent();
    expect(`http://${shown}`).toBe(address?.replace(/\/$/, ''));
    expect(await axe(page)).toEqual([]);

    const pupil = await openPage({ path: address, viewport: PHONE, touch: true });
    await appReady(pupil.page);
    expect(await mapInWords(pupil.page)).toBe(words);
  },
);

test('link, words with date and sources, and the frame’s code are copied; Escape gives the focus back', async () => {
  const { page, context } = await openPage({ path: '?claim=c29', viewport: LAPTOP });
  await context.grantPermissions(['clipboard-write']);
  await appReady(page);
  await openSheet(page);
  const press = (name: string) => sheet(page).getByRole('button', { name }).click();
  const status = sheet(page).getByRole('status').first();
  await press('Copy link');
  await expect.poll(() => status.textContent()).toBe('Link copied.');
  await press('Copy as text');
  await expect.poll(() => status.textContent()).toBe('Text copied.');
  await sheet(page).getByText('Put the map on another page').click();
  const code = await sheet(page).getByRole('textbox', { name: 'HTML code' }).inputValue();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Share this view');
  const text = await pasted(page);
  expect(text).toMatch(/Sources: .*20\d\d/);
  expect(text).toContain(`${inject('siteUrl')}?claim=c29`);
  expect(text).toContain('Facts up to 22 August 2026');

  // The page’s own policy makes no markup of text.
  const bare = await context.newPage();
  await bare.route('**/*', (route) => route.fulfill({ body: '' }));
  await bare.setContent(code);
  expect(
    await bare
      .locator('iframe')
      .evaluate((made) =>
        Object.fromEntries([...made.attributes].map(({ name, value }) => [name, value])),
      ),
  ).toEqual({
    src: `${inject('siteUrl')}?claim=c29&embed=1`,
    title: 'Switchyard: map of the Zaporizhzhia nuclear plant, 22 August 2026',
    width: '800',
    height: '500',
    loading: 'lazy',
    referrerpolicy: 'no-referrer',
    style: 'border:0;max-width:100%',
  });
});

test('a reference names the claim, the day of the facts and the address, and is copied', async () => {
  const { page, context } = await openPage({ path: 'uk/?claim=c29', viewport: PHONE });
  await context.grantPermissions(['clipboard-write']);
  await appReady(page);
  await openSheet(page);
  await sheet(page).getByText('Послатися на цей вигляд').click();
  expect(await axe(page)).toEqual([]);
  await sheet(page).getByRole('button', { name: 'Скопіювати посилання: APA' }).click();
  await sheet(page).getByText('Посилання скопійовано').waitFor();
  await sheet(page).getByRole('button', { name: 'Закрити' }).click();
  expect(await pasted(page)).toMatch(
    /^Switchyard\. \(2026, August 22\)\. Твердження, \S.*: .*51.*\. http:\S+uk\/\?claim=c29$/,
  );
});

test('without a clipboard the link is there to be copied by hand', async () => {
  const { page } = await openPage({
    path: '?panel=timeline',
    prepare: (context) =>
      context.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', { value: undefined });
      }),
  });
  await appReady(page);
  await openSheet(page);
  await sheet(page).getByRole('button', { name: 'Copy link' }).click();
  await expect
    .poll(() => sheet(page).getByRole('textbox').first().inputValue())
    .toBe(`${inject('siteUrl')}?panel=timeline`);
});

test('pupils who scan a step in the room open the same step, and the walk goes on behind it', async () => {
  const { page, context } = await openPage({
    path: 'uk/?story=water&present=3',
    viewport: PROJECTOR,
  });
  await context.grantPermissions(['clipboard-write']);
  await appReady(page);
  const title = await page.locator('.present h1').textContent();
  await page.keyboard.press('q');
  await sheet(page).waitFor();
  const address = await scanned(page);
  expect(address).toBe(`${inject('siteUrl')}uk/?story=water&present=3`);
  const code = await sheet(page).locator('.qr').boundingBox();
  expect(code?.height, 'read across a room').toBeGreaterThan(PROJECTOR.height / 2);
  expect(await axe(page)).toEqual([]);
  await sheet(page).getByRole('button', { name: 'Копіювати як текст' }).click();
  await expect.poll(() => sheet(page).getByRole('status').first().textContent()).not.toBe('');
  // Its keys are its own.
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Escape');
  await sheet(page).waitFor({ state: 'detached' });
  expect(await page.locator('.present h1').textContent()).toBe(title);
  expect(await pasted(page)).toContain(title ?? '?');

  const pupil = await openPage({ path: address, viewport: PHONE, touch: true });
  await appReady(pupil.page);
  expect(await pupil.page.locator('.present h1').textContent()).toBe(title);
});
