/** Rules for words and pictures that a machine can hold: neutrality, safety, plain names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';
import type { Language } from '../../src/core/vocabulary';
import { loadFacts, loadStories, loadWords } from '../support/facts';

const facts = loadFacts();
const english = loadWords('en');
const ukrainian = loadWords('uk');

/** Every text of a language as [path, text]. */
function allTexts(lang: Language): [string, string][] {
  const texts: [string, string][] = [];
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') texts.push([path, value]);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`);
    }
  };
  walk(loadWords(lang), lang);
  for (const story of loadStories(lang)) walk(story.words, `${lang}.stories.${story.id}`);
  return texts;
}

const having = (lang: Language, wrong: RegExp): string[] =>
  allTexts(lang)
    .filter(([, text]) => wrong.test(text))
    .map(([path, text]) => `${path}: ${text}`);

describe('English', () => {
  test.each([
    [
      'judging words',
      /\b(regime|puppet|terroris\w*|so-called|illegal(ly)? annex\w*|liberat\w+)\b/i,
    ],
    [
      '“no deal” and “on the table” without a date',
      /\bno deal\b|\bon the table\b(?!.*(\b20\d\d\b|\{date\}))/i,
    ],
    ['occupied land as Russian territory', /\b(annexed|new) (territor\w+|regions?)\b/i],
    [
      'spellings of Ukrainian names from Russian',
      /\b(Zaporozh\w*|Energodar|Dnepr\w*|Kiev|Kharkov|Odessa|Nikolaev|Kherson oblast|Donbass)\b/,
    ],
    ['“the Ukraine”', /\bthe Ukraine\b(?!’s|'s| war| conflict| peace| grid| crisis)/],
    ['straight quotation marks', /"/],
  ])('has no %s', (_, wrong) => {
    expect(having('en', wrong)).toEqual([]);
  });

  test('titles are short, without a full stop', () => {
    const titles = [
      ...Object.values(english.events).map((words) => words.title),
      ...Object.values(english.proposals).map((words) => words.name),
    ];
    expect(titles.filter((title) => title.length > 60 || /\.$/.test(title))).toEqual([]);
  });

  test('short names of proposals fit a column', () => {
    const names = [...Object.values(english.proposals), ...Object.values(ukrainian.proposals)];
    expect(names.map((words) => words.short).filter((short) => short.length > 28)).toEqual([]);
  });

  test('where a proposal stood is dated', () => {
    const undated = Object.entries(english.proposals).filter(
      ([, words]) => !/\b20\d\d\b/.test(words.status ?? ''),
    );
    expect(undated.map(([id]) => id)).toEqual([]);
  });
});

describe('Ukrainian', () => {
  test.each([
    ['a straight or other apostrophe inside a word', /[а-яіїєґ]['ʼ`][а-яіїєґ]/i],
    ['letters that only Russian has', /[ыэъё]/i],
    ['reservoir called empty instead of drained', /(?<!с)порожн/i],
    ['names of towns from Russian', /Энергодар|Энерго|Запорожь|Днепр|Никополь/i],
    ['straight quotation marks', /"/],
  ])('has no %s', (_, wrong) => {
    expect(having('uk', wrong)).toEqual([]);
  });
});

describe('safety', () => {
  test('near the plant only outline, pond, channels, shore, dam and town are drawn', () => {
    const local = JSON.parse(readFileSync(join(root, 'data/geo/local.json'), 'utf8'));
    const kinds: string[] = local.features.map(
      (f: { properties: { kind: string } }) => f.properties.kind,
    );
    const allowed = ['plant', 'pond', 'shore', 'channel', 'dam', 'town'];
    expect(kinds.filter((kind) => !allowed.includes(kind))).toEqual([]);
    expect(kinds.filter((kind) => kind === 'plant')).toHaveLength(1);
    expect(JSON.stringify(local)).not.toMatch(
      /build|storage|training|admin|diesel|reactor|turbine/i,
    );
  });

  test('only the plant’s own lines and the ties have names', () => {
    const named = facts.grid.lines.filter((line) => line.group !== 'grid').map((line) => line.id);
    expect(Object.keys(english.grid.lines).sort()).toEqual(named.sort());
  });

  test('titles about violence against persons are plain', () => {
    const titles = facts.events
      .filter((event) => event.violence)
      .map((event) => english.events[event.id]?.title ?? '');
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((title) => /brutal|horr|murder|massacre|!/i.test(title))).toEqual([]);
  });
});

describe('claims and events', () => {
  test('every verdict has a word of the house', () => {
    const verdicts = new Set(facts.claims.map((claim) => english.ui[`verdict.${claim.verdict}`]));
    const words = [
      'supported',
      'partly',
      'contradicted',
      'no evidence found',
      'unverifiable',
      'opinion',
    ];
    expect([...verdicts].filter((word) => !words.includes(word ?? ''))).toEqual([]);
  });

  test('the last event sums up what is known and says who wrote it', () => {
    const last = facts.events.at(-1);
    expect(last).toMatchObject({ id: '2026-08-22-state-of-knowledge', ownSummary: true });
    expect(facts.events.filter((event) => event.ownSummary)).toHaveLength(1);
  });

  test('statements of the two articles that are no claims are placed, or not used with a reason', () => {
    const listed: { statement: string; place: string | null; because: string }[] = JSON.parse(
      readFileSync(join(root, 'data/not-used.json'), 'utf8'),
    );
    const { openQuestions } = facts.mining;
    const about = [/operate/, /revenue/, /infiltration/, /tentative/, /each side/, /treason/];
    for (const word of about) {
      const one = listed.filter(({ statement }) => word.test(statement));
      expect(one, String(word)).toHaveLength(1);
      const place = one[0]?.place;
      const question = openQuestions.find(({ id }) => id === place);
      expect(question, String(word)).toBeDefined();
      const said = english.mining.openQuestions[question?.id ?? ''] ?? '';
      expect(said, 'attributed to its publisher').toContain(
        english.ui[`publisher.${question?.publisher}`],
      );
      expect(said).toMatch(word);
    }
    const places = listed.map(({ place }) => place);
    expect(openQuestions.filter(({ id }) => !places.includes(id))).toEqual([]);
    expect(listed.filter(({ because }) => because.length < 10)).toEqual([]);
  });

  test('the articles’ own words stand in quotation marks only where a claim quotes them', () => {
    const { chain, chainMarks, openQuestions } = english.mining;
    const articles = facts.mining.chain.filter(({ role }) => role === 'article');
    const texts = [
      ...Object.values(openQuestions),
      ...articles.flatMap(({ id, added = [] }) => [
        chain[id]?.what ?? '',
        ...added.flatMap((mark) => [chainMarks[mark]?.short ?? '', chainMarks[mark]?.text ?? '']),
      ]),
    ];
    const evidence = Object.values(english.claims).map(({ evidence, quote }) =>
      [evidence, quote].join(' '),
    );
    const quoted = texts.flatMap((text) => text.match(/“[^”]+”/g) ?? []);
    expect(quoted).toContain('“preliminary consensus”');
    const bare = (words: string) => words.slice(1, -1);
    expect(quoted.filter((words) => !evidence.some((text) => text.includes(bare(words))))).toEqual(
      [],
    );
  });
});
