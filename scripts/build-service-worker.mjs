/**
 * Sorts the files of dist into the two offline tiers, gives the build its version, and bundles the
 * service worker with that list as dist/sw.js. Runs last: whatever lies in dist is in a tier, or
 * named in `NOT_SAVED`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { listFiles } from './lib/files.mjs';
import { PARTIAL_LANGUAGES } from './lib/languages.mjs';
import { INSTALL_FOLDER } from './lib/manifest.mjs';
import { dist, generated, root } from './lib/paths.mjs';

/**
 * Never saved: the worker itself, the way out of a stuck version, files for crawlers and
 * auditors, and pictures that only an installation asks for.
 */
export const NOT_SAVED = [
  'sw.js',
  'version.json',
  'robots.txt',
  'sbom.cdx.json',
  ...readdirSync(join(root, 'public', INSTALL_FOLDER)).map((name) => `${INSTALL_FOLDER}/${name}`),
];

/** The rest in the order of need; the app's own script comes before all of it. */
const ORDER = [
  /facts-/,
  /words-/,
  /maps-/,
  /normal.*\.woff2$/,
  /search-/,
  /basemap/,
  /^assets\/map-/,
  /maplibre/,
  /timeline/,
  /Charts/,
  /\.(js|css)$/,
  /\.woff2$/,
];

const sha256 = (data, encoding) => createHash('sha256').update(data).digest(encoding);
/** Vite's names end in a hash of the content; files of public/ keep their names. */
const isHashed = (path) => path.startsWith('assets/');
const revisionOf = ({ path, body }) => (isHashed(path) ? null : sha256(body, 'hex').slice(0, 16));

/** Puts the version into the pages and beside them. It covers every byte of the build. */
function stampVersion() {
  const hash = createHash('sha256');
  const files = listFiles(dist);
  for (const { path, body } of files) hash.update(`${path}\n`).update(body);
  const version = hash.digest('hex').slice(0, 12);
  for (const { path, body } of files.filter((file) => file.path.endsWith('.html'))) {
    writeFileSync(join(dist, path), body.toString().replace('__VERSION__', version));
  }
  writeFileSync(join(dist, 'version.json'), `${JSON.stringify({ version })}\n`);
  return version;
}

/** Script and what it imports before it runs. */
function staticGraph(path, byPath, seen = new Set()) {
  const file = byPath.get(path);
  if (!file || seen.has(path)) return seen;
  seen.add(path);
  for (const [, name] of file.body
    .toString()
    .matchAll(/(?:\bfrom|\bimport)\s*["']\.\/([\w.-]+\.js)["']/g)) {
    staticGraph(`assets/${name}`, byPath, seen);
  }
  return seen;
}

/**
 * What the pages name: `text` = themselves, style, their icons and the first lines of script; `app` = the
 * script that these fetch.
 */
function namedByPages(files) {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const text = new Set();
  const app = new Set();
  for (const { path, body } of files.filter((file) => file.path.endsWith('.html'))) {
    text.add(path);
    for (const [element, address] of body
      .toString()
      .matchAll(/<(?:link|script)[^>]*\s(?:href|src)="([^"]+)"[^>]*>/g)) {
      const target = new URL(address, `http://site/${path}`).pathname.slice(1);
      if (element.startsWith('<script')) {
        for (const script of staticGraph(target, byPath)) text.add(script);
      } else if (element.includes('modulepreload')) app.add(target);
      else if (/rel="(stylesheet|icon|apple-touch-icon|manifest)"/.test(element)) text.add(target);
    }
  }
  return { text, app };
}

/**
 * The partial language that alone needs a file; undefined = every device needs it. Its page, its
 * manifest and its words carry its tag; only Polish needs the Latin letters beyond the common ones.
 */
function optionalLanguage(path) {
  if (/latin-ext/.test(path)) return 'pl';
  const tag = /^([a-z]{2})\/|[-.]([a-z]{2})(?:-[\w-]{8}\.json|\.webmanifest)$/.exec(path);
  return PARTIAL_LANGUAGES.find((lang) => lang === (tag?.[1] ?? tag?.[2]));
}

/** @returns {import('../src/offline/messages').OfflinePlan} */
function makePlan(version) {
  const saved = listFiles(dist).filter((file) => !NOT_SAVED.includes(file.path));
  const files = saved.filter(({ path }) => !optionalLanguage(path));
  const { text, app } = namedByPages(files);
  const rank = (path) => {
    if (app.has(path)) return -1;
    const place = ORDER.findIndex((kind) => kind.test(path));
    return place < 0 ? ORDER.length : place;
  };
  const entry = (file) => ({
    url: file.path,
    revision: revisionOf(file),
    bytes: file.gzip,
    integrity: `sha256-${sha256(file.body, 'base64')}`,
  });
  return {
    version,
    text: files.filter((file) => text.has(file.path)).map(entry),
    rest: files
      .filter((file) => !text.has(file.path))
      .sort((a, b) => rank(a.path) - rank(b.path) || a.bytes - b.bytes)
      .map(entry),
    optional: Object.fromEntries(
      PARTIAL_LANGUAGES.map((lang) => [
        lang,
        saved.filter(({ path }) => optionalLanguage(path) === lang).map(entry),
      ]),
    ),
  };
}

/** @param {import('vite').InlineConfig} shared */
export async function buildServiceWorker(shared) {
  const plan = makePlan(stampVersion());
  mkdirSync(generated, { recursive: true });
  writeFileSync(join(generated, 'offline-plan.json'), `${JSON.stringify(plan, null, 2)}\n`);
  await build({
    ...shared,
    configFile: false,
    define: {
      __OFFLINE_PLAN__: JSON.stringify(plan),
      'process.env.NODE_ENV': '"production"',
    },
    build: {
      outDir: dist,
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, 'src/offline/worker/service-worker.ts'),
        output: { format: 'iife', entryFileNames: 'sw.js' },
      },
    },
  });
  return plan;
}

/** The list the last build wrote, for tests. */
export function readPlan() {
  return JSON.parse(readFileSync(join(generated, 'offline-plan.json'), 'utf8'));
}
