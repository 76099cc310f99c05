/** `npm run reading`: grade of each group of English texts, then the hardest twenty texts. */
import { readBundle } from './check/bundle';
import { gradeOf, longShareOf } from './check/reading';
import { GRADED_WORDS, measured } from './check/reading-texts';
import { root } from './lib/paths.mjs';

const HARDEST = 20;
const groups = measured(readBundle(root));
const one = (n: number) => n.toFixed(1).padStart(5);
const percent = (n: number) => `${Math.round(n * 100)} %`.padStart(5);

console.log('grade  limit  long words  words a sentence');
for (const { name, limits, whole } of groups) {
  const mean = whole.words / whole.sentences;
  console.log(
    `${one(gradeOf(whole))}  ${one(limits.group)}  ${percent(longShareOf(whole))}       ${one(mean)}             ${name}`,
  );
}
console.log(`\nThe hardest ${HARDEST} texts (grade, longest sentence):`);
const hardest = groups
  .flatMap(({ texts }) => texts)
  .filter(({ reading }) => reading.words >= GRADED_WORDS)
  .sort((a, b) => gradeOf(b.reading) - gradeOf(a.reading))
  .slice(0, HARDEST);
for (const { file, id, reading } of hardest) {
  console.log(`${one(gradeOf(reading))}  ${file} · ${id}`);
  console.log(`       ${reading.longest.words} words: ${reading.longest.text}`);
}
