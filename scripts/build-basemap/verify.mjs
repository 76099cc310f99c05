/**
 * Checks the committed basemap against data/basemap/inputs.json without the packages it was built
 * from: committed inputs and outputs have the recorded SHA-256, outputs stay under their limits,
 * and the packages' versions are those pinned in package.json.
 * As a command: `node scripts/build-basemap/verify.mjs` prints problems and exits 1 on any.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { COMMITTED, INPUTS_FILE, jsonSha256, OUTPUTS, ROOT, readJson } from './lib/files.mjs';

/**
 * @param {string} [root] project root
 * @returns {string[]} problems in words, empty when all is well
 * @throws when inputs.json is missing or not JSON
 */
export function verifyBasemap(root = ROOT) {
  /** @type {string[]} */
  const problems = [];
  const inputs = readJson(INPUTS_FILE, root);
  /** @type {Map<string, string>} */
  const recorded = new Map(
    [...inputs.committed, ...inputs.outputs].map((entry) => [entry.path, entry.sha256]),
  );

  for (const path of [...COMMITTED, ...OUTPUTS.map((o) => o.path)]) {
    if (!existsSync(join(root, path))) problems.push(`${path}: missing`);
    else if (recorded.get(path) !== jsonSha256(readJson(path, root)))
      problems.push(`${path}: differs from ${INPUTS_FILE}; run npm run basemap`);
  }

  for (const { path, maxBytes, maxGzip } of OUTPUTS) {
    if (!existsSync(join(root, path))) continue;
    const bytes = readFileSync(join(root, path));
    const gzip = gzipSync(bytes, { level: 9 }).length;
    if (bytes.length > maxBytes) problems.push(`${path}: ${bytes.length} bytes, limit ${maxBytes}`);
    if (gzip > maxGzip) problems.push(`${path}: ${gzip} bytes gzipped, limit ${maxGzip}`);
  }

  const { dependencies } = readJson('scripts/build-basemap/package.json', root);
  for (const { name, version } of inputs.packages)
    if (dependencies[name] !== version)
      problems.push(`${name}: built with ${version}, package.json pins ${dependencies[name]}`);

  return problems;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const problems = verifyBasemap();
  for (const problem of problems) console.error(problem);
  if (!problems.length) console.log('basemap: inputs and outputs match');
  process.exitCode = problems.length ? 1 : 0;
}
