/** A drag as a finger gives it: one move of the pointer a frame. */

/**
 * Presses on the first point, moves along the path, lets go on the last.
 * @param {{ page: import('playwright-core').Page, cdp: import('playwright-core').CDPSession }} page
 * @param {{ x: number, y: number }[]} path
 * @returns {Promise<number[]>} how long each frame took meanwhile, ms
 */
export async function dragAlong({ page, cdp }, path) {
  const mouse = (type, { x, y }) =>
    cdp.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      button: 'left',
      buttons: type === 'mouseReleased' ? 0 : 1,
      clickCount: 1,
    });
  await mouse('mouseMoved', path[0]);
  await mouse('mousePressed', path[0]);
  await page.evaluate(() => {
    globalThis.frames = [];
    const note = () => {
      globalThis.frames?.push(performance.now());
      if (globalThis.frames) requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  for (const at of path) await mouse('mouseMoved', at);
  const frames = await page.evaluate(() => {
    const { frames } = globalThis;
    globalThis.frames = null;
    return frames;
  });
  await mouse('mouseReleased', path.at(-1));
  return frames.slice(1).map((at, i) => at - frames[i]);
}

/** Points from one to the other in equal steps, both included. */
export const steps = (from, to, moves) =>
  Array.from({ length: moves + 1 }, (_, i) => ({
    x: from.x + ((to.x - from.x) * i) / moves,
    y: from.y + ((to.y - from.y) * i) / moves,
  }));

export const dragFrames = (page, from, to, moves) => dragAlong(page, steps(from, to, moves));
