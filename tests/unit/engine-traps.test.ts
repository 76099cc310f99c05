/** Source that would look or sort differently from engine to engine, each met in one of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/lib/paths.mjs';

const SOURCES = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|css|svelte)$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(root, 'src', path), 'utf8') }));

/** Where the pattern stands, as `file: what`. */
const found = (pattern: RegExp) =>
  SOURCES.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([m]) => `${path}: ${m}`));

test('no order calls equals unequal: engines then disagree', () => {
  expect(found(/sort(?:ed)?\(\([^)]*\) => \(\S+ [<>] \S+ \? (?:-1 : 1|1 : -1)\)/gi)).toEqual([]);
});

test('no repeating gradient mixes colours: Firefox draws its stripes too wide', () => {
  expect(found(/repeating-[a-z]+-gradient\([^;]*?color-mix/g)).toEqual([]);
});

test('no inset shadow has parts of a pixel: WebKit rounds each side for itself', () => {
  expect(found(/box-shadow:[^;]*inset[^;]*\d\.\dpx[^;]*;/g)).toEqual([]);
});
