/** The archive for schools: unpacked into a sub-folder of a server, used there, also without network. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { packSchool } from '../../scripts/editions/school.mjs';
import { listFiles } from '../../scripts/lib/files.mjs';
import { hostFiles } from '../../scripts/lib/hosting.mjs';
import { dist } from '../../scripts/lib/paths.mjs';
import { createStaticServer, listen } from '../../scripts/lib/static-server.mjs';
import { appReady, mapInWords, mapReady } from '../support/app';
import { LAPTOP, openPage } from '../support/browser';

const folder = mkdtempSync(join(tmpdir(), 'switchyard-school-'));
/** The site stands here on the school's server. */
const PLACE = 'lessons/physics 9/';
const PACKED = /\.(br|gz)$/;

let files: Record<string, Uint8Array>;
let server: Server;
let site = '';

beforeAll(async () => {
  const { file } = await packSchool({ file: join(folder, 'a.zip') });
  files = unzipSync(new Uint8Array(readFileSync(file)));
  for (const [name, body] of Object.entries(files)) {
    const path = name.replace(/^switchyard\/site\//, PLACE);
    if (path === name) continue;
    mkdirSync(dirname(join(folder, 'www', path)), { recursive: true });
    writeFileSync(join(folder, 'www', path), body);
  }
  server = createStaticServer(join(folder, 'www'));
  site = `http://localhost:${await listen(server, 0)}/${encodeURI(PLACE)}`;
}, 120_000);
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

it('holds the whole site with true packed copies, settings, and a README in both languages', () => {
  const missing = listFiles(dist).filter(
    ({ path, body }) => !body.equals(files[`switchyard/site/${path}`] ?? Buffer.alloc(0)),
  );
  expect(missing.map(({ path }) => path)).toEqual([]);

  const packed = Object.keys(files).filter((path) => PACKED.test(path));
  expect(packed.length).toBeGreaterThan(20);
  for (const path of packed) {
    const body = files[path] ?? new Uint8Array();
    const unpacked = path.endsWith('.br') ? brotliDecompressSync(body) : gunzipSync(body);
    expect(unpacked.equals(files[path.replace(PACKED, '')] ?? new Uint8Array()), path).toBe(true);
  }
  const readme = Buffer.from(files['switchyard/README.txt'] ?? []).toString();
  expect(readme).toContain('facts up to 22 August 2026');
  expect(readme).toContain('факти до 22 серпня 2026');
  expect(readme).toContain(Object.keys(hostFiles()).join(', '));
  expect(Object.keys(files)).toContain('switchyard/hosting/nginx.conf');
  // What is served holds no settings of the server.
  expect(
    Object.keys(files).filter((path) => /site\/.*(htaccess|_headers|conf)/.test(path)),
  ).toEqual([]);
});

it('is used in its folder, saved for offline there, and opens when the server is gone', async () => {
  const { page, requests } = await openPage({
    base: site,
    viewport: LAPTOP,
    serviceWorkers: 'allow',
    expectedErrors: /ERR_CONNECTION_REFUSED|ERR_FAILED/,
  });
  await appReady(page);
  await page.waitForSelector('html[data-offline="ready"]', { state: 'attached', timeout: 50_000 });
  expect(requests.filter((url) => !url.startsWith(site) || PACKED.test(url))).toEqual([]);

  const stored = await page.evaluate(async () => {
    const registrations = await navigator.serviceWorker.getRegistrations();
    const names = await caches.keys();
    const kept = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return {
      scopes: registrations.map(({ scope }) => scope),
      urls: kept.flat().map(({ url }) => url),
    };
  });
  expect(stored.scopes).toEqual([site]);
  expect(stored.urls.length).toBeGreaterThan(20);
  expect(
    stored.urls.filter((url) => !url.startsWith(site) || PACKED.test(url.split('?')[0] ?? '')),
  ).toEqual([]);

  server.close();
  server.closeAllConnections();
  await page.goto(`${site}?panel=timeline&date=2023-06-20`);
  await appReady(page);
  await mapReady(page);
  expect(await mapInWords(page)).toContain('20 June 2023');
  await page.locator('button.lang').click();
  await page.waitForSelector('html[lang="uk"][data-app="ready"]', { state: 'attached' });
  expect(page.url()).toBe(`${site}uk/?panel=timeline&date=2023-06-20`);
  expect(await mapInWords(page)).toContain('20 червня 2023');
});
