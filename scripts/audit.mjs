/**
 * `npm run audit`: asks the registry for known weaknesses of every package in package-lock.json,
 * tools included. Exit code 0: none that is high or critical; 1: some, each named; 2: not audited,
 * because the registry gave no answer. Not audited is neither a failure nor a pass.
 */
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { root } from './lib/paths.mjs';

export const NOT_AUDITED = 2;
const GRAVE = ['high', 'critical'];
/** Told to be offline, npm answers "no weaknesses" without having asked anyone. */
const COMMAND = 'npm audit --json --no-offline --fetch-retries=1 --fetch-timeout=15000';

/**
 * What an answer of `npm audit --json` says.
 * @param {string} answer
 * @returns {{ code: 0 | 1 | 2, words: string }}
 */
export function readAudit(answer) {
  let report;
  try {
    report = JSON.parse(answer);
  } catch {
    return { code: NOT_AUDITED, words: `not audited: npm did not answer in JSON` };
  }
  const { vulnerabilities, metadata, message } = report ?? {};
  if (!vulnerabilities || !metadata?.dependencies) {
    return { code: NOT_AUDITED, words: `not audited: ${message ?? 'an answer without a report'}` };
  }
  const total = metadata.dependencies.total;
  const found = Object.values(vulnerabilities);
  const grave = found.filter(({ severity }) => GRAVE.includes(severity));
  if (grave.length === 0) {
    return {
      code: 0,
      words: `${total} packages, none with a grave weakness, ${found.length} lesser`,
    };
  }
  const lines = grave.map(({ name, severity, range, via }) => {
    const titles = via.flatMap((cause) => (cause.title ? [`${cause.title} ${cause.url}`] : []));
    return `${severity}: ${name} ${range} ${titles.join('; ')}`.trim();
  });
  return { code: 1, words: lines.join('\n') };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { stdout } = spawnSync(COMMAND, { cwd: root, shell: true, encoding: 'utf8' });
  const { code, words } = readAudit(stdout ?? '');
  console.log(words);
  process.exitCode = code;
}
