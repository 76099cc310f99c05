/**
 * A reader with nothing but keys. Every press is counted, and after each one the page is asked what
 * such a reader depends on: the focus is somewhere, can be seen, and nothing lies over it.
 */
import type { CDPSession, Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a screen reader is told of the focused element, by the browser's accessibility tree. */
export interface Heard {
  role: string;
  name: string;
  value: string;
}

/** Where the keyboard is; `wrong` names what a sighted reader would miss, '' = nothing. */
interface Stop {
  element: string;
  wrong: string;
}

/** More presses of one key than any reader would give. */
const MOST = 60;
/** A part that is fetched when it is asked for may be late. */
const LATE_MS = 15_000;

/** Runs in the page. WCAG 2.4.3, 2.4.7, 2.4.11 and 1.4.11 for the element that has the focus. */
function stopNow(): Stop {
  /** Of a focus ring against what it is drawn on (WCAG 1.4.11). */
  const LEAST_CONTRAST = 3;
  const LEAST_PX = 2;
  const e = document.activeElement;
  if (!e || e === document.body || e === document.documentElement) {
    return { element: 'the document', wrong: 'the focus is lost' };
  }
  const words = (e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 50);
  const element = `${e.tagName.toLowerCase()} “${words.replace(/\s+/g, ' ')}”`;
  const stop = (wrong = ''): Stop => ({ element, wrong });

  if (e.closest('[aria-hidden="true"], [inert]')) return stop('it is hidden from screen readers');

  const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  /** Red, green, blue and opacity, 0 to 255, of any CSS colour. */
  const rgba = (color: string): number[] => {
    if (!paint) return [0, 0, 0, 0];
    paint.clearRect(0, 0, 1, 1);
    paint.fillStyle = color;
    paint.fillRect(0, 0, 1, 1);
    return [...paint.getImageData(0, 0, 1, 1).data];
  };
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = rgba(color).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const groundOf = (from: Element | null): string => {
    for (let at = from; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if ((rgba(backgroundColor)[3] ?? 0) === 255) return backgroundColor;
    }
    return 'white';
  };

  // A heading that is read out after a move is no control and needs no ring (WCAG 2.4.7).
  const control = e.matches('a, button, input, select, textarea, summary, canvas, [role]');
  // The field of a drawn switch or of the written date is there, but not to be seen.
  const around = [e, e.nextElementSibling, e.parentElement, e.closest('label')];
  const ringed = around.find((part): part is Element => {
    if (!part) return false;
    const { clipPath, opacity, outlineStyle, outlineWidth } = getComputedStyle(part);
    const drawn = clipPath === 'none' && opacity !== '0';
    return drawn && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= LEAST_PX;
  });
  if (control && !ringed) return stop('no ring shows that it has the focus');

  const box = ringed ?? e;
  const rect = box.getBoundingClientRect();
  /** The part of the screen in which something inside `part` can be seen. */
  const windowOf = (part: Element) => {
    let [left, top, right, bottom] = [0, 0, window.innerWidth, window.innerHeight];
    for (let at = part.parentElement; at; at = at.parentElement) {
      const { overflowX, overflowY, position } = getComputedStyle(at);
      const clip = at.getBoundingClientRect();
      if (at !== document.body && at !== document.documentElement) {
        if (overflowX !== 'visible') {
          left = Math.max(left, clip.left);
          right = Math.min(right, clip.right);
        }
        if (overflowY !== 'visible') {
          top = Math.max(top, clip.top);
          bottom = Math.min(bottom, clip.bottom);
        }
      }
      if (position === 'fixed') break;
    }
    return { left, top, right, bottom };
  };
  const seen = windowOf(box);
  const inside = (x: number, y: number) =>
    x >= seen.left && x <= seen.right && y >= seen.top && y <= seen.bottom;

  const THIRDS = [0.1, 0.5, 0.9];
  const free = THIRDS.flatMap((across) => THIRDS.map((down) => [across, down] as const)).filter(
    ([across, down]) => {
      const x = rect.left + rect.width * across;
      const y = rect.top + rect.height * down;
      if (!inside(x, y)) return false;
      const hit = document.elementFromPoint(x, y);
      return hit !== null && (box.contains(hit) || hit.contains(box));
    },
  );
  if (free.length === 0) return stop('something lies over it, or it is scrolled away');
  if (!control || !ringed) return stop();

  const { outlineColor, outlineOffset, outlineWidth } = getComputedStyle(ringed);
  const offset = Number.parseFloat(outlineOffset);
  const ground = groundOf(offset < 0 ? ringed : ringed.parentElement);
  const [light = 1, dark = 0] = [luminance(outlineColor), luminance(ground)].sort((a, b) => b - a);
  const contrast = (light + 0.05) / (dark + 0.05);
  if (contrast < LEAST_CONTRAST) return stop(`its ring has a contrast of ${contrast.toFixed(1)}`);

  const out = offset + Number.parseFloat(outlineWidth) / 2;
  const middle = { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 };
  const sides = [
    inside(middle.x, rect.top - out),
    inside(middle.x, rect.bottom + out),
    inside(rect.left - out, middle.y),
    inside(rect.right + out, middle.y),
  ].filter(Boolean);
  return sides.length >= 2 ? stop() : stop('its ring is cut off');
}

/** Presses keys on a page that was just opened, with the focus on the document. */
export class KeyboardReader {
  presses = 0;
  readonly page: Page;
  readonly #tree: CDPSession;

  private constructor(page: Page, tree: CDPSession) {
    this.page = page;
    this.#tree = tree;
  }

  /** @param page open and ready; nothing in it has been touched */
  static async at(page: Page): Promise<KeyboardReader> {
    return new KeyboardReader(page, await page.context().newCDPSession(page));
  }

  /** @param key by Playwright's names; `times` presses of it, one after the other */
  async press(key: string, times = 1): Promise<void> {
    for (let i = 0; i < times; i += 1) {
      this.presses += 1;
      await this.page.keyboard.press(key);
      await this.#look(key);
    }
  }

  /** One press for each character. */
  async type(text: string): Promise<void> {
    this.presses += text.length;
    await this.page.keyboard.type(text);
    await this.#look(text);
  }

  /** Presses a key until the focus is on what has this role and name. */
  async reach(role: string, name: string | RegExp, key = 'Tab'): Promise<void> {
    const passed: string[] = [];
    while (passed.length < MOST) {
      await this.press(key);
      const heard = await this.hears();
      const found = typeof name === 'string' ? heard.name === name : name.test(heard.name);
      if (heard.role === role && found) return;
      passed.push(`${heard.role} “${heard.name}”`);
    }
    throw new Error(`${key} never comes to ${role} ${name}:\n${passed.join('\n')}`);
  }

  /** Waits until the focus is on what has this role and name, moved there by the page itself. */
  async lands(role: string, name: string | RegExp): Promise<void> {
    await expect
      .poll(() => this.hears(), { message: 'where the focus has gone' })
      .toMatchObject({
        role,
        name: typeof name === 'string' ? name : expect.stringMatching(name),
      });
  }

  /** A key that opens another page; the focus begins at its document again. */
  async leave(key: string, open: () => Promise<unknown>): Promise<void> {
    this.presses += 1;
    await this.page.keyboard.press(key);
    await open();
  }

  async hears(): Promise<Heard> {
    const { result } = await this.#tree.send('Runtime.evaluate', {
      expression: 'document.activeElement',
    });
    const { nodes } = await this.#tree.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId ?? '',
      fetchRelatives: false,
    });
    const [node] = nodes;
    const text = (part: { value?: unknown } | undefined) => String(part?.value ?? '').trim();
    return { role: text(node?.role), name: text(node?.name), value: text(node?.value) };
  }

  /** What live regions hold now, white space folded. */
  async announced(): Promise<string> {
    const texts = await this.page
      .locator('[aria-live="polite"], [role="status"], [role="alert"]')
      .evaluateAll((regions) =>
        regions
          .filter((region) => region.checkVisibility() && !region.closest('[inert]'))
          .map((region) => region.textContent?.replace(/\s+/g, ' ').trim()),
      );
    return texts.filter(Boolean).join('\n');
  }

  async #look(key: string): Promise<void> {
    let stop = await this.page.evaluate(stopNow);
    for (const end = Date.now() + LATE_MS; stop.wrong && Date.now() < end; ) {
      await this.page.waitForTimeout(50);
      stop = await this.page.evaluate(stopNow);
    }
    expect(stop.wrong, `after ${key}, press ${this.presses}, on ${stop.element}`).toBe('');
  }
}
