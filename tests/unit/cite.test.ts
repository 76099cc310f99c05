/** References in three styles, held against a citation library's own output. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import chicago from '@citation/csl-style-chicago-fullnote-bibliography/info.json';
import { describe, expect, it } from 'vitest';
import { eventTitle, proposalSaid } from '../../src/content/words';
import { asTitle, type Cited, cite } from '../../src/share/cite';
import { loadTestContent } from '../support/facts';

plugins.config.get('@csl').styles.add('chicago', chicago.content);

/** The library leaves “before” small here at a title's end, where the style wants a capital. */
const LIBRARY_SLIPS = ['2026-05-27-comms-blackout'];

const recordOf = ({ key, title, lang, day, url }: Cited) => ({
  id: key,
  type: 'webpage',
  title,
  author: [{ literal: 'Switchyard' }],
  issued: { 'date-parts': [day.split('-').map(Number)] },
  ...(url && { URL: url }),
  language: lang,
});

const library = (cited: Cited, template: 'apa' | 'chicago'): string =>
  new Cite(recordOf(cited)).format('bibliography', { template, lang: 'en-US' }).trim();

const titles = (lang: 'en' | 'uk'): Cited[] => {
  const content = loadTestContent(lang);
  const { claims, events, proposals } = content.facts;
  const named = [
    ...claims.map(({ id }) => [id, content.words.claims[id]?.claim] as const),
    ...events.map(({ id }) => [id, eventTitle(content, id)] as const),
    ...proposals.map(({ id }) => [id, proposalSaid(content, id)('name')?.text] as const),
  ];
  return named.map(([key, title = ''], i) => ({
    key,
    title: asTitle(title),
    lang,
    day: ['2026-08-22', '2026-01-05', '2025-05-31'][i % 3] ?? '',
    url: i % 5 === 0 ? '' : `https://example.org/${lang}/?claim=${key}&date=2026-08-22#a_b`,
  }));
};

describe.each(['en', 'uk'] as const)('every event, claim and proposal (%s)', (lang) => {
  const all = titles(lang);

  it.each(['apa', 'chicago'] as const)('reads in %s as the library writes it', (style) => {
    expect(all.length).toBeGreaterThan(200);
    const slips = lang === 'en' && style === 'chicago' ? LIBRARY_SLIPS : [];
    const same = all.filter(({ key }) => !slips.includes(key));
    expect(same.map((one) => cite(one, style))).toEqual(same.map((one) => library(one, style)));
    const differ = all.filter((one) => cite(one, style) !== library(one, style));
    expect(differ.map(({ key }) => key)).toEqual(slips);
  });

  it('is BibTeX that the library reads back', () => {
    for (const one of all) {
      const [read] = new Cite(cite(one, 'bibtex')).data;
      const wanted = { title: one.title.replaceAll('\u00a0', ' '), URL: one.url || undefined };
      expect({ title: read.title, URL: read.URL }, one.key).toEqual(wanted);
      expect(read.author).toEqual([{ family: 'Switchyard' }]);
      expect(read.issued?.['date-parts']?.[0]?.slice(0, 2)).toEqual(
        one.day.split('-').slice(0, 2).map(Number),
      );
      expect(read['citation-key'] ?? read.id).toBe(one.key);
    }
  });
});
