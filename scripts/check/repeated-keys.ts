/** `JSON.parse` keeps the last of two equal keys in silence; this finds them in valid JSON text. */

/** @returns keys that stand more than once in the same object */
export function repeatedKeys(text: string): string[] {
  const repeated: string[] = [];
  const open: (Set<string> | null)[] = [];
  // Strings (with the colon that makes one a key) and brackets are all that matters.
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"(?:\s*:)?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token.endsWith(':')) {
      const key: string = JSON.parse(token.slice(0, token.lastIndexOf('"') + 1));
      const keys = open.at(-1);
      if (keys?.has(key)) repeated.push(key);
      keys?.add(key);
    }
  }
  return repeated;
}
