/** What a reader of a language that is only partly translated finds. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES, PARTIAL_LANGUAGES, type PartialLanguage } from '../../src/core/vocabulary';
import { LANGUAGE_NAMES } from '../../src/i18n/languages';
import { appReady, expectAddress } from '../support/app';
import { LAPTOP, openPage, PHONE } from '../support/browser';
import { loadFacts, loadStories, loadWords } from '../support/facts';
import { arrive, walk } from '../support/walk';

/** Shorter ones are names, the same in every language. */
const A_SENTENCE = 18;

function leaves(value: unknown, path = '', into = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string') into.set(path, value);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, part] of Object.entries(value)) leaves(part, `${path}/${key}`, into);
  }
  return into;
}

/** English texts that the language lacks, white space folded. */
function lacking(lang: PartialLanguage): string[] {
  const own = leaves(loadWords(lang));
  const english = [...leaves(loadWords('en'))].filter(([path]) => !own.has(path));
  const stories = loadStories(lang).flatMap(({ lang: of, words }) =>
    of === 'en' ? [...leaves(words)] : [],
  );
  return [...english, ...stories]
    .map(([, text]) => text.replace(/\s+/g, ' ').trim())
    .filter((text) => text.length >= A_SENTENCE);
}

test('the menu names all languages in their own words, and the reader’s choice goes along', async () => {
  const { page } = await openPage({
    viewport: PHONE,
    path: '?panel=timeline&date=2023-06-20&lines=repaired',
  });
  await appReady(page);
  await page.locator('[popovertarget="menu"]').click();
  const names = page.locator('#menu .languages button');
  expect(await names.allInnerTexts()).toEqual(LANGUAGES.map((lang) => LANGUAGE_NAMES[lang].name));
  expect(
    await names.evaluateAll((all) => all.map((button) => button.getAttribute('lang'))),
  ).toEqual(LANGUAGES);
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await page.waitForURL(/\/de\/\?/);
  await appReady(page);
  await expectAddress(page, 'date', '2023-06-20');
  await expectAddress(page, 'lines', 'repaired');
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
  await page.locator('[popovertarget="menu"]').click();
  expect(await page.locator('#menu [aria-current="true"]').innerText()).toBe('Deutsch');
});

test('a link that asks for a language leads to its page', async () => {
  const { page } = await openPage({ path: '?lang=fr&date=2023-06-20' });
  await page.waitForURL(/\/fr\/\?date=2023-06-20$/);
  await appReady(page);
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
});

describe('in German', () => {
  const lang = 'de';
  test('what is not translated stands in English, marked as English, with a note', async () => {
    const { page } = await openPage({ path: `${lang}/`, viewport: LAPTOP });
    await appReady(page);
    const texts = lacking(lang);
    let met = 0;
    await walk(page, async (view) => {
      const { found, wrong } = await page.evaluate((list) => {
        const english = new Set(list);
        const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const wrong: string[] = [];
        let found = 0;
        for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
          const text = node.textContent?.replace(/\s+/g, ' ').trim() ?? '';
          const around = node.parentElement;
          if (!english.has(text) || !around || around.closest('script')) continue;
          found += 1;
          const said = around.closest<HTMLElement>('[lang]')?.lang;
          if (said !== 'en') wrong.push(`${around.tagName} ${around.className}: ${text}`);
        }
        return { found, wrong };
      }, texts);
      met += found;
      expect.soft(wrong, view).toEqual([]);
    });
    expect(met).toBeGreaterThan(100);
    await arrive(page, '?panel=method');
    const note = loadWords(lang).ui['lang.english'] ?? '';
    await page.locator('.sheet').getByText(note).first().waitFor();
    const minor = loadFacts().events.find(({ id }) => !(id in loadWords(lang).events));
    await arrive(page, `?event=${minor?.id}`);
    await page.locator('.sheet article').getByText(note).waitFor();
  }, 120_000);
});

test.each(LANGUAGES)(
  'on the first page of a phone every name of the map is there (%s)',
  async (lang) => {
    const { page } = await openPage({ path: lang === 'en' ? '' : `${lang}/`, viewport: PHONE });
    await appReady(page);
    await page.evaluate(() => document.fonts.ready);
    const names = page.locator('[data-map-view="start"] [data-name]');
    const seen = await names.evaluateAll((all) =>
      all
        .filter((name) => getComputedStyle(name).visibility === 'visible')
        .map((name) => name.getAttribute('data-name')),
    );
    const cities = ['kyiv', 'dnipro', 'zaporizhzhia', 'odesa'];
    const areas = ['ukraine', 'black-sea', 'crimea', 'occupied'];
    expect(seen).toEqual([...cities, 'plant', ...areas]);
  },
);

test('About tells how much of each language is there', async () => {
  const { page } = await openPage({ path: 'es/?panel=about', viewport: PHONE });
  await appReady(page);
  const table = page.locator('.about table', { hasText: 'Deutsch' });
  expect(await table.locator('thead th').allInnerTexts()).toEqual(
    PARTIAL_LANGUAGES.map((lang) => LANGUAGE_NAMES[lang].name),
  );
  const { coverage } = loadFacts();
  for (const { lang, parts } of coverage) {
    const column = PARTIAL_LANGUAGES.indexOf(lang) + 1;
    const shown = await table.locator(`tbody tr td:nth-child(${column + 1})`).allInnerTexts();
    expect(shown.map((text) => Number.parseInt(text, 10))).toEqual(
      parts.map(({ have, of }) => Math.floor((100 * have) / of)),
    );
  }
});
