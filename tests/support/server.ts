/** A server of dist that a test can stop, start again at the same address, break and listen to. */
import type { Server } from 'node:http';
import { dist } from '../../scripts/lib/paths.mjs';
import { createStaticServer, listen } from '../../scripts/lib/static-server.mjs';

export interface TestServer {
  /** With a slash at the end. */
  readonly url: string;
  /** Paths asked for, relative to dist, in order. */
  readonly requests: string[];
  stop(): Promise<void>;
  /** Listens again at the same address. */
  start(): Promise<void>;
  /** Answers 500 for `path` (exact or matching) the next `times` times. */
  fail(path: string | RegExp, times?: number): void;
  /** Answers with this text in place of the file. */
  replace(path: string, body: string): void;
}

const matches = (rule: string | RegExp, path: string) =>
  typeof rule === 'string' ? rule === path : rule.test(path);

export async function startServer(): Promise<TestServer> {
  const requests: string[] = [];
  const failures: { path: string | RegExp; left: number }[] = [];
  const replaced = new Map<string, string>();
  let server: Server;
  let port = 0;

  const intercept = (path: string) => {
    requests.push(path);
    const failure = failures.find((f) => f.left > 0 && matches(f.path, path));
    if (failure) {
      failure.left -= 1;
      return { status: 500, body: 'broken on purpose' };
    }
    const body = replaced.get(path);
    return body === undefined ? null : { status: 200, body };
  };
  const start = async () => {
    server = createStaticServer(dist, { intercept });
    port = await listen(server, port);
  };
  await start();

  return {
    url: `http://localhost:${port}/`,
    requests,
    start,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
    fail(path, times = 1) {
      failures.push({ path, left: times });
    },
    replace(path, body) {
      replaced.set(path, body);
    },
  };
}
