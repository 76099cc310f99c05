/** Prints what a reader downloads, compressed, by kind of file. */
import { listFiles } from './lib/files.mjs';
import { dist } from './lib/paths.mjs';

const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;

export function reportSizes() {
  const sums = new Map();
  for (const { path, gzip } of listFiles(dist)) {
    const kind = path.split('.').pop();
    sums.set(kind, (sums.get(kind) ?? 0) + gzip);
  }
  const all = [...sums.values()].reduce((a, b) => a + b, 0);
  const parts = [...sums].sort((a, b) => b[1] - a[1]).map(([kind, size]) => `${kind} ${kb(size)}`);
  console.log(`Compressed: ${kb(all)} (${parts.join(', ')})`);
}
