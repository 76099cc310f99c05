/** The W3C WebDriver commands that the suite uses, over whichever wire an engine speaks. */
import type { Engine, Key, Point, Size } from './engine';

/** Carries single commands of the W3C WebDriver recommendation to a browser. */
export interface Wire {
  navigate(url: string): Promise<unknown>;
  /** "Execute Async Script": the last argument of the script is the callback. */
  executeAsync(script: string, args: readonly unknown[]): Promise<unknown>;
  performActions(actions: readonly object[]): Promise<unknown>;
  setWindow(size: Size): Promise<unknown>;
  /** PNG, base64. */
  screenshot(): Promise<string>;
}

/** Code points of the recommendation's table of keys ("Keyboard actions"). */
const KEYS: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  End: '\uE010',
  Home: '\uE011',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

const FRAME_MS = 30;

function keyActions(key: Key) {
  const value = KEYS[key] ?? key;
  if ([...value].length !== 1) throw new Error(`webdriver.ts: no code for the key ${key}`);
  return [
    {
      type: 'key',
      id: 'keyboard',
      actions: [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ],
    },
  ];
}

function pointerActions([first, ...rest]: readonly Point[]) {
  const move = ({ x, y }: Point, duration = 0) => ({
    type: 'pointerMove',
    x: Math.round(x),
    y: Math.round(y),
    duration,
    origin: 'viewport',
  });
  if (!first) throw new Error('webdriver.ts: a pointer needs a place');
  return [
    {
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions: [
        move(first),
        { type: 'pointerDown', button: 0 },
        ...rest.map((point) => move(point, FRAME_MS)),
        { type: 'pointerUp', button: 0 },
      ],
    },
  ];
}

interface Outcome {
  value?: unknown;
  error?: string;
}

/** Engine's verbs that need nothing but WebDriver. */
export function webDriverVerbs(
  wire: Wire,
): Pick<Engine, 'goto' | 'evaluate' | 'pointer' | 'press' | 'resize' | 'screenshot'> {
  const evaluate: Engine['evaluate'] = async <A extends unknown[], R>(
    work: (...args: A) => R | Promise<R>,
    ...args: A
  ) => {
    const script = `const args = [...arguments];
      const done = args.pop();
      Promise.resolve().then(() => (${work})(...args)).then(
        (value) => done({ value: value === undefined ? null : value }),
        (error) => done({ error: String(error?.stack ?? error) }),
      );`;
    const outcome = (await wire.executeAsync(script, args)) as Outcome;
    if (outcome.error !== undefined) throw new Error(outcome.error);
    return outcome.value as R;
  };
  return {
    evaluate,
    async goto(url) {
      await wire.navigate(url);
    },
    async pointer(path) {
      await wire.performActions(pointerActions(path));
    },
    async press(key) {
      await wire.performActions(keyActions(key));
    },
    async resize(size) {
      await wire.setWindow(size);
      // The window has a frame and perhaps bars: grown by what the page's view lacks.
      for (let attempt = 0; attempt < 40; attempt += 1) {
        const view = await evaluate(() => ({ width: innerWidth, height: innerHeight }));
        if (view.width === size.width && view.height === size.height) return;
        if (attempt % 8 === 7) {
          await wire.setWindow({
            width: 2 * size.width - view.width,
            height: 2 * size.height - view.height,
          });
        }
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
      throw new Error(`the view cannot be made ${size.width} × ${size.height}`);
    },
    async screenshot() {
      return Buffer.from(await wire.screenshot(), 'base64');
    },
  };
}
