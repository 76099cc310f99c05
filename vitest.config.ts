import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { findEngines } from './scripts/find-engines.mjs';

const plugins = () => [svelte({ configFile: false })];

export default defineConfig({
  test: {
    // Browser tests draw maps in software: more at once would only slow each other down.
    maxWorkers: 2,
    projects: [
      {
        plugins: plugins(),
        test: {
          name: 'node',
          include: ['tests/{unit,data,build}/**/*.test.ts'],
          environment: 'node',
          // Five seconds, the default, is short beside two browsers.
          testTimeout: 30_000,
        },
      },
      {
        plugins: plugins(),
        test: {
          name: 'browser',
          include: ['tests/{browser,offline,a11y}/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/support/site.ts'],
          // A busy machine is late now and then; what needed it is named at the run's end.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // A second, the default, is short where two browsers draw maps in software.
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        plugins: plugins(),
        test: {
          name: 'engines',
          // Engines that are not installed have no tests here; the commands say so.
          include: findEngines().flatMap(({ id, present }) =>
            present ? [`tests/engines/${id}.test.ts`] : [],
          ),
          environment: 'node',
          globalSetup: ['tests/support/site.ts'],
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
