/**
 * Before every command of the README: checks Node and installs the packages of package-lock.json,
 * if they are not those installed already. Uses nothing but Node, since nothing may be there yet.
 */
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cache, root } from './lib/paths.mjs';

const OLDEST_NODE = [20, 19];

export function bootstrap() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    console.error(
      `Switchyard needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}.`,
    );
    process.exit(1);
  }
  const lock = readFileSync(join(root, 'package-lock.json'));
  // Packages hold parts made for one platform, so the platform belongs to the stamp.
  const wanted = createHash('sha256')
    .update(lock)
    .update(`${process.platform} ${process.arch}`)
    .digest('hex');
  const stamp = join(cache, 'installed');
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (installed === wanted && existsSync(join(root, 'node_modules/vite'))) return;
  console.log('Installing packages …');
  execSync('npm ci --no-fund --no-audit --loglevel=error', { cwd: root, stdio: 'inherit' });
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, wanted);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) bootstrap();
