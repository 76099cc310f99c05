/** An event's card: what changed, its neighbours, its link, and the two pages beside every loss. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appReady, expectAddress, pasted } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';

const LOSS = '2025-09-23-month-long-loss';
const card = (page: Page) => page.locator('article[aria-labelledby="event-title"]');
const changes = async (page: Page) =>
  ((await card(page).locator('section[aria-labelledby="changes-title"]').textContent()) ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

test.each([
  ['phone', PHONE],
  ['laptop', LAPTOP],
] as const)(
  'on a %s a loss says what changed on its first and its last day',
  async (_, viewport) => {
    const { page } = await openPage({ path: `?panel=timeline&event=${LOSS}`, viewport });
    await appReady(page);
    const text = await changes(page);
    expect(text).toMatch(
      /On this day, 23 September 2025 .*All outside power was lost.*Out of service: Dniprovska/,
    );
    expect(text).toMatch(/On the last day, 23 October 2025 .*Outside power came back/);
    expect(text).toContain('A shared date does not mean a shared cause.');
  },
);

test('next in the track twice by keyboard: the focus stays, the date moves, back stops at neither', async () => {
  const { page } = await openPage({ path: `?panel=timeline&date=2025-09-23&event=${LOSS}` });
  await appReady(page);
  const entries = await page.evaluate(() => history.length);
  const next = page.getByRole('button', { name: /^Next in this track/ });
  await next.focus();
  expect(await focused(page)).toContain('18 October 2025 First local ceasefire');
  await page.keyboard.press('Enter');
  await expectAddress(page, 'event', '2025-10-18-first-local-ceasefire');
  await expectAddress(page, 'date', '2025-10-18');
  expect(await focused(page)).toMatch(/^Next in this track: 23 October 2025/);
  await page.keyboard.press('Enter');
  await expectAddress(page, 'event', '2025-10-23-power-back');
  expect(await focused(page)).toMatch(/^Next in this track/);
  await expect
    .poll(() => page.locator('[data-announcer]').textContent())
    .toContain('23 October 2025');
  expect(await page.evaluate(() => history.length)).toBe(entries);
  const box = await next.boundingBox();
  expect(box?.height).toBeGreaterThanOrEqual(44);
  expect(box && box.y >= 0 && box.y + box.height <= PHONE.height).toBe(true);
});

test('at the end of a track the button keeps the focus and says so', async () => {
  const { page } = await openPage({ path: '?panel=timeline&event=2026-07-03-loss' });
  await appReady(page);
  await page.getByRole('button', { name: /^Next in this track/ }).focus();
  await page.keyboard.press('Enter');
  await expectAddress(page, 'event', '2026-08-20-loss');
  const last = page.getByRole('button', { name: 'No later event in this track' });
  expect(await last.evaluate((b) => b === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await expectAddress(page, 'event', '2026-08-20-loss');
});

test('the copied link opens the same event in the same language on its date', async () => {
  const { page, context } = await openPage({
    path: `uk/?panel=timeline&event=${LOSS}&theme=dark`,
  });
  await context.grantPermissions(['clipboard-write']);
  await appReady(page);
  await page.getByRole('button', { name: 'Копіювати посилання' }).click();
  await expect
    .poll(() => card(page).getByRole('status').first().textContent())
    .toBe('Посилання скопійовано.');
  const link = await pasted(page);
  await page.goto(link);
  await appReady(page);
  expect(new URL(page.url()).pathname).toMatch(/\/uk\/$/);
  await expectAddress(page, 'event', LOSS);
  await expectAddress(page, 'date', '2025-09-23');
  await expectAddress(page, 'theme', null);
  expect(await card(page).locator('h1').textContent()).toContain('Десята повна втрата зовнішнього');
});

test('the text is shared with its sources and link; without a clipboard it is shown', async () => {
  const { page, context } = await openPage({ path: `?panel=timeline&event=${LOSS}` });
  await context.grantPermissions(['clipboard-write']);
  await appReady(page);
  const share = page.getByRole('button', { name: 'Share as text' });
  await share.click();
  await expect
    .poll(() => card(page).getByRole('status').first().textContent())
    .toBe('Text copied.');
  const text = await pasted(page);
  expect(text).toMatch(/^Tenth complete loss/);
  expect(text).toMatch(/\nSources: .+\nhttp.+event=2025-09-23.+\nFacts up to 22 August 2026$/);

  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('', 'NotAllowedError'));
  });
  await share.click();
  expect(await page.getByRole('textbox', { name: 'Copy this text:' }).inputValue()).toBe(text);
  await page.getByRole('button', { name: 'Copy link' }).click();
  expect(await page.getByRole('textbox', { name: 'Copy this link:' }).inputValue()).toContain(
    `event=${LOSS}`,
  );
});

test('the card’s actions are one Tab stop that answers to arrows', async () => {
  const { page } = await openPage({ path: `?panel=timeline&event=${LOSS}` });
  await appReady(page);
  const actions = page.getByRole('toolbar', { name: 'This event' }).getByRole('button');
  const stops = () => actions.evaluateAll((all) => all.map((b) => (b as HTMLElement).tabIndex));
  expect(await stops()).toEqual([0, -1, -1, -1, -1]);
  await actions.first().focus();
  await page.keyboard.press('End');
  expect(await focused(page)).toMatch(/^Next in this track/);
  await page.keyboard.press('ArrowLeft');
  expect(await focused(page)).toMatch(/^Previous in this track/);
  expect(await stops()).toEqual([-1, -1, -1, 0, -1]);
});

test('an event of violence has a link but nothing to pass round', async () => {
  const { page } = await openPage({ path: '?panel=timeline&event=2022-05-23-worker-shot' });
  await appReady(page);
  expect(await page.getByRole('button', { name: 'Copy link' }).count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Share as text' }).count()).toBe(0);
});

test('from a loss to why a reactor needs power, to whether it is dangerous, and back', async () => {
  const { page } = await openPage({
    path: `?panel=timeline&event=${LOSS}&date=2025-09-23`,
    viewport: LAPTOP,
  });
  await appReady(page);
  await card(page).getByRole('button', { name: 'Why a stopped reactor needs power' }).click();
  await expectAddress(page, 'panel', 'why');
  const why = page.locator('article[aria-labelledby="why-title"]');
  expect(await why.locator('h1').evaluate((h) => h === document.activeElement)).toBe(true);
  await why.getByRole('button', { name: 'Is it dangerous now?' }).click();
  await expectAddress(page, 'panel', 'danger');
  const danger = page.locator('article[aria-labelledby="danger-title"]');
  const text = (await danger.textContent()) ?? '';
  expect(text).toContain('its facts end on 22 August 2026');
  // Ukrainian authorities come before all others.
  expect(text.indexOf('State Emergency Service')).toBeLessThan(text.indexOf('The IAEA, in its'));
  expect(text).toContain('The IAEA reported on 4 March 2022 that no radiation had been released.');
  // The four lines on radiation, and the newest record.
  expect(await danger.locator('.sources').count()).toBe(5);
  await danger.getByRole('button', { name: 'Why a stopped reactor needs power' }).click();
  await expectAddress(page, 'panel', 'why');
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await expectAddress(page, 'event', LOSS);
  expect(await card(page).locator('h1').textContent()).toContain('Tenth complete loss');
});

test('the map in words offers both pages on a day without outside power, and only then', async () => {
  const { page } = await openPage({ path: '?panel=timeline&date=2025-10-01' });
  await appReady(page);
  const links = page.locator('#map-in-words').getByRole('button', { name: /dangerous now/ });
  expect(await links.count()).toBe(1);
  await page.goto(page.url().replace('2025-10-01', '2025-08-01'));
  await appReady(page);
  expect(await links.count()).toBe(0);
});
