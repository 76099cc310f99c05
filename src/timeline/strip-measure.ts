/** Width of the strip's small texts, so that words are drawn only where they fit. */

const known = new Map<string, number>();
let pen: CanvasRenderingContext2D | null = null;
/** Share of the root's text size; the boldest weight in use. */
const SIZE = 0.8125;
const WEIGHT = 660;
/** Where a canvas cannot be had. */
const LETTER_PX = 7;

/** Width of a text in pixels, a little on the safe side. Needs a page. */
export function measure(text: string): number {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (!pen) {
    pen = document.createElement('canvas').getContext('2d');
    const { fontSize } = getComputedStyle(document.documentElement);
    const { fontFamily } = getComputedStyle(document.body);
    if (pen) pen.font = `${WEIGHT} ${Number.parseFloat(fontSize) * SIZE}px ${fontFamily}`;
  }
  const width = (pen?.measureText(text).width ?? text.length * LETTER_PX) * 1.03;
  known.set(text, width);
  return width;
}
