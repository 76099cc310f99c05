/** A reader checks what they know: by touch, by keyboard, on a projector, offline, in two languages. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Question } from '../../src/core/quiz-types';
import { QuizRun } from '../../src/quiz/run.svelte';
import { appReady, expectAddress, pasted } from '../support/app';
import { axe, LAPTOP, openPage, PHONE, PROJECTOR } from '../support/browser';
import { loadTestContent } from '../support/facts';
import { BROKEN_NETWORK, savedForOffline } from '../support/offline';
import { startServer } from '../support/server';

const SEED = 1;
const PATH = `?panel=quiz&seed=${SEED}`;
let questions: readonly Question[] = [];
beforeAll(() => {
  questions = new QuizRun(loadTestContent('en'), SEED).questions;
});

const ask = (page: Page) => page.locator('#quiz-ask');
const outcome = (page: Page) => page.locator('[data-outcome]');
const openQuestion = (page: Page, { id }: Question) =>
  page.locator(`[data-question="${id}"]`).waitFor();
const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();

/** Answers with whatever comes first and goes on. */
async function answerAnyhow(page: Page): Promise<void> {
  const choice = page.locator('.quiz label').first();
  if ((await choice.count()) > 0) await choice.click();
  await page.locator('.quiz article > .button').click();
  await outcome(page).waitFor();
}
const goOn = (page: Page) => page.locator('.quiz .row .button').first().click();

/** What a reader could not read or hit: type below 16 px, targets below 44 px. */
const tooSmall = (page: Page) =>
  page.evaluate(() => {
    const shown = (node: Element) => (node as HTMLElement).checkVisibility();
    const box = document.querySelector('.quiz') as HTMLElement;
    const texts = [...box.querySelectorAll('*')].filter(
      (node) =>
        shown(node) && [...node.childNodes].some((n) => n.nodeType === 3 && n.nodeValue?.trim()),
    );
    const targets = [...box.querySelectorAll('button, label, summary')].filter(shown);
    return [
      ...texts
        .filter((node) => !node.matches('.visually-hidden'))
        .filter((node) => Number.parseFloat(getComputedStyle(node).fontSize) < 16)
        .map((node) => `text: ${node.textContent?.trim().slice(0, 40)}`),
      ...targets
        .filter((node) => {
          const { width, height } = node.getBoundingClientRect();
          return width < 44 || height < 43.9;
        })
        .map((node) => `target: ${node.textContent?.trim() || node.getAttribute('aria-label')}`),
    ];
  });

/** Stops of Tab from the page's first one until it begins anew. */
async function tabStops(page: Page): Promise<number> {
  await page.locator('.skip').focus();
  const atEnd = () => {
    const at = document.activeElement;
    return !at || at === document.body || at.matches('.skip');
  };
  for (let stops = 1; stops < 60; stops += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(atEnd)) return stops;
  }
  return 60;
}

test('a whole quiz by touch on a phone, all right, and nothing is kept', async () => {
  const { page, context, requests } = await openPage({ path: PATH, viewport: PHONE, touch: true });
  await appReady(page);
  await openQuestion(page, questions[0] as Question);
  const before = requests.length;
  const kept = () => page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
  const keptBefore = await kept();
  for (const [i, question] of questions.entries()) {
    await openQuestion(page, question);
    expect(await page.locator('.progress').textContent()).toContain(`Question ${i + 1} of 8`);
    expect(await tooSmall(page), question.id).toEqual([]);
    if (question.kind === 'order') {
      for (const [place, id] of question.right.entries()) {
        const row = page.locator(`[data-choice="${id}"]`);
        const at = async () => (await row.locator('.n').textContent()) ?? '';
        while (Number(await at()) > place + 1) await row.locator('.up').tap();
      }
    } else {
      await page.locator(`.quiz label:has([value="${question.right[0]}"])`).tap();
    }
    await page.getByRole('button', { name: 'Check the answer' }).tap();
    expect((await outcome(page).textContent())?.trim()).toBe('Right');
    expect(await page.locator('.outcome details').count()).toBe(1);
    expect(await tooSmall(page), `${question.id}, checked`).toEqual([]);
    await page.getByRole('button', { name: /Next question|See the result/ }).tap();
  }
  expect((await page.locator('[data-land]').textContent())?.trim()).toBe('8 of 8 right');
  expect(await tooSmall(page)).toEqual([]);
  expect(await kept()).toBe(keptBefore);
  expect(await context.cookies()).toEqual([]);
  const asked = requests.slice(before).filter((url) => /[?&](seed|answer)/.test(url));
  expect(asked).toEqual([]);
});

test('a whole quiz by keyboard on a laptop; what was wrong is looked at again', async () => {
  const { page } = await openPage({ path: PATH, viewport: LAPTOP });
  await appReady(page);
  const focusIs = (selector: string) =>
    page.waitForFunction((s) => document.activeElement?.matches(s), selector);
  /** Tab, until it stands on what is meant. */
  const tabTo = async (selector: string) => {
    for (let i = 0; i < 30; i += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
    }
    throw new Error(`Tab does not reach ${selector}`);
  };
  await openQuestion(page, questions[0] as Question);
  for (const question of questions) {
    await openQuestion(page, question);
    expect(await tabStops(page), question.id).toBeLessThanOrEqual(20);
    await ask(page).focus();
    if (question.kind === 'order') {
      const last = question.choices.at(-1) ?? '';
      await tabTo(`[data-choice="${last}"] .up`);
      for (const place of [3, 2, 1]) {
        await page.keyboard.press('Enter');
        await expect
          .poll(() => page.locator('article [role="status"]').textContent())
          .toContain(`now ${place} of 4`);
        // At the top "up" rests, and the focus stands beside it.
        await focusIs(`[data-choice="${last}"] ${place > 1 ? '.up' : 'button:not(.up)'}`);
      }
    } else {
      const wrong = question.choices.findIndex((id) => id !== question.right[0]);
      await tabTo('.quiz input');
      await page.keyboard.press('Space');
      for (let i = 0; i < wrong; i += 1) await page.keyboard.press('ArrowDown');
      expect(await page.locator('.quiz input:checked').getAttribute('value')).toBe(
        question.choices[wrong],
      );
    }
    await tabTo('article > .button');
    await page.keyboard.press('Enter');
    await focusIs('[data-outcome]');
    // The last one moved to the top is right by chance only.
    const order = [question.choices.at(-1), ...question.choices.slice(0, -1)].join();
    const right = question.kind === 'order' && order === question.right.join();
    expect((await outcome(page).textContent())?.trim()).toBe(right ? 'Right' : 'Not right');
    expect(await tabStops(page), `${question.id}, checked`).toBeLessThanOrEqual(20);
    await outcome(page).focus();
    await tabTo('.quiz .row .button');
    await page.keyboard.press('Enter');
    await focusIs('[data-land]');
  }
  expect(await page.locator('[data-land]').textContent()).toMatch(/[0-2] of 8 right/);
  expect(await tabStops(page)).toBeLessThanOrEqual(20);
  const again = page.locator('.quiz ol button');
  expect(await again.count()).toBeGreaterThanOrEqual(6);
  await again.first().focus();
  await page.keyboard.press('Enter');
  await focusIs('[data-land]');
  expect((await outcome(page).textContent())?.trim()).toBe('Not right');
  await press(page, 'See the result');
  await press(page, 'The same questions again');
  await openQuestion(page, questions[0] as Question);
  expect(await outcome(page).count()).toBe(0);
});

test('the same seed asks the same questions in Ukrainian', async () => {
  const seen = async (path: string) => {
    const { page } = await openPage({ path, viewport: PHONE });
    await appReady(page);
    const list: string[] = [];
    for (let i = 0; i < questions.length; i += 1) {
      await ask(page).waitFor();
      const id = await page.locator('[data-question]').getAttribute('data-question');
      const choices = await page
        .locator('.quiz input, .quiz li[data-choice]')
        .evaluateAll((nodes) =>
          nodes.map((n) => n.getAttribute('value') ?? n.getAttribute('data-choice')),
        );
      list.push(`${id}: ${choices}`);
      if (path.startsWith('uk')) expect(await ask(page).textContent()).toMatch(/[а-яіїєґ]{3}/i);
      await answerAnyhow(page);
      await goOn(page);
    }
    await page.close();
    return list;
  };
  const english = await seen(PATH);
  expect(english).toEqual(questions.map(({ id, choices }) => `${id}: ${choices}`));
  expect(await seen(`uk/${PATH}`)).toEqual(english);
});

describe('ways out and back', () => {
  test('a question is shown on the map; the quiz is as it was left', async () => {
    const { page } = await openPage({ path: PATH, viewport: PHONE });
    await appReady(page);
    for (const question of questions) {
      await openQuestion(page, question);
      await answerAnyhow(page);
      if (question.kind === 'lines') break;
      await goOn(page);
    }
    const lines = questions.find(({ kind }) => kind === 'lines') as Question;
    await press(page, 'Show on map and timeline');
    await expectAddress(page, 'date', lines.show.date ?? '');
    await expectAddress(page, 'panel', 'timeline');
    await expectAddress(page, 'seed', String(SEED));
    await press(page, 'Back to the quiz');
    await openQuestion(page, lines);
    await outcome(page).waitFor();
    await expectAddress(page, 'panel', 'quiz');
    await page.goBack();
    await expectAddress(page, 'panel', 'timeline');
    await page.goBack();
    await openQuestion(page, lines);
    await page.goForward();
    await page.getByRole('button', { name: 'Back to the quiz' }).waitFor();
    // Elsewhere by the tabs: the way back is given up.
    await page.locator('nav button:visible', { hasText: 'Proposals' }).click();
    await expectAddress(page, 'seed', null);
    expect(await page.getByRole('button', { name: 'Back to the quiz' }).count()).toBe(0);
  });

  test('each event of an order leads to itself', async () => {
    const { page } = await openPage({ path: PATH, viewport: LAPTOP });
    await appReady(page);
    for (const question of questions) {
      await openQuestion(page, question);
      await answerAnyhow(page);
      if (question.kind === 'order') break;
      await goOn(page);
    }
    const order = questions.find(({ kind }) => kind === 'order') as Question;
    const second = order.right[1] ?? '';
    await page.locator(`[data-choice="${second}"] button`).click();
    await expectAddress(page, 'event', second);
    await expectAddress(page, 'date', second.slice(0, 10));
    await press(page, 'Back to the quiz');
    await openQuestion(page, order);
    await expectAddress(page, 'event', null);
  });

  test('new questions have a new seed, and back brings the old ones with their result', async () => {
    const { page, context } = await openPage({ path: PATH, viewport: PHONE });
    await context.grantPermissions(['clipboard-write']);
    await appReady(page);
    for (const question of questions) {
      await openQuestion(page, question);
      await answerAnyhow(page);
      await goOn(page);
    }
    const result = await page.locator('[data-land]').textContent();
    await press(page, 'Share these questions');
    await expect
      .poll(() => page.locator('.handed [role="status"]').textContent())
      .toBe('Link copied.');
    const link = new URL(await pasted(page));
    expect(link.search).toBe(PATH);
    await press(page, 'New questions');
    await ask(page).waitFor();
    const seed = Number(new URL(page.url()).searchParams.get('seed'));
    expect(seed).not.toBe(SEED);
    expect(seed).toBeGreaterThan(0);
    expect(seed).toBeLessThan(10_000);
    await page.goBack();
    await expectAddress(page, 'seed', String(SEED));
    await expect.poll(() => page.locator('[data-land]').textContent()).toBe(result);
  });

  test('it is found in the list of more, and in the menu on a laptop', async () => {
    const phone = await openPage({ path: '?panel=mining', viewport: PHONE });
    await appReady(phone.page);
    await phone.page.locator('nav button:visible', { hasText: 'More' }).click();
    await press(phone.page, 'Check yourself');
    await ask(phone.page).waitFor();
    const seed = new URL(phone.page.url()).searchParams.get('seed');
    expect(Number(seed)).toBeGreaterThan(0);
    await phone.page.goBack();
    await expectAddress(phone.page, 'panel', 'mining');
    const laptop = await openPage({ path: '', viewport: LAPTOP });
    await appReady(laptop.page);
    await press(laptop.page, 'Menu');
    await press(laptop.page, 'Check yourself');
    await ask(laptop.page).waitFor();
  });
});

test('large on a projector: type from 28 px on, nothing cut, Escape makes it small again', async () => {
  const { page } = await openPage({ path: `uk/${PATH}`, viewport: PROJECTOR });
  await appReady(page);
  await press(page, 'Великим шрифтом');
  for (const question of questions) {
    await openQuestion(page, question);
    await answerAnyhow(page);
    const look = await page.evaluate(() => {
      const dialog = document.querySelector('dialog') as HTMLDialogElement;
      const texts = [...dialog.querySelectorAll('p, h2, li, button, summary')];
      return {
        least: Math.min(...texts.map((n) => Number.parseFloat(getComputedStyle(n).fontSize))),
        wider: dialog.scrollWidth > dialog.clientWidth,
        higher: dialog.scrollHeight > dialog.clientHeight + 1,
      };
    });
    expect(look.least, question.id).toBeGreaterThanOrEqual(28);
    expect([look.wider, look.higher], question.id).toEqual([false, false]);
    if (question !== questions.at(-1)) await goOn(page);
  }
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('dialog').count()).toBe(0);
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
  await expect.poll(focused).toBe('Великим шрифтом');
  await openQuestion(page, questions.at(-1) as Question);
  await outcome(page).waitFor();
});

test('with forced colours the open question still stands out among the eight', async () => {
  const { page } = await openPage({ path: PATH, viewport: LAPTOP });
  await appReady(page);
  await page.emulateMedia({ forcedColors: 'active' });
  await openQuestion(page, questions[0] as Question);
  const underlined = await page
    .locator('.pips span')
    .evaluateAll((pips) => pips.map((pip) => getComputedStyle(pip).borderBottomStyle === 'solid'));
  expect(underlined).toEqual(questions.map((_, i) => i === 0));
});

test('offline it asks as online', async () => {
  const server = await startServer();
  const { page } = await openPage({
    base: server.url,
    serviceWorkers: 'allow',
    expectedErrors: BROKEN_NETWORK,
  });
  await appReady(page);
  await savedForOffline(page);
  await server.stop();
  await page.goto(`${server.url}${PATH}`);
  await openQuestion(page, questions[0] as Question);
  await answerAnyhow(page);
});

test('where its script does not arrive the page says so, and trying again brings it', async () => {
  let broken = true;
  const { page } = await openPage({
    path: PATH,
    expectedErrors: BROKEN_NETWORK,
    prepare: (context) =>
      context.route(/QuizPanel-[^/]*\.js/, (route) =>
        broken ? route.abort('connectionfailed') : route.continue(),
      ),
  });
  await appReady(page);
  await page.getByText('The questions could not be loaded.').waitFor();
  broken = false;
  await press(page, 'Try again');
  await openQuestion(page, questions[0] as Question);
});

describe.each([
  ['light', PHONE, ''],
  ['dark', LAPTOP, 'uk/'],
] as const)('axe, %s', (colorScheme, viewport, folder) => {
  test('finds nothing in questions, answers and result', async () => {
    const path = `${folder}${PATH}`;
    const { page } = await openPage({ path, viewport, colorScheme, reducedMotion: 'reduce' });
    await appReady(page);
    const kinds = new Set<string>();
    for (const question of questions) {
      await openQuestion(page, question);
      const news = !kinds.has(question.kind);
      kinds.add(question.kind);
      if (news) expect(await axe(page), question.id).toEqual([]);
      await answerAnyhow(page);
      if (news) expect(await axe(page), `${question.id}, checked`).toEqual([]);
      await goOn(page);
    }
    await page.locator('.quiz .note').waitFor();
    expect(await axe(page)).toEqual([]);
    if (viewport === LAPTOP) {
      await page.locator('.quiz .size').click();
      await page.locator('dialog').waitFor();
      expect(await axe(page)).toEqual([]);
    }
  });
});
