/** The one-file edition as a reader has it: a file on a stick, opened by double click, no server. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { LAST_DATE } from '../../src/core/vocabulary';
import { appReady, flowTable, mapInWords, mapReady, openSection, pasted } from '../support/app';
import { LAPTOP, type OpenOptions, openPage } from '../support/browser';

const MB = 1e6;
const folder = mkdtempSync(join(tmpdir(), 'switchyard-file-'));
/** A name as a messenger may give it. */
const file = join(folder, 'Switchyard (1) – копія.html');
const address = pathToFileURL(file).href;

beforeAll(() => {
  execFileSync(process.execPath, ['scripts/editions/onefile.mjs', file], {
    cwd: root,
    // Vitest's own value would build for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

const open = async (hash = '', options: OpenOptions = {}) => {
  const opened = await openPage({ base: address, path: hash, ...options });
  await appReady(opened.page);
  return opened;
};
const choice = (page: Page) => new URLSearchParams(new URL(page.url()).hash.slice(1));
const html = () => readFileSync(file, 'utf8');

describe('the file', () => {
  it('is at most 3.8 MB and says its true size', () => {
    const { size } = statSync(file);
    expect(size / MB).toBeLessThanOrEqual(3.8);
    expect(Number(/<meta name="bytes" content="(\d+)">/.exec(html())?.[1])).toBe(size);
  });

  it('names no file that it would have to fetch, and allows script by hash only', () => {
    const text = html();
    const fetched = text.match(/<(?:link|script|img)[^>]*\s(?:href|src)="(?!data:)[^"]*"/g) ?? [];
    expect(fetched).toEqual([]);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
    expect(policy).toMatch(/script-src 'sha256-[\w+/=]+'(;|$)/);
    expect(policy).not.toMatch(/unsafe|\*|http|'self'/);
    expect(text).not.toMatch(/serviceWorker\.register|new Workbox\(/);
  });

  it('holds the words of both languages before script, and the licences', async () => {
    const { page } = await openPage({ base: address, javaScript: false });
    const words = (await page.locator('body').textContent()) ?? '';
    expect(words).toContain('Who gets the power?');
    expect(await page.locator('#words [lang="uk"]').last().textContent()).toContain('Запорізьк');
    expect(html()).toContain('## svelte - ');
  });
});

describe('opened by double click', () => {
  it('asks for nothing else, on all panels and while the date moves', async () => {
    const { page, requests } = await open('', { viewport: LAPTOP });
    await mapReady(page);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Who gets');

    await openSection(page, 'Timeline');
    await page.waitForSelector('[data-map-picture="drawn"][data-map-ready="true"]');
    expect(await page.locator('[data-static-map] path').count()).toBeGreaterThan(3);
    expect(await page.getByText('simpler one is shown').count()).toBe(0);
    // The timeline's own lanes, not the still drawing of them.
    const cursor = await page.locator('.tl-cursor').boundingBox();
    if (!cursor) throw new Error('no date cursor');
    const [x, y] = [cursor.x + cursor.width / 2, cursor.y + 40];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 300, y, { steps: 6 });
    await page.mouse.up();
    await expect.poll(() => choice(page).get('date') ?? LAST_DATE).not.toBe(LAST_DATE);
    expect(await mapInWords(page)).toMatch(/202[2345]/);

    for (const panel of ['Proposals', 'Claims', 'About']) {
      await openSection(page, panel);
      await expect.poll(() => choice(page).get('panel')).toBe(panel.toLowerCase());
    }
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([address]);
  });

  it('draws the flows of a proposal, the map can be dragged and tapped', async () => {
    const { page } = await open('#?proposal=ua-us-50-50&lines=prewar', { viewport: LAPTOP });
    await mapReady(page);
    expect((await flowTable(page)).size).toBeGreaterThan(5);
    expect(await page.locator('.pane[data-flow-count]').getAttribute('data-flow-count')).not.toBe(
      '0',
    );
    const plant = await page.locator('.overlay .plate').boundingBox();
    if (!plant) throw new Error('no plant on the map');
    await page.mouse.click(plant.x + plant.width / 2, plant.y + plant.height / 2);
    await page.locator('aside.card').waitFor();
    const map = await page.locator('.drawn').boundingBox();
    if (!map) throw new Error('no drawn map');
    await page.mouse.move(map.x + map.width * 0.8, map.y + map.height / 2);
    await page.mouse.down();
    await page.mouse.move(map.x + map.width * 0.6, map.y + map.height * 0.6, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => choice(page).get('map')).toMatch(/^[\d.]+\/[\d.]+\/[\d.]+$/);
  });

  it('finds events in both languages and presents step by step', async () => {
    const { page } = await open('#?panel=timeline');
    await page.getByRole('searchbox').fill('Каховська');
    await expect.poll(() => page.locator('a[href*="2023-06-06-kakhovka"]').count()).toBe(1);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.getByRole('button', { name: 'Present step by step' }).click();
    await expect.poll(() => choice(page).get('present')).toBe('1');
    // Two windows of a file could not find each other.
    await page.getByRole('button', { name: 'Controls' }).click();
    await page.getByRole('button', { name: 'Black screen' }).waitFor();
    expect(await page.getByRole('button', { name: 'Presenter’s window' }).count()).toBe(0);
  });

  it('changes its language in place, and "back" and "reload" keep it', async () => {
    const { page, requests } = await open('#?panel=proposals&date=2025-12-24');
    await page.locator('button.lang').click();
    await page.waitForSelector('html[lang="uk"][data-app="ready"]', { state: 'attached' });
    expect(await mapInWords(page)).toContain('24 грудня 2025');
    await openSection(page, 'Хроніка');
    await page.reload();
    await appReady(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('uk');
    expect(choice(page).get('panel')).toBe('timeline');
    expect(new Set(requests.filter((url) => !url.startsWith('data:')))).toEqual(new Set([address]));
  });

  it('says how old its facts are and how big it is', async () => {
    const { page } = await open('');
    const size = String(Number((statSync(file).size / MB).toFixed(1)));
    expect(await page.locator('.foot').textContent()).toContain(
      `Facts up to 22 August 2026 · one-file edition, ${size}\u00a0MB`,
    );
    await page.goto(`${address}#?panel=about`);
    await appReady(page);
    const about = await page.locator('.about').textContent();
    expect(about).toContain('needs no network and no server');
    expect(about).not.toContain('Check for update');
  });

  it('hands a view on as words, since its address leads nowhere', async () => {
    const { page, context } = await open('#?event=2023-06-06-kakhovka');
    await context.grantPermissions(['clipboard-write']);
    expect(await page.getByRole('button', { name: 'Copy link' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Share this view' }).click();
    const sheet = page.locator('dialog.share');
    await sheet.getByRole('button', { name: 'Copy as text' }).click();
    await expect.poll(() => sheet.getByRole('status').first().textContent()).toBe('Text copied.');
    expect(await sheet.locator('.qr, iframe, .address').count()).toBe(0);
    expect(await sheet.textContent()).not.toContain('another page');
    const coming = page.waitForEvent('download');
    await sheet.getByRole('button', { name: /: SVG$/ }).click();
    const picture = readFileSync(await (await coming).path(), 'utf8');
    expect(picture).toContain('OpenStreetMap');
    expect(picture).not.toContain('file:');
    await page.keyboard.press('Escape');
    const told = await pasted(page);
    expect(told).not.toContain('file:');
    expect(told).toContain('6 June 2023');
  });
});
