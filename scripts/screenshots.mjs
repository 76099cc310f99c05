/** Takes the pictures in docs/screenshots from the built site: `npm run screenshots`. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser, launchOptions } from './find-browser.mjs';
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

const server = createStaticServer(dist);
const port = await listen(server, 0);
const browser = await chromium.launch(launchOptions(await findBrowser()));
const folder = join(root, 'docs/screenshots');
mkdirSync(folder, { recursive: true });
for (const { name, path, viewport, saved = false } of PICTURES) {
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
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
  console.log(`docs/screenshots/${name}.png`);
}
await browser.close();
server.close();
