/**
 * What the browser tells a screen reader of the main views, kept as text in `tree/`: landmarks,
 * headings and controls by role and name. Paragraphs are left out, figures stand as #, long runs are
 * cut short, so that the edit of a text or a new record changes little here.
 *
 * After a change that is meant: `npx vitest run --project browser tests/a11y/tree.test.ts -u`, and
 * read what changed as a listener would.
 */
import { describe, expect, test } from 'vitest';
import { appReady, mapReady } from '../support/app';
import { axNames, axOutline } from '../support/ax-tree';
import { LAPTOP, openPage, PHONE } from '../support/browser';

const VIEWS = [
  ['first-page', '', LAPTOP, 'body'],
  ['event', '?panel=timeline&event=2023-06-06-kakhovka', LAPTOP, 'body'],
  ['proposal', '?panel=proposals&proposal=us-trilateral-thirds', PHONE, 'body'],
  ['map-in-words', '?panel=proposals&proposal=us-trilateral-thirds', LAPTOP, '#map-in-words'],
] as const;

/** Roles alone, with their depth: the same in every language. */
const shapeOf = (outline: string) => outline.split('\n').map((line) => line.replace(/ “.*”/, ''));

describe.each(VIEWS)('%s', (name, path, viewport, selector) => {
  test('is told to screen readers as agreed, alike in both languages', async () => {
    const outlines: string[] = [];
    for (const lang of ['en', 'uk'] as const) {
      const { page } = await openPage({
        path: `${lang === 'uk' ? 'uk/' : ''}${path}`,
        viewport,
        reducedMotion: 'reduce',
      });
      await appReady(page);
      await mapReady(page);
      if (name === 'map-in-words') await page.locator('#map-in-words summary').first().click();
      const outline = await axOutline(page, selector);
      await expect(outline).toMatchFileSnapshot(`tree/${name}.${lang}.txt`);
      outlines.push(outline);
    }
    const [english = '', ukrainian = ''] = outlines;
    expect(shapeOf(ukrainian)).toEqual(shapeOf(english));
  });
});

test('every event of the list is told, also those that are not on the screen', async () => {
  const { page } = await openPage({ path: '?panel=timeline', viewport: LAPTOP });
  await appReady(page);
  const titles = await page.locator('.events li a').allTextContents();
  const told = new Set(await axNames(page, 'link'));
  const start = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 20);
  const starts = new Set([...told].map(start));
  expect(titles.length).toBeGreaterThan(100);
  expect(titles.map(start).filter((title) => !starts.has(title))).toEqual([]);
});
