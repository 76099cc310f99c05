/**
 * Sorts the files of dist into the two offline tiers, gives the build its version, and bundles
 * src/offline/service-worker.ts with that list as dist/sw.js. Runs last: whatever lies in dist is
 * in a tier, or named in `NOT_SAVED`.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { listFiles } from './lib/files.mjs';
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

/** Heavy files in the order of need: style, our own code, type, map, the other libraries, the rest. */
const ORDER = [
  /\.css$/,
  /^assets\/(?!.*(maplibre|vis-)).*\.js$/,
  /\.woff2$/,
  /basemap/,
  /maplibre/,
  /\.js$/,
];

const sha256 = (data, encoding) => createHash('sha256').update(data).digest(encoding);
/** Vite's names end in a hash of the content; files of public/ keep their names. */
const isHashed = (path) => path.startsWith('assets/');
const revisionOf = ({ path, body }) => (isHashed(path) ? null : sha256(body, 'hex').slice(0, 16));
const rank = (path) => {
  const place = ORDER.findIndex((kind) => kind.test(path));
  return place < 0 ? ORDER.length : place;
};

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

/** The shell is the pages and all they name themselves, type excepted. */
function shellPaths(files) {
  const shell = new Set();
  for (const { path, body } of files.filter((file) => file.path.endsWith('.html'))) {
    shell.add(path);
    for (const [, address] of body
      .toString()
      .matchAll(/<(?:link|script)[^>]*\s(?:href|src)="([^"]+)"/g)) {
      const target = new URL(address, `http://site/${path}`).pathname.slice(1);
      if (!target.endsWith('.woff2')) shell.add(target);
    }
  }
  return shell;
}

/** @returns {import('../src/offline/messages').OfflinePlan} */
function makePlan(version) {
  const files = listFiles(dist).filter((file) => !NOT_SAVED.includes(file.path));
  const inShell = shellPaths(files);
  return {
    version,
    shell: files
      .filter((file) => inShell.has(file.path))
      .map((file) => ({ url: file.path, revision: revisionOf(file) })),
    heavy: files
      .filter((file) => !inShell.has(file.path))
      .sort((a, b) => rank(a.path) - rank(b.path) || a.bytes - b.bytes)
      .map((file) => ({
        url: file.path,
        revision: revisionOf(file),
        bytes: file.bytes,
        integrity: `sha256-${sha256(file.body, 'base64')}`,
      })),
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
        input: join(root, 'src/offline/service-worker.ts'),
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
