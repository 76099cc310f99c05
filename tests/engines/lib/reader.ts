/** A reader before one engine: opens addresses, clicks what it sees, and notes all that goes wrong. */
import { expect } from 'vitest';
import type { Engine, Point } from './engine';

declare global {
  interface Window {
    /** What went wrong on this page, as far as a late listener hears it. */
    noted?: string[];
  }
}

const WAIT = { timeout: 20_000, interval: 50 };

export class Reader {
  readonly engine: Engine;
  private readonly site: string;
  private found: string[] = [];

  constructor(engine: Engine, site: string) {
    this.engine = engine;
    this.site = site;
  }

  /** Opens an address below the site (`uk/?panel=claims`) and waits until script has taken over. */
  async open(path: string, site = this.site): Promise<void> {
    await this.collect();
    await this.engine.goto(new URL(path, site).href);
    await this.engine.evaluate((wrapConsole) => {
      const noted: string[] = [];
      window.noted = noted;
      addEventListener('error', (event) => noted.push(`uncaught: ${event.message}`));
      addEventListener('unhandledrejection', (event) => noted.push(`rejected: ${event.reason}`));
      document.addEventListener('securitypolicyviolation', (event) =>
        noted.push(`policy: ${event.violatedDirective} ${event.blockedURI}`),
      );
      if (!wrapConsole) return;
      const original = console.error;
      console.error = (...words) => {
        noted.push(`console: ${words.join(' ')}`);
        original(...words);
      };
    }, !this.engine.hearsConsole);
    await this.see('html[data-app="ready"]');
  }

  /** Waits until there is such an element. */
  async see(selector: string): Promise<void> {
    await this.until(`no ${selector}`, (s) => document.querySelector(s) !== null, selector);
  }

  /** Waits until a question to the page is answered with yes. */
  async until<A extends unknown[]>(
    otherwise: string,
    question: (...args: A) => boolean,
    ...args: A
  ): Promise<void> {
    await expect
      .poll(() => this.engine.evaluate(question, ...args), { ...WAIT, message: otherwise })
      .toBe(true);
  }

  /** Text of the first such element, white space folded; empty if there is none. */
  text(selector: string): Promise<string> {
    return this.engine.evaluate(
      (s) => (document.querySelector(s)?.textContent ?? '').replace(/\s+/g, ' ').trim(),
      selector,
    );
  }

  async seeText(selector: string, words: string | RegExp): Promise<void> {
    await expect.poll(() => this.text(selector), { ...WAIT, message: selector }).toMatch(words);
  }

  /** A parameter of the address; null if it is not there. */
  async seeAddress(key: string, value: string | null): Promise<void> {
    const read = (k: string) => new URL(location.href).searchParams.get(k);
    await expect.poll(() => this.engine.evaluate(read, key), { ...WAIT, message: key }).toBe(value);
  }

  /** Corners of the first such element on the screen. */
  box(selector: string): Promise<{ x: number; y: number; width: number; height: number }> {
    return this.engine.evaluate((s) => {
      const box = document.querySelector(s)?.getBoundingClientRect();
      if (!box) throw new Error(`no ${s}`);
      return { x: box.x, y: box.y, width: box.width, height: box.height };
    }, selector);
  }

  /**
   * Clicks in the middle of the first such element that is on the screen.
   * @param name its text or label, where there are several
   * @throws {Error} if there is none, or if something else lies over it
   */
  async click(selector: string, name?: string): Promise<void> {
    const find = (s: string, wanted?: string): Point | string => {
      const named = (e: Element) =>
        [e.textContent, e.getAttribute('aria-label')].some(
          (words) => words?.replace(/\s+/g, ' ').trim() === wanted,
        );
      const all = [...document.querySelectorAll(s)].filter((e) => !wanted || named(e));
      const target = all.find((e) => e.checkVisibility() && e.getClientRects().length > 0);
      if (!target) return 'not on the page';
      target.scrollIntoView({ block: 'nearest' });
      const box = target.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const hit = document.elementFromPoint(x, y);
      if (hit && target.contains(hit)) return { x, y };
      return `covered by ${hit?.outerHTML.slice(0, 120) ?? 'the edge of the screen'}`;
    };
    let answer: Point | string = '';
    await expect
      .poll(
        async () => {
          answer = await this.engine.evaluate(find, selector, name);
          return typeof answer === 'string' ? answer : '';
        },
        { ...WAIT, message: `click on ${selector} ${name ?? ''}` },
      )
      .toBe('');
    await this.engine.pointer([answer as unknown as Point]);
  }

  async type(words: string): Promise<void> {
    for (const letter of words) await this.engine.press(letter);
  }

  /** Presses Tab until such an element has the focus; gives the number of stops. */
  async tabTo(selector: string, most = 25): Promise<number> {
    for (let stop = 1; stop <= most; stop += 1) {
      await this.engine.press('Tab');
      if (await this.engine.evaluate((s) => document.activeElement?.matches(s) ?? false, selector))
        return stop;
    }
    throw new Error(`${selector} is not reached by ${most} Tabs`);
  }

  /** Notes what the page now open did wrong, before it is left. */
  private async collect(): Promise<void> {
    const noted = await this.engine.evaluate(() => {
      if (!/^http/.test(location.protocol)) return [];
      const foreign = performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => /^http/.test(name) && new URL(name).origin !== location.origin)
        .map((name) => `request to another origin: ${name}`);
      const noted = window.noted ?? [];
      window.noted = [];
      performance.clearResourceTimings();
      return [...noted, ...foreign];
    });
    this.found.push(...noted, ...(await this.engine.heard()));
  }

  /** Everything that went wrong since the last call: errors, broken policies, foreign requests. */
  async problems(): Promise<string[]> {
    await this.collect();
    const all = this.found;
    this.found = [];
    return all;
  }
}
