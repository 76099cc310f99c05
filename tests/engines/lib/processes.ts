/** Programs that a test starts: each is ended with the test, whatever happens to it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { enginePrograms } from '../../../scripts/find-engines.mjs';

/** A folder for one browser: its profile, settings and caches. */
export interface Room {
  readonly folder: string;
  /** True if there is a screen, even one that nobody sees. */
  readonly screen: boolean;
  /** Starts a program with the room's screen and with its home in the folder. */
  start(program: string, args: readonly string[]): ChildProcess;
  /** Ends what was started, last first, and removes the folder. */
  end(): Promise<void>;
}

/** A process that does not go by itself is ended by force. */
const PATIENCE_MS = 4000;

/** Each program leads a group of its own, so that the processes it starts end with it. */
function signal(leader: ChildProcess, name: NodeJS.Signals): void {
  if (!leader.pid) return;
  try {
    process.kill(-leader.pid, name);
  } catch (error) {
    // All of the group have gone already.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) signal(child, 'SIGKILL');
});

function keep(child: ChildProcess): ChildProcess {
  running.add(child);
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const gone =
    child.exitCode !== null || child.signalCode !== null
      ? Promise.resolve()
      : new Promise((resolve) => child.once('exit', resolve));
  signal(child, 'SIGTERM');
  const force = setTimeout(() => signal(child, 'SIGKILL'), PATIENCE_MS);
  await gone;
  clearTimeout(force);
  signal(child, 'SIGKILL');
  running.delete(child);
}

/** @throws {Error} if the screen does not start */
export async function openRoom(name: string, env: NodeJS.ProcessEnv = {}): Promise<Room> {
  const folder = mkdtempSync(join(tmpdir(), `switchyard-${name}-`));
  const children: ChildProcess[] = [];
  const { xvfb } = enginePrograms();
  let display = '';
  if (xvfb) {
    const server = spawn(
      xvfb,
      ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'],
      { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true },
    );
    children.push(keep(server));
    display = await new Promise((resolve, reject) => {
      (server.stdio[3] as Readable).once('data', (data) => resolve(`:${String(data).trim()}`));
      server.once('exit', (code) => reject(new Error(`Xvfb ended at once (${code})`)));
      server.once('error', reject);
    });
  }
  const own: NodeJS.ProcessEnv = {
    ...process.env,
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_CACHE_HOME: join(folder, 'cache'),
    XDG_DATA_HOME: join(folder, 'data'),
    // Drawn by the processor: the same on every machine.
    LIBGL_ALWAYS_SOFTWARE: '1',
    MESA_SHADER_CACHE_DISABLE: 'true',
    ...(display && { DISPLAY: display }),
    ...env,
  };
  // The screen is one of X, also on a desk with Wayland.
  delete own.WAYLAND_DISPLAY;
  return {
    folder,
    screen: display !== '',
    start(program, args) {
      const child = spawn(program, args, {
        env: own,
        stdio: ['ignore', 'pipe', 'pipe'],
        detached: true,
      });
      children.push(keep(child));
      return child;
    },
    async end() {
      for (const child of children.reverse()) await stop(child);
      rmSync(folder, { recursive: true, force: true, maxRetries: 20 });
    },
  };
}

/** Tries until it gives something, for a program that needs a moment to answer. */
export async function soon<T>(
  what: string,
  attempt: () => Promise<T | null> | T | null,
  timeoutMs = 30_000,
): Promise<T> {
  const end = performance.now() + timeoutMs;
  let reason: unknown = 'no answer';
  while (performance.now() < end) {
    try {
      const answer = await attempt();
      if (answer !== null) return answer;
    } catch (error) {
      reason = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${what} did not come within ${timeoutMs} ms: ${reason}`);
}
