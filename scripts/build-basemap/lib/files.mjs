/** Files of the basemap build: where they are, how they are hashed. No dependencies. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of this build and the project's root. */
export const HERE = join(dirname(fileURLToPath(import.meta.url)), '..');
export const ROOT = join(HERE, '..', '..');

/** Committed coordinates the build reads, from the project's root. */
export const COMMITTED = ['data/geo/water.json', 'data/geo/basemap_extra.json'];

/** Results and their upper limits in bytes, plain and gzipped. */
export const OUTPUTS = [
  { path: 'data/basemap/basemap.json', maxBytes: 380_000, maxGzip: 100_000 },
  { path: 'data/basemap/locator.json', maxBytes: 12_000, maxGzip: 5_000 },
  { path: 'data/basemap/start.json', maxBytes: 25_000, maxGzip: 10_000 },
];

export const INPUTS_FILE = 'data/basemap/inputs.json';

/** @param {string} path from the project's root @param {string} [root] */
export const readJson = (path, root = ROOT) => JSON.parse(readFileSync(join(root, path), 'utf8'));

/** SHA-256 of the parsed JSON written without spaces, so formatting and line ends do not count. */
export const jsonSha256 = (/** @type {unknown} */ value) =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** @param {string} file absolute path @returns {string} SHA-256 of the bytes */
export const fileSha256 = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');
