/** Looks at the built site as a whole: what is in it, which tier saves it, how much it weighs. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { NOT_SAVED, readPlan } from '../../scripts/build-service-worker.mjs';
import { listFiles } from '../../scripts/lib/files.mjs';
import {
  COMPLETE_LANGUAGES,
  LANGUAGES,
  PARTIAL_LANGUAGES,
  pageOf,
} from '../../scripts/lib/languages.mjs';
import { dist, root } from '../../scripts/lib/paths.mjs';
import * as vocabulary from '../../src/core/vocabulary';
import type { OfflinePlan } from '../../src/offline/messages';

const KB = 1000;
const files = listFiles(dist);
const plan = readPlan() as OfflinePlan;
const textTier = plan.text.map((file) => file.url);
const rest = plan.rest.map((file) => file.url);
const optional = Object.values(plan.optional).flatMap((list) => list.map(({ url }) => url));
const text = (path: string) => readFileSync(join(dist, path), 'utf8');
const sum = (list: typeof files) => list.reduce((total, file) => total + file.gzip, 0);
const scripts = files.filter((file) => file.path.endsWith('.js') || file.path.endsWith('.mjs'));
const pages = LANGUAGES.map((lang) => `${pageOf(lang)}index.html`);

describe('offline tiers', () => {
  it('hold every file of dist once, except those that are never saved', () => {
    const saved = [...textTier, ...rest, ...optional].sort();
    const all = files.map((file) => file.path).filter((path) => !NOT_SAVED.includes(path));
    expect(saved).toEqual(all.sort());
    expect(files.map((file) => file.path)).toEqual(expect.arrayContaining(NOT_SAVED));
  });

  it('begin with the text edition: pages, style, icons, manifest and the first lines of script', () => {
    for (const part of [
      /^index\.html$/,
      /^uk\/index\.html$/,
      /manifest\.webmanifest$/,
      /manifest-uk\.webmanifest$/,
      /icon\.svg$/,
    ]) {
      expect(textTier.filter((path) => part.test(path))).toHaveLength(1);
    }
    expect(textTier.filter((path) => /woff2|json$|start-.*js|maplibre|vis-/.test(path))).toEqual(
      [],
    );
    for (const page of pages) {
      const html = text(page);
      const named = [
        ...html.matchAll(/<(?:link rel="stylesheet"|script)[^>]*(?:href|src)="([^"]+)"/g),
      ].map(([, address]) => new URL(address ?? '', `http://site/${page}`).pathname.slice(1));
      expect(named.filter((path) => !textTier.includes(path))).toEqual([]);
    }
    const complete = COMPLETE_LANGUAGES.map((lang) => `${pageOf(lang)}index.html`);
    expect(textTier.filter((path) => path.endsWith('.html')).sort()).toEqual(complete.sort());
    expect(sum(files.filter((file) => textTier.includes(file.path))) / KB).toBeLessThanOrEqual(165);
  });

  it('leave every other language to those who choose it, whole', () => {
    expect(COMPLETE_LANGUAGES).toEqual([...vocabulary.COMPLETE_LANGUAGES]);
    expect(PARTIAL_LANGUAGES).toEqual([...vocabulary.PARTIAL_LANGUAGES]);
    expect(Object.keys(plan.optional)).toEqual(PARTIAL_LANGUAGES);
    for (const lang of PARTIAL_LANGUAGES) {
      const own = plan.optional[lang]?.map(({ url }) => url) ?? [];
      for (const part of [/\/index\.html$/, /manifest-/, /\/words-/, /\/stories-/, /\/power\./]) {
        expect(
          own.filter((path) => part.test(path)),
          `${lang} ${part}`,
        ).toHaveLength(1);
      }
      const weight = sum(files.filter(({ path }) => own.includes(path) && !path.endsWith('woff2')));
      expect(weight / KB, lang).toBeLessThanOrEqual(140);
    }
  });

  it('go on in the order of need: app, facts and words, type, search, map, timeline, charts', () => {
    const order = [
      /start-.*js/,
      /facts-/,
      /words-en/,
      /normal.*woff2/,
      /search/,
      /basemap/,
      /maplibre/,
      /vis-timeline/,
      /Charts.*js/,
    ];
    const places = order.map((part) => rest.findIndex((path) => part.test(path)));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it('have the first lines of script import nothing outside the text edition before they run', () => {
    for (const path of textTier.filter((file) => file.endsWith('.js'))) {
      const imported = [...text(path).matchAll(/\bfrom\s*["']\.\/([^"']+)["']/g)].map(
        ([, name]) => `assets/${name}`,
      );
      expect(imported.filter((name) => !textTier.includes(name))).toEqual([]);
    }
  });

  it('name the same version in the worker, the pages and version.json', () => {
    expect(JSON.parse(text('version.json'))).toEqual({ version: plan.version });
    expect(text('sw.js')).toContain(plan.version);
    for (const page of pages) {
      expect(text(page)).toContain(`<meta name="version" content="${plan.version}" />`);
    }
  });

  it('have one worker file of the map engine, among the rest and named by the map', () => {
    const workers = files.filter((file) => /maplibre-gl-worker/.test(file.path));
    expect(workers).toHaveLength(1);
    expect(rest).toContain(workers[0]?.path);
    const name = workers[0]?.path.split('/').pop() ?? '';
    expect(scripts.filter((file) => file.body.includes(name)).length).toBeGreaterThan(0);
    // An engine file that a worker imports would have to be saved under a name nobody checks.
    expect(text(workers[0]?.path ?? '')).not.toMatch(/\bfrom\s*["']\.|import\s*\(?["']\./);
  });
});

describe('pages', () => {
  it.each(pages)('%s stands alone: policy, no inline script or style, relative names', (page) => {
    const html = text(page);
    expect(html).toContain("default-src 'none'");
    // The records for machines are no script: a browser runs nothing of this type.
    expect(html).not.toMatch(/<script(?!\stype="application\/ld\+json">)(?![^>]*\ssrc=)[^>]*>/);
    expect(html).not.toMatch(/<style[\s>]/);
    expect(html).not.toMatch(/\sstyle="/);
    expect(html).not.toMatch(/\son[a-z]+="/);
    expect(html).not.toMatch(/(?:href|src)="\/(?!\/)/);
    expect(html).not.toContain('<!--head-->');
    expect(html).not.toContain('<!--body-->');
  });

  it('are one in each language, linked to each other', () => {
    expect(text('index.html')).toContain('<html lang="en" data-root="./"');
    expect(text('uk/index.html')).toContain('<html lang="uk" data-root="../"');
    expect(text('index.html')).toContain('hreflang="uk" href="./uk/"');
    expect(text('uk/index.html')).toContain('hreflang="en" href="../"');
  });

  it.each(pages)('%s has its words in it before script', (page) => {
    const words = text(page)
      .replace(/^[\s\S]*<body>/, '')
      .replace(/<[^>]+>/g, ' ')
      .split(/\s+/);
    expect(words.length).toBeGreaterThan(500);
  });
});

describe('addresses', () => {
  /** Names in comments, licences, error messages and XML namespaces: nothing is fetched from them. */
  const HARMLESS = [
    /^https?:\/\/www\.w3\.org\//,
    /^https?:\/\/svelte\.dev\//,
    /^https?:\/\/github\.com\//,
    /^https?:\/\/(www\.)?maplibre\.org/,
    /^https?:\/\/momentjs\.com\//,
    /^https?:\/\/visjs\.github\.io/,
    /^https?:\/\/bit\.ly\//,
    /^https:\/\/layercake\.graphics\//,
    /^https?:\/\/maplibre\.invalid\//,
    /^https?:\/\/wiki\.openstreetmap\.org\/wiki\/This_map_requires_WebGL/,
    /^https?:\/\/rolldown\.rs\//,
    /^http:\/\/localhost/,
  ];

  it('scripts and styles name no other site to fetch from', () => {
    const found = files
      .filter((file) => /\.(m?js|css)$/.test(file.path))
      .flatMap(({ path, body }) =>
        (body.toString().match(/https?:\/\/[\w.-]+[^\s"'`)\\<>]*/g) ?? []).map((a) => ({
          path,
          a,
        })),
      )
      .filter(({ a }) => !HARMLESS.some((rule) => rule.test(a)))
      .map(({ path, a }) => `${path}: ${a}`);
    expect(found).toEqual([]);
  });

  it('pages fetch from nowhere else; they may link to sources', () => {
    for (const page of pages) {
      const elements = text(page).match(
        /<(?:script|link|img|iframe|source|video|audio|object)[^>]*>/g,
      );
      expect(elements?.filter((element) => /(?:href|src)="(?:https?:)?\/\//.test(element))).toEqual(
        [],
      );
    }
  });
});

describe('weight, compressed', () => {
  it('all script, the service worker included, is at most 640 KB', () => {
    expect(sum(scripts) / KB).toBeLessThanOrEqual(640);
  });

  it('no script is needed before the first text: it waits until the page is parsed', () => {
    for (const page of pages) {
      const html = text(page);
      const before = [...html.matchAll(/<script([^>]*)\ssrc="([^"]+)"/g)]
        .filter(([, attributes]) => !attributes.includes('type="module"'))
        .map(([, , address]) => new URL(address, `http://site/${page}`).pathname.slice(1));
      const size = sum(files.filter((file) => before.includes(file.path)));
      expect(size / KB).toBeLessThanOrEqual(30);
    }
  });

  it('one page, with its style, is at most 100 KB', () => {
    for (const page of pages) {
      const style = textTier.filter((path) => path.endsWith('.css'));
      const weight = sum(files.filter((file) => file.path === page || style.includes(file.path)));
      expect(weight / KB).toBeLessThanOrEqual(100);
    }
  });

  it('the type faces of every device are at most 140 KB', () => {
    const faces = files.filter(({ path }) => path.endsWith('.woff2') && !optional.includes(path));
    expect(sum(faces) / KB).toBeLessThanOrEqual(140);
  });

  it('everything offline is at most 1.6 MB, languages to choose apart', () => {
    const saved = files.filter(({ path }) => !NOT_SAVED.includes(path) && !optional.includes(path));
    expect(sum(saved) / KB / KB).toBeLessThanOrEqual(1.6);
  });

  it('the schema library does not reach readers', () => {
    const traces = /valibot|strictObject|Invalid type: Expected/;
    expect(scripts.filter((file) => traces.test(file.body.toString())).map((f) => f.path)).toEqual(
      [],
    );
  });
});

describe('README', () => {
  it('names only files that exist', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const linked = [...readme.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)].map(([, path]) => path);
    const quoted = [
      ...readme.matchAll(/`((?:src|data|docs|scripts|tests|public|\.ci)\/[\w./-]*)`/g),
    ];
    const paths = [...linked, ...quoted.map(([, path]) => path)].map((path) => path.split('#')[0]);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names commands that exist', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const named = [...readme.matchAll(/npm (?:run )?(start|test|[a-z-]+)\b/g)].map(
      ([, name]) => name,
    );
    const builtIn = ['ci', 'install', 'run', 'packages', 'package', 'only', 'registry'];
    expect(named.filter((name) => !(name in scripts) && !builtIn.includes(name))).toEqual([]);
  });
});
