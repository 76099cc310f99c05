/** The main errand: read, move through time, ask the grid, read a claim, change language, go offline. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DEFAULT_CHOICE } from '../../src/core/choice';
import { snapshotAt } from '../../src/core/snapshot';
import {
  appReady,
  expectAddress,
  flowTable,
  mapInWords,
  mapReady,
  openSection,
} from '../support/app';
import { openPage, PHONE, PROJECTOR } from '../support/browser';
import { loadFacts } from '../support/facts';
import { startServer } from '../support/server';

const facts = loadFacts();

const PROPOSALS = [
  'us-trilateral-thirds',
  'ua-us-50-50',
  'ru-us-no-ukraine-mining',
  'us-28-point-2025-11',
  'ru-control-cheap-power-2026-02',
];

/** Drags the date cursor from one end of the record to the other. */
async function dragThroughTime(page: Page): Promise<void> {
  const strip = page.getByRole('slider');
  const onPhone = (await strip.count()) > 0;
  const cursor = page.locator('.tl-cursor');
  const track = onPhone ? strip : page.locator('.vis-panel.vis-center');
  if (!onPhone) await cursor.waitFor();
  const dragTo = async (end: 'first' | 'last') => {
    const box = await track.boundingBox();
    const knob = onPhone ? box : await cursor.boundingBox();
    if (!box || !knob) throw new Error('no timeline on the screen');
    const y = onPhone ? box.y + box.height / 2 : knob.y + 6;
    const atDate = async () =>
      onPhone
        ? (Number(await strip.getAttribute('aria-valuenow')) -
            Number(await strip.getAttribute('aria-valuemin'))) /
          (Number(await strip.getAttribute('aria-valuemax')) -
            Number(await strip.getAttribute('aria-valuemin')))
        : 0;
    const from = onPhone
      ? box.x + 14 + (await atDate()) * (box.width - 42)
      : knob.x + knob.width / 2;
    await page.mouse.move(from, y);
    await page.mouse.down();
    const to = end === 'first' ? box.x - 40 : box.x + box.width + 40;
    await page.mouse.move((from + to) / 2, y, { steps: 6 });
    await page.mouse.move(to, y, { steps: 6 });
    await page.mouse.up();
  };
  await dragTo('first');
  await expectAddress(page, 'date', '2022-02-24');
  const first = await mapInWords(page);
  expect(first).toContain('24 February 2022');
  expect(first).toContain('reservoir: full');
  expect(first).toContain('Unit 1: state not recorded');
  expect(first).toMatch(/Dniprovska \(750\skV\): in service/);
  await dragTo('last');
  await expectAddress(page, 'date', null);
  const last = await mapInWords(page);
  expect(last).toContain('reservoir: drained');
  expect(last).toMatch(/Dniprovska \(750\skV\): out of service since 24 March 2026/);
  expect(last).toContain('Unit 1: cold shutdown');
}

async function askTheGrid(page: Page): Promise<void> {
  for (const id of PROPOSALS) {
    await openSection(page, 'Proposals');
    await page.locator(`[data-proposal="${id}"]`).click();
    await page.getByText('repaired', { exact: true }).click();
    await expectAddress(page, 'lines', 'repaired');
    const expected = snapshotAt(facts, {
      ...DEFAULT_CHOICE,
      proposal: id,
      lines: 'repaired',
    }).scenario;
    if (!expected) throw new Error(`${id} should draw`);
    const shown = await flowTable(page);
    const named = expected.flows.filter((row) => row.monitored);
    expect([...shown.keys()].sort()).toEqual(named.map((row) => row.id).sort());
    for (const row of named) expect(shown.get(row.id)).toBeCloseTo(row.mw, 0);
    await page.getByText('on this date', { exact: true }).first().click();
  }
}

async function readAClaim(page: Page): Promise<void> {
  await page.goto(`${new URL(page.url()).origin}/?panel=claims`);
  await appReady(page);
  await page.locator('[data-claim="c29"]').click();
  await expectAddress(page, 'claim', 'c29');
  expect(await page.locator('.evidence').textContent()).toMatch(/51|half|majority/i);
}

async function changeToUkrainian(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'УКР: Українська' }).click();
  await page.waitForURL(/\/uk\//);
  await appReady(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('uk');
  expect(await mapInWords(page)).toContain('водосховище: спорожнене');
  await page.getByRole('button', { name: 'EN: English' }).click();
  await page.waitForURL((url) => !url.pathname.includes('/uk/'));
  await appReady(page);
}

const SCREENS = [
  ['phone', PHONE, true],
  ['projector', PROJECTOR, false],
] as const;

describe.each(SCREENS)('a reader with a %s', (_, viewport, touch) => {
  test('sees the text before any script has run', async () => {
    const { page } = await openPage({ viewport, touch, javaScript: false });
    expect(await page.getByRole('heading', { level: 1 }).first().textContent()).toContain(
      'Who gets the power?',
    );
    const text = (await page.locator('body').textContent()) ?? '';
    expect(text).toContain('Russian forces take the plant');
    expect(text).toContain('Ukraine–US joint venture, 50:50');
    expect(await page.locator('svg').count()).toBeGreaterThan(2);
  });

  test('does it all, then kills the server and does it all again', async () => {
    const server = await startServer();
    const { page } = await openPage({
      viewport,
      touch,
      base: server.url,
      serviceWorkers: 'allow',
      // The dead server's refusals of what the page never needs: the version file.
      expectedErrors: /ERR_CONNECTION_REFUSED|Failed to fetch/,
    });
    await appReady(page);
    const errand = async () => {
      await openSection(page, 'Timeline');
      await mapReady(page);
      await dragThroughTime(page);
      await askTheGrid(page);
      await readAClaim(page);
      await changeToUkrainian(page);
    };
    await errand();
    await page.waitForSelector('html[data-offline="ready"]', { state: 'attached' });
    await server.stop();
    await page.goto(server.url);
    await appReady(page);
    await errand();
  }, 300_000);
});
