/**
 * What the data check works on: every JSON file under data/, parsed, and the interface keys that
 * src/ asks for. Tests build one in memory, change a fact and see the problem named.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isBuiltFile } from './files';
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

/** No file of ours has more than ten levels; what is walked recursively must have an end. */
const MOST_LEVELS = 30;

function isDeep(value: unknown, left = MOST_LEVELS): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (left === 0) return true;
  const inside: unknown[] = Array.isArray(value) ? value : Object.values(value);
  return inside.some((inner) => isDeep(inner, left - 1));
}

/** The bundle without files that are nested beyond all use, each named among the problems. */
export function withoutDeepFiles(bundle: Bundle): Bundle {
  const deep = Object.keys(bundle.files).filter(
    (file) => !isBuiltFile(file) && isDeep(bundle.files[file]),
  );
  if (deep.length === 0) return bundle;
  const reason = `is nested more than ${MOST_LEVELS} levels deep`;
  return {
    ...bundle,
    files: Object.fromEntries(
      Object.entries(bundle.files).filter(([file]) => !deep.includes(file)),
    ),
    problems: [...bundle.problems, ...deep.map((file) => ({ file, id: '-', reason }))],
  };
}
