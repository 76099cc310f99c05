/** Words of a picture, which has no line breaks of its own. */
import { textWidth } from '../map/placing';

/**
 * Breaks a text between words; a word longer than the width stands alone.
 * @param width px
 * @param size of the type, px
 */
export function lineBreaks(text: string, width: number, size: number): string[] {
  const lines: string[] = [];
  // Not at no-break spaces.
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last} ${word}`;
    if (last !== undefined && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
