/** A drag as a finger gives it: one move of the pointer a frame. */

/** A finger where the page has a touch screen, else a mouse. */
async function presser({ page, cdp }) {
  if (await page.evaluate(() => navigator.maxTouchPoints > 0)) {
    const touch = (type, points) =>
      cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    return {
      down: (at) => touch('touchStart', [at]),
      move: (at) => touch('touchMove', [at]),
      up: () => touch('touchEnd', []),
    };
  }
  const mouse = (type, at, buttons) =>
    cdp.send('Input.dispatchMouseEvent', { type, ...at, button: 'left', buttons, clickCount: 1 });
  return {
    async down(at) {
      await mouse('mouseMoved', at, 0);
      await mouse('mousePressed', at, 1);
    },
    move: (at) => mouse('mouseMoved', at, 1),
    up: (at) => mouse('mouseReleased', at, 0),
  };
}

/**
 * Presses on the first point, moves along the path, lets go on the last.
 * @param {{ page: import('playwright-core').Page, cdp: import('playwright-core').CDPSession }} page
 * @param {{ x: number, y: number }[]} path
 * @returns {Promise<number[]>} how long each frame took meanwhile, ms
 */
export async function dragAlong({ page, cdp }, path) {
  const press = await presser({ page, cdp });
  await press.down(path[0]);
  await page.evaluate(() => {
    globalThis.frames = [];
    const note = () => {
      globalThis.frames?.push(performance.now());
      if (globalThis.frames) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  for (const at of path) await press.move(at);
  const frames = await page.evaluate(() => {
    const { frames } = globalThis;
    globalThis.frames = null;
    return frames;
  });
  await press.up(path.at(-1));
  return frames.slice(1).map((at, i) => at - frames[i]);
}

/** Points from one to the other in equal steps, both included. */
export const steps = (from, to, moves) =>
  Array.from({ length: moves + 1 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / moves,
    y: from.y + ((to.y - from.y) * i) / moves,
  }));

export const dragFrames = (page, from, to, moves) => dragAlong(page, steps(from, to, moves));
