/**
 * Takes the pictures in docs/screenshots, and those of the install dialog in public/install, from
 * the built site: `npm run screenshots`, or those with a word in their name:
 * `npm run screenshots install`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, launchOptions } from './find-browser.mjs';
import { INSTALL_FOLDER, SCREENSHOTS } from './lib/manifest.mjs';
import { dist, root } from './lib/paths.mjs';
import { createStaticServer, listen } from './lib/static-server.mjs';

const PHONE = { width: 390, height: 844 };
const LAPTOP = { width: 1366, height: 768 };
const PROJECTOR = { width: 1920, height: 1080 };

const PICTURES = [
  { name: 'phone-start', path: '', viewport: PHONE, saved: true },
  { name: 'phone-now', path: '?panel=timeline', viewport: PHONE },
  {
    name: 'phone-proposal',
    path: '?panel=proposals&proposal=ua-us-50-50&lines=prewar&date=2025-12-24',
    viewport: PHONE,
  },
  { name: 'phone-mining', path: '?panel=mining', viewport: PHONE },
  { name: 'phone-uk', path: 'uk/?panel=timeline', viewport: PHONE },
  {
    name: 'desktop-proposal',
    path: '?panel=proposals&proposal=ru-rosatom-russian-grid&units=3&lines=repaired&date=2026-03-24',
    viewport: LAPTOP,
  },
  {
    name: 'desktop-dark',
    path: '?panel=proposals&proposal=us-trilateral-thirds&lines=repaired&date=2026-03-10&theme=dark',
    viewport: LAPTOP,
  },
  ...[
    ['full-return', 'ua-full-return&lines=asof'],
    ['28-points', 'us-28-point-2025-11&lines=repaired'],
    ['fifty-fifty', 'ua-us-50-50&lines=repaired'],
    ['russian-grid', 'ru-rosatom-russian-grid&lines=asof'],
  ].map(([name, choice]) => ({
    name: `flows-${name}`,
    path: `?panel=proposals&proposal=${choice}&date=2026-03-10`,
    viewport: LAPTOP,
  })),
  {
    name: 'compare',
    path: '?compare=ua-full-return;ua-us-50-50;us-trilateral-thirds;ru-rosatom-russian-grid&lines=repaired&date=2026-03-10',
    viewport: LAPTOP,
  },
  { name: 'present', path: '?present=13', viewport: PROJECTOR },
];

const INSTALL_VIEWS = {
  narrow: { path: '?panel=timeline', viewport: PHONE },
  wide: {
    path: '?panel=proposals&proposal=us-trilateral-thirds&lines=repaired&date=2026-03-10',
    viewport: LAPTOP,
  },
};
const WEBP_QUALITY = 0.45;

const wanted = [
  ...PICTURES.map((picture) => ({ ...picture, file: `docs/screenshots/${picture.name}.png` })),
  ...SCREENSHOTS.flatMap(({ name }) =>
    ['en', 'uk'].map((lang) => ({
      ...INSTALL_VIEWS[name],
      path: `${lang === 'en' ? '' : `${lang}/`}${INSTALL_VIEWS[name].path}`,
      file: `public/${INSTALL_FOLDER}/${lang}-${name}.webp`,
    })),
  ),
].filter(({ file }) => file.includes(process.argv[2] ?? ''));

const server = createStaticServer(dist);
const port = await listen(server, 0);
const browser = await chromium.launch(launchOptions(await findBrowser()));
mkdirSync(join(root, 'docs/screenshots'), { recursive: true });

/** The browser's own pictures are PNG; those that readers fetch are a quarter of that as WebP. */
async function toWebp(png) {
  const page = await browser.newPage();
  const address = await page.evaluate(
    async ({ source, quality }) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth;
      canvas.height = image.naturalHeight;
      canvas.getContext('2d', { alpha: false }).drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    { source: `data:image/png;base64,${png.toString('base64')}`, quality: WEBP_QUALITY },
  );
  await page.close();
  return Buffer.from(address.split(',')[1], 'base64');
}

for (const { file, path, viewport, saved = false } of wanted) {
  const phone = viewport === PHONE;
  const context = await browser.newContext({
    viewport,
    deviceScaleFactor: phone ? 2 : 1,
    hasTouch: phone,
    isMobile: phone,
    reducedMotion: 'reduce',
    serviceWorkers: saved ? 'allow' : 'block',
  });
  const page = await context.newPage();
  await page.goto(`http://localhost:${port}/${path}`);
  await page.waitForSelector('[data-map-ready="true"], .compare [data-flow-count]');
  if (saved) {
    await page.waitForSelector('html[data-offline="ready"]', { state: 'attached' });
    await page.waitForSelector('.notice', { state: 'detached' });
  }
  await page.waitForTimeout(1500);
  const png = await page.screenshot();
  writeFileSync(join(root, file), file.endsWith('.webp') ? await toWebp(png) : png);
  await context.close();
  console.log(file);
}
await browser.close();
server.close();
