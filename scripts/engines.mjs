/**
 * The smoke suite in every browser engine of this machine: `npm run engines`, or
 * `npm run engines -- firefox` for one. Says which engines are missing and how to install them.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { findEngines, untestedLines } from './find-engines.mjs';
import { root } from './lib/paths.mjs';

const engines = findEngines();
const wanted = process.argv.slice(2);
const unknown = wanted.filter((id) => !engines.some((engine) => engine.id === id));
if (unknown.length > 0) {
  console.error(
    `No engine ${unknown.join(', ')}; there are ${engines.map(({ id }) => id).join(', ')}.`,
  );
  process.exit(2);
}
const chosen = engines.filter(({ id }) => wanted.length === 0 || wanted.includes(id));
const lacking = chosen.filter(({ present }) => !present);
for (const line of untestedLines()) console.log(line);
if (wanted.length > 0 && lacking.length > 0) process.exit(1);
bootstrap();

const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], {
  cwd: root,
  stdio: 'inherit',
});
if (build.status !== 0) process.exit(1);

const { startVitest } = await import('vitest/node');
const files = chosen
  .filter(({ present }) => present)
  .map(({ id }) => `tests/engines/${id}.test.ts`);
const vitest = await startVitest('test', files, {
  run: true,
  watch: false,
  root,
  project: ['engines'],
});
const failed = vitest.state.getCountOfFailedTests() + vitest.state.getUnhandledErrors().length;
const broken = vitest.state.getFiles().filter(({ result }) => result?.state === 'fail').length;
await vitest.close();
process.exit(failed + broken > 0 ? 1 : 0);
