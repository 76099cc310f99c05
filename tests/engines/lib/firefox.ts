/**
 * Firefox by Marionette, its built-in remote control: the WebDriver commands as JSON over TCP, plus
 * access to the browser's own error console. It needs no driver program and no package.
 * Protocol: firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { enginePrograms } from '../../../scripts/find-engines.mjs';
import { type Engine, TIME_ZONE } from './engine';
import { openRoom, soon } from './processes';
import { type Wire, webDriverVerbs } from './webdriver';

/** Any free port; no word to the maker's servers. */
const PREFERENCES = {
  'marionette.port': 0,
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.server': 'data:,',
};

type Answer = { resolve: (value: unknown) => void; reject: (error: Error) => void };
type Send = (command: string, parameters?: object) => Promise<unknown>;

/** Messages are `length:JSON`; a command `[0, id, name, parameters]`, an answer `[1, id, error, result]`. */
function marionette(socket: Socket): Send {
  const waiting = new Map<number, Answer>();
  let received = Buffer.alloc(0);
  let lastId = 0;
  socket.on('data', (data) => {
    received = Buffer.concat([received, data]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, Math.max(colon, 0)));
      if (colon < 0 || received.length < end) return;
      const message = JSON.parse(received.subarray(colon + 1, end).toString());
      received = received.subarray(end);
      // The first message is a greeting.
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message;
      const answer = waiting.get(id);
      waiting.delete(id);
      if (error) answer?.reject(new Error(`Firefox: ${error.error}: ${error.message}`));
      else answer?.resolve(result);
    }
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox closed the connection'));
  });
  return (command, parameters = {}) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      const bytes = Buffer.from(JSON.stringify([0, lastId, command, parameters]));
      socket.write(Buffer.concat([Buffer.from(`${bytes.length}:`), bytes]));
    });
}

const resultOf = (answer: unknown) => (answer as { value: unknown }).value;

/** Without the browser's own bars, whose least width is more than a phone's. */
const BARE_WINDOW = `
  document.getElementById('navigator-toolbox').style.display = 'none';
  for (const part of [document.documentElement, document.body]) part.style.minWidth = '0';`;

/** Uncaught errors and broken policies of pages, from the browser's error console, which is emptied. */
const TAKE_ERRORS = `
  const errors = Services.console.getMessageArray()
    .filter((m) => m instanceof Ci.nsIScriptError && /^http/.test(m.sourceName))
    .filter((m) => !(m.flags & Ci.nsIScriptError.warningFlag) || /^CSP/.test(m.category))
    .map((m) => m.category + ': ' + m.errorMessage + ' ' + m.sourceName);
  Services.console.reset();
  return errors;`;

/** console.error of the page now open; stored by its process until the page is left. */
const TAKE_CONSOLE = `
  const storage = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
  const errors = storage.getEvents()
    .filter((e) => e.level === 'error' && /^http/.test(e.filename))
    .map((e) => 'console: ' + e.arguments.map(String).join(' ') + ' ' + e.filename);
  storage.clearEvents();
  return errors;`;

export interface Firefox extends Engine {
  /** From the next page on. */
  allowWebGL(allowed: boolean): Promise<void>;
}

/** @throws {Error} if Firefox is not installed or does not answer */
export async function startFirefox(): Promise<Firefox> {
  const { firefox } = enginePrograms();
  if (!firefox) throw new Error('Firefox is not installed');
  const room = await openRoom('firefox', { TZ: TIME_ZONE });
  try {
    const preferences = Object.entries(PREFERENCES).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    );
    writeFileSync(join(room.folder, 'user.js'), preferences.join(''));
    room.start(firefox, [
      '--marionette',
      '--remote-allow-system-access',
      '--no-remote',
      ...(room.screen ? [] : ['--headless']),
      '--profile',
      room.folder,
      'about:blank',
    ]);
    const portFile = join(room.folder, 'MarionetteActivePort');
    const port = await soon('Firefox', () =>
      existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) || null : null,
    );
    const socket = connect(port, '127.0.0.1');
    const send = marionette(socket);
    const { capabilities } = (await send('WebDriver:NewSession')) as {
      capabilities: { browserName: string; browserVersion: string };
    };
    /** Runs a script with the browser's own rights, in its window. */
    const asBrowser = async (script: string, ...args: unknown[]) => {
      await send('Marionette:SetContext', { value: 'chrome' });
      try {
        return resultOf(await send('WebDriver:ExecuteScript', { script, args }));
      } finally {
        await send('Marionette:SetContext', { value: 'content' });
      }
    };
    const wire: Wire = {
      navigate: (url) => send('WebDriver:Navigate', { url }),
      executeAsync: async (script, args) =>
        resultOf(await send('WebDriver:ExecuteAsyncScript', { script, args })),
      performActions: (actions) => send('WebDriver:PerformActions', { actions }),
      setWindow: (size) => send('WebDriver:SetWindowRect', size),
      screenshot: async () =>
        resultOf(await send('WebDriver:TakeScreenshot', { full: false })) as string,
    };
    await asBrowser(BARE_WINDOW);
    return {
      id: 'firefox',
      version: `${capabilities.browserName} ${capabilities.browserVersion}`,
      hearsConsole: true,
      ...webDriverVerbs(wire),
      async heard() {
        const logged = await send('WebDriver:ExecuteScript', {
          script: TAKE_CONSOLE,
          args: [],
          sandbox: 'system',
        });
        return [...(resultOf(logged) as string[]), ...((await asBrowser(TAKE_ERRORS)) as string[])];
      },
      async allowWebGL(allowed) {
        await asBrowser('Services.prefs.setBoolPref("webgl.disabled", !arguments[0])', allowed);
      },
      async close() {
        await send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => {});
        socket.destroy();
        await room.end();
      },
    };
  } catch (error) {
    await room.end();
    throw error;
  }
}
