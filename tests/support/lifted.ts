/**
 * A page with its panels at full length, so that what judges colours sees all of their text and not
 * only what is scrolled into view.
 */
import type { Page } from 'playwright-core';

/** The app's boxes let go of the screen and stand one below the other; nothing covers anything. */
const LIFTED = `
  .app:not([hidden]), .stage, .side, .side .sheet, .side .scroll {
    display: block !important; position: static !important; height: auto !important;
    max-height: none !important; overflow: visible !important; margin: 0 !important;
  }
  .app[hidden] { display: none !important; }
  .window, .window .aside { display: block !important; height: auto !important; }
  .stage::after { display: none !important; }
  [data-lifted] { height: auto !important; max-height: none !important; overflow: visible !important; }
  .compare[data-lifted], dialog[data-lifted] { position: absolute !important; inset: 0 auto auto 0; }
`;

/** Runs `judge` while the panels stand at full length. */
export async function lifted<T>(page: Page, judge: () => Promise<T>): Promise<T> {
  await page.evaluate((css) => {
    const sized = [...document.querySelectorAll<HTMLElement>('.app .map, .app .dates, .app .side')];
    // As they were: a map that has to be drawn anew would take its time.
    const sizes = sized.map((box) => box.getBoundingClientRect());
    for (const [i, box] of sized.entries()) {
      const { width, height } = sizes[i] ?? { width: 0, height: 0 };
      if (width === 0) continue;
      box.dataset['sized'] = '';
      box.style.setProperty('width', `${width}px`);
      if (!box.classList.contains('side')) box.style.setProperty('height', `${height}px`);
    }
    for (const box of document.querySelectorAll<HTMLElement>('body *')) {
      const { overflowX, overflowY } = getComputedStyle(box);
      const tall = /auto|scroll/.test(overflowY) && box.scrollHeight > box.clientHeight + 1;
      const wide = /auto|scroll/.test(overflowX) && box.scrollWidth > box.clientWidth + 1;
      if (tall || wide) box.dataset['lifted'] = '';
    }
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    Object.assign(globalThis, { lifting: sheet });
    document.adoptedStyleSheets.push(sheet);
  }, LIFTED);
  try {
    return await judge();
  } finally {
    await page.evaluate(() => {
      const { lifting } = globalThis as unknown as { lifting: CSSStyleSheet };
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((it) => it !== lifting);
      for (const box of document.querySelectorAll<HTMLElement>('[data-sized]')) {
        delete box.dataset['sized'];
        box.style.removeProperty('width');
        box.style.removeProperty('height');
      }
      for (const box of document.querySelectorAll<HTMLElement>('[data-lifted]')) {
        delete box.dataset['lifted'];
      }
    });
  }
}
