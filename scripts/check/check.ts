/** The data check: all rules over one bundle. `npm run check` prints what it returns. */
import { type Bundle, type Problem, readBundle } from './bundle';
import { readData } from './data';
import { checkEffects } from './effects';
import { checkHistories } from './histories';
import { checkPositions } from './positions';
import { checkReferences, checkSources } from './references';
import { checkRules } from './rules';
import { checkShapes } from './shapes';
import { checkUiKeys } from './ui-keys';
import { checkWords } from './words';

/** Everything wrong with a bundle; an empty list means that the data may be published. */
export function checkBundle(bundle: Bundle): Problem[] {
  const data = readData(bundle);
  return [
    ...bundle.problems,
    ...checkShapes(bundle),
    ...checkReferences(data),
    ...checkSources(bundle, data),
    ...checkHistories(data),
    ...checkEffects(data),
    ...checkRules(data),
    ...checkPositions(bundle, data),
    ...checkWords(data),
    ...checkUiKeys(data.words('en', 'ui'), bundle.srcKeys),
  ];
}

/** Checks data/ and the interface keys of src/ below the project's root. */
export function checkData(root: string): Problem[] {
  return checkBundle(readBundle(root));
}
