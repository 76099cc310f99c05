/**
 * A core for the pages' main threads alone. Without a GPU the browser draws in software, on the
 * same cores as the page's script: by the clock, a script then also waits for drawing that a real
 * device's GPU does. Only on Linux, where `taskset` is.
 */
import { spawnSync } from 'node:child_process';
import { cpus, platform } from 'node:os';

const pin = (cores, options, pid) =>
  spawnSync('taskset', [`-${options}cp`, cores, String(pid)], { stdio: 'ignore' }).status === 0;

/**
 * Call when the pages are open: threads that begin later share the core of the one that began them.
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<boolean>} whether it could be done
 */
export async function separateMainThreads(browser) {
  if (platform() !== 'linux' || cpus().length < 2) return false;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const others = cpus().length > 2 ? `1-${cpus().length - 1}` : '1';
  const moved = processInfo.map(({ id }) => pin(others, 'a', id));
  // A process's first thread bears its number; in a page's process it is the main thread.
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  return [...moved, ...pages.map(({ id }) => pin('0', '', id))].every(Boolean);
}
