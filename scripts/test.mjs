/**
 * Everything that must hold: format and lint, types, packages, data, build, then all tests in one
 * runner. The last line is the total; a check counts as one. Exit code 0 only if nothing failed.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { bootstrap } from './bootstrap.mjs';
import { untestedLines } from './find-engines.mjs';
import { root } from './lib/paths.mjs';

bootstrap();
// Loaded only now: they need the packages.
const { findBrowser } = await import('./find-browser.mjs');
const { TYPE_CHECKS } = await import('./check-types.mjs');
const { NOT_AUDITED } = await import('./audit.mjs');

const AUDIT = 'packages without known grave weaknesses';

const totals = { passed: 0, failed: 0 };
const count = (ok) => {
  totals[ok ? 'passed' : 'failed'] += 1;
};

/** Runs one check as a Node process; its output is shown if it fails. */
function check([name, args]) {
  const started = performance.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data;
      });
    }
    child.on('close', (code) => {
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      if (name === AUDIT && code === NOT_AUDITED) {
        console.log(`– ${name}: ${output.trim()} (neither passed nor failed)`);
        resolve();
        return;
      }
      count(code === 0);
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
      if (code !== 0) console.log(output.trim());
      resolve();
    });
  });
}

async function checkAll(checks) {
  for (const one of checks) await check(one);
}

/** Vitest's own report goes to the screen; here its counts are read, and what needed two tries. */
async function runTests() {
  const secondTries = [];
  const { startVitest } = await import('vitest/node');
  const vitest = await startVitest('test', [], { run: true, watch: false, root });
  for (const module of vitest.state.getTestModules()) {
    let tests = 0;
    for (const test of module.children.allTests()) {
      tests += 1;
      const { state } = test.result();
      if (state === 'passed' || state === 'failed') count(state === 'passed');
      if (test.diagnostic()?.flaky)
        secondTries.push(`${module.relativeModuleId}: ${test.fullName}`);
    }
    // A file that did not load has no tests but errors.
    if (tests === 0 || (module.errors().length > 0 && module.state() === 'failed')) count(false);
  }
  for (const _ of vitest.state.getUnhandledErrors()) count(false);
  await vitest.close();
  if (secondTries.length > 0) {
    console.log(`Passed only at the second try (${secondTries.length}):`);
    for (const name of secondTries) console.log(`  ${name}`);
  }
}

try {
  const { executablePath, how } = await findBrowser({ log: console.log });
  console.log(`Browser: ${executablePath} (${how})`);
  for (const line of untestedLines()) console.log(line);
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  await Promise.all([
    checkAll([
      ['format and lint', [biome, 'check', '--error-on-warnings']],
      ['data', ['scripts/run-ts.mjs', 'scripts/check-data.ts']],
      ['build', ['scripts/build.mjs']],
    ]),
    checkAll([...TYPE_CHECKS, [AUDIT, ['scripts/audit.mjs']]]),
  ]);
  await runTests();
} catch (error) {
  console.error(error);
  count(false);
}
// Written at once and before the exit, so that nothing comes after it.
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed\n`, () => {
  process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);
});
