import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Formats that are compressed already; a server sends them as they are. */
const COMPRESSED = /\.(woff2|png|jpg|webp)$/;

/**
 * All files below `folder`, in order of their paths.
 * @param {string} folder
 * @returns {{ path: string, body: Buffer, bytes: number, gzip: number }[]} `path` with forward
 *   slashes; `gzip` = bytes on the wire
 */
export function listFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      const body = readFileSync(path);
      return {
        path: relative(folder, path).split(sep).join('/'),
        body,
        bytes: body.length,
        gzip: COMPRESSED.test(path) ? body.length : gzipSync(body, { level: 9 }).length,
      };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
