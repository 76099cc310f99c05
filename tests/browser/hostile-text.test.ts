/** Markup in every word of the data is shown as the text it is, wherever words are shown. */
import { expect, test } from 'vitest';
import { listFiles } from '../../scripts/lib/files.mjs';
import { dist } from '../../scripts/lib/paths.mjs';
import { appReady, mapReady } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';
import { harmIn, hostileFacts, hostileWords } from '../support/hostile';
import { startServer } from '../support/server';
import { walk } from '../support/walk';

const paths = listFiles(dist).map(({ path }) => path);
const built = (name: string) => paths.find((path) => path.startsWith(`assets/${name}-`)) ?? name;

test.each([
  ['en', '', LAPTOP],
  ['uk', 'uk/', PHONE],
] as const)('every view, %s', async (_, path, viewport) => {
  const server = await startServer();
  server.replace(built('facts'), JSON.stringify(hostileFacts()));
  for (const lang of ['en', 'uk'] as const) {
    server.replace(built(`words-${lang}`), JSON.stringify(hostileWords(lang)));
  }
  try {
    const { page } = await openPage({ base: server.url, path: `${path}?panel=timeline`, viewport });
    await appReady(page);
    await mapReady(page);
    const broken: string[] = [];
    await walk(page, async (view) => {
      broken.push(...(await harmIn(page)).map((trace) => `${view}: ${trace}`));
      // The words that came are the spoiled ones, and stand there as they were written.
      const text = (await page.locator('body').textContent()) ?? '';
      const title = await page.title();
      for (const words of [text, title]) {
        if (!words.includes('<x-injected></x-injected>')) broken.push(`${view}: not shown as text`);
      }
    });
    expect(broken).toEqual([]);
  } finally {
    await server.stop();
  }
});
