/** What chapters share: pages with a slowed processor, the browser's own counters, medians. */

/** The two sizes that are measured; the phone is also a touch screen. */
export const VIEWPORTS = {
  phone: { width: 390, height: 844 },
  desktop: { width: 1366, height: 768 },
};

/** Counters of the page's main thread, in seconds since its start. */
const COUNTERS = {
  scriptMs: 'ScriptDuration',
  layoutMs: 'LayoutDuration',
  styleMs: 'RecalcStyleDuration',
  mainThreadMs: 'TaskDuration',
};

export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = Math.floor(at);
  const high = Math.ceil(at);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

export const median = (values) => quantile(values, 0.5);

/**
 * Median and quartiles of each number in rows of the same shape.
 * @param {Record<string, number>[]} rows
 * @returns {Record<string, { median: number, q1: number, q3: number }>}
 */
export function summary(rows) {
  return Object.fromEntries(
    Object.keys(rows[0]).map((key) => {
      const values = rows.map((row) => row[key]);
      return [
        key,
        { median: median(values), q1: quantile(values, 0.25), q3: quantile(values, 0.75) },
      ];
    }),
  );
}

/**
 * Opens a page without motion, so that it is still between actions, and with its debugger at hand.
 * @param {import('playwright-core').Browser} browser
 * @param {'allow' | 'block'} [serviceWorkers]
 */
export async function openPage(browser, url, viewport, serviceWorkers = 'block') {
  const phone = viewport === VIEWPORTS.phone;
  const context = await browser.newContext({
    viewport,
    hasTouch: phone,
    isMobile: phone,
    reducedMotion: 'reduce',
    serviceWorkers,
  });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'timeTicks' });
  await page.addInitScript(inPage);
  await page.goto(url);
  return { page, cdp, errors, close: () => context.close() };
}

async function counters(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return new Map(metrics.map(({ name, value }) => [name, value * 1000]));
}

/**
 * Runs `action` in the page, which answers the times it took itself, waits until the page has
 * settled, and adds the main thread's counters for the whole.
 * @returns {Promise<Record<string, number>>} milliseconds
 */
export async function measure({ page, cdp, errors }, action, argument, settleMs) {
  const before = await counters(cdp);
  const times = await page.evaluate(action, argument);
  await page.waitForTimeout(settleMs);
  const after = await counters(cdp);
  if (errors.length > 0) throw new Error(`the page failed: ${errors.join('; ')}`);
  for (const [key, name] of Object.entries(COUNTERS)) {
    times[key] = after.get(name) - before.get(name);
  }
  return times;
}

/** Runs in the page before its own script. */
function inPage() {
  /** Called within a frame: the time after its style, layout and paint, when a message arrives. */
  const afterPaint = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage(null);
    });
  const afterFrame = () => new Promise((done) => requestAnimationFrame(() => done(afterPaint())));
  globalThis.bench = {
    afterPaint,
    /** Time right after the next frame; actions start there, so all wait equally for theirs. */
    afterFrame,
    /**
     * Runs `act` and waits for the first change below `watched`: the framework's flush is over then.
     * @returns {Promise<{ newMs: number, pictureMs: number }>} the change made; its frame painted
     */
    async untilChanged(watched, act) {
      await afterFrame();
      let observer;
      const changed = new Promise((done, fail) => {
        observer = new MutationObserver(() => done(performance.now()));
        observer.observe(watched, { subtree: true, childList: true, attributes: true });
        setTimeout(() => fail(new Error('nothing changed')), 10_000);
      });
      const from = performance.now();
      act();
      const newMs = (await changed) - from;
      const pictureMs = (await afterFrame()) - from;
      observer.disconnect();
      return { newMs, pictureMs };
    },
  };
}
