/**
 * Finds a Chromium for the tests, or gets one by the means that work on this machine, and says what
 * it did. The answer is kept in .cache/browser.json. Run by itself it prints the answer.
 *
 * Order: CHROME_PATH · an installed Chromium, Chrome or Edge · Playwright's own, already downloaded ·
 * Playwright's download · on 64-bit Linux a Chromium from the npm registry (no root needed) ·
 * as root Debian's package.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';
import { cache, root } from './lib/paths.mjs';

/**
 * @typedef {object} FoundBrowser
 * @property {string} executablePath
 * @property {Record<string, string>} [env] variables the browser needs to start
 * @property {string} how in words, for the log
 */

const isRoot = process.getuid?.() === 0;
const answerFile = join(cache, 'browser.json');
const PLAYWRIGHT_HOSTS = [
  'https://cdn.playwright.dev',
  'https://playwright.download.prss.microsoft.com',
];
const NPM_CHROMIUM = '@sparticuz/chromium@153.0.0';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** True if the program starts; on Windows, where asking for the version opens a window, if it exists. */
function works(path, env = {}) {
  if (!existsSync(path)) return false;
  if (process.platform === 'win32') return true;
  const run = spawnSync(path, ['--version'], {
    env: { ...process.env, ...env },
    timeout: 20_000,
    stdio: 'pipe',
  });
  return run.status === 0;
}

const found = (executablePath, how, env) =>
  works(executablePath, env) ? { executablePath, how, ...(env && { env }) } : null;

function named() {
  const path = process.env.CHROME_PATH;
  if (!path) return null;
  const browser = found(path, 'named by CHROME_PATH');
  if (!browser) throw new Error(`CHROME_PATH is ${path}, which does not start`);
  return browser;
}

function installed() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const path of [...paths, ...APPS]) {
    const browser = found(path, 'installed on this machine');
    if (browser) return browser;
  }
  return null;
}

function playwrightFolder() {
  if (process.env.PLAYWRIGHT_BROWSERS_PATH) return process.env.PLAYWRIGHT_BROWSERS_PATH;
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/ms-playwright');
  if (process.platform === 'win32') return join(process.env.LOCALAPPDATA ?? '', 'ms-playwright');
  return join(homedir(), '.cache/ms-playwright');
}

function downloadedByPlaywright() {
  const folder = playwrightFolder();
  if (!existsSync(folder)) return null;
  const programs = /(^|[\\/])(chrome|headless_shell|chrome-headless-shell|Chromium)(\.exe)?$/;
  for (const browser of readdirSync(folder).filter((name) => name.startsWith('chromium'))) {
    for (const file of readdirSync(join(folder, browser), { recursive: true })) {
      const answer = programs.test(file) && found(join(folder, browser, file), 'from Playwright');
      if (answer) return answer;
    }
  }
  return null;
}

/** Asked first, since Playwright itself tries for minutes where there is no way to its servers. */
async function downloadByPlaywright() {
  const asks = PLAYWRIGHT_HOSTS.map((host) =>
    fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(4_000) }),
  );
  await Promise.any(asks);
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  execFileSync(process.execPath, [cli, 'install', 'chromium-headless-shell'], {
    stdio: 'inherit',
    timeout: 300_000,
  });
  return downloadedByPlaywright();
}

async function unpackBrotli(from, to) {
  await pipeline(createReadStream(from), createBrotliDecompress(), createWriteStream(to));
}

/** A Chromium made for bare machines: it brings libraries and a font along. About 70 MB. */
async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const folder = join(cache, 'chromium');
  const env = {
    LD_LIBRARY_PATH: [join(folder, 'lib'), folder].join(':'),
    FONTCONFIG_PATH: folder,
    TMPDIR: join(folder, 'tmp'),
  };
  const program = join(folder, 'chromium');
  if (!existsSync(program)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(env.TMPDIR, { recursive: true });
    execFileSync('npm', ['pack', NPM_CHROMIUM, '--silent', '--pack-destination', folder], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: 300_000,
    });
    const archive = readdirSync(folder).find((name) => name.endsWith('.tgz'));
    execFileSync('tar', ['-xzf', archive, 'package/bin'], { cwd: folder });
    for (const part of ['fonts', 'swiftshader', 'al2023']) {
      const tar = join(folder, `${part}.tar`);
      await unpackBrotli(join(folder, `package/bin/${part}.tar.br`), tar);
      execFileSync('tar', ['-xf', tar, '--no-same-owner'], { cwd: folder });
      rmSync(tar);
    }
    // Its own list of font folders is that of another place; without a font, form fields crash it.
    writeFileSync(
      join(folder, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${env.TMPDIR}</cachedir>
</fontconfig>\n`,
    );
    const half = join(folder, 'chromium.part');
    await unpackBrotli(join(folder, 'package/bin/chromium.br'), half);
    chmodSync(half, 0o755);
    renameSync(half, program);
    for (const rest of [archive, 'package']) rmSync(join(folder, rest), { recursive: true });
  }
  return found(program, `unpacked from npm package ${NPM_CHROMIUM}`, env);
}

function fromDebian() {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => execFileSync('apt-get', ['-qq', ...args], { env, stdio: 'inherit' });
  apt('update');
  apt('install', '-y', '--no-install-recommends', 'chromium');
  return found('/usr/bin/chromium', 'installed from the Debian package');
}

const WAYS = [
  ['CHROME_PATH', named],
  ['an installed browser', installed],
  ['a browser of Playwright', downloadedByPlaywright],
  ["Playwright's download", downloadByPlaywright],
  ['the npm registry', fromNpm],
  ["Debian's package", fromDebian],
];

function remembered() {
  try {
    const answer = JSON.parse(readFileSync(answerFile, 'utf8'));
    return works(answer.executablePath, answer.env) ? answer : null;
  } catch {
    return null;
  }
}

/**
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {Promise<FoundBrowser>}
 * @throws {Error} with every way that was tried and why it failed
 */
export async function findBrowser({ log = () => {} } = {}) {
  const known = process.env.CHROME_PATH ? null : remembered();
  if (known) return known;
  const tried = [];
  for (const [name, way] of WAYS) {
    let reason = way === named ? 'not set' : 'nothing there';
    try {
      const browser = await way();
      if (browser) {
        mkdirSync(cache, { recursive: true });
        writeFileSync(answerFile, `${JSON.stringify(browser, null, 2)}\n`);
        return browser;
      }
    } catch (error) {
      if (way === named) throw error;
      reason = error instanceof AggregateError ? 'no way to its servers' : error.message;
    }
    tried.push(`${name}: ${reason}`);
    log(`Browser: ${tried.at(-1)}`);
  }
  throw new Error(
    `No browser for the tests. Install Chromium or Chrome, or set CHROME_PATH.\n${tried.join('\n')}`,
  );
}

/**
 * Options for Playwright's `chromium.launch`. The browser speaks to no server of its maker.
 * @param {FoundBrowser} browser
 */
export function launchOptions({ executablePath, env }) {
  return {
    executablePath,
    headless: true,
    env: { ...process.env, ...env },
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
      '--no-default-browser-check',
    ],
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { executablePath, how } = await findBrowser({ log: console.log });
    console.log(`Browser: ${executablePath} (${how})`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
