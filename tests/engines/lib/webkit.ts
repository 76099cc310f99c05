/** WebKitGTK, the engine of Safari on Linux: its small browser by WebKitWebDriver. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { enginePrograms } from '../../../scripts/find-engines.mjs';
import { type Engine, TIME_ZONE } from './engine';
import { openRoom, type Room, soon } from './processes';
import { type Wire, webDriverVerbs } from './webdriver';

/** The bars of the window lose their least width, so that it can be as narrow as a phone. */
const NARROW_BARS = `headerbar, toolbar, button, entry, image, box {
  padding: 0; margin: 0; border: 0; min-width: 0; min-height: 0;
}
entry { font-size: 1px; }
`;

/** @throws {Error} naming the program that is not installed */
function programs() {
  const { webKitDriver, miniBrowser, xvfb } = enginePrograms();
  if (!webKitDriver || !miniBrowser || !xvfb) {
    throw new Error('WebKitGTK needs WebKitWebDriver, MiniBrowser and Xvfb');
  }
  return { webKitDriver, miniBrowser };
}

async function webKitRoom(): Promise<Room> {
  const room = await openRoom('webkit', { TZ: TIME_ZONE, GTK_A11Y: 'none' });
  for (const gtk of ['gtk-3.0', 'gtk-4.0']) {
    mkdirSync(join(room.folder, 'config', gtk), { recursive: true });
    writeFileSync(join(room.folder, 'config', gtk, 'gtk.css'), NARROW_BARS);
  }
  return room;
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** @throws {Error} if WebKitGTK is not installed or does not answer */
export async function startWebKit(): Promise<Engine> {
  const { webKitDriver, miniBrowser } = programs();
  const room = await webKitRoom();
  try {
    const port = await freePort();
    room.start(webKitDriver, [`--port=${port}`]);
    const send = async (method: string, path: string, body?: object): Promise<unknown> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        ...(body && { body: JSON.stringify(body) }),
      });
      const { value } = (await response.json()) as { value: unknown };
      if (!response.ok) throw new Error(`WebKit: ${JSON.stringify(value)}`);
      return value;
    };
    await soon('WebKitWebDriver', () => send('GET', '/status'));
    const { sessionId, capabilities } = (await send('POST', '/session', {
      capabilities: {
        alwaysMatch: {
          'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
        },
      },
    })) as { sessionId: string; capabilities: { browserVersion: string } };
    const session = `/session/${sessionId}`;
    const post = (path: string, body: object) => send('POST', `${session}${path}`, body);
    const wire: Wire = {
      navigate: (url) => post('/url', { url }),
      executeAsync: (script, args) => post('/execute/async', { script, args }),
      performActions: (actions) => post('/actions', { actions }),
      setWindow: (size) => post('/window/rect', size),
      screenshot: async () => (await send('GET', `${session}/screenshot`)) as string,
    };
    return {
      id: 'webkit',
      version: `WebKitGTK ${capabilities.browserVersion}`,
      hearsConsole: false,
      ...webDriverVerbs(wire),
      heard: async () => [],
      async close() {
        await send('DELETE', session).catch(() => {});
        await room.end();
      },
    };
  } catch (error) {
    await room.end();
    throw error;
  }
}

/**
 * What a page writes on the console when it is opened by hand. Under automation the browser keeps
 * that to itself, so this is a window without a driver.
 * @param until resolves when the page has done what it does by itself
 * @returns lines of the console, warnings and errors
 */
export async function webKitConsole(url: string, until: () => Promise<unknown>): Promise<string[]> {
  const { miniBrowser } = programs();
  const room = await webKitRoom();
  try {
    const browser = room.start(miniBrowser, [
      '--enable-write-console-messages-to-stdout=true',
      url,
    ]);
    let output = '';
    for (const stream of [browser.stdout, browser.stderr]) {
      stream?.on('data', (data) => {
        output += data;
      });
    }
    await until();
    return output.split('\n').filter((line) => /CONSOLE .*(ERROR|WARN)/.test(line));
  } finally {
    await room.end();
  }
}
