/**
 * Draws the PNG icons of public/icons and the start-up pictures of iOS from icon.svg with the test
 * browser; the results are committed. The maskable one has square corners and the sign within the
 * safe 80 % circle, that of iOS square corners since iOS rounds them itself, the one-coloured one
 * the sign alone.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, launchOptions } from './find-browser.mjs';
import { INSTALL_FOLDER, START_SCREENS } from './lib/manifest.mjs';
import { root } from './lib/paths.mjs';
import { twoTonePng } from './lib/two-tone-png.mjs';

const folder = join(root, 'public/icons');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');
const square = svg.replace('rx="96"', 'rx="0"');
const maskable = square
  .replace('<g ', '<g transform="translate(51.2 51.2) scale(.8)" ')
  .replaceAll('<circle ', '<circle transform="translate(51.2 51.2) scale(.8)" ');

const sign = maskable.replace(/<rect [^>]*>/, '');

const browser = await chromium.launch(launchOptions(await findBrowser()));

const addressOf = (source) => `data:image/svg+xml;base64,${Buffer.from(source).toString('base64')}`;

for (const [name, size, source] of [
  ['icon-180.png', 180, square],
  ['icon-192.png', 192, svg],
  ['icon-512.png', 512, svg],
  ['icon-maskable-512.png', 512, maskable],
  ['icon-monochrome-512.png', 512, sign],
]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<img src="${addressOf(source)}" width="${size}" style="position:fixed;inset:0">`,
  );
  await page.locator('img').evaluate((img) => img.decode());
  writeFileSync(join(folder, name), await page.screenshot({ omitBackground: true }));
  await page.close();
}

const PAPER = [0xf6, 0xf4, 0xef];
const INK = [0x1c, 0x21, 0x26];
/** CSS px of the sign on a start-up picture. */
const SIGN = 128;
const page = await browser.newPage();
mkdirSync(join(root, 'public', INSTALL_FOLDER), { recursive: true });
for (const { width, height, ratio, file } of START_SCREENS) {
  const size = SIGN * ratio;
  const steps = await page.evaluate(
    async ({ address, size, from }) => {
      const image = new Image(size, size);
      image.src = address;
      await image.decode();
      const canvas = new OffscreenCanvas(size, size).getContext('2d');
      canvas.drawImage(image, 0, 0, size, size);
      const { data } = canvas.getImageData(0, 0, size, size);
      return Array.from({ length: size * size }, (_, i) =>
        Math.round(((from[0] - data[4 * i]) / (from[0] - from[1])) * 15),
      );
    },
    { address: addressOf(square), size, from: [PAPER[0], INK[0]] },
  );
  const [w, h] = [width * ratio, height * ratio];
  const picture = new Uint8Array(w * h);
  const [left, top] = [(w - size) >> 1, (h - size) >> 1];
  for (let y = 0; y < size; y += 1) {
    picture.set(steps.slice(y * size, (y + 1) * size), (top + y) * w + left);
  }
  writeFileSync(join(root, 'public', file), twoTonePng(w, h, picture, PAPER, INK));
}
await browser.close();
