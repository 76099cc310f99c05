/** Serves the built site to all browser tests, at a free port. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { dist } from '../../scripts/lib/paths.mjs';
import { startServer } from './server';

declare module 'vitest' {
  export interface ProvidedContext {
    siteUrl: string;
  }
}

export default async function setup(project: TestProject) {
  if (!existsSync(join(dist, 'sw.js'))) throw new Error('dist is not built: run `npm run build`');
  await findBrowser({ log: console.log });
  const server = await startServer();
  project.provide('siteUrl', server.url);
  return () => server.stop();
}
