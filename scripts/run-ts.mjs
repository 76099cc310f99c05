/** Runs a TypeScript script of this project: `node scripts/run-ts.mjs scripts/check-data.ts`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './lib/paths.mjs';

const [script] = process.argv.slice(2);
const path = join(root, script ?? '');
if (!script || !existsSync(path)) {
  console.error(`No script ${script ?? '(none named)'}`);
  process.exit(2);
}
await runnerImport(path, { configFile: false, root, logLevel: 'warn' });
