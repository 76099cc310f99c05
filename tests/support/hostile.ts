/** The project's own content with markup put into every text that a reader may see. */
import type { Page } from 'playwright-core';
import { collectFacts, collectWords } from '../../scripts/build-content.mjs';
import type { Facts, LanguageWords } from '../../src/core/model';
import type { Language } from '../../src/core/vocabulary';

/** Ends an attribute in either quotes, closes elements, opens others, and would run. */
export const MARKUP =
  '"\' onmouseover="globalThis.harmed=1"></text></title></script><x-injected></x-injected>' +
  '<img src="x" onerror="globalThis.harmed=1"><script>globalThis.harmed=1</script>&lt;b&gt;';

/** Names of facts' parts that are text for readers; the others are ids, dates and addresses. */
const TEXT_PARTS = new Set(['publisher', 'title', 'relays', 'copyAt', 'note', 'licence', 'name']);

function marked<T>(value: T, isText: (key: string) => boolean, key = ''): T {
  if (typeof value === 'string') return (isText(key) ? value + MARKUP : value) as T;
  if (Array.isArray(value)) return value.map((item) => marked(item, isText, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, marked(part, isText, name)]),
  ) as T;
}

export const hostileWords = (lang: Language): LanguageWords =>
  marked(collectWords(lang), () => true);

export const hostileFacts = (): Facts => {
  const facts = collectFacts();
  const { sources, mining } = marked({ sources: facts.sources, mining: facts.mining }, (key) =>
    TEXT_PARTS.has(key),
  );
  return { ...facts, sources, mining };
};

/** Elements and attributes of the markup that became part of the page, and whether any of it ran. */
export const harmIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => [
    ...('harmed' in globalThis ? ['a script ran'] : []),
    ...[
      ...document.querySelectorAll(
        'x-injected, img, iframe, script:not([src], [type="application/ld+json"]), [onmouseover], [onerror], [onload]',
      ),
    ].map((element) => element.outerHTML.slice(0, 200)),
  ]);
