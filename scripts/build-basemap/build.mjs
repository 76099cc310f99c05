/**
 * `npm run basemap`: builds data/basemap/{basemap,locator,start,inputs}.json. Run by hand when an
 * input changes; the results are committed, so neither `npm ci` nor the app needs these packages.
 * Installs this folder's own pinned packages first when they are missing or their lock changed
 * (28 MB download, 150 MB on disk), then hands over to lib/basemap.mjs.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const stamp = join(here, 'node_modules', '.lock-sha256');
const lock = createHash('sha256')
  .update(readFileSync(join(here, 'package-lock.json')))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  const windows = process.platform === 'win32';
  execFileSync(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: here,
    stdio: 'inherit',
    shell: windows,
  });
  writeFileSync(stamp, lock);
}

const { buildBasemap } = await import('./lib/basemap.mjs');
await buildBasemap();
