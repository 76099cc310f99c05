/**
 * Licences of what readers receive. Run by itself it writes the table of packages in
 * docs/licences.md from package-lock.json; the build adds to dist/licences.txt, which Vite makes
 * from the bundled modules, the texts of what it cannot see: the service worker's and the type's.
 */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, root } from './lib/paths.mjs';

/** Package → what a reader has it for. Their own dependencies follow, where they are bundled. */
const SHIPPED = {
  svelte: 'the interface',
  'maplibre-gl': 'the map',
  'vis-timeline': 'the timeline',
  'vis-data': 'the timeline',
  moment: 'dates of the timeline',
  layercake: 'the charts',
  'd3-sankey': 'the picture of shares',
  uqr: 'codes for phones to read',
  lineclip: 'the maps on paper',
  minisearch: 'the search',
  clsx: 'used by svelte',
  'workbox-window': 'offline: the page’s side',
  'workbox-precaching': 'offline: the service worker',
  'workbox-routing': 'offline: the service worker',
  '@fontsource-variable/source-sans-3': 'the type',
};
/** Their dependencies serve their build only. */
const NOT_FOLLOWED = new Set(['svelte', '@fontsource-variable/source-sans-3']);
const OUTSIDE_THE_BUNDLE = [
  'workbox-core',
  'workbox-precaching',
  'workbox-routing',
  'workbox-strategies',
  '@fontsource-variable/source-sans-3',
];
const START = '<!-- packages: written by `npm run licences` -->';
const END = '<!-- end of packages -->';

function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = new Map();
  /** A package may have its own version of another below it. */
  const add = (name, purpose, parent = '') => {
    const entry =
      packages[`node_modules/${parent}/node_modules/${name}`] ?? packages[`node_modules/${name}`];
    const key = `${name}@${entry?.version}`;
    if (!entry || found.has(key) || name.startsWith('@types/')) return;
    found.set(key, { name, version: entry.version, licence: entry.license ?? '?', purpose });
    if (NOT_FOLLOWED.has(name)) return;
    const needs = { ...entry.dependencies, ...entry.peerDependencies };
    for (const need of Object.keys(needs)) {
      add(need, SHIPPED[need] ?? `used by ${name}`, name);
    }
  };
  for (const [name, purpose] of Object.entries(SHIPPED)) add(name, purpose);
  return [...found.values()].sort((a, b) =>
    a.name === b.name ? (a.version < b.version ? -1 : 1) : a.name < b.name ? -1 : 1,
  );
}

/** The generated part of docs/licences.md. */
export function packageTable() {
  const rows = shippedPackages().map(
    ({ name, version, licence, purpose }) => `| ${name} | ${version} | ${licence} | ${purpose} |`,
  );
  return [
    START,
    '| package | version | licence | for |',
    '| --- | --- | --- | --- |',
    ...rows,
    END,
  ].join('\n');
}

/** Name, version and licence text of an installed package, in the form of Vite's own list. */
export function noticeOf(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const text = readFileSync(join(folder, 'LICENSE'), 'utf8').trim();
  return `\n## ${name} - ${version} (${license})\n\n${text}\n`;
}

export function addNotices() {
  const notices = OUTSIDE_THE_BUNDLE.map(noticeOf).join('');
  appendFileSync(join(dist, 'licences.txt'), notices);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const path = join(root, 'docs/licences.md');
  const text = readFileSync(path, 'utf8');
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error('docs/licences.md has lost its package marks');
  writeFileSync(path, `${before}${packageTable()}${after}`);
}
