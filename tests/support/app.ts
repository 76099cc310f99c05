/** What tests ask of the open app, in a reader's terms. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits until script has taken over the prerendered page. */
export async function appReady(page: Page): Promise<void> {
  await page.waitForSelector('html[data-app="ready"]', { state: 'attached' });
}

/** Waits until the map has drawn: the first view or the map engine's first picture. */
export async function mapReady(page: Page): Promise<void> {
  await page.waitForSelector('[data-map-ready="true"]', { timeout: 30_000 });
}

/** Text of "Map in words", white space folded. */
export async function mapInWords(page: Pick<Page, 'locator'>): Promise<string> {
  const text = await page.locator('#map-in-words').textContent();
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

/** Every flow of the page's flow table: element id → MW (signed along the line's path). */
export async function flowTable(page: Page): Promise<Map<string, number>> {
  const rows = await page
    .locator('#map-in-words [data-flow]')
    .evaluateAll((nodes) =>
      nodes.map((n) => [n.getAttribute('data-flow') ?? '', Number(n.getAttribute('data-mw'))]),
    );
  return new Map(rows as [string, number][]);
}

/** Opens a section from the tab bar on phones, from the panel's tabs on wide screens. */
export async function openSection(page: Page, name: string): Promise<void> {
  await page
    .locator('nav button:visible', { hasText: new RegExp(`^\\s*${name}\\s*$`) })
    .first()
    .click();
}

export async function expectAddress(page: Page, key: string, value: string | null): Promise<void> {
  await expect.poll(() => new URL(page.url()).searchParams.get(key), { timeout: 5000 }).toBe(value);
}

/** What the reader would paste: the site itself may not read the clipboard. */
export async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'paste-here';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('ControlOrMeta+V');
  return page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>('#paste-here');
    field?.remove();
    return field?.value ?? '';
  });
}
