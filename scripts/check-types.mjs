/**
 * All type checks: the core without DOM or Node, the service worker, tests and scripts, and the app
 * with its Svelte files. Exit code 1 if any fails; warnings count.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib/paths.mjs';

const bin = (file) => join(root, 'node_modules', file);
const tsc = (project) => [bin('typescript/bin/tsc'), '-p', project];

/** Name and Node arguments of each. */
export const TYPE_CHECKS = [
  ['types of src/core, without DOM', tsc('src/core')],
  ['types of the service worker', tsc('tsconfig.worker.json')],
  ['types of tests and scripts', tsc('tsconfig.node.json')],
  [
    'types of src and Svelte check',
    [
      bin('svelte-check/bin/svelte-check'),
      '--fail-on-warnings',
      '--output',
      'human',
      '--tsconfig',
      './tsconfig.json',
    ],
  ],
];

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const failed = TYPE_CHECKS.filter(
    ([, args]) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status !== 0,
  );
  if (failed.length > 0) {
    console.error(`Failed: ${failed.map(([name]) => name).join(', ')}`);
    process.exit(1);
  }
}
