/** The data check: all rules over one bundle. `npm run check` prints what it returns. */
import { type Bundle, type Problem, readBundle, withoutDeepFiles } from './bundle';
import { checkClaims } from './claims';
import { readData } from './data';
import { checkEffects } from './effects';
import { checkFigures } from './figure-checks';
import { checkHistories } from './histories';
import { checkPartialLanguages } from './partial';
import { checkPositions } from './positions';
import { checkReferences } from './references';
import { checkRules } from './rules';
import { checkShapes } from './shapes';
import { checkSources } from './sources';
import { checkStories } from './stories';
import { checkUiKeys } from './ui-keys';
import { checkWords } from './words';

/** A problem is a line for a person, whatever stands in the file. */
const MOST_ID = 80;
const MOST_REASON = 400;
const clip = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

/** Everything wrong with a bundle; an empty list means that the data may be published. */
export function checkBundle(given: Bundle): Problem[] {
  return problemsOf(withoutDeepFiles(given)).map(({ file, id, reason }) => ({
    file,
    id: clip(id, MOST_ID) || '-',
    reason: clip(reason, MOST_REASON),
  }));
}

function problemsOf(bundle: Bundle): Problem[] {
  const data = readData(bundle);
  return [
    ...bundle.problems,
    ...checkShapes(bundle),
    ...checkReferences(data),
    ...checkSources(bundle, data),
    ...checkHistories(data),
    ...checkEffects(data),
    ...checkRules(data),
    ...checkClaims(data),
    ...checkPositions(bundle, data),
    ...checkWords(data),
    ...checkPartialLanguages(bundle),
    ...checkFigures(bundle, data),
    ...checkStories(bundle, data),
    ...checkUiKeys(data.words('en', 'ui'), bundle.srcKeys),
  ];
}

/** Checks data/ and the interface keys of src/ below the project's root. */
export function checkData(root: string): Problem[] {
  return checkBundle(readBundle(root));
}
