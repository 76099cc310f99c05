/** A second version of the built site, as the next deployment would put in the first one's place. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { listFiles } from '../../scripts/lib/files.mjs';
import { dist } from '../../scripts/lib/paths.mjs';

/** Words of the English page and what the second version makes of them. */
export const WORDS_OF_ONE = 'nuclear plant';
export const WORDS_OF_TWO = 'NUCLEAR PLANT';

const TEXT = new Set(['.html', '.js', '.css', '.json', '.webmanifest', '.txt', '.svg']);
const HASHED = /^assets\/(.+)-([\w-]{8})(\.\w+)$/;

const digests = (body: Buffer): string[] => {
  const hash = createHash('sha256').update(body).digest();
  return [hash.toString('base64'), hash.toString('hex').slice(0, 16)];
};

/**
 * Writes a copy of dist in which every hashed file has another name, some words of the English page
 * and of its content file differ, and the service worker and version.json know all of it. The code
 * does the same as before: what is shown is that a whole deployment is taken over, not a new feature.
 * @returns the folder, and what removes it
 * @throws Error where the service worker does not name a file that has changed
 */
export function makeVersionTwo(): { folder: string; version: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'switchyard-two-'));
  const files = listFiles(dist);
  const read = (path: string) => files.find((file) => file.path === path)?.body.toString() ?? '';
  const { version: one } = JSON.parse(read('version.json')) as { version: string };
  const version = [...one].reverse().join('');

  const names = new Map<string, string>();
  for (const { path } of files) {
    const [, name, hash, ending] = HASHED.exec(path) ?? [];
    if (name) names.set(`${name}-${hash}${ending}`, `${name}-two${hash?.slice(3)}${ending}`);
  }
  const rename = (text: string) => {
    let renamed = text.replaceAll(one, version).replaceAll(WORDS_OF_ONE, WORDS_OF_TWO);
    for (const [from, to] of names) renamed = renamed.replaceAll(from, to);
    return renamed;
  };

  let worker = '';
  const changed = new Map<string, string>();
  for (const { path, body } of files) {
    const to = rename(path);
    const next = TEXT.has(extname(path)) ? Buffer.from(rename(body.toString())) : body;
    if (path === 'sw.js') worker = next.toString();
    const [now, then] = [digests(next), digests(body)];
    for (const [i, digest] of then.entries()) changed.set(digest, now[i] ?? '');
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    writeFileSync(join(folder, to), next);
  }
  for (const [from, to] of changed) worker = worker.replaceAll(from, to);
  for (const [from, to] of names) {
    if (!worker.includes(to)) throw new Error(`the service worker does not know ${from}`);
  }
  writeFileSync(join(folder, 'sw.js'), worker);
  return { folder, version, remove: () => rmSync(folder, { recursive: true }) };
}
