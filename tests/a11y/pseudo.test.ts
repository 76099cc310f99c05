/**
 * All text has room: on small screens in a language longer than any that is there (the build of
 * scripts/pseudo.mjs) in every state, and in English and Ukrainian at 400 %, with a reader's own
 * spacing and with type of twice the size in the first two.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pseudoDist, root } from '../../scripts/lib/paths.mjs';
import { appReady, mapReady } from '../support/app';
import { openPage, PHONE } from '../support/browser';
import { startServer, type TestServer } from '../support/server';
import {
  goToState,
  LOADED,
  loaded,
  nameOf,
  openOptions,
  type State,
  statesOn,
} from '../support/states';
import { lackOfRoom, readersStyle, readersType, TEXT_SPACING } from '../support/text-room';
import { arrive } from '../support/walk';

interface Screen {
  name: string;
  width: number;
  height: number;
  /** What the reader has set. */
  css?: string;
  typePx?: number;
}
const SMALL: Screen = { name: '320 px', width: 320, height: 700 };
const LONG_WORDS: readonly Screen[] = [SMALL, { name: '390 px', ...PHONE }];
const READERS: readonly Screen[] = [
  { name: '1280 px at 400 %', width: 320, height: 256 },
  { ...SMALL, name: 'text spacing', css: TEXT_SPACING },
  { name: 'type of twice the size', width: 360, height: 740, typePx: 32 },
];
const WIDE: readonly Screen[] = [
  { name: '1366 px at 200 %', width: 683, height: 384 },
  { name: 'a laptop, type of twice the size', width: 1366, height: 768, typePx: 32 },
];

async function setScreen(page: Page, { width, height, css = '', typePx = 16 }: Screen) {
  await page.setViewportSize({ width, height });
  await readersType(page, typePx);
  await readersStyle(page, css);
}

async function judge(page: Page, screens: readonly Screen[], state: string) {
  for (const screen of screens) {
    await setScreen(page, screen);
    // All of them are looked at, whatever the ones before had.
    expect.soft(await lackOfRoom(page), `${state}, ${screen.name}`).toEqual([]);
  }
}

/** Paper is as wide as paper; tests/browser/handout.test.ts measures it. */
const onScreen = ({ at }: State) => !at.includes('print=');

async function everyState(base: string, path: string, screens: readonly Screen[]) {
  const viewport = SMALL;
  const { page, context } = await openPage({ base, path, viewport, reducedMotion: 'reduce' });
  await appReady(page);
  await mapReady(page);
  for (const state of statesOn(SMALL.width).filter(onScreen)) {
    await setScreen(page, SMALL);
    await goToState(page, state);
    await judge(page, screens, nameOf(state));
    await setScreen(page, SMALL);
    await state.leave?.(page);
  }
  await context.close();
}

/** Windows of their own, pages that are not whole, the page without script. */
async function everyLoaded(base: string, path: string, screens: readonly Screen[]) {
  for (const state of LOADED.filter(({ serviceWorkers }) => !serviceWorkers)) {
    const { page, context } = await openPage({
      ...openOptions(state, path),
      base,
      viewport: SMALL,
      reducedMotion: 'reduce',
    });
    await loaded(page, state);
    await judge(page, screens, nameOf(state));
    await context.close();
  }
}

describe('in a language that is a third longer', () => {
  let server: TestServer;
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, [join(root, 'scripts/pseudo.mjs')]);
    server = await startServer();
    server.deploy(pseudoDist);
  }, 180_000);
  afterAll(() => server.stop());

  test('every state', () => everyState(server.url, '', LONG_WORDS), 300_000);
  test('what is loaded by itself', () => everyLoaded(server.url, '', LONG_WORDS), 120_000);
});

describe.each([
  ['English', ''],
  ['Ukrainian', 'uk/'],
])('in %s', (_, path) => {
  test.each([...READERS, ...WIDE])('the first page and the timeline: $name', async (screen) => {
    const { page } = await openPage({ path, viewport: screen, reducedMotion: 'reduce' });
    // Set before the page is laid out, as a reader does.
    await setScreen(page, screen);
    await page.reload();
    await appReady(page);
    await mapReady(page);
    expect.soft(await lackOfRoom(page), 'the first page').toEqual([]);
    await arrive(page, '?panel=timeline');
    await page.locator('.sheet .events a').first().waitFor();
    expect(await lackOfRoom(page), 'the timeline').toEqual([]);
  });
});

test.each([
  ['cut at the side', '.sheet h2 { overflow: hidden; white-space: nowrap; width: 3em }'],
  ['cut above or below', '.sheet h2 { overflow: hidden; height: 0.6em }'],
  ['on each other', '.facts { margin-top: -3em !important }'],
  ['wider than its box', '.tabs button { max-width: 30px; min-width: 0 }'],
  ['longer than its field', '.filters .text { flex: none !important; width: 5em !important }'],
  ['scrolls sideways without a name', '.sheet .facts { width: 130% }'],
  ['the page scrolls sideways', '.app { overflow: visible; width: 130% }'],
])('sees text that is spoilt: %s', async (what, css) => {
  const { page } = await openPage({ path: '?panel=timeline', reducedMotion: 'reduce' });
  await appReady(page);
  await page.locator('.sheet .events a').first().waitFor();
  await mapReady(page);
  expect(await lackOfRoom(page)).toEqual([]);
  await readersStyle(page, css);
  expect((await lackOfRoom(page)).map((line) => line.split(':')[0])).toContain(what);
});
