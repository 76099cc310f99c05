/**
 * Which browser engines this machine has for tests/engines. Nothing is started and nothing is
 * downloaded: a look at the usual places. Chromium has its own finder, which installs one.
 */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {'chromium' | 'firefox' | 'webkit'} EngineId
 * @typedef {object} FoundEngine
 * @property {EngineId} id
 * @property {string} name
 * @property {boolean} present
 * @property {string} missing what is not there and how to get it; empty if present
 */

const APPS = {
  firefox: [
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** @param {string[]} names programs, the first found wins */
function onPath(names, apps = []) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...paths, ...apps].find((path) => existsSync(path)) ?? null;
}

/** WebKitGTK's own small browser lies beside its libraries and not on the path. */
function miniBrowser() {
  const parents = ['/usr/libexec', '/usr/lib', '/usr/lib64'].filter((path) => existsSync(path));
  const nested = parents.flatMap((parent) =>
    readdirSync(parent)
      .filter((name) => name.endsWith('-linux-gnu'))
      .map((name) => join(parent, name)),
  );
  for (const folder of [...parents, ...nested]) {
    for (const name of readdirSync(folder).filter((entry) => /^webkit2?gtk-/.test(entry))) {
      const path = join(folder, name, 'MiniBrowser');
      if (existsSync(path)) return path;
    }
  }
  return null;
}

/** Programs of the other engines; null where there is none. */
export function enginePrograms() {
  return {
    firefox: onPath(['firefox-esr', 'firefox'], APPS.firefox),
    webKitDriver: onPath(['WebKitWebDriver']),
    miniBrowser: miniBrowser(),
    /** A screen that is not there: without it Firefox runs headless, without WebGL. */
    xvfb: onPath(['Xvfb']),
  };
}

/** @returns {FoundEngine[]} */
export function findEngines() {
  const { firefox, webKitDriver, miniBrowser: browser, xvfb } = enginePrograms();
  const engine = (id, name, parts, packages) => {
    const lacking = Object.keys(parts).filter((part) => !parts[part]);
    return {
      id,
      name,
      present: lacking.length === 0,
      missing: lacking.length ? `no ${lacking.join(', no ')}; Debian: ${packages}` : '',
    };
  };
  const gl = 'xvfb libgl1-mesa-dri libegl1 libglx-mesa0';
  return [
    engine('chromium', 'Chromium', {}, ''),
    engine('firefox', 'Firefox', { Firefox: firefox }, `apt-get install firefox-esr ${gl}`),
    engine(
      'webkit',
      'WebKitGTK',
      { WebKitWebDriver: webKitDriver, MiniBrowser: browser, Xvfb: xvfb },
      `apt-get install webkit2gtk-driver ${gl}`,
    ),
  ];
}

/** One line for each engine that is not here, for the output of the test commands. */
export const untestedLines = () =>
  findEngines()
    .filter(({ present }) => !present)
    .map(({ name, missing }) => `not tested here: ${name} (${missing})`);
