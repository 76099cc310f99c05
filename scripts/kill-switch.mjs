/**
 * Writes the service worker that undoes a bad deployment, and the version.json that goes with it, to
 * .generated/kill-switch. What to do with them: docs/kill-switch.md.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generated } from './lib/paths.mjs';

/** Runs as `sw.js` in place of the bad one, so it can count on nothing but the browser. */
function worker() {
  const { registration } = self;
  // Pages that come after it register it again: then there is nothing to undo, and nobody to move.
  const undoes = registration.active !== null;
  self.addEventListener('install', () => self.skipWaiting());
  self.addEventListener('activate', (event) => event.waitUntil(undo()));

  async function undo() {
    if (undoes) await self.clients.claim();
    const names = (await caches.keys()).filter((name) => name.endsWith(registration.scope));
    await Promise.all(names.map((name) => caches.delete(name)));
    await registration.unregister();
    if (!undoes) return;
    // Each page is loaded anew at its own address, now from the server.
    for (const client of await self.clients.matchAll({ type: 'window' })) {
      await client.navigate(client.url).catch(() => {});
    }
  }
}

export const killSwitch = `(${worker})();\n`;
export const killSwitchVersion = `${JSON.stringify({ version: 'removed' })}\n`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = join(generated, 'kill-switch');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sw.js'), killSwitch);
  writeFileSync(join(folder, 'version.json'), killSwitchVersion);
  console.log(`Wrote sw.js and version.json to ${folder}: see docs/kill-switch.md.`);
}
