/**
 * Packs the built site for a school's own server, out/switchyard-<version>.zip: `site/` as it is
 * served, each text file with copies packed by brotli and gzip beside it, `hosting/` with settings
 * for common servers, and a README in both languages. `npm run school` builds first.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { zipSync } from 'fflate';
import { listFiles } from '../lib/files.mjs';
import { hostFiles } from '../lib/hosting.mjs';
import { dist, out } from '../lib/paths.mjs';
import { schoolReadme } from './school-readme.mjs';

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Names of formats that gain from packing. */
const TEXT = /\.(html|js|css|json|svg|txt|webmanifest)$/;
/** Smaller files fit one packet anyway. */
const WORTH_BYTES = 1000;
/** One date for all files, so that the same build gives the same archive. */
const MTIME = new Date(1980, 0, 1);

/**
 * Packed copies of a file, those that are smaller than it.
 * @param {{ path: string, body: Buffer }} file
 * @returns {Promise<[path: string, body: Buffer][]>}
 */
export async function packedCopies({ path, body }) {
  if (!TEXT.test(path) || body.length < WORTH_BYTES) return [];
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  };
  const [br, gz] = await Promise.all([brotli(body, { params }), gzipped(body, { level: 9 })]);
  return [
    [`${path}.br`, br],
    [`${path}.gz`, gz],
  ].filter(([, packed]) => packed.length < body.length);
}

/**
 * @param {{ file?: string }} [options] where to write the archive
 * @returns {Promise<{ file: string, bytes: number, version: string }>}
 */
export async function packSchool({ file } = {}) {
  const hosts = hostFiles();
  const files = listFiles(dist);
  const { version } = JSON.parse(readFileSync(join(dist, 'version.json'), 'utf8'));
  const copies = (await Promise.all(files.map(packedCopies))).flat();
  const readme = schoolReadme({
    version,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    hosts: Object.keys(hosts),
  });
  const entries = [
    ['README.txt', Buffer.from(readme), 9],
    ...Object.entries(hosts).map(([name, text]) => [`hosting/${name}`, Buffer.from(text), 9]),
    ...files.map(({ path, body }) => [`site/${path}`, body, TEXT.test(path) ? 9 : 0]),
    ...copies.map(([path, body]) => [`site/${path}`, body, 0]),
  ];
  const archive = zipSync(
    Object.fromEntries(
      entries.map(([path, body, level]) => [
        `switchyard/${path}`,
        [new Uint8Array(body), { level, mtime: MTIME }],
      ]),
    ),
  );
  const target = file ?? join(out, `switchyard-${version}.zip`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, archive);
  return { file: target, bytes: archive.length, version };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { file, bytes } = await packSchool();
  console.log(`${file}: ${(bytes / 1e6).toFixed(2)} MB`);
}
