/**
 * What readers come for, by keys alone: from the page just opened, with the focus on the document.
 * `KeyboardReader` looks at every stop on the way; the table says how many presses an errand takes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { appReady, expectAddress, mapInWords, mapReady } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';
import { KeyboardReader } from '../support/keyboard';

/** Phones are in the dark theme, so that rings are judged in both. */
const SCREENS = {
  laptop: { viewport: LAPTOP, colorScheme: 'light' },
  phone: { viewport: PHONE, colorScheme: 'dark' },
} as const;
type Screen = keyof typeof SCREENS;

/** The guide for auditors has the same table. */
const GUIDE = 'docs/accessibility.md';

interface Errand {
  /** Presses that it takes, and may take at most; null = not walked on this screen. */
  presses: Readonly<Record<Screen, number | null>>;
  walk: (reader: KeyboardReader, page: Page) => Promise<void>;
}

/** A printer that only notes that it was asked, and the quiz's first set of questions. */
const prepare = (context: BrowserContext) =>
  context.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = 'once';
    };
    const { random } = Math;
    // Still another number each time, as names of parts of the map are made of them.
    Math.random = () => random() / 1e6;
  });

async function chooseInMenu(reader: KeyboardReader, name: string | RegExp): Promise<void> {
  await reader.reach('button', /^Switchyard/);
  await reader.press('End');
  await reader.press('Enter');
  await reader.reach('button', name);
  await reader.press('Enter');
}

async function openDoor(reader: KeyboardReader, name: RegExp): Promise<void> {
  await reader.reach('link', name);
  await reader.press('Enter');
}

async function openEqualThirds(reader: KeyboardReader): Promise<void> {
  await openDoor(reader, /^Who gets the power/);
  await reader.lands('heading', 'Proposals and positions');
  await reader.reach('button', /^Counter-proposal/);
  await reader.reach('button', /Equal thirds/, 'ArrowDown');
  await reader.press('Enter');
  await reader.lands('heading', 'Equal thirds, US chief manager');
}

/** 10 October 2025: the same digits in a browser that asks for the month first. */
async function goToDarkDay(reader: KeyboardReader): Promise<void> {
  await reader.reach('Date', 'Choose a date');
  await reader.type('10102025');
  await expectAddress(reader.page, 'date', '2025-10-10');
}

const ERRANDS: Readonly<Record<string, Errand>> = {
  'Read how much power reaches Ukraine’s grid under a proposal': {
    presses: { laptop: 22, phone: 21 },
    walk: async (reader, page) => {
      await openEqualThirds(reader);
      await expect
        .poll(() => reader.announced())
        .toMatch(/“Equal thirds”: [\d,]+\sMW have nowhere to go/);
      const result = page.locator('[aria-labelledby="proposal-title"] .result').first();
      expect(await result.innerText()).toMatch(/Ukraine’s grid: [\d,]+\sMW/);
    },
  },
  'Change the units and the lines that a proposal rests on': {
    presses: { laptop: 29, phone: null },
    walk: async (reader, page) => {
      await openEqualThirds(reader);
      await reader.reach('radio', 'on this date');
      await reader.press('ArrowRight');
      await reader.reach('DisclosureTriangle', /Change$/);
      await reader.press('Enter');
      await reader.reach('slider', /^Units running/);
      await reader.press('ArrowLeft', 3);
      await reader.lands('slider', 'Units running 3');
      await expectAddress(page, 'lines', 'repaired');
      await expect
        .poll(() => reader.announced())
        // In one sentence what came in one go: a quick reader hears the proposal with its answer.
        .toMatch(
          /^(?:3 units running\.|“Equal thirds”:) All [\d,]+\sMW get out over Ukraine’s grid/,
        );
    },
  },
  'Go to a day without outside power': {
    presses: { laptop: 28, phone: 27 },
    walk: async (reader, page) => {
      await openDoor(reader, /^What happened/);
      await goToDarkDay(reader);
      expect((await reader.hears()).value).toBe('2025-10-10');
      await expect.poll(() => mapInWords(page)).toContain('Outside power lost since 23 September');
    },
  },
  'Find an event by a word and come to its source': {
    presses: { laptop: 28, phone: 27 },
    walk: async (reader, page) => {
      await openDoor(reader, /^What happened/);
      await reader.reach('searchbox', 'Search the events');
      await reader.type('Kakhovka');
      await expect.poll(() => reader.announced()).toMatch(/^1 of \d+ events/);
      await reader.reach('link', /^Kakhovka dam destroyed/);
      await reader.press('Enter');
      await reader.lands('heading', 'Kakhovka dam destroyed; the reservoir drains');
      await reader.reach('DisclosureTriangle', /sources$/);
      await reader.press('Enter');
      await reader.press('Tab');
      await reader.lands('link', /Water level in the reservoir/);
      expect(await page.locator(':focus').getAttribute('href')).toMatch(/^https:/);
    },
  },
  'Read the whole map of that day in words': {
    presses: { laptop: 24, phone: null },
    walk: async (reader, page) => {
      await goToDarkDay(reader);
      await reader.reach('DisclosureTriangle', 'Everything the map shows', 'Shift+Tab');
      await reader.press('Enter');
      const words = page.locator('#map-in-words details[open]');
      expect(await words.innerText()).toMatch(
        /Dniprovska[\s\S]{1,12}750\skV[\s\S]{1,6}out of service since/,
      );
    },
  },
  'Check a statement about mining by its sum': {
    presses: { laptop: 18, phone: 17 },
    walk: async (reader, page) => {
      await openDoor(reader, /^Bitcoin mining/);
      await reader.lands('heading', /mining/);
      await reader.reach('DisclosureTriangle', /^contradicted/);
      await reader.press('Enter');
      await reader.lands('DisclosureTriangle', /^contradicted/);
      const sum = page.locator('details[data-contradicted][open] .sum');
      expect(await sum.innerText()).toMatch(/0\sunits running × 950\sMW = 0\sMW/);
    },
  },
  'Type a price of power into the mining sum': {
    presses: { laptop: 36, phone: 35 },
    walk: async (reader, page) => {
      await openDoor(reader, /^Bitcoin mining/);
      await reader.reach('DisclosureTriangle', 'Do the sum yourself');
      await reader.press('Enter');
      await reader.reach('textbox', 'Price of power');
      await reader.type('60');
      expect((await reader.hears()).value).toBe('60');
      await expectAddress(page, 'price', '0.06');
    },
  },
  'Compare two proposals and come back': {
    presses: { laptop: 34, phone: null },
    walk: async (reader) => {
      await openEqualThirds(reader);
      await reader.reach('button', 'Compare');
      await reader.press('Enter');
      await reader.lands('heading', 'Compare 2 proposals');
      expect(await reader.announced()).toContain('Difference from “Equal thirds”');
      await reader.press('Escape');
      await reader.lands('button', 'Compare');
    },
  },
  'Walk a story on the projector and leave it': {
    presses: { laptop: 29, phone: null },
    walk: async (reader, page) => {
      await chooseInMenu(reader, 'Present step by step');
      await reader.lands('heading', 'Russian forces take the plant');
      await reader.reach('button', 'Stories');
      await reader.press('Enter');
      await page.getByRole('button', { name: /^Water/ }).waitFor();
      await reader.reach('button', /^Water/);
      await reader.press('Enter');
      await expectAddress(page, 'story', 'water');
      await reader.press('PageDown');
      await expectAddress(page, 'present', '2');
      await expect.poll(() => reader.announced()).toContain('Stopped does not mean cold');
      await reader.press('Escape');
      await reader.lands('button', 'Menu');
    },
  },
  'Change the language and then the theme': {
    presses: { laptop: 14, phone: 14 },
    walk: async (reader, page) => {
      await reader.reach('button', /^Switchyard/);
      await reader.reach('button', /Українська/, 'ArrowRight');
      await reader.leave('Enter', () => page.waitForURL(/\/uk\//));
      await appReady(page);
      const before = await page.locator('html').getAttribute('data-theme');
      await reader.reach('button', /^Switchyard/);
      await reader.press('End');
      await reader.press('Enter');
      await reader.reach('button', /тема$/);
      await reader.press('Enter');
      await reader.lands('button', 'Меню');
      const now = before === 'dark' ? 'light' : 'dark';
      await expect.poll(() => page.locator('html').getAttribute('data-theme')).toBe(now);
    },
  },
  'Answer a question of the quiz': {
    presses: { laptop: 13, phone: 12 },
    walk: async (reader) => {
      await chooseInMenu(reader, 'Check yourself');
      await reader.lands('heading', 'Check yourself');
      await reader.reach('radio', /./);
      await reader.press('ArrowDown');
      await reader.reach('button', 'Check the answer');
      await reader.press('Enter');
      await reader.lands('paragraph', /^(Right|Not right)$/);
    },
  },
  'Print a handout of the view': {
    presses: { laptop: 14, phone: null },
    walk: async (reader, page) => {
      await chooseInMenu(reader, 'Handout of this view');
      await reader.lands('main', 'Handout');
      await page.locator('.paper .page footer').first().waitFor();
      await reader.press('Tab');
      await reader.reach('button', 'Print or save as PDF', 'ArrowRight');
      await reader.press('Enter');
      expect(await page.locator('html').getAttribute('data-printed')).toBe('once');
      await reader.press('Home');
      await reader.press('Enter');
      await reader.lands('button', 'Menu');
    },
  },
};

describe.each(Object.keys(SCREENS) as Screen[])('by keys alone on a %s', (screen) => {
  for (const [name, { presses, walk }] of Object.entries(ERRANDS)) {
    const most = presses[screen];
    if (most === null) continue;
    test(name, async () => {
      const { page } = await openPage({ ...SCREENS[screen], reducedMotion: 'reduce', prepare });
      await appReady(page);
      await mapReady(page);
      const reader = await KeyboardReader.at(page);
      await walk(reader, page);
      expect(reader.presses, 'key presses').toBeLessThanOrEqual(most);
    });
  }
});

test('going by Tab to the map or the dates lowers a full sheet that lies over them', async () => {
  const { page } = await openPage({ path: '?panel=proposals', viewport: PHONE });
  await appReady(page);
  const sheet = page.locator('main.sheet');
  expect(await sheet.getAttribute('data-stop')).toBe('full');
  const reader = await KeyboardReader.at(page);
  await reader.reach('button', 'Legend');
  expect(await sheet.getAttribute('data-stop')).toBe('half');
  await reader.reach('Date', 'Choose a date');
});

test.each([
  ['proposals', 12],
  ['claims', 17],
  ['mining', 25],
])('the map beside %s is no more than %i presses of Tab away', async (panel, most) => {
  const { page } = await openPage({ path: `?panel=${panel}`, viewport: LAPTOP });
  await appReady(page);
  await mapReady(page);
  const reader = await KeyboardReader.at(page);
  await reader.reach('button', 'Legend');
  expect(reader.presses).toBeLessThanOrEqual(most);
});

test('leaving a worksheet leads back to the button of the kit that opened it', async () => {
  const { page } = await openPage({ path: '?panel=lesson&story=water', viewport: LAPTOP });
  await appReady(page);
  await page.getByRole('button', { name: 'Print worksheet' }).waitFor();
  const reader = await KeyboardReader.at(page);
  await reader.reach('button', 'Print worksheet');
  await reader.press('Enter');
  await reader.lands('main', 'Worksheet');
  await reader.reach('button', 'Leave');
  await reader.press('Enter');
  await reader.lands('button', 'Print worksheet');
});

test('long lists are one Tab stop each, and what an open row holds comes after it', async () => {
  const { page } = await openPage({ path: '?panel=claims', viewport: LAPTOP });
  await appReady(page);
  const reader = await KeyboardReader.at(page);
  await reader.reach('button', /^contradicted Weather/);
  await reader.press('ArrowDown');
  await reader.lands('button', /^contradicted Local media/);
  await reader.press('Enter');
  await reader.reach('DisclosureTriangle', /sources$/);
  await reader.reach('button', 'Bitcoin mining: is it true?');
  await reader.reach('button', /^contradicted Local media/, 'Shift+Tab');
  await reader.press('End');
  await reader.lands('button', /^supported/);
});

describe('the guide for auditors', () => {
  const guide = readFileSync(join(root, GUIDE), 'utf8');

  test('has the same table of presses', () => {
    const [head, ...errands] = guide
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter(([, first = '']) => first in ERRANDS || first === 'Errand')
      .map((cells) => cells.slice(1, 4));
    expect(head).toEqual(['Errand', 'Laptop', 'Phone']);
    expect(errands).toEqual(
      Object.entries(ERRANDS).map(([name, { presses }]) => [
        name,
        String(presses.laptop),
        String(presses.phone ?? '–'),
      ]),
    );
  });

  test('names only tests, pages and sources that exist', () => {
    const paths = [...guide.matchAll(/`((?:tests|docs|src)\/[^`]+)`/g)].map(
      ([, path = '']) => path,
    );
    expect(paths.length).toBeGreaterThan(20);
    expect([...new Set(paths)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
