/** WebKitGTK, Safari's engine: the smoke suite, and the console that automation hides. */
import { expect, test } from 'vitest';
import { startServer, type TestServer } from '../support/server';
import { webKitConsole } from './lib/webkit';
import { smoke } from './smoke';

smoke('webkit');

/** It has no web app manifests, so it does not know their directive either. */
const UNKNOWN_DIRECTIVE = /Unrecognized Content-Security-Policy directive 'manifest-src'/;

/** Resolves when the page has asked for its worker, its last errand by itself, and then for no more. */
async function settled(server: TestServer): Promise<void> {
  let asked = -1;
  await expect
    .poll(
      () => {
        const before = asked;
        asked = server.requests.length;
        return server.requests.includes('sw.js') && asked === before;
      },
      { timeout: 50_000, interval: 1500 },
    )
    .toBe(true);
}

test.each(['', 'uk/?panel=timeline'])('opened by hand, "%s" writes no error', async (path) => {
  const server = await startServer();
  try {
    const lines = await webKitConsole(new URL(path, server.url).href, () => settled(server));
    const errors = lines.filter((line) => /ERROR/.test(line));
    // The policy comes twice: as a header and in the page.
    expect(errors.filter((line) => UNKNOWN_DIRECTIVE.test(line))).toHaveLength(2);
    expect(errors.filter((line) => !UNKNOWN_DIRECTIVE.test(line))).toEqual([]);
  } finally {
    await server.stop();
  }
});
