/** The policy stands in the pages, in the local server's answers and in the files for hosts alike. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../scripts/lib/files.mjs';
import { hostFiles } from '../../scripts/lib/hosting.mjs';
import { dist, root } from '../../scripts/lib/paths.mjs';
import {
  cacheControl,
  contentPolicy,
  policyTags,
  SECURITY_HEADERS,
} from '../../scripts/lib/policy.mjs';
import { createStaticServer, listen } from '../../scripts/lib/static-server.mjs';
import { trustedScript } from '../../src/trusted';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const headers = Object.entries(SECURITY_HEADERS);
const hosts = Object.entries(hostFiles());

describe('the local server', () => {
  const server = createStaticServer(dist);
  const started = listen(server, 0);
  afterAll(() => server.close());

  test.each(['', 'uk/', 'uk', 'sw.js', 'version.json', 'manifest.webmanifest', 'no-such-file'])(
    'sends every header with /%s',
    async (path) => {
      const answer = await fetch(`http://127.0.0.1:${await started}/${path}`);
      const got = headers.map(([name]) => [name, answer.headers.get(name)]);
      expect(got).toEqual(headers);
    },
  );
});

describe('both pages', () => {
  test.each(['index.html', 'uk/index.html'])('%s: the policy comes before all it rules', (page) => {
    const html = readFileSync(join(dist, page), 'utf8');
    const tags = policyTags();
    for (const tag of tags) expect(html).toContain(tag);
    const [first] = /<(?:link|script|img)\b/.exec(html) ?? [];
    expect(html.indexOf(tags[0] as string)).toBeLessThan(html.indexOf(first as string));
  });

  test('no script makes markup out of text but Svelte’s own templates', () => {
    const sinks = /\.(?:inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write\b/g;
    const found = listFiles(dist)
      .filter(({ path }) => path.endsWith('.js'))
      .flatMap(({ body }) => body.toString().match(sinks) ?? []);
    expect(found).toHaveLength(1);
  });
});

describe('hosting/', () => {
  test('holds what `npm run hosting` writes', () => {
    expect(readdirSync(join(root, 'hosting')).sort()).toEqual(hosts.map(([name]) => name).sort());
    for (const [name, text] of hosts) expect(read(`hosting/${name}`), name).toBe(text);
  });

  test.each(hosts)('%s names every header and how long files are kept', (_, text) => {
    for (const [name, value] of headers) {
      expect(text).toContain(name);
      expect(text).toContain(value);
    }
    for (const path of ['assets/a.js', 'sw.js']) expect(text).toContain(cacheControl(path));
  });

  test('no line of _headers is longer than Cloudflare Pages reads', () => {
    for (const line of read('hosting/_headers').split('\n')) {
      expect(line.length).toBeLessThanOrEqual(2000);
    }
  });
});

describe('docs/security.md', () => {
  const page = read('docs/security.md');
  test('names every header, every policy of Trusted Types, and only files that exist', () => {
    for (const [name] of headers) expect(page).toContain(`\`${name}\``);
    const [, policies = ''] = /trusted-types ([^;]+)/.exec(contentPolicy()) ?? [];
    for (const policy of policies.split(' ')) expect(page).toContain(`\`${policy}\``);
    const paths = [...page.matchAll(/`((?:src|scripts|tests|hosting|dist)\/[\w./-]*)`/g)];
    expect(paths.length).toBeGreaterThan(8);
    expect(paths.filter(([, path]) => !existsSync(join(root, path as string)))).toEqual([]);
  });

  test('gives the numbers of cases that are run', () => {
    const cases = (file: string, name: string) =>
      Number(new RegExp(`const ${name} = ([\\d_]+);`).exec(read(file))?.[1]?.replace('_', ''));
    const inEnglish = (n: number) => n.toLocaleString('en');
    const fuzz = 'tests/browser/fuzz.test.ts';
    expect(page).toContain(`| ${inEnglish(cases('tests/unit/address-fuzz.test.ts', 'CASES'))} |`);
    expect(page).toContain(`| ${inEnglish(cases('tests/data/fuzz.test.ts', 'CASES'))} |`);
    expect(page).toContain(`| ${cases(fuzz, 'STEPS')} + ${cases(fuzz, 'LOADS')}; `);
  });
});

describe('a worker may be started from', () => {
  const page = 'https://site.example/plant/uk/?date=2023-06-06';
  test.each([
    ['../sw.js', 'https://site.example/plant/sw.js'],
    ['https://site.example/plant/sw.js', 'https://site.example/plant/sw.js'],
    [
      '../assets/maplibre-gl-worker-a_B-9.js',
      'https://site.example/plant/assets/maplibre-gl-worker-a_B-9.js',
    ],
  ])('%s', (address, url) => {
    expect(trustedScript(address, page, '../')).toBe(url);
  });

  test.each([
    'sw.js',
    '../../sw.js',
    '../sw.js?x=1',
    '../assets/../sw.js#x',
    '../assets/index-1234.js',
    '../icons/icon.svg',
    'https://elsewhere.example/plant/sw.js',
    '//elsewhere.example/sw.js',
    'data:text/javascript,1',
    'blob:https://site.example/1',
    'javascript:1',
    'http://[',
    '',
  ])('nothing else: %s', (address) => {
    expect(trustedScript(address, page, '../')).toBeNull();
  });
});
