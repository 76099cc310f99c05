/** Where the buttons and notes over the map stand, so that no label hides under them. */
import { textWidth } from './placing';
import type { Box } from './types';

const MARGIN = 8;

/** What stands over the map besides the zoom buttons, as written. */
export interface ControlWords {
  /** On the legend's button. */
  chip: string;
  /** Top right, one below the other. */
  credit: readonly string[];
  /** px */
  creditSize: number;
  /** Whose arrows they are, on a slide, and its type, px (SlideKey.svelte). */
  key: { words: readonly string[]; size: number };
}

/** @param free the part of the map that is not covered, `MARGIN` inside its edges */
export function controlBoxes(free: Box, words: ControlWords, buttons: boolean): Box[] {
  const right = free.x + free.w;
  const bottom = free.y + free.h;
  const { creditSize } = words;
  const credit =
    Math.max(...words.credit.map((line) => textWidth(line, creditSize, 600))) + 16 + MARGIN;
  const boxes: Box[] = [
    {
      x: right + MARGIN - credit,
      y: free.y - MARGIN,
      w: credit,
      h: words.credit.length * creditSize * 1.5 + 6,
    },
  ];
  const { key } = words;
  if (key.words.length > 0) {
    // Sign and gaps beside each word.
    const wide = key.words.reduce((sum, word) => sum + textWidth(word, key.size, 600), 0);
    const h = 1.8 * key.size + 2 * MARGIN;
    const w = 1.04 * wide + (3 * key.words.length + 1) * key.size + 2 * MARGIN;
    boxes.push({ x: free.x - MARGIN, y: bottom + MARGIN - h, w, h });
  }
  if (buttons) {
    // Icon, gap and padding beside the words.
    const chip = textWidth(words.chip, 14.5, 560) * 1.04 + 80;
    boxes.push(
      { x: right - 54, y: bottom - 143, w: 62, h: 151 },
      { x: free.x - MARGIN, y: bottom - 52, w: chip + 2 * MARGIN, h: 60 },
    );
  }
  return boxes;
}
