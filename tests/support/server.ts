/** A server of dist that a test can stop, start again at the same address, break and listen to. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { dist } from '../../scripts/lib/paths.mjs';
import { createStaticServer, listen, TYPES } from '../../scripts/lib/static-server.mjs';
import { answerWith, type Fault } from './faults';

export interface TestServer {
  /** With a slash at the end. */
  readonly url: string;
  /** Paths asked for, relative to dist, in order. */
  readonly requests: string[];
  stop(): Promise<void>;
  /** Listens again at the same address, with all that was broken whole again. */
  start(): Promise<void>;
  /** Answers 500 for `path` (exact or matching) the next `times` times. */
  fail(path: string | RegExp, times?: number): void;
  /** Answers with this text in place of the file. */
  replace(path: string, body: string): void;
  /** Answers in this way for `path` (exact or matching), the next `times` times. */
  break(path: string | RegExp, fault: Fault, times?: number): void;
  /** Takes back every `fail` and `break`, and the end of `dieAfter`. */
  mend(): void;
  /**
   * Answers `n` more requests; the next one gets no answer (`close`) or half of one (`half`), and
   * from then on nobody listens.
   * @returns kept when that request has come
   */
  dieAfter(n: number, how: 'close' | 'half'): Promise<void>;
  /** From now on this folder is the site: a new deployment, the old files gone. */
  deploy(folder: string): void;
  /** Each answer waits this long; for a network that is slow to begin. */
  delay(milliseconds: number): void;
}

interface Rule {
  path: string | RegExp;
  fault: Fault;
  left: number;
}

const matches = (rule: string | RegExp, path: string) =>
  typeof rule === 'string' ? rule === path : rule.test(path);

/** Relative to the site's folder; a folder stands for its page. */
function pathOf(request: IncomingMessage): string {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname).slice(
    1,
  );
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}

export async function startServer(): Promise<TestServer> {
  const requests: string[] = [];
  const replaced = new Map<string, string>();
  let rules: Rule[] = [];
  let folder = dist;
  let site = createStaticServer(folder);
  let dying: { left: number; how: 'close' | 'half'; died: () => void } | null = null;
  let pause = 0;
  let server: Server;
  let port = 0;

  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });

  function answer(request: IncomingMessage, response: ServerResponse) {
    const path = pathOf(request);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const faulty = (fault: Fault) => answerWith(fault, request, response, { folder, path, type });
    if (dying) {
      if (dying.left === 0) {
        const { how, died } = dying;
        // Closed only when the half body has been taken: what is cut off earlier may never arrive.
        request.socket.once('close', () => {
          server.closeAllConnections();
          died();
        });
        faulty({ kind: how });
        server.close();
        return;
      }
      dying.left -= 1;
    }
    requests.push(path);
    const rule = rules.find((r) => r.left > 0 && matches(r.path, path));
    const body = replaced.get(path);
    if (rule) {
      rule.left -= 1;
      faulty(rule.fault);
    } else if (body !== undefined) {
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
      response.end(body);
    } else {
      site.emit('request', request, response);
    }
  }

  const start = async () => {
    rules = [];
    dying = null;
    server = createServer((request, response) => {
      if (pause > 0) setTimeout(() => answer(request, response), pause);
      else answer(request, response);
    });
    port = await listen(server, port);
  };
  await start();

  return {
    url: `http://localhost:${port}/`,
    requests,
    start,
    stop,
    fail(path, times = 1) {
      rules.push({ path, fault: { kind: 'status', status: 500 }, left: times });
    },
    replace(path, body) {
      replaced.set(path, body);
    },
    break(path, fault, times = Number.POSITIVE_INFINITY) {
      rules.push({ path, fault, left: times });
    },
    mend() {
      rules = [];
      dying = null;
    },
    dieAfter: (n, how) =>
      new Promise((died) => {
        dying = { left: n, how, died };
      }),
    deploy(next) {
      folder = next;
      site = createStaticServer(folder);
    },
    delay(milliseconds) {
      pause = milliseconds;
    },
  };
}
