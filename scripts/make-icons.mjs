/**
 * Draws the PNG icons of public/icons from icon.svg with the test browser; the results are
 * committed. The maskable one has square corners and the sign within the safe 80 % circle.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, launchOptions } from './find-browser.mjs';
import { root } from './lib/paths.mjs';

const folder = join(root, 'public/icons');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const square = svg.replace('rx="96"', 'rx="0"');
const maskable = square
  .replace('<g ', '<g transform="translate(51.2 51.2) scale(.8)" ')
  .replaceAll('<circle ', '<circle transform="translate(51.2 51.2) scale(.8)" ');

const browser = await chromium.launch(launchOptions(await findBrowser()));
for (const [name, size, source] of [
  ['icon-192.png', 192, svg],
  ['icon-512.png', 512, svg],
  ['icon-maskable-512.png', 512, maskable],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const address = `data:image/svg+xml;base64,${Buffer.from(source).toString('base64')}`;
  await page.setContent(`<img src="${address}" width="${size}" style="position:fixed;inset:0">`);
  await page.locator('img').evaluate((img) => img.decode());
  writeFileSync(join(folder, name), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
