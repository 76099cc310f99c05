/** Answers of a network that is broken, slow or not the one the reader thinks it is. */
import { existsSync, readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A log-in page as some Wi-Fi sends it in the place of any file. */
export const LOG_IN_PAGE =
  '<!doctype html><html lang="en"><title>Station Wi-Fi</title><h1>Please log in to the Wi-Fi</h1></html>';

export type Fault =
  /** No answer: the connection closes. */
  | { kind: 'close' }
  /** The head and half of the body, then the connection closes. */
  | { kind: 'half' }
  /** A complete answer by its head, whose compressed body ends in the middle. */
  | { kind: 'half-gzip' }
  | { kind: 'status'; status: number }
  /** The right file under another type. */
  | { kind: 'type'; type: string }
  /** Another text in its place, which the browser is told to keep for a year. */
  | { kind: 'body'; body: string }
  /** 200 and the log-in page in the place of the file. */
  | { kind: 'log-in-page' }
  /** 302 to the log-in page, at an address of this or another origin. */
  | { kind: 'redirect'; to: string };

type Sent = { head: Record<string, string | number>; body: Buffer };

/** The file as the server would send it; null where there is none. */
function readFile(folder: string, path: string, type: string): Sent | null {
  const file = join(folder, path);
  if (!existsSync(file)) return null;
  const body = readFileSync(file);
  return { head: { 'content-type': type, 'content-length': body.length }, body };
}

/**
 * Answers `request` in the way of `fault`.
 * @param folder of the site
 * @param type the file's right type
 * @throws Error where a fault is asked for a file that does not exist
 */
export function answerWith(
  fault: Fault,
  request: IncomingMessage,
  response: ServerResponse,
  { folder, path, type }: { folder: string; path: string; type: string },
): void {
  const send = (status: number, head: Sent['head'], body: string | Buffer = '') => {
    response.writeHead(status, head);
    response.end(body);
  };
  const asked = { 'cache-control': 'no-cache' };
  const html = { 'content-type': 'text/html; charset=utf-8' };
  const whole = () => {
    const file = readFile(folder, path, type);
    if (!file) throw new Error(`no ${path} to break`);
    return file;
  };

  switch (fault.kind) {
    case 'close':
      request.socket.destroy();
      return;
    case 'half': {
      const { head, body } = whole();
      response.writeHead(200, { ...head, ...asked });
      response.write(body.subarray(0, Math.floor(body.length / 2)));
      // As networks go: Chromium drops what it had no time to begin with when the connection ends.
      setTimeout(() => request.socket.destroy(), 500);
      return;
    }
    case 'half-gzip': {
      const { head, body } = whole();
      const packed = gzipSync(body);
      const half = packed.subarray(0, Math.floor(packed.length / 2));
      const encoding = { 'content-encoding': 'gzip', 'content-length': half.length };
      send(200, { ...head, ...asked, ...encoding }, half);
      return;
    }
    case 'status':
      send(fault.status, { ...html, 'cache-control': 'no-store' }, 'broken on purpose');
      return;
    case 'type': {
      const { head, body } = whole();
      send(200, { ...head, ...asked, 'content-type': fault.type }, body);
      return;
    }
    case 'body': {
      const life = { 'cache-control': 'public, max-age=31536000, immutable' };
      send(200, { ...life, 'content-type': type }, fault.body);
      return;
    }
    case 'log-in-page':
      send(200, { ...html, ...asked }, LOG_IN_PAGE);
      return;
    case 'redirect':
      send(302, { location: fault.to, 'cache-control': 'no-store' });
      return;
  }
}
