/** WebKitGTK, Safari's engine: the smoke suite, and the console that automation hides. */
import { expect, test } from 'vitest';
import { startServer } from '../support/server';
import { webKitConsole } from './lib/webkit';
import { smoke } from './smoke';

smoke('webkit');

/** It has no web app manifests, so it does not know their directive either. */
const UNKNOWN_DIRECTIVE = /Unrecognized Content-Security-Policy directive 'manifest-src'/;

test.each(['', 'uk/?panel=timeline'])('opened by hand, "%s" writes no error', async (path) => {
  const server = await startServer();
  try {
    const lines = await webKitConsole(new URL(path, server.url).href, () =>
      // One of the files for offline, which are asked for when the page has drawn itself.
      expect
        .poll(() => server.requests.includes('icons/icon-512.png'), { timeout: 40_000 })
        .toBe(true),
    );
    const errors = lines.filter((line) => /ERROR/.test(line));
    expect(errors.filter((line) => UNKNOWN_DIRECTIVE.test(line))).toHaveLength(1);
    expect(errors.filter((line) => !UNKNOWN_DIRECTIVE.test(line))).toEqual([]);
  } finally {
    await server.stop();
  }
});
