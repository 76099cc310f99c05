/** Files that the open view gives: the map as SVG and PNG, the data. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appReady } from '../support/app';
import { axe, LAPTOP, openPage, PHONE } from '../support/browser';
import { readPng } from '../support/png';

const WIDTH = 1200;
const SCALE = 2;

async function openSheet(page: Page) {
  await appReady(page);
  await page
    .locator('header')
    .getByRole('button', { name: /^(Share|Поділ)/ })
    .click();
  await page.locator('dialog.share').waitFor();
}

async function saved(page: Page, name: RegExp, within = 'dialog.share') {
  const coming = page.waitForEvent('download');
  await page.locator(within).getByRole('button', { name }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), file: readFileSync(await download.path()) };
}

/** The file as a browser reads it, outside the app. */
const readSvg = (page: Page, svg: string) =>
  page.evaluate((text) => {
    const { documentElement: root } = new DOMParser().parseFromString(text, 'image/svg+xml');
    const all = [root, ...root.querySelectorAll('*')];
    const values = all.flatMap((one) => [...one.attributes].map((a) => [a.name, a.value] as const));
    return {
      root: root.localName,
      size: [root.getAttribute('width'), root.getAttribute('height')].map(Number),
      words: all
        .filter((one) => ['text', 'title'].includes(one.localName))
        .map((one) => one.textContent)
        .join('\n'),
      elements: [...new Set(all.map((one) => one.localName))].sort(),
      outside: values.filter(
        ([name, value]) =>
          /^(.*href|src|style|on.*|class)$/.test(name) ||
          (name !== 'xmlns' && /https?:|var\(|url\((?!#)/.test(value)),
      ),
      lost: values.filter(([, value]) => /NaN|undefined/.test(value)),
      named: values
        .flatMap(([, value]) => [...value.matchAll(/url\(#([^)]+)\)/g)].map((m) => m[1] ?? ''))
        .filter((id) => !root.querySelector(`[id="${id}"]`)),
      flows: values.filter(([, value]) =>
        /^rgb\((0, 114, 178|0, 158, 115|213, 94, 0)\)$/.test(value),
      ).length,
    };
  }, svg);

test.each([
  ['', PHONE, '?proposal=us-trilateral-thirds&lines=repaired', 'light'],
  ['uk/', LAPTOP, '?event=2023-06-06-kakhovka', 'dark'],
] as const)(
  'the map of /%s%s at %o is saved as SVG and PNG that stand alone',
  async (folder, viewport, query, colorScheme) => {
    const { page, context } = await openPage({ path: `${folder}${query}`, viewport, colorScheme });
    await openSheet(page);
    const svg = await saved(page, /: SVG$/);
    expect(svg.name).toMatch(/^switchyard-[\w-]+-20\d\d-\d\d-\d\d-(en|uk)\.svg$/);
    const bare = await context.newPage();
    const text = svg.file.toString();
    expect(text).not.toContain('<!DOCTYPE');
    const read = await readSvg(bare, text);
    expect(read.root).toBe('svg');
    expect(read.size[0]).toBe(WIDTH);
    expect(read.outside).toEqual([]);
    expect(read.lost).toEqual([]);
    expect(read.named).toEqual([]);
    expect(read.elements).not.toContain('script');
    expect(read.elements).not.toContain('foreignObject');
    for (const word of ['OpenStreetMap', 'ODbL', 'GeoNames', 'Kuzemko', '2026']) {
      expect(read.words).toContain(word);
    }
    if (folder === '') {
      expect(read.words).toContain('Equal thirds: model estimate');
      expect(read.words).toContain('6 units running');
      expect(read.words).toMatch(/1,950\sMW/);
      expect(read.flows).toBeGreaterThan(10);
    } else {
      expect(read.words).toContain('6 червня 2023');
      expect(read.words).toContain('Окуповано Росією');
    }

    const png = await saved(page, /: PNG$/);
    const picture = readPng(png.file);
    expect([picture.width, picture.height]).toEqual(read.size.map((n) => n * SCALE));
    const colours = new Set<number>();
    for (let at = 0; at < picture.data.length; at += 4 * 997) {
      colours.add(
        ((picture.data[at] ?? 0) << 16) |
          ((picture.data[at + 1] ?? 0) << 8) |
          (picture.data[at + 2] ?? 0),
      );
    }
    expect(colours.size, 'land, water, lines, words').toBeGreaterThan(6);
    expect(await page.locator('dialog.share .stage').count()).toBe(0);
  },
);

test.each([
  [
    'decay heat',
    '?panel=why',
    PHONE,
    'light',
    '',
    ['Decay heat of one reactor', 'Way–Wigner', '4\u00a0yr'],
  ],
  [
    'share of the network',
    'uk/?panel=mining',
    LAPTOP,
    'dark',
    'Частка світової мережі',
    ['Частка світової мережі', 'оцінка моделі', 'найощадніша', 'EH/s'],
  ],
  [
    'power for mining elsewhere',
    '?panel=mining',
    PHONE,
    'dark',
    'Power for mining elsewhere',
    ['Power for mining elsewhere', 'over 1,400', '5,700', '(plan)', '30–1,000', '11 September'],
  ],
  [
    'shares of a proposal',
    '?proposal=us-trilateral-thirds&lines=repaired',
    LAPTOP,
    'light',
    '',
    ['Equal thirds', '6 units running', 'linear model', 'Ukraine', 'US share', 'Russia'],
  ],
  [
    'charts over time',
    '?panel=timeline&date=2023-06-20',
    PHONE,
    'dark',
    '',
    ['20 June 2023', 'Lines recorded in service', '2024', 'cold shutdown', 'Kakhovka reservoir'],
  ],
] as const)(
  'the chart of %s at %s is saved as it stands, with credits',
  async (_, path, viewport, colorScheme, title, words) => {
    const { page, context } = await openPage({ path, viewport, colorScheme });
    await appReady(page);
    if (path.includes('timeline')) {
      await page.getByText('Charts over time').click();
      await page.locator('.charts .plot svg').first().waitFor();
    }
    const charts = '.panel, .sheet, main';
    const named = (format: string) => new RegExp(`(chart|графік), ${title}.*: ${format}$`);
    const svg = await saved(page, named('SVG'), charts);
    const bare = await context.newPage();
    const read = await readSvg(bare, svg.file.toString());
    expect(read.outside).toEqual([]);
    expect(read.lost).toEqual([]);
    expect(read.named).toEqual([]);
    for (const word of [...words, 'Switchyard:', '2026']) expect(read.words).toContain(word);
    const png = readPng((await saved(page, named('PNG'), charts)).file);
    expect([png.width, png.height]).toEqual(read.size.map((n) => n * 3));
  },
);

test('the data is saved as CSV, JSON and GeoJSON, offline as well', async () => {
  const { page, context } = await openPage({ viewport: PHONE });
  await openSheet(page);
  await page.getByText('Download the data').click();
  expect(await axe(page)).toEqual([]);
  await context.setOffline(true);
  const csv = await saved(page, /^Events: CSV$/);
  expect(csv.name).toBe('switchyard-events-2026-08-22-en.csv');
  expect([...csv.file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(csv.file.toString()).toContain('2023-06-06-kakhovka,2023-06-06');
  const json = JSON.parse((await saved(page, /^Claims, checked: JSON$/)).file.toString());
  expect(json.records.length).toBeGreaterThan(20);
  const map = await saved(page, /GeoJSON$/);
  expect(map.name).toBe('switchyard-map-2026-08-22-en.geojson');
  expect(JSON.parse(map.file.toString()).type).toBe('FeatureCollection');
});

test('a map that does not arrive is said, and can be asked for again', async () => {
  const { page } = await openPage({ viewport: LAPTOP, expectedErrors: /basemap/ });
  await page.route('**/basemap-*', (route) => route.abort());
  await openSheet(page);
  await page
    .locator('dialog.share')
    .getByRole('button', { name: /: SVG$/ })
    .click();
  const said = page.locator('dialog.share').getByText('could not be made');
  await said.waitFor();
  await page.unroute('**/basemap-*');
  expect((await saved(page, /: SVG$/)).name).toContain('.svg');
  await said.waitFor({ state: 'detached' });
});
