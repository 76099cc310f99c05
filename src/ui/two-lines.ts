/**
 * A name in a drawing, where lines do not break by themselves: in two lines, parted at the space
 * nearest its middle, where it has more letters than its room holds.
 * @param most letters of one line
 */
export function twoLines(text: string, most: number): string[] {
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const off = (at: number) => Math.abs(at - text.length / 2);
  const [at] = spaces.sort((a, b) => off(a) - off(b));
  return text.length > most && at ? [text.slice(0, at), text.slice(at + 1)] : [text];
}
