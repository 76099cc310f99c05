/** "Map in words" on the days that matter. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { appReady, mapInWords } from '../support/app';
import { openPage } from '../support/browser';

async function wordsOn(query: string): Promise<string> {
  const { page } = await openPage({ path: query });
  await appReady(page);
  return mapInWords(page);
}

describe('map in words', () => {
  test('24 February 2022: four 750 kV lines in service, no unit’s state invented', async () => {
    const words = await wordsOn('?date=2022-02-24');
    expect(words).toContain('24 February 2022');
    expect(words.match(/\(750\skV\): in service/g)).toHaveLength(4);
    expect(words.match(/Unit \d: state not recorded/g)).toHaveLength(6);
    expect(words).not.toContain('operating');
    expect(words).toContain('reservoir: full');
  });

  test('20 June 2023: reservoir drained', async () => {
    expect(await wordsOn('?date=2023-06-20')).toMatch(/reservoir: drained since/);
  });

  test('1 October 2025: no line in service, outside power lost, diesels', async () => {
    const words = await wordsOn('?date=2025-10-01');
    expect(words).toContain(
      'Outside power lost since 23 September 2025 (8 days so far): no line in service.',
    );
    expect(words).toContain('Diesel generators feed the plant.');
    expect(words).toContain('complete loss number 10');
    expect(words).not.toMatch(/kV\): in service/);
  });

  test('22 August 2026: Dniprovska out, Ferosplavna-1 the only feed, last known', async () => {
    const words = await wordsOn('');
    expect(words).toMatch(/Dniprovska \(750\skV\): out of service since 24 March 2026/);
    expect(words).toMatch(/one line in service, Ferosplavna-1 \(330\skV\)/);
    expect(words).toContain('This is the last known state.');
  });

  test.each([
    ['en', '?date=2026-03-10', '# 10 March 2026'],
    ['uk', 'uk/?date=2026-03-10', '# 10 березня 2026'],
  ])('every approved sentence of a day is on the page (%s)', async (lang, query, heading) => {
    const approved = readFileSync(join(root, `tests/data/known-days.${lang}.txt`), 'utf8');
    const day = approved.split('\n\n\n').find((part) => part.startsWith(heading)) ?? '';
    const sentences = day.slice(2).split('\n').filter(Boolean);
    expect(sentences.length).toBeGreaterThan(25);
    const words = await wordsOn(query);
    for (const sentence of sentences) expect(words).toContain(sentence.replace(/\s+/g, ' '));
  });

  test('the same in Ukrainian', async () => {
    const words = await wordsOn('uk/?date=2023-06-20');
    expect(words).toContain('20 червня 2023');
    expect(words).toContain('спорожнене');
  });

  test('a proposal’s flows, totals and what has nowhere to go', async () => {
    const words = await wordsOn('?proposal=ua-us-50-50&panel=proposals&date=2026-03-10');
    expect(words).toMatch(/2,920\sMW have nowhere to go/);
    expect(words).toMatch(/Ukraine: 2,850\sMW offered/);
    expect(words).toMatch(/the US share: 2,850\sMW offered/);
    expect(words).toContain('The numbers are a model estimate.');
  });

  test('a proposal that says nothing about power shows a sentence and no flow', async () => {
    const { page } = await openPage({ path: '?proposal=unga-2024-return&panel=proposals' });
    await appReady(page);
    expect(await page.locator('[data-flow]').count()).toBe(0);
    expect(await mapInWords(page)).toMatch(/UN|Assembly/);
  });

  test('is a named section of the page, also in the walk', async () => {
    for (const path of ['', '?present=2']) {
      const { page } = await openPage({ path });
      await appReady(page);
      const section = page.getByRole('region', { name: 'Map in words' });
      expect(await section.count(), path).toBe(1);
    }
  });
});
