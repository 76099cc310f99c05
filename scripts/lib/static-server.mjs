/**
 * A small server for dist, used by `npm start` and the tests: right types, gzip, the headers and
 * the cache life of ./policy.mjs.
 */
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { cacheControl, SECURITY_HEADERS } from './policy.mjs';

/** Types by the name's ending. @type {Record<string, string>} */
export const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const PACKED = new Set(['.png', '.webp', '.woff2']);

/**
 * @param {string} folder
 * @param {Record<string, string>} [extra] headers of every answer, the site's own if not said
 * @returns {import('node:http').Server}
 */
export function createStaticServer(folder, extra = SECURITY_HEADERS) {
  const gzipped = new Map();
  return createServer((request, response) => {
    for (const [name, value] of Object.entries(extra)) response.setHeader(name, value);
    const answer = (status, headers = {}, body = '') => {
      response.writeHead(status, headers);
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    let pathname;
    try {
      pathname = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    } catch {
      answer(400);
      return;
    }
    let path = normalize(pathname.slice(1)).split(sep).join('/');
    if (path === '.') path = '';
    if (path.startsWith('..')) {
      answer(404);
      return;
    }
    const full = join(folder, path);
    if (existsSync(full) && statSync(full).isDirectory()) {
      if (!pathname.endsWith('/')) {
        answer(301, { location: `${pathname}/` });
        return;
      }
      path += 'index.html';
    }
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const headers = { 'content-type': type, 'cache-control': cacheControl(path) };
    const file = join(folder, path);
    if (!existsSync(file)) {
      answer(404, { 'content-type': TYPES['.txt'] }, 'Not found');
      return;
    }
    const acceptsGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (acceptsGzip && !PACKED.has(extname(path))) {
      const key = `${file} ${statSync(file).mtimeMs}`;
      if (!gzipped.has(key)) gzipped.set(key, gzipSync(readFileSync(file)));
      answer(
        200,
        { ...headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
        gzipped.get(key),
      );
    } else if (request.method === 'HEAD') {
      answer(200, headers);
    } else {
      response.writeHead(200, headers);
      createReadStream(file).pipe(response);
    }
  });
}

/**
 * Listens at `port`, or at the next free one after it; 0 takes any.
 * @param {import('node:http').Server} server
 * @returns {Promise<number>} the port
 */
export function listen(server, port, host = '127.0.0.1') {
  return new Promise((resolve, reject) => {
    const attempt = (candidate) => {
      server.once('error', (error) => {
        if (error.code === 'EADDRINUSE' && candidate !== 0 && candidate < port + 50) {
          attempt(candidate + 1);
        } else reject(error);
      });
      server.listen(candidate, host, () => resolve(server.address().port));
    };
    attempt(port);
  });
}
