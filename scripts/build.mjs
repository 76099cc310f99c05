/**
 * The whole build: data → client → server-side build → both pages → service worker → sizes.
 * Any warning of Vite or Svelte fails it.
 */
import { rmSync } from 'node:fs';
import { relative } from 'node:path';
import { build, createLogger } from 'vite';
import { buildContent } from './build-content.mjs';
import { buildServiceWorker } from './build-service-worker.mjs';
import { writeManifests } from './lib/manifest.mjs';
import { dist, root, ssr } from './lib/paths.mjs';
import { addNotices } from './licences.mjs';
import { prerender } from './prerender.mjs';
import { reportSizes } from './report-sizes.mjs';
import { writeSbom } from './sbom.mjs';

const started = performance.now();
const warnings = [];
const logger = createLogger('warn');
const warn = (message) => {
  // Says how long plug-ins took on a slow day: nothing about what was built.
  if (message.includes('PLUGIN_TIMINGS')) return;
  warnings.push(message);
  console.error(message);
};
logger.warn = warn;
logger.warnOnce = warn;

try {
  const missing = buildContent();
  if (missing.length > 0) console.log(`content: not there yet: ${missing.join(', ')}`);
  rmSync(dist, { recursive: true, force: true });
  const shared = { root, logLevel: 'warn', customLogger: logger };
  await build({ ...shared, build: { outDir: dist } });
  addNotices();
  writeSbom();
  await build({
    ...shared,
    build: { ssr: 'src/entry-server.ts', outDir: ssr, emptyOutDir: true, copyPublicDir: false },
  });
  await prerender();
  writeManifests();
  await buildServiceWorker(shared);
  reportSizes();
  if (warnings.length > 0) throw new Error(`${warnings.length} warnings`);
  console.log(
    `Built ${relative(root, dist)}/ in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
} catch (error) {
  console.error(`Build failed: ${error.stack ?? error}`);
  process.exit(1);
}
