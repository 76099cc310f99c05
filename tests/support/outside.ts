/**
 * Stands for the rest of the internet: the tests' browser has it as its proxy for every machine but
 * this one, so whatever a page, a worker, the service worker or the browser itself would send out
 * ends here and is refused. Each attempt is noted, save those of the browser to its own maker (forms
 * it sees, updates), which no page can stop; one of a page to these hosts is among its requests.
 */
import { createServer } from 'node:http';
import { listen } from '../../scripts/lib/static-server.mjs';

export interface Outside {
  /** For the browser's proxy setting. */
  readonly url: string;
  /** Address or host and port of each attempt. */
  readonly attempts: string[];
  stop(): Promise<void>;
}

const BROWSERS_MAKER = /(^|[./])(google|googleapis|gstatic|gvt1)\.com(:443)?(\/|$)/;

export async function startOutside(): Promise<Outside> {
  const attempts: string[] = [];
  const note = (target = '') => {
    if (!BROWSERS_MAKER.test(target)) attempts.push(target);
  };
  const server = createServer((request, response) => {
    note(request.url);
    response.writeHead(502);
    response.end();
  });
  // What is encrypted, and sockets, come as a wish for a tunnel.
  server.on('connect', (request, socket) => {
    note(request.url);
    // A browser that is closed hangs up in the middle, which nothing here waits for.
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}`,
    attempts,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
