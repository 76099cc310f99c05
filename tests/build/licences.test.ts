import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dist, root } from '../../scripts/lib/paths.mjs';
import { packageTable } from '../../scripts/licences.mjs';

const page = readFileSync(join(root, 'docs/licences.md'), 'utf8');

it('docs/licences.md lists the packages of the lock file (`npm run licences`)', () => {
  expect(page).toContain(packageTable());
});

it('docs/licences.md names data that exist', () => {
  const [data] = page.split('## Type');
  const paths = [...(data ?? '').matchAll(/`(data\/[\w./-]*)`/g)].map(([, path]) => path ?? '');
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

it('the licence texts go out with the build', () => {
  const notices = readFileSync(join(dist, 'licences.txt'), 'utf8');
  for (const name of [
    'svelte',
    'maplibre-gl',
    'vis-timeline',
    'workbox-precaching',
    'source-sans-3',
  ]) {
    expect(notices).toMatch(new RegExp(`^## .*${name} - `, 'm'));
  }
});
