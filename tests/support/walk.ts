/** Every view of the app in one open page: all panels, an event, a proposal, compare, the walk. */
import type { Page } from 'playwright-core';
import { PANELS } from '../../src/core/vocabulary';

export const VIEWS: readonly string[] = [
  ...PANELS.map((panel) => `?panel=${panel}`),
  '?event=2023-06-06-kakhovka',
  '?event=2022-03-04-seizure&theme=dark',
  '?proposal=us-trilateral-thirds&lines=repaired',
  '?proposal=ua-us-50-50&date=2023-01-01',
  '?proposal=ru-rosatom-russian-grid&units=3&mining=40',
  '?claim=c29',
  '?compare=ua-full-return;us-trilateral-thirds~3~repaired~20',
  '?present=3',
  '?map=8/47.5/34.6&panel=timeline',
  '?embed=1&panel=timeline&date=2022-10-01',
];

/** Opens what is folded. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(async () => {
    for (const part of document.querySelectorAll('details')) part.open = true;
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  });
}

/** Goes to an address of the page that is open, as "back" and "forward" do. */
export async function arrive(page: Page, search: string): Promise<void> {
  await page.evaluate(async (address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }, search);
}

/** The same, and what is folded there is opened, so that it is read as well. */
export async function goTo(page: Page, search: string): Promise<void> {
  await arrive(page, search);
  await unfold(page);
}

/** Visits every view, with the parts that are fetched when they are asked for. */
export async function walk(
  page: Page,
  visit: (view: string) => Promise<void> = async () => {},
): Promise<void> {
  for (const view of VIEWS) {
    await goTo(page, view);
    if (view === '?panel=timeline') {
      await page.getByRole('searchbox').fill('a');
      await page.locator('.charts .plot svg').first().waitFor();
    }
    if (/panel=(?:sources|method)/.test(view)) {
      await page.locator('.sheet summary').first().waitFor();
      await unfold(page);
    }
    await visit(view);
  }
}
