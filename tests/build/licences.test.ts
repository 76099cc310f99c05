import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dist, root } from '../../scripts/lib/paths.mjs';
import { packageTable } from '../../scripts/licences.mjs';
import { makeSbom, noticed } from '../../scripts/sbom.mjs';

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

it('the bill of materials names what the notices name, each package found in the lock', () => {
  const notices = readFileSync(join(dist, 'licences.txt'), 'utf8');
  const sbom = JSON.parse(readFileSync(join(dist, 'sbom.cdx.json'), 'utf8'));
  expect(sbom).toEqual(makeSbom(notices));
  expect(sbom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6' });
  const named = (sbom.components as { purl: string }[]).map(({ purl }) => purl);
  expect(named).toEqual(
    noticed(notices).map(({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`),
  );
  expect(named.length).toBeGreaterThan(20);
  for (const { hashes, licenses } of sbom.components) {
    expect(hashes[0].content).toMatch(/^[\da-f]{128}$/);
    expect(licenses).toHaveLength(1);
  }
  const refs = (sbom.dependencies as { ref: string }[]).map(({ ref }) => ref);
  expect(refs.slice(1)).toEqual(named);
});

it('docs/licences.md has every package of the notices', () => {
  const notices = readFileSync(join(dist, 'licences.txt'), 'utf8');
  const missing = noticed(notices).filter(
    ({ name, version }) => !page.includes(`| ${name} | ${version} |`),
  );
  expect(missing).toEqual([]);
});
