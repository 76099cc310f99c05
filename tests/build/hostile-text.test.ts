/** Markup in every word of the data stays text in the prerendered pages as well. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { collectMaps } from '../../scripts/build-content.mjs';
import { ssr } from '../../scripts/lib/paths.mjs';
import type { render as Render } from '../../src/entry-server';
import { hostileFacts, hostileWords } from '../support/hostile';

const entry = join(ssr, 'entry-server.js');

test.each(['en', 'uk'] as const)('the page in %s', async (lang) => {
  if (!existsSync(entry)) throw new Error('nothing is built yet: run `npm run build`');
  const { render } = (await import(pathToFileURL(entry).href)) as { render: typeof Render };
  const { head, before, body, after, data } = render(
    lang,
    {
      facts: hostileFacts(),
      maps: collectMaps(),
      english: hostileWords('en'),
      words: hostileWords(lang),
    },
    { uk: './' },
  );
  for (const html of [head, before, body, after]) {
    expect(html).toContain('&lt;x-injected>');
    expect(html).not.toMatch(/<x-injected|<img|<script|<\/script/);
    // Quotes of the markup must not end an attribute.
    expect(html.replace(/>[^<]*/g, '>')).not.toMatch(/\sonmouseover="/);
  }
  expect(data).not.toContain('<');
  expect(JSON.stringify(JSON.parse(data))).toContain('<x-injected>');
});
