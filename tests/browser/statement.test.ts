/** The statement on accessibility: found from About, handed on as a form, there without script. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import { appReady, expectAddress, openSection, pasted } from '../support/app';
import { axe, LAPTOP, openPage } from '../support/browser';

const fold = (text: string | null) => (text ?? '').replace(/\s+/g, ' ').trim();

describe.each([
  ['en', '', 'About'],
  ['uk', 'uk/', 'Про нас'],
])('the statement on accessibility in %s', (lang, path, about) => {
  const ui: Record<string, string> = JSON.parse(
    readFileSync(join(root, `data/text/${lang}/ui.json`), 'utf8'),
  );
  const lines = Object.entries(ui).flatMap(([key, text]) =>
    /^access\.\w+\.\w+$/.test(key) && !key.startsWith('access.form.') ? [fold(text)] : [],
  );

  test('is opened from About, says all its lines, and leads back', async () => {
    const { page } = await openPage({ path, viewport: LAPTOP });
    await appReady(page);
    await openSection(page, about);
    await page.getByRole('button', { name: ui['panel.accessibility.long'] ?? '' }).click();
    await expectAddress(page, 'panel', 'accessibility');
    const title = page.getByRole('heading', { level: 1, name: ui['panel.accessibility.long'] });
    expect(await title.evaluate((h) => h === document.activeElement)).toBe(true);
    const said = fold(await page.locator('.sheet article').textContent());
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.filter((line) => !said.includes(line))).toEqual([]);
    expect(said).toContain('2026');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: ui['panel.about.long'] ?? '' }).click();
    await expectAddress(page, 'panel', 'about');
  });

  test('stands in the page without script, and the contents lead to it', async () => {
    const { page } = await openPage({ path, javaScript: false });
    await page.getByRole('link', { name: ui['panel.accessibility.long'] ?? '' }).click();
    const said = fold(await page.locator('#accessibility').textContent());
    expect(lines.filter((line) => !said.includes(line))).toEqual([]);
  });
});

test('a reader hands on a form with the view and what to write', async () => {
  const { page } = await openPage({ path: '?panel=accessibility', viewport: LAPTOP });
  await appReady(page);
  await page.getByRole('button', { name: 'Share as text' }).click();
  const form = await pasted(page);
  expect(form).toContain('panel=accessibility');
  for (const part of ['What I wanted to do:', 'What was in the way:', 'Device, browser, aid']) {
    expect(form).toContain(part);
  }
});
