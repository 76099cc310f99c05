/**
 * `npm run check`: prints each problem of the data as `file · id · reason`, exit code 1 on any, and how
 * much of each partial language is there.
 */
import { collectFacts } from './build-content.mjs';
import { checkData } from './check/check';
import { root } from './lib/paths.mjs';

const problems = checkData(root);
for (const { file, id, reason } of problems) console.log(`${file} · ${id} · ${reason}`);
console.log(problems.length === 0 ? 'Data: no problems' : `Data: ${problems.length} problems`);

if (problems.length > 0) process.exitCode = 1;
else {
  for (const { lang, parts } of collectFacts().coverage) {
    const counts = parts.map(({ part, have, of }) => `${part} ${have}/${of}`);
    console.log(`${lang}: ${counts.join(', ')}`);
  }
}
