/**
 * Gathers data/ into the few compact files the app fetches: .generated/content/facts.json,
 * maps.json, words-<language>.json and basemap.json, and on demand stories-<language>.json (the list),
 * stories/<id>.<language>.json and method-<language>.json, in the languages that have them. Nothing is checked here (`npm run check` does that);
 * a missing file counts as empty and is named, so that a draft of the data still runs.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { coverageOf } from './lib/coverage.mjs';
import { COMPLETE_LANGUAGES, LANGUAGES, PARTIAL_LANGUAGES } from './lib/languages.mjs';
import { content as outDir, pseudo, root } from './lib/paths.mjs';
import { pseudoWords } from './lib/pseudo.mjs';

/** Solved cases whose injections, the plant's included, are the base of the scenarios. */
const BASE_CASES = ['a1', 'b2', 'c1'];

/** File under data/text/<language> → its key in `LanguageWords` and the shape of an empty one. */
const WORD_FILES = {
  ui: ['ui', {}],
  events: ['events', {}],
  proposals: ['proposals', {}],
  claims: ['claims', {}],
  obstacles: ['obstacles', {}],
  mining: ['mining', { numbers: {}, precedents: {}, chain: {}, chainMarks: {}, openQuestions: {} }],
  grid: ['grid', { nodes: {}, lines: {}, assumptions: {}, loads: {} }],
  places: ['places', {}],
  'event-places': ['eventPlaces', {}],
  destinations: ['destinations', {}],
  'contact-line': ['contactLine', {}],
  glossary: ['glossary', {}],
};

/** A reader of data/<name>: the parsed file, or undefined where there is none. */
function fromDisk(name) {
  const path = join(root, 'data', name);
  if (!existsSync(path)) return undefined;
  try {
    const value = JSON.parse(readFileSync(path, 'utf8'));
    return pseudo && name.startsWith('text/en/') ? pseudoWords(value) : value;
  } catch (error) {
    throw new Error(`data/${name}: ${error.message}`);
  }
}

/** Reads data/<name>; `empty` and an entry in `missing` where there is no such file. */
const reader = (missing, from) => (name, empty) => {
  const value = from(name);
  if (value !== undefined) return value;
  missing.push(`data/${name}`);
  return empty;
};

/** Each phase ends where the next begins. */
const withEnds = (phases) =>
  phases.map((phase, i) => ({ ...phase, to: phases[i + 1]?.from ?? null }));

/**
 * The guided stories as `StoryFacts` of src/core/story.ts, in their order.
 * @returns {import('../src/core/story').StoryFacts[]}
 */
export function collectStories() {
  const folder = join(root, 'data/stories');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => fromDisk(`stories/${name}`))
    .sort((a, b) => a.order - b.order);
}

/**
 * One story in one language; in English, and saying so, where a partial language lacks it.
 * @param {import('../src/core/story').StoryFacts} story
 * @param {string} lang
 * @param {string[]} [missing] receives the names of missing files
 * @returns {import('../src/core/story').Story}
 */
export function withWords(story, lang, missing = []) {
  const own = fromDisk(`text/${lang}/stories/${story.id}.json`);
  if (own !== undefined) return { ...story, words: own };
  if (PARTIAL_LANGUAGES.includes(lang)) return { ...withWords(story, 'en', missing), lang: 'en' };
  missing.push(`data/text/${lang}/stories/${story.id}.json`);
  return { ...story, words: { title: story.id, summary: '', steps: {}, lesson: {} } };
}

/** @param {import('../src/core/story').Story} story */
const listed = ({ id, kind, minutes, steps, words, lang }) => ({
  id,
  kind,
  minutes,
  steps: steps.length,
  title: words.title,
  summary: words.summary,
  lang,
});

/**
 * All facts as `Facts` of src/core/model.ts.
 * @param {string[]} [missing] receives the names of missing files
 * @param {(name: string) => unknown} [from] in place of the files on disk
 * @returns {import('../src/core/model').Facts}
 */
export function collectFacts(missing = [], from = fromDisk) {
  const read = reader(missing, from);
  const grid = {};
  for (const part of ['nodes', 'lines', 'buses', 'transformers', 'topologies', 'loads']) {
    grid[part] = read(`grid/${part}.json`, []);
  }
  grid.assumptions = read('grid/assumptions.json', []);
  const cases = read('grid/reference-cases.json', []);
  return {
    sources: read('sources.json', {}),
    events: read('events.json', []),
    losses: read('losses.json', []),
    phases: withEnds(read('phases.json', [])),
    proposals: read('proposals.json', []),
    obstacles: read('obstacles.json', []),
    articles: read('articles.json', []),
    claims: read('claims.json', []),
    mining: read('mining.json', {
      numbers: [],
      machines: [],
      scenarios: [],
      precedents: [],
      law: [],
      chain: [],
      openQuestions: [],
    }),
    plant: read('plant.json', { units: [], reservoir: [] }),
    grid,
    baseInjections: Object.fromEntries(
      cases.filter((c) => BASE_CASES.includes(c.id)).map((c) => [c.id, c.injectionsMw]),
    ),
    places: read('places.json', []),
    control: read('control.json', { places: [], contactLine: [], statements: [] }),
    stories: collectStories().map(({ id }) => id),
    coverage: coverageOf(
      PARTIAL_LANGUAGES,
      from,
      collectStories().map(({ id }) => id),
    ),
  };
}

/**
 * All words of one language as `LanguageWords` of src/core/model.ts; what is not translated is absent.
 * @param {string} lang
 * @param {string[]} [missing] receives the names of missing files
 * @param {(name: string) => unknown} [from] in place of the files on disk
 * @returns {import('../src/core/model').LanguageWords}
 */
export function collectWords(lang, missing = [], from = fromDisk) {
  // A partial language may lack any of its files.
  const read = reader(PARTIAL_LANGUAGES.includes(lang) ? [] : missing, from);
  const words = {};
  for (const [file, [key, empty]] of Object.entries(WORD_FILES)) {
    words[key] = read(`text/${lang}/${file}.json`, structuredClone(empty));
  }
  return words;
}

/**
 * The two small maps that are drawn before and without WebGL, as `Maps` of src/content/content.ts.
 * @param {string[]} [missing] receives the names of missing files
 * @returns {import('../src/content/content').Maps}
 */
export function collectMaps(missing = []) {
  const read = reader(missing, fromDisk);
  return {
    start: read('basemap/start.json', { layers: {} }),
    locator: read('basemap/locator.json', { layers: {} }),
  };
}

/**
 * How the record was made, as `Method` of src/core/method.ts; words that are missing are English.
 * @param {string} lang
 * @param {string[]} [missing] receives the names of missing files
 * @returns {import('../src/core/method').Method}
 */
export function collectMethod(lang, missing = []) {
  const read = reader(missing, fromDisk);
  const empty = { subjects: {}, decisions: {}, unverified: {}, corrections: {} };
  const english = read('text/en/method.json', empty);
  const own = read(`text/${lang}/method.json`, empty);
  const words = Object.keys(empty).map((part) => [part, { ...english[part], ...own[part] }]);
  return {
    decisions: read('decisions.json', []),
    unverified: read('unverified.json', []),
    corrections: read('corrections.json', []).toSorted((a, b) => b.date.localeCompare(a.date)),
    words: Object.fromEntries(words),
  };
}

/** Writes .generated/content; returns the names of missing data files. */
export function buildContent() {
  const missing = [];
  mkdirSync(outDir, { recursive: true });
  const write = (name, value) => writeFileSync(join(outDir, name), JSON.stringify(value));
  write('facts.json', collectFacts(missing));
  write('maps.json', collectMaps(missing));
  for (const lang of LANGUAGES) write(`words-${lang}.json`, collectWords(lang, missing));

  for (const lang of COMPLETE_LANGUAGES) write(`method-${lang}.json`, collectMethod(lang, missing));

  // Emptied first, so that a story that was taken out is not published again.
  rmSync(join(outDir, 'stories'), { recursive: true, force: true });
  mkdirSync(join(outDir, 'stories'));
  for (const lang of LANGUAGES) {
    const stories = collectStories().map((story) => withWords(story, lang, missing));
    write(`stories-${lang}.json`, stories.map(listed));
    for (const story of stories) {
      if (!story.lang) write(`stories/${story.id}.${lang}.json`, story);
    }
  }

  const read = reader(missing, fromDisk);
  const basemap = read('basemap/basemap.json', {});
  const local = read('geo/local.json', { type: 'FeatureCollection', features: [] });
  write('basemap.json', { ...basemap, layers: { ...basemap.layers, local } });
  return missing;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const missing = buildContent();
  if (missing.length > 0) console.log(`content: not there yet: ${missing.join(', ')}`);
}
