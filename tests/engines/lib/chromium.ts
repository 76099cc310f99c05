/** Chromium by Playwright, as the other browser tests drive it. */
import { chromium } from 'playwright-core';
import { findBrowser, launchOptions } from '../../../scripts/find-browser.mjs';
import { type Engine, LAPTOP, TIME_ZONE } from './engine';

export async function startChromium(): Promise<Engine> {
  const browser = await chromium.launch(launchOptions(await findBrowser()));
  const context = await browser.newContext({ viewport: LAPTOP, timezoneId: TIME_ZONE });
  const page = await context.newPage();
  let errors: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') {
      errors.push(`console: ${message.text()} ${message.location().url}`);
    }
  });
  context.on('weberror', (error) => errors.push(`uncaught: ${error.error()}`));

  return {
    id: 'chromium',
    version: `chromium ${browser.version()}`,
    hearsConsole: true,
    async goto(url) {
      await page.goto(url);
    },
    evaluate: (work, ...args) => page.evaluate(`(${work})(...${JSON.stringify(args)})`),
    async pointer([first, ...rest]) {
      if (!first) return;
      await page.mouse.move(first.x, first.y);
      await page.mouse.down();
      for (const point of rest) await page.mouse.move(point.x, point.y, { steps: 6 });
      await page.mouse.up();
    },
    press: (key) => page.keyboard.press(key),
    resize: (size) => page.setViewportSize(size),
    screenshot: () => page.screenshot(),
    async heard() {
      const all = errors;
      errors = [];
      return all;
    },
    close: () => browser.close(),
  };
}
