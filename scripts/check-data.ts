/** `npm run check`: prints each problem of the data as `file · id · reason`; exit code 1 on any. */
import { checkData } from './check/check';
import { root } from './lib/paths.mjs';

const problems = checkData(root);
for (const { file, id, reason } of problems) console.log(`${file} · ${id} · ${reason}`);
console.log(problems.length === 0 ? 'Data: no problems' : `Data: ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
