/**
 * What the data check works on: every JSON file under data/, parsed, and the interface keys that
 * src/ asks for. Tests build one in memory, change a fact and see the problem named.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { repeatedKeys } from './repeated-keys';
import { scanUiKeys, type UiKeyUse } from './ui-keys';

/** One refusal: the file as seen from the project's root, the record in it, and what is wrong. */
export interface Problem {
  file: string;
  id: string;
  reason: string;
}

export interface Bundle {
  /** Parsed content by path, `data/events.json` and so on. */
  files: Record<string, unknown>;
  /** Interface keys that src/ uses. */
  srcKeys: UiKeyUse[];
  /** Found while reading: text that is no JSON, keys that stand twice. */
  problems: Problem[];
}

function listPaths(root: string, folder: string, endings: RegExp): string[] {
  const base = join(root, folder);
  if (!existsSync(base)) return [];
  return readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Parses one file into the bundle; a text that does not parse is left out and named. */
export function addFile(bundle: Bundle, path: string, text: string): void {
  try {
    bundle.files[path] = JSON.parse(text);
  } catch (error) {
    bundle.problems.push({
      file: path,
      id: '-',
      reason: `is not JSON: ${(error as Error).message}`,
    });
    return;
  }
  for (const key of repeatedKeys(text)) {
    bundle.problems.push({ file: path, id: key, reason: 'key stands twice in one object' });
  }
}

/** Reads data/ and src/ below the project's root. */
export function readBundle(root: string): Bundle {
  const bundle: Bundle = { files: {}, srcKeys: [], problems: [] };
  for (const path of listPaths(root, 'data', /\.json$/)) {
    addFile(bundle, path, readFileSync(join(root, path), 'utf8'));
  }
  for (const path of listPaths(root, 'src', /\.(ts|svelte)$/)) {
    bundle.srcKeys.push(...scanUiKeys(path, readFileSync(join(root, path), 'utf8')));
  }
  return bundle;
}
